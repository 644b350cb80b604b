// One account's sending: as many connections as its queue is worth, each taking the next message when it is done with one.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { connectionsWanted, isLong, type Learned, learnLimit, limitNow, usualConnections } from '../../domain/connections';
import { backOff, chanceFrom, patienceOf, retryDelay } from '../../domain/retry';
import { onDisk } from '../store/disk-failure';
import { type Next, outOfPatience } from '../store/queue';
import { createAhead, isDue } from './ahead';
import { type Attempted, type AttemptNeeds, runAttempt } from './attempt';
import { type Conclusion, nothingToConclude } from './conclude';
import type { Courtesy } from './courtesy';
import type { Gate } from './gate';
import { doMany } from './many';
import type { Verdict } from './outcome';
import { createPatience } from './patience';
import type { Pauses } from './pauses';
import type { Recovery } from './recover';
import type { Obstacle } from './runner';
import type { Lease, Onward } from './sessions';

export type LaneNeeds = AttemptNeeds & {
  readonly pauses: Pauses;
  readonly gate: Gate;
  readonly courtesy: Pick<Courtesy, 'turn'>;
  readonly recovery: Pick<Recovery, 'add'>;
  /** The account, if anything of it may be tried now. */
  readonly mayGo: (accountId: string) => Account | null;
  /** An attempt was concluded. */
  readonly onConcluded: (accountId: string) => void;
  /** Whether the account has other settings by now: then what those met says nothing of these, which are tried at once. */
  readonly isOutdated: (used: Account) => boolean;
  readonly onOutdated: (accountId: string) => void;
};

export type Lane = {
  /** Looks what can go now; the queue, or what stood in its way, has changed. */
  readonly pump: () => void;
  /** Forgets why the server could not be used. */
  readonly ease: () => void;
  readonly obstacle: () => Obstacle | null;
  readonly isHandling: (id: string) => boolean;
  /** See `Runner`. */
  readonly callOff: (id: string, then: () => void) => Promise<void>;
  /** Breaks off everything that is not behind its final dot. */
  readonly abort: () => void;
  /** Resolves when nothing runs any more. The caller sees to it that nothing new begins. */
  readonly stop: () => Promise<void>;
};

type Running = { readonly control: AbortController; done: Promise<void>; readonly after: (() => void)[] };
/** A connection's worth of work. `size` and `since`: of the message it is on; `isReached`: it has its session. */
type Line = { readonly control: AbortController; size: number; since: number; isReached: boolean };

/** An attempt on its way. `free`: the line may go on, over the session that is passed on or with one of its own; `over`: it is judged. */
type Flight = { readonly free: Promise<Onward | null>; readonly over: Promise<void>; readonly conclusion: Conclusion };

/** ms before a ledger that can't be written is tried again, and before a connection that stays long on a message is given company. */
const diskPause = 5_000;
const companyPause = 5_000;
/** Messages that are given up in one go. */
const mostGivenUp = 200;

export function createLane(accountId: string, needs: LaneNeeds): Lane {
  const { store, host, sessions, transitions, pauses, gate, courtesy, mayGo, onConcluded } = needs;
  const { clock } = host;
  const running = new Map<string, Running>();
  const lines = new Map<Line, Promise<void>>();
  const ahead = createAhead(
    store,
    clock,
    accountId,
    (id) => running.has(id),
    () => running.size,
  );
  const patience = createPatience(store, accountId, clock);
  let failure: Failure | null = null;
  let failures = 0;
  let waitUntil: number | null = null;
  let learned: Learned | null = null;
  let callOffTimer: () => void = () => undefined;

  const ease = (): void => {
    failures = 0;
    failure = null;
    waitUntil = null;
    learned = null;
    patience.isBack();
  };
  const isWaiting = (): boolean => waitUntil !== null && !isDue(waitUntil, clock.now());
  const limitOf = ({ connections, provider }: Account): number =>
    ahead.hasSuspect() ? 1 : limitNow(connections ?? usualConnections(provider), learned, clock.now());
  const reached = (): number => [...lines.keys()].filter(({ isReached }) => isReached).length;

  /** Looks again when it is time; a clock that was set back must not make it wait for years. */
  const later = (at: number): void => {
    callOffTimer();
    callOffTimer = clock.after(Math.min(Math.max(at - clock.now(), 0), backOff.cap), look);
  };

  const look = (): void => {
    callOffTimer();
    const account = mayGo(accountId);
    patience.tick(account !== null);
    if (account === null) return;
    if (isWaiting()) return later(waitUntil ?? 0);
    const counted = ahead.count();
    if (!counted.ok) return later(clock.now() + diskPause);
    const waiting = counted.value;
    const due = ahead.dueAt();
    if (waiting === 0) return due === null ? undefined : later(due);
    if (lines.size === 0) return open(account, false);
    // Until one connection stands, a server that is not there is asked by that one alone.
    if (reached() === 0) return;
    const now = clock.now();
    const slow = [...lines.keys()].filter((line) => isLong(line, now)).length;
    const wanted = connectionsWanted({ waiting, quick: lines.size - slow, slow, limit: limitOf(account) });
    while (lines.size < wanted) open(account, true);
    if (lines.size < limitOf(account)) later(now + companyPause);
  };

  const open = (account: Account, isExtra: boolean): void => {
    const line: Line = { control: new AbortController(), size: 0, since: clock.now(), isReached: false };
    lines.set(line, Promise.resolve());
    const ended = serve(line, account, isExtra).then(() => {
      lines.delete(line);
      look();
    });
    lines.set(line, ended);
  };

  const serve = async (line: Line, first: Account, isExtra: boolean): Promise<void> => {
    if (isExtra) {
      // A connection too many is found out before a message counts on it.
      const refused = await sessions.prepare(first, line.control.signal).catch(internal);
      if (refused !== null) return crowded(refused, line);
      line.isReached = true;
    }
    let before: Conclusion = nothingToConclude;
    let flight: Flight | null = null;
    let onward: Onward | null = null;
    for (;;) {
      const turn = courtesy.turn();
      if (turn !== null) await turn;
      const asked = mayGo(accountId);
      if (asked === null || isWaiting() || lines.size > limitOf(asked)) break;
      const next = ahead.take();
      if (next === null) break;
      const leave = await gate.enter(next.crashes > 0);
      const account = mayGo(accountId);
      if (account === null || isWaiting()) {
        leave();
        ahead.forget(); // it has not had its turn
        break;
      }
      Object.assign(line, { size: next.size, since: clock.now() });
      flight = begin(next, account, line, before, onward);
      void flight.conclusion.done.then(leave);
      onward = await flight.free;
      before = flight.conclusion;
    }
    await flight?.over;
    onward?.(() => undefined).giveBack(false);
    line.isReached = false;
    await before.done;
  };

  /** An attempt on its way, and judged when it is over. */
  const begin = (next: Next, account: Account, line: Line, before: Conclusion, onward: Onward | null): Flight => {
    let known: Conclusion | null = null;
    let setFree: (onward: Onward | null) => void = () => undefined;
    const free = new Promise<Onward | null>((resolve) => (setFree = resolve));
    // Nobody who was in the way of the engine before is followed, or follows, without an answer: he goes alone.
    let isFree = false;
    const onMark = (lease: Lease): boolean => {
      const counted = ahead.count();
      if (isFree || next.crashes > 0 || ahead.hasSuspect() || !counted.ok || counted.value === 0) return false;
      isFree = true;
      setFree(lease.passOn());
      return true;
    };
    const attempted = attempt(next, account, line, before, onward, onMark);
    const over = attempted.then(async ({ verdict, conclusion }) => {
      known = conclusion;
      // An outcome that says nothing of the others is written together with the beginning of the next.
      if (verdict.kind !== 'done' || !verdict.isReached) await conclusion.done;
      judge(verdict, account, line);
      setFree(null);
    });
    const done = attempted.then(({ conclusion }) => conclusion.done);
    return { free, over, conclusion: { isWritten: () => known?.isWritten() ?? false, done } };
  };

  const attempt = async (
    { id, changedAt }: Next,
    account: Account,
    line: Line,
    before: Conclusion,
    onward: Onward | null,
    onMark: (lease: Lease) => boolean,
  ): Promise<Attempted> => {
    const entry: Running = { control: new AbortController(), done: Promise.resolve(), after: [] };
    running.set(id, entry);
    const hasOthers = (): boolean => reached() > (line.isReached ? 1 : 0);
    const onReached = (): void => {
      if (line.isReached) return;
      line.isReached = true;
      patience.isBack();
      look(); // now others may follow
    };
    const attempted = runAttempt(id, account, needs, entry.control.signal, before, onward, {
      hasOthers,
      onReached,
      onMark,
      patience,
      waitingSince: changedAt,
    }).catch((error: unknown) => faulty(id, error));
    entry.done = attempted
      .then(({ conclusion }) => conclusion.done)
      .then(() => {
        for (const work of entry.after) work();
        running.delete(id);
        onConcluded(accountId);
      });
    const { verdict, conclusion } = await attempted;
    // It may stand in the queue again.
    if (verdict.kind !== 'done' || !verdict.isReached || entry.control.signal.aborted) void entry.done.then(ahead.forget);
    return { verdict, conclusion: { ...conclusion, done: entry.done } };
  };

  /** A fault in the program: what the ledger holds of the attempt decides, as after a crash. */
  const faulty = (id: string, error: unknown): Attempted => {
    needs.recovery.add(id);
    return { verdict: { kind: 'server', failure: internal(error) }, conclusion: nothingToConclude };
  };

  const judge = (verdict: Verdict, account: Account, line: Line): void => {
    if ((verdict.kind === 'account' || verdict.kind === 'server') && needs.isOutdated(account)) {
      line.isReached = false;
      return needs.onOutdated(accountId);
    }
    switch (verdict.kind) {
      case 'done':
        if (verdict.isReached && failure !== null) {
          failures = 0;
          failure = null;
          waitUntil = null;
        }
        return;
      case 'account':
        return pauses.pause(account, verdict.failure);
      case 'crowded':
        return crowded(verdict.failure, line);
      case 'server':
        line.isReached = false;
        // What several connections met at once is one failure.
        if (isWaiting()) return;
        failures += 1;
        failure = verdict.failure;
        waitUntil = clock.now() + retryDelay(failures, chanceFrom(host.random(4)));
        patience.wentOut();
        void giveUp(account, verdict.failure);
        return;
      case 'disk':
        failure = verdict.failure;
        waitUntil = clock.now() + diskPause;
    }
  };

  /** What met this message would meet them all: nobody waits for a turn only to hear that there was none in time. */
  const giveUp = async (account: Account, met: Failure): Promise<void> => {
    for (;;) {
      const over = onDisk(() => outOfPatience(store, accountId, patience.overFor(patienceOf(account)), mostGivenUp), store.profile);
      if (!over.ok || over.value.length === 0) return;
      const done = await doMany(over.value, (id) => transitions.applySoon(id, { kind: 'gave-up', at: clock.now(), failure: met }));
      ahead.forget();
      onConcluded(accountId);
      if (!done.ok) return; // a disk that refuses: with the next attempt again
    }
  };

  const crowded = ({ code }: Failure, line: Line): void => {
    line.isReached = false;
    if (code !== 'cancelled') learned = learnLimit(reached(), code === 'server-busy', clock.now());
  };

  return {
    pump() {
      ahead.forget();
      look();
    },
    ease,
    obstacle: () => (failure === null ? null : { failure, until: waitUntil }),
    isHandling: (id) => running.has(id),
    async callOff(id, then) {
      const entry = running.get(id);
      entry?.after.push(then);
      entry?.control.abort();
      await entry?.done;
    },
    abort() {
      for (const { control } of [...lines.keys(), ...running.values()]) control.abort();
    },
    async stop() {
      callOffTimer();
      await Promise.all(lines.values());
    },
  };
}

const internal = (error: unknown): Failure => ({
  code: 'internal',
  detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error',
});

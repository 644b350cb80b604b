// Takes what is due and sends it, account by account: who waits for what, and what wakes them.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { isLoopback } from '../../domain/loopback';
import { backOff, chanceFrom, retryDelay } from '../../domain/retry';
import type { Accounts } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { hurryMessages, nextMessage, waitingAccounts, waitingMessages } from '../store/queue';
import { type AttemptNeeds, runAttempt, type Verdict } from './attempt';
import type { Pauses } from './pauses';

export type Obstacle = {
  readonly failure: Failure /** When it is tried again, ms since 1970; null: when something changes. */;
  readonly until: number | null;
};

export type Runner = {
  /** Looks whether something of this account, or of any, can go now. */
  readonly wake: (accountId?: string) => void;
  /** Forgets why an account's server could not be used: the person asks for a try now. */
  readonly hurry: (accountId: string) => void;
  /** The network came back, or the computer woke: connections are dead, and what waits for them goes now. */
  readonly refresh: () => void;
  readonly setOnline: (isOnline: boolean) => void;
  readonly isOnline: () => boolean;
  /** Why nothing of this account goes at the moment; null: nothing is in the way. */
  readonly obstacle: (accountId: string) => Obstacle | null;
  /** Calls off the message's attempt, up to the final dot; `then` runs when it is over, before anything else can start. */
  readonly callOff: (id: string, then: () => void) => Promise<void>;
  /** Ends everything that can be ended; what is behind its final dot gets some seconds for its answer. */
  readonly stop: () => Promise<void>;
};

type Running = { readonly control: AbortController; readonly isLocal: boolean; done: Promise<void>; after: (() => void)[] };
type Lane = {
  readonly running: Map<string, Running>;
  waitUntil: number | null;
  failures: number;
  failure: Failure | null;
  callOff: () => void;
};

/** Connections of one account at a time. */
const connectionsPerAccount = 1;
/** ms to wait before a ledger that can't be written is tried again, and for answers when the engine stops. */
const diskPause = 5_000;
const stopPatience = 10_000;
/** What a new network mends. */
const networkCodes = [
  'offline',
  'dns-failed',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
  'connection-lost',
  'not-mail-server',
] as const;

export type RunnerNeeds = Omit<AttemptNeeds, 'stopping'> & {
  readonly accounts: Accounts;
  readonly pauses: Pauses /** An attempt was concluded. */;
  readonly onConcluded: (accountId: string) => void;
};

export function createRunner(needs: RunnerNeeds): Runner {
  const { store, host, accounts, pauses, transitions, sessions } = needs;
  const { clock } = host;
  const lanes = new Map<string, Lane>();
  const stopping = new AbortController();
  let isOnline = true;
  let isStopped = false;

  const laneOf = (accountId: string): Lane => {
    const lane = lanes.get(accountId) ?? { running: new Map(), waitUntil: null, failures: 0, failure: null, callOff: () => undefined };
    lanes.set(accountId, lane);
    return lane;
  };
  const isCutOff = (account: Account): boolean => !isOnline && !isLocal(account);

  /** Runs `pump` again when it is time; a clock that was set back must not make it wait for years. */
  const later = (accountId: string, lane: Lane, at: number): void => {
    lane.callOff = clock.after(Math.min(Math.max(at - clock.now(), 0), backOff.cap), () => pump(accountId));
  };

  const pump = (accountId: string): void => {
    const lane = laneOf(accountId);
    lane.callOff();
    const account = accounts.find(accountId);
    if (isStopped || account === null || pauses.of(accountId) !== null || isCutOff(account)) return;
    while (lane.running.size < connectionsPerAccount) {
      if (lane.waitUntil !== null && !isDue(lane.waitUntil, clock.now())) return later(accountId, lane, lane.waitUntil);
      const next = onDisk(() => nextMessage(store, accountId), store.profile);
      if (!next.ok) return later(accountId, lane, clock.now() + diskPause);
      if (next.value === null || lane.running.has(next.value.id)) return;
      if (!isDue(next.value.notBefore, clock.now())) return later(accountId, lane, next.value.notBefore ?? 0);
      // The attempt leaves "queued" before it first waits: the next round sees the next message.
      run(next.value.id, account, lane);
    }
  };

  const run = (id: string, account: Account, lane: Lane): void => {
    const control = new AbortController();
    const running: Running = { control, isLocal: isLocal(account), done: Promise.resolve(), after: [] };
    lane.running.set(id, running);
    const attempt = runAttempt(id, account, { ...needs, stopping: stopping.signal }, control.signal);
    running.done = attempt
      .catch((error: unknown): Verdict => {
        // A fault in the program: what the ledger holds of the attempt decides, as after a crash.
        transitions.apply(id, { kind: 'engine-ended', at: clock.now() });
        return {
          kind: 'server',
          failure: { code: 'internal', detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' },
        };
      })
      .then((verdict) => {
        lane.running.delete(id);
        for (const work of running.after) work();
        judge(verdict, account, lane);
        needs.onConcluded(account.id);
        if (accounts.find(account.id) === null) orphan(account.id);
        pump(account.id);
      });
  };

  const judge = (verdict: Verdict, account: Account, lane: Lane): void => {
    switch (verdict.kind) {
      case 'done':
        if (verdict.isReached) Object.assign(lane, { failures: 0, failure: null, waitUntil: null });
        return;
      case 'account':
        return pauses.pause(account, verdict.failure);
      case 'server':
        lane.failures += 1;
        lane.failure = verdict.failure;
        lane.waitUntil = clock.now() + retryDelay(lane.failures, chanceFrom(host.random(4)));
        return;
      case 'disk':
        lane.failure = verdict.failure;
        lane.waitUntil = clock.now() + diskPause;
    }
  };

  /** The account is gone: what waits on it is kept for the person to decide. */
  const orphan = (accountId: string): void => {
    const waiting = onDisk(() => waitingMessages(store, accountId), store.profile);
    for (const id of waiting.ok ? waiting.value : []) transitions.apply(id, { kind: 'account-gone', at: clock.now() });
  };

  const ease = (accountId: string): void => {
    Object.assign(laneOf(accountId), { failures: 0, failure: null, waitUntil: null });
    onDisk(() => store.write(() => hurryMessages(store, accountId, networkCodes)), store.profile);
  };

  const wakeAll = (): void => {
    for (const { id } of accounts.all()) pump(id);
  };

  const refresh = (): void => {
    sessions.drop();
    for (const account of accounts.all()) if (!isLocal(account)) ease(account.id);
    // What hangs on a dead connection begins anew; this computer's own servers have not gone anywhere.
    for (const lane of lanes.values()) for (const running of lane.running.values()) if (!running.isLocal) running.control.abort();
    wakeAll();
  };

  watchAccounts(accounts, {
    onChanged(accountId) {
      sessions.drop(accountId);
      pauses.lift(accountId);
      ease(accountId);
    },
    onGone(accountId) {
      sessions.drop(accountId);
      pauses.forget(accountId);
      Object.assign(laneOf(accountId), { failures: 0, failure: null, waitUntil: null }); // an account put back later starts afresh
      for (const { control } of laneOf(accountId).running.values()) control.abort();
    },
    onSettled() {
      const waiting = onDisk(() => waitingAccounts(store), store.profile);
      for (const accountId of waiting.ok ? waiting.value : []) if (accounts.find(accountId) === null) orphan(accountId);
      wakeAll();
    },
  });

  return {
    wake: (accountId) => (accountId === undefined ? wakeAll() : pump(accountId)),
    hurry: (accountId) => void Object.assign(laneOf(accountId), { failures: 0, failure: null, waitUntil: null }),
    refresh,
    setOnline(next) {
      const isBack = next && !isOnline;
      isOnline = next;
      if (isBack) refresh();
    },
    isOnline: () => isOnline,
    obstacle(accountId) {
      const account = accounts.find(accountId);
      if (account === null) return { failure: { code: 'account-missing' }, until: null };
      const paused = pauses.of(accountId);
      if (paused !== null) return { failure: paused, until: null };
      if (isCutOff(account)) return { failure: { code: 'offline', host: account.smtp.host, port: account.smtp.port }, until: null };
      const { failure, waitUntil } = laneOf(accountId);
      return failure === null ? null : { failure, until: waitUntil };
    },
    async callOff(id, then) {
      const running = [...lanes.values()].map((lane) => lane.running.get(id)).find((found) => found !== undefined);
      running?.after.push(then);
      running?.control.abort();
      await running?.done;
    },
    async stop() {
      isStopped = true;
      const running = [...lanes.values()].flatMap((lane) => {
        lane.callOff();
        return [...lane.running.values()];
      });
      for (const { control } of running) control.abort();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        Promise.all(running.map(({ done }) => done)),
        new Promise((resolve) => (timer = setTimeout(resolve, stopPatience))),
      ]);
      clearTimeout(timer);
      stopping.abort();
      await sessions.stop();
    },
  };
}

/** Whether its time has come. A time that is further away than any pause comes from a clock that was set back since. */
const isDue = (at: number | null, now: number): boolean => at === null || at <= now || at > now + 2 * backOff.cap;

const isLocal = (account: Account): boolean => account.provider === 'practice' || isLoopback(account.smtp.host);

type AccountEvents = {
  readonly onChanged: (accountId: string) => void;
  readonly onGone: (accountId: string) => void;
  readonly onSettled: () => void;
};

/** Tells what became of each account. Before the shell has told the accounts for the first time, none of them is gone. */
function watchAccounts(accounts: Accounts, events: AccountEvents): void {
  let known = new Map<string, string>();
  const settings = (account: Account): string => JSON.stringify([account.address, account.smtp, account.imap, account.provider]);
  accounts.watch(() => {
    const now = new Map(accounts.all().map((account) => [account.id, settings(account)]));
    for (const [id, text] of now) if (known.has(id) && known.get(id) !== text) events.onChanged(id);
    for (const id of known.keys()) if (!now.has(id)) events.onGone(id);
    known = now;
    events.onSettled();
  });
}

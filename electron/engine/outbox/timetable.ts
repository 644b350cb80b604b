// Lets go what was held or scheduled when its time has come, through sleep and clocks that are set back or forward.
import type { Result } from '../../contract/failure';
import { fateOf, lateness, longestHold, type Timed, type WhenMissed } from '../../domain/leaving';
import type { OutboxEvent } from '../../domain/outbox/events';
import type { Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { LedgerMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { nextTimeOf, type TimedRow, timedBetween } from '../store/timed';
import { doMany } from './many';
import type { Recovery } from './recover';
import type { Runner } from './runner';
import type { Transitions } from './transitions';

export type Timetable = {
  /** Looks at the clock and at the ledger: something has a new time, or the computer woke. */
  readonly look: () => void;
  /** What becomes of scheduled messages whose time was missed. Before this was said nothing of them is decided. */
  readonly setWhenMissed: (what: WhenMissed) => void;
  /** The person leaves: what is inside its undo time goes now, or is kept. */
  readonly releaseHeld: (as: 'send' | 'keep') => void;
  /** Resolves when what was asked for is written. */
  readonly stop: () => Promise<void>;
};

export type TimetableNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'wake'>;
  readonly recovery: Pick<Recovery, 'isDone'>;
};

/** Messages that are let go together, in one commit: thousands may be due in the same minute. */
const mostInATurn = 200;
/** ms: a timer sleeps with the computer and knows nothing of a clock that is set, so it looks again after that. */
const longestWait = 60_000;
/** ms to wait before a ledger that can't be written is tried again. */
const diskPause = 5_000;
const farAway = Number.MAX_SAFE_INTEGER;

type Due = TimedRow & Timed;

export function createTimetable({ store, host, transitions, runner, recovery }: TimetableNeeds): Timetable {
  const { clock } = host;
  let whenMissed: WhenMissed | null = null;
  let missed = 0;
  let isStopped = false;
  let releasing: Promise<void> = Promise.resolve();
  let isLooking = false;
  let isWanted = false;
  let callOff: () => void = () => undefined;

  const due = (now: number): Due[] => {
    const of = (state: Timed['state'], from: number, to: number): Due[] =>
      timedBetween(store, state, from, to, mostInATurn).map((row) => ({ ...row, state }));
    return [
      ...of('held', 0, now),
      ...of('held', now + longestHold + 1, farAway),
      // Those that wait for the person's wish must not stand before the others.
      ...of('scheduled', whenMissed === null ? now - lateness : 0, now),
    ];
  };

  const look = (): void => {
    isWanted = true;
    if (!isLooking) void lookAll();
  };
  /** One look at a time; what is asked meanwhile is looked at afterwards. */
  const lookAll = async (): Promise<void> => {
    isLooking = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      await lookOnce();
    }
    isLooking = false;
  };

  const lookOnce = async (): Promise<void> => {
    callOff();
    if (!recovery.isDone()) return;
    const now = clock.now();
    const found = onDisk(() => due(now), store.profile);
    const done = found.ok ? await Promise.all(found.value.map((message) => carryOut(message, now))) : [];
    if (isStopped) return;
    for (const accountId of new Set(done.flatMap((one) => (one?.ok ? [one.value.accountId] : [])))) runner.wake(accountId);
    if (!found.ok || done.some((one) => one !== null && !one.ok)) return later(diskPause);
    if (done.length >= mostInATurn) return later(0); // there may be more
    if (missed > 0 && whenMissed === 'ask') host.notify({ kind: 'missed', count: missed });
    missed = 0;
    const next = onDisk(() => [nextTimeOf(store, 'held', now), nextTimeOf(store, 'scheduled', now)], store.profile);
    if (!next.ok) return later(diskPause);
    const times = next.value.flatMap((at) => (at === null ? [] : [Math.max(0, at - clock.now())]));
    if (times.length > 0) later(Math.min(...times, longestWait));
  };
  const later = (ms: number): void => {
    callOff = clock.after(ms, look);
  };

  const carryOut = async (message: Due, at: number): Promise<Result<LedgerMessage> | null> => {
    const event = eventOf(message, at, whenMissed);
    if (event === null) return null;
    const applied = await transitions.applySoon(message.id, event);
    if (applied.ok && event.kind === 'missed') missed += 1;
    return applied;
  };

  return {
    look,
    setWhenMissed(what) {
      whenMissed = what;
      look();
    },
    releaseHeld(as) {
      const at = clock.now();
      const kind = as === 'send' ? 'release' : 'keep';
      const held = onDisk(() => timedBetween(store, 'held', 0, farAway, farAway), store.profile);
      const released = doMany(
        held.ok ? held.value.map(({ id }) => id) : [],
        (id) => transitions.applySoon(id, { kind, at }),
        (accountIds) => {
          if (kind === 'release') for (const accountId of accountIds) runner.wake(accountId);
        },
      ).then(() => undefined);
      releasing = Promise.all([releasing, released]).then(() => undefined);
    },
    stop() {
      isStopped = true;
      callOff();
      return releasing;
    },
  };
}

function eventOf(message: Due, at: number, whenMissed: WhenMissed | null): OutboxEvent | null {
  const kind = fateOf(message, at, whenMissed);
  if (kind === 'wait') return null;
  return kind === 'hold-again' ? { kind, at, until: at + (message.hold ?? longestHold) } : { kind, at };
}

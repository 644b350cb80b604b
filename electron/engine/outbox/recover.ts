// The first thing at a start: nothing is being sent any more, whatever the ledger says. Done again until the disk has taken it.
import { longestHold } from '../../domain/leaving';
import type { OutboxEvent } from '../../domain/outbox/events';
import type { Clock } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { messagesInSending, readMark } from '../store/queue';
import { timedBetween } from '../store/timed';
import type { HeldBack } from './held-back';
import { isDiskFailure, type Transitions } from './transitions';

export type Recovery = {
  /** Whether nothing of an earlier engine is left. Before that nothing may be sent, and no time is up. */
  readonly isDone: () => boolean;
  /** Something like the end of the engine has come over this one message: what the ledger holds of its attempt decides. */
  readonly add: (id: string) => void;
  readonly stop: () => void;
};

export type RecoveryNeeds = {
  readonly store: Store;
  readonly clock: Clock;
  readonly transitions: Transitions;
  readonly heldBack: Pick<HeldBack, 'dotOf' | 'forget' | 'forgetAll'>;
  /** It is done by now, or one that was added is; not told for what could be done at once. */
  readonly onDone: () => void;
};

/** ms before a disk that refuses is tried again. */
const diskPause = 1_000;
/** A person has a few letters inside their undo time; more than this are left to their old time. */
const mostHeld = 1000;

/**
 * With the mark before the final dot a message may have been sent, without it, or with the dot held back, it waits again; what was being sent in three
 * ends of the engine in a row is kept aside. Nobody could call back what was inside its undo time: the time begins anew.
 */
export function createRecovery({ store, clock, transitions, heldBack, onDone }: RecoveryNeeds): Recovery {
  /** What is still to be written; null: that could not be read yet. */
  let left: Map<string, (at: number) => OutboxEvent> | null = null;
  let isDone = false;
  let callOff: () => void = () => undefined;
  let isStopped = false;

  const ended =
    (id: string) =>
    (at: number): OutboxEvent => {
      const mark = onDisk(() => readMark(store, id), store.profile);
      return { kind: 'engine-ended', at, ...(mark.ok ? { dotAt: heldBack.dotOf({ id, dotAt: mark.value }) } : {}) };
    };
  const read = (): typeof left => {
    const found = onDisk(
      () => ({ sending: messagesInSending(store), held: timedBetween(store, 'held', 0, Number.MAX_SAFE_INTEGER, mostHeld) }),
      store.profile,
    );
    if (!found.ok) return null;
    const { sending, held } = found.value;
    return new Map([
      ...sending.map((id) => [id, ended(id)] as const),
      ...held.map(
        ({ id, hold }) => [id, (at: number) => ({ kind: 'hold-again' as const, at, until: at + (hold ?? longestHold) })] as const,
      ),
    ]);
  };
  const work = (): void => {
    callOff();
    left ??= read();
    let hasDisk = left !== null;
    for (const [id, eventAt] of left ?? []) {
      const event = eventAt(clock.now());
      const applied = transitions.apply(id, event);
      // What is not possible has been settled by other means.
      if (applied.ok || applied.failure.code === 'not-possible-now' || applied.failure.code === 'not-found') {
        left?.delete(id);
        heldBack.forget(id);
      } else if (isDiskFailure(applied.failure)) hasDisk = false;
    }
    if (!isDone && left?.size === 0) heldBack.forgetAll(); // nothing is sent before, so nothing of this engine is held back yet
    isDone ||= hasDisk; // a fault in the program about one of them does not hold up the others
    if (left === null || left.size > 0) callOff = isStopped ? callOff : clock.after(diskPause, workAgain);
  };
  const workAgain = (): void => {
    work();
    if (isDone) onDone();
  };

  work();
  return {
    isDone: () => isDone,
    add(id) {
      left?.set(id, ended(id)); // read by now: nothing is sent before
      work();
    },
    stop() {
      isStopped = true;
      callOff();
    },
  };
}

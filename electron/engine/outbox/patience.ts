// An account's clock of patience: read whenever something of its queue moves, and kept with what an attempt writes.
import { beginClock, isBack, type Over, overFor, type PatienceClock, patientFrom, tick, wentOut } from '../../domain/patience';
import type { Clock } from '../rooms';
import { readPatience, savePatience } from '../store/account-state';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { latestPatience } from '../store/queue';

export type Patience = {
  /** Reads it. `isGoing`: whether something of the queue may be tried from now on. */
  readonly tick: (isGoing: boolean) => void;
  /** What it says now. */
  readonly now: () => number;
  /** The server could not be used; it can be, or has become another. */
  readonly wentOut: () => void;
  readonly isBack: () => void;
  /** See domain/patience.ts. */
  readonly overFor: (patience: number) => Over;
  readonly patientFrom: (waitingSince: number) => number;
  /**
   * Keeps it if that matters. Runs in the caller's transaction, which may be taken back: what it answers is to be called when that is
   * durable. `isPutOff`: the message that is written waits by this clock.
   */
  readonly keep: (isPutOff: boolean) => () => void;
};

const nothingKept = (): void => undefined;

export function createPatience(store: Store, accountId: string, { now }: Clock): Patience {
  let clock: PatienceClock | null = null;
  let keptOut: number | null = null;
  const read = (): PatienceClock => {
    if (clock !== null) return clock;
    // What can't be read now begins anew: a message is rather tried for too long than given up too early.
    const known = onDisk(
      () => readPatience(store, accountId) ?? { time: latestPatience(store, accountId) ?? now(), outSince: null, marks: [] },
    );
    const kept = known.ok ? known.value : { time: 0, outSince: null, marks: [] };
    keptOut = kept.outSince;
    clock = beginClock(kept, now());
    return clock;
  };
  const set = (next: PatienceClock): PatienceClock => {
    clock = next;
    return next;
  };
  const readNow = (): PatienceClock => set(tick(read(), now(), read().isGoing));
  return {
    tick: (isGoing) => void set(tick(read(), now(), isGoing)),
    now: () => readNow().time,
    wentOut: () => void set(wentOut(readNow())),
    isBack: () => void set(isBack(read())),
    patientFrom: (waitingSince) => patientFrom(readNow(), waitingSince),
    overFor: (patience) => overFor(readNow(), patience),
    keep(isPutOff) {
      const current = readNow();
      if (!isPutOff && current.outSince === keptOut) return nothingKept;
      savePatience(store, accountId, current);
      return () => {
        keptOut = current.outSince;
      };
    },
  };
}

// The head of an account's queue, read some at a time: what goes next must not cost more because much is waiting.
import type { Result } from '../../contract/failure';
import { backOff } from '../../domain/retry';
import type { Clock } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { type Next, nextMessages } from '../store/queue';

export type Ahead = {
  /** How many could go now, up to what was read; a failure: the ledger can't be read. */
  readonly count: () => Result<number>;
  /** Takes the next one that may go now; null: none. */
  readonly take: () => Next | null;
  /** Whether one of those that are near was being sent when the engine ended. */
  readonly hasSuspect: () => boolean;
  /** When the next one that waits for its time may go, ms since 1970; null: nothing waits for that. */
  readonly dueAt: () => number | null;
  /** The queue has changed otherwise than by what was taken: it is read again. */
  readonly forget: () => void;
};

const most = 64;

/** `isTaken`: being handled already, whatever the ledger still says of it. */
export function createAhead(store: Store, clock: Clock, accountId: string, isTaken: (id: string) => boolean, taken: () => number): Ahead {
  let head: Next[] = [];
  let at = 0;
  let due: number | null = null;
  let isStale = true;
  const read = (): Result<number> => {
    const rows = onDisk(() => nextMessages(store, accountId, most + taken()), store.profile);
    if (!rows.ok) return rows;
    const now = clock.now();
    const free = rows.value.filter(({ id }) => !isTaken(id));
    head = free.filter(({ notBefore }) => isDue(notBefore, now));
    at = 0;
    due = free.find(({ notBefore }) => !isDue(notBefore, now))?.notBefore ?? null;
    isStale = false;
    return { ok: true, value: head.length };
  };
  const count = (): Result<number> => (isStale || at >= head.length ? read() : { ok: true, value: head.length - at });
  return {
    count,
    take() {
      const counted = count();
      if (!counted.ok || counted.value === 0) return null;
      const next = head[at] ?? null;
      at += 1;
      return next;
    },
    hasSuspect: () => head.some(({ crashes }, index) => crashes > 0 && index >= at),
    dueAt: () => due,
    forget() {
      isStale = true;
    },
  };
}

/** Whether its time has come. A time that is further away than any pause comes from a clock that was set back since. */
export const isDue = (at: number | null, now: number): boolean => at === null || at <= now || at > now + 2 * backOff.cap;

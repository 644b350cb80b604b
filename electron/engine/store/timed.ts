// The ledger's questions about time: what is held or scheduled, what leaves next, what was missed. None grows with the queue.
import type { Store } from './open';
import { byState } from './queue';

export type TimedRow = { readonly id: string; readonly notBefore: number /** ms */; readonly hold: number | null };
type TimedState = 'held' | 'scheduled';

/** Those whose time is from `from` to `to` (ms since 1970), the earliest first, at most `limit`. */
export const timedBetween = (store: Store, state: TimedState, from: number, to: number, limit: number): TimedRow[] =>
  store
    .prepare<TimedRow>(
      `SELECT id, not_before AS notBefore, hold FROM message WHERE ${byState} AND state = ? AND not_before BETWEEN ? AND ? ORDER BY not_before LIMIT ?`,
    )
    .all(state, from, to, limit);

/** When the first one after `after` leaves; null: none does. */
export const nextTimeOf = (store: Store, state: TimedState, after: number): number | null =>
  store
    .prepare<{ at: number | null }>(`SELECT min(not_before) AS at FROM message WHERE ${byState} AND state = ? AND not_before > ?`)
    .get(state, after)?.at ?? null;

// Named, because SQLite would rather walk through everything that is kept.
/** Scheduled messages that wait for the person because nobody was there at their time. */
export const countMissed = (store: Store): number =>
  store
    .prepare<{ n: number }>(
      "SELECT count(*) AS n FROM message INDEXED BY message_missed WHERE state = 'kept' AND failure ->> '$.code' = 'schedule-missed'",
    )
    .get()?.n ?? 0;

export const missedIds = (store: Store): string[] =>
  store
    .prepare<{ id: string }>(
      "SELECT id FROM message INDEXED BY message_missed WHERE state = 'kept' AND failure ->> '$.code' = 'schedule-missed'",
    )
    .all()
    .map(({ id }) => id);

/** Remembers the zone in which a time was chosen. */
export const saveZone = (store: Store, id: string, zone: string): void =>
  void store.prepare('UPDATE message SET zone = ? WHERE id = ?').run(zone, id);

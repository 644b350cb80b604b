// Messages that may have been sent, and when the program looks for them in Sent. The index is named, because a campaign may leave many
// such messages that are not looked for any more.
import type { Store } from './open';

/**
 * Those of these accounts whose time has come, or is further away than any pause: then the clock was set back since.
 * The earliest first, at most `limit`; those of an account that can't be reached don't stand in front.
 */
export const dueLooks = (
  store: Store,
  accountIds: readonly string[],
  { now, tooFar }: { readonly now: number; readonly tooFar: number },
  limit: number,
): string[] =>
  store
    .prepare<{ id: string }>(
      `SELECT id FROM message INDEXED BY message_look WHERE state = 'uncertain' AND look_at IS NOT NULL AND (look_at <= ? OR look_at > ?)
       AND account_id IN (SELECT value FROM json_each(?)) ORDER BY look_at LIMIT ?`,
    )
    .all(now, tooFar, JSON.stringify(accountIds), limit)
    .map(({ id }) => id);

/** When the next one is looked for after `after`, ms since 1970; null: none is. */
export const nextLookAt = (store: Store, after: number): number | null =>
  store
    .prepare<{ at: number | null }>(
      "SELECT min(look_at) AS at FROM message INDEXED BY message_look WHERE state = 'uncertain' AND look_at IS NOT NULL AND look_at > ?",
    )
    .get(after)?.at ?? null;

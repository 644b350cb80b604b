// What has grown old in the ledger, read in slices from one end of a table to the other, and taken away.
// Each slice costs the same however long the tables are. Everything runs in the caller's transaction and throws what the disk throws.
import type { CopyState, MessageState } from '../../contract/model/outbox';
import type { KeptMessage } from '../../domain/keeping';
import { removeAttachments } from './attachments';
import type { Store } from './open';
import { byState } from './queue';

type MessageColumns = {
  readonly id: string;
  readonly accountId: string;
  readonly state: MessageState;
  readonly is_dismissed: number;
  readonly copy: CopyState;
  readonly changedAt: number;
  readonly keepsNoCopy: number;
};
const columns =
  'm.id, m.account_id AS accountId, m.state, m.is_dismissed, m.copy_state AS copy, m.changed_at AS changedAt, m.keeps_no_copy AS keepsNoCopy';
export type OldRow = { readonly row: number; readonly id: string; readonly accountId: string; readonly message: KeptMessage };
const toRow = ({
  row,
  id,
  accountId,
  state,
  is_dismissed,
  copy,
  changedAt,
  keepsNoCopy,
}: MessageColumns & { readonly row: number }): OldRow => ({
  row,
  id,
  accountId,
  message: { state, isDismissed: is_dismissed === 1, copy, changedAt, keepsNoCopy: keepsNoCopy === 1 },
});

/** Messages that were cancelled and not touched since `before`. */
export const cancelledBefore = (store: Store, before: number, limit: number): string[] =>
  store
    .prepare<{ id: string }>(
      `SELECT id FROM message WHERE ${byState} AND state = 'cancelled' AND copy_state IN ('none-needed', 'filed') AND changed_at < ? LIMIT ?`,
    )
    .all(before, limit)
    .map(({ id }) => id);

/** Removes it with all that belongs to it; the hashes of its files, for dropping them after the commit. */
export function removeMessage(store: Store, id: string): string[] {
  const hashes = removeAttachments(store, { kind: 'message', id });
  store.prepare('DELETE FROM message WHERE id = ?').run(id);
  return hashes;
}

/** Lines of the stories, the oldest first, from behind `after`. */
export const storyLines = (store: Store, after: number, limit: number): (OldRow & { readonly at: number })[] =>
  store
    .prepare<MessageColumns & { row: number; at: number }>(
      `SELECT j.id AS row, j.at, ${columns} FROM journal j JOIN message m ON m.id = j.message_id WHERE j.id > ? ORDER BY j.id LIMIT ?`,
    )
    .all(after, limit)
    .map((line) => ({ ...toRow(line), at: line.at }));

export const removeStoryLine = (store: Store, row: number): void => void store.prepare('DELETE FROM journal WHERE id = ?').run(row);

/** Attempts that have ended, the newest first, from before `before`. `size`: octets of the conversation. `isLatest`: of its message. */
export const endedAttempts = (
  store: Store,
  before: number,
  limit: number,
): (OldRow & { readonly size: number; readonly isLatest: boolean })[] =>
  store
    .prepare<MessageColumns & { row: number; size: number; latest: number }>(
      `SELECT a.id AS row, coalesce(octet_length(a.transcript), 0) AS size,
         a.number = (SELECT max(number) FROM attempt WHERE message_id = a.message_id) AS latest, ${columns} FROM attempt a JOIN message m ON m.id = a.message_id
       WHERE a.id < ? AND a.ended_at IS NOT NULL ORDER BY a.id DESC LIMIT ?`,
    )
    .all(before, limit)
    .map((attempt) => ({ ...toRow(attempt), size: attempt.size, isLatest: attempt.latest === 1 }));

export const removeAttempt = (store: Store, row: number): void => void store.prepare('DELETE FROM attempt WHERE id = ?').run(row);
export const removeTranscript = (store: Store, row: number): void =>
  void store.prepare('UPDATE attempt SET transcript = NULL WHERE id = ?').run(row);

/** Messages whose bytes are there, the oldest first, from behind `after`. */
export const frozenRows = (store: Store, after: number, limit: number): OldRow[] =>
  store
    .prepare<MessageColumns & { row: number }>(
      `SELECT f.rowid AS row, ${columns} FROM frozen f JOIN message m ON m.id = f.message_id WHERE f.rowid > ? ORDER BY f.rowid LIMIT ?`,
    )
    .all(after, limit)
    .map(toRow);

/** Removes a message's bytes; the hashes of its files, for dropping them after the commit. */
export function removeBytes(store: Store, id: string): string[] {
  store.prepare('DELETE FROM frozen WHERE message_id = ?').run(id);
  return removeAttachments(store, { kind: 'message', id });
}

// The ledger seen as a Sent folder: an account's messages that a server has accepted, for accounts that have no folder of their own.
// `queues`: the account's id, and those of its other ways out.
import type { Store } from './open';

export type AcceptedRow = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly at: number;
  readonly size: number;
  readonly hasAttachments: boolean;
};

/** How many there are and when the last one was accepted: a change of either means that a list is out of date. */
export const acceptedSoFar = (store: Store, queues: readonly string[]): { readonly total: number; readonly last: number } => {
  const row = store
    .prepare<{ total: number; last: number | null }>(
      'SELECT count(*) AS total, max(accepted_at) AS last FROM message WHERE account_id IN (SELECT value FROM json_each(?)) AND accepted_at IS NOT NULL AND keeps_no_copy = 0',
    )
    .get(JSON.stringify(queues));
  return { total: row?.total ?? 0, last: row?.last ?? 0 };
};

const mostNames = 100;

/** The newest first. */
export function pageOfAccepted(store: Store, queues: readonly string[], offset: number, limit: number): readonly AcceptedRow[] {
  const recipients = store.prepare<{ name: string; address: string; field: string }>(
    `SELECT name, address, field FROM recipient WHERE message_id = ? ORDER BY position LIMIT ${mostNames}`,
  );
  return store
    .prepare<{ id: string; from_name: string; from_address: string; subject: string; accepted_at: number; size: number; files: number }>(
      `SELECT id, from_name, from_address, subject, accepted_at, size,
         EXISTS (SELECT 1 FROM attachment WHERE owner_kind = 'message' AND owner_id = message.id AND cid IS NULL) AS files
       FROM message WHERE account_id IN (SELECT value FROM json_each(?)) AND accepted_at IS NOT NULL AND keeps_no_copy = 0 ORDER BY accepted_at DESC, rowid DESC LIMIT ? OFFSET ?`,
    )
    .all(JSON.stringify(queues), limit, offset)
    .map(({ id, from_name, from_address, subject, accepted_at, size, files }) => {
      const everyone = recipients.all(id);
      const named = everyone.filter(({ field }) => field === 'to');
      const to = (named.length > 0 ? named : everyone).map(({ name, address }) => (name === '' ? address : name));
      return { id, from: from_name === '' ? from_address : from_name, to, subject, at: accepted_at, size, hasAttachments: files === 1 };
    });
}

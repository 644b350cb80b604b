// The attachment table's statements: which draft or message needs which stored file, in which order.
import type { Attachment } from '../../contract/model/drafts';
import type { Store } from './open';

export type Owner = { readonly kind: 'draft' | 'message'; readonly id: string };

const columns = 'id, name, type, size, sha256, cid';

/** In the order in which they were attached. */
export const listAttachments = (store: Store, { kind, id }: Owner): Attachment[] =>
  store
    .prepare<Attachment>(`SELECT ${columns} FROM attachment WHERE owner_kind = ? AND owner_id = ? ORDER BY position, rowid`)
    .all(kind, id)
    .map((row) => ({ ...row }));

export function addAttachment(store: Store, { kind, id }: Owner, { id: attachmentId, name, type, size, sha256, cid }: Attachment): void {
  store
    .prepare(
      `INSERT INTO attachment (id, owner_kind, owner_id, position, name, type, size, sha256, cid)
       VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM attachment WHERE owner_kind = ? AND owner_id = ?), ?, ?, ?, ?, ?)`,
    )
    .run(attachmentId, kind, id, kind, id, name, type, size, sha256, cid);
}

/** Its hash, for dropping the file after the commit; null: the owner has no such attachment. */
export function removeAttachment(store: Store, { kind, id }: Owner, attachmentId: string): string | null {
  const row = store
    .prepare<{ sha256: string }>('DELETE FROM attachment WHERE owner_kind = ? AND owner_id = ? AND id = ? RETURNING sha256')
    .get(kind, id, attachmentId);
  return row?.sha256 ?? null;
}

/** Their hashes, for dropping the files after the commit. */
export const removeAttachments = (store: Store, { kind, id }: Owner): string[] =>
  store
    .prepare<{ sha256: string }>('DELETE FROM attachment WHERE owner_kind = ? AND owner_id = ? RETURNING sha256')
    .all(kind, id)
    .map((row) => row.sha256);

/** Hands one attachment over to another owner, as it is. */
export const moveAttachment = (store: Store, attachmentId: string, { kind, id }: Owner): void =>
  void store.prepare('UPDATE attachment SET owner_kind = ?, owner_id = ? WHERE id = ?').run(kind, id, attachmentId);

/** Rows whose draft was never finished, because the engine ended while it was made. `unfinished`: drafts being made now. */
export function removeOrphans(store: Store, unfinished: ReadonlySet<string>): void {
  const owners = store
    .prepare<{ owner_id: string }>(
      "SELECT DISTINCT owner_id FROM attachment WHERE owner_kind = 'draft' AND owner_id NOT IN (SELECT id FROM draft)",
    )
    .all();
  for (const { owner_id: id } of owners) if (!unfinished.has(id)) removeAttachments(store, { kind: 'draft', id });
}

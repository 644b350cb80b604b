// The attachment table's statements: which draft or message needs which stored file, in which order, under which name.
import type { Attachment } from '../../contract/model/drafts';
import type { Store } from './open';

export type Owner = { readonly kind: 'draft' | 'message'; readonly id: string };

const columns = 'id, name, type, size, sha256, cid, original_of AS originalOf, holds';

type Row = Omit<Attachment, 'originalOf' | 'holds'> & { readonly originalOf: string | null; readonly holds: string | null };

const toAttachment = ({ originalOf, holds, ...row }: Row): Attachment => ({
  ...row,
  ...(originalOf === null ? {} : { originalOf }),
  ...(holds === null ? {} : { holds }),
});

/** In the order in which they were attached. */
export const listAttachments = (store: Store, { kind, id }: Owner): Attachment[] =>
  store
    .prepare<Row>(`SELECT ${columns} FROM attachment WHERE owner_kind = ? AND owner_id = ? ORDER BY position, rowid`)
    .all(kind, id)
    .map(toAttachment);

export function addAttachment(store: Store, { kind, id }: Owner, attachment: Attachment): void {
  const { id: attachmentId, name, type, size, sha256, cid, originalOf = null, holds = null } = attachment;
  store
    .prepare(
      `INSERT INTO attachment (id, owner_kind, owner_id, position, name, type, size, sha256, cid, original_of, holds)
       VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM attachment WHERE owner_kind = ? AND owner_id = ?), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(attachmentId, kind, id, kind, id, name, type, size, sha256, cid, originalOf, holds);
}

/** Null: the owner has no such attachment. */
export function findAttachment(store: Store, { kind, id }: Owner, attachmentId: string): Attachment | null {
  const row = store
    .prepare<Row>(`SELECT ${columns} FROM attachment WHERE owner_kind = ? AND owner_id = ? AND id = ?`)
    .get(kind, id, attachmentId);
  return row === undefined ? null : toAttachment(row);
}

/** With what it was made from. The hashes, for dropping the files after the commit; none: the owner has no such attachment. */
export const removeAttachment = (store: Store, { kind, id }: Owner, attachmentId: string): string[] =>
  store
    .prepare<{ sha256: string }>(
      'DELETE FROM attachment WHERE owner_kind = ?1 AND owner_id = ?2 AND (id = ?3 OR original_of = ?3) RETURNING sha256',
    )
    .all(kind, id, attachmentId)
    .map((row) => row.sha256);

export const renameAttachment = (store: Store, attachmentId: string, name: string): void =>
  void store.prepare('UPDATE attachment SET name = ? WHERE id = ?').run(name, attachmentId);

export const setHolds = (store: Store, attachmentId: string, holds: string): void =>
  void store.prepare('UPDATE attachment SET holds = ? WHERE id = ?').run(holds, attachmentId);

export const setType = (store: Store, attachmentId: string, type: string): void =>
  void store.prepare('UPDATE attachment SET type = ? WHERE id = ?').run(type, attachmentId);

/** Puts them in this order, before all others. */
export function arrangeAttachments(store: Store, { kind, id }: Owner, ids: readonly string[]): void {
  const rest = listAttachments(store, { kind, id }).flatMap((one) => (ids.includes(one.id) ? [] : [one.id]));
  const place = store.prepare('UPDATE attachment SET position = ? WHERE owner_kind = ? AND owner_id = ? AND id = ?');
  for (const [index, attachmentId] of [...ids, ...rest].entries()) place.run(index + 1, kind, id, attachmentId);
}

/** Says that this one was made from that one, which gives it its place and, as a picture that no text shows, does not go itself. */
export function setOriginal(store: Store, originalId: string, madeId: string, originalCid: string): void {
  store.prepare('UPDATE attachment SET position = (SELECT position FROM attachment WHERE id = ?) WHERE id = ?').run(originalId, madeId);
  store.prepare('UPDATE attachment SET original_of = ?, cid = ? WHERE id = ?').run(madeId, originalCid, originalId);
}

/** The original of this file goes again in its place. The hash of what was made from it; null: there is no original. */
export function putBackOriginal(store: Store, { kind, id }: Owner, madeId: string): string | null {
  const back = store
    .prepare(
      `UPDATE attachment SET original_of = NULL, cid = NULL, position = (SELECT position FROM attachment WHERE id = ?3)
       WHERE owner_kind = ?1 AND owner_id = ?2 AND original_of = ?3`,
    )
    .run(kind, id, madeId);
  if (back.changes === 0) return null;
  return removeAttachment(store, { kind, id }, madeId)[0] ?? null;
}

/** Their hashes, for dropping the files after the commit. */
export const removeAttachments = (store: Store, { kind, id }: Owner): string[] =>
  store
    .prepare<{ sha256: string }>('DELETE FROM attachment WHERE owner_kind = ? AND owner_id = ? RETURNING sha256')
    .all(kind, id)
    .map((row) => row.sha256);

/** Hands one attachment over to another owner, as it is. */
export const moveAttachment = (store: Store, attachmentId: string, { kind, id }: Owner): void =>
  void store.prepare('UPDATE attachment SET owner_kind = ?, owner_id = ?, original_of = NULL WHERE id = ?').run(kind, id, attachmentId);

/** Rows whose draft was never finished, because the engine ended while it was made. `unfinished`: drafts being made now. */
export function removeOrphans(store: Store, unfinished: ReadonlySet<string>): void {
  const owners = store
    .prepare<{ owner_id: string }>(
      "SELECT DISTINCT owner_id FROM attachment WHERE owner_kind = 'draft' AND owner_id NOT IN (SELECT id FROM draft)",
    )
    .all();
  for (const { owner_id: id } of owners) if (!unfinished.has(id)) removeAttachments(store, { kind: 'draft', id });
}

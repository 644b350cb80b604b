// The pictures of signatures: files of the store that no letter may need yet. The signatures themselves are the settings'.
import type { Attachment } from '../../contract/model/drafts';
import type { Store } from './open';

export type SignaturePicture = Pick<Attachment, 'name' | 'type' | 'size' | 'sha256'>;

export const addSignaturePicture = (store: Store, accountId: string, { name, type, size, sha256 }: SignaturePicture, at: number): void =>
  void store
    .prepare(
      `INSERT INTO signature_picture (account_id, sha256, name, type, size, at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (account_id, sha256) DO UPDATE SET at = excluded.at`,
    )
    .run(accountId, sha256, name, type, size, at);

/** Of whichever account's signature it is. */
export function findSignaturePicture(store: Store, sha256: string): SignaturePicture | null {
  const row = store
    .prepare<SignaturePicture>('SELECT name, type, size, sha256 FROM signature_picture WHERE sha256 = ? LIMIT 1')
    .get(sha256);
  return row === undefined ? null : { ...row };
}

/** Takes away an account's, but for those that stand in somebody else's signature; their hashes, for dropping the files after the commit. */
export function removePicturesOf(store: Store, accountId: string, isShown: (sha256: string) => boolean): string[] {
  const gone = store
    .prepare<{ sha256: string }>('SELECT sha256 FROM signature_picture WHERE account_id = ?')
    .all(accountId)
    .flatMap(({ sha256 }) => (isShown(sha256) ? [] : [sha256]));
  const remove = store.prepare('DELETE FROM signature_picture WHERE account_id = ? AND sha256 = ?');
  store.db.exec('PRAGMA secure_delete = ON'); // what a file of that name was called is not to stay in the page either
  for (const sha256 of gone) remove.run(accountId, sha256);
  store.db.exec('PRAGMA secure_delete = OFF');
  return gone;
}

/** Takes away those that were kept before `before` and stand in no signature; their hashes, for dropping the files after the commit. */
export function removeSignaturePictures(store: Store, before: number, isShown: (sha256: string) => boolean): string[] {
  const old = store
    .prepare<{ account_id: string; sha256: string }>('SELECT account_id, sha256 FROM signature_picture WHERE at < ?')
    .all(before)
    .filter(({ sha256 }) => !isShown(sha256));
  const remove = store.prepare('DELETE FROM signature_picture WHERE account_id = ? AND sha256 = ?');
  for (const { account_id, sha256 } of old) remove.run(account_id, sha256);
  return old.map(({ sha256 }) => sha256);
}

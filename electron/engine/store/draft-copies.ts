// The draft_copy table: which drafts have a copy on a server, and how it stands with it.
import { z } from 'zod';
import type { Failure } from '../../contract/failure';
import { toFailure } from './ledger-message';
import type { Store } from './open';

export type DraftCopyRow = {
  readonly draftId: string;
  readonly accountId: string;
  /** Message-IDs of all that may lie there. */
  readonly ids: readonly string[];
  /** The draft's `updatedAt` for which the last of them was made. */
  readonly lastOf: number | null;
  readonly filedOf: number | null;
  readonly failure: Failure | null;
  readonly attempts: number;
  readonly notBefore: number | null;
};
type Raw = Omit<DraftCopyRow, 'failure' | 'ids'> & { readonly failure: string | null; readonly ids: string };

const columns =
  'draft_id AS draftId, account_id AS accountId, ids, last_of AS lastOf, filed_of AS filedOf, failure, attempts, not_before AS notBefore';
const idsSchema = z.array(z.string());
const rowOf = ({ failure, ids, ...row }: Raw): DraftCopyRow => ({
  ...row,
  ids: idsSchema.parse(JSON.parse(ids)),
  failure: toFailure(failure),
});

export const listDraftCopies = (store: Store): DraftCopyRow[] => store.prepare<Raw>(`SELECT ${columns} FROM draft_copy`).all().map(rowOf);

export function readDraftCopy(store: Store, draftId: string): DraftCopyRow | null {
  const row = store.prepare<Raw>(`SELECT ${columns} FROM draft_copy WHERE draft_id = ?`).get(draftId);
  return row === undefined ? null : rowOf(row);
}

/** Written before the copy is put there, so that one that nobody saw arrive is found again. */
export const announceDraftCopy = (store: Store, draftId: string, accountId: string, ids: readonly string[], lastOf: number): void =>
  void store
    .prepare(
      'INSERT INTO draft_copy (draft_id, account_id, ids, last_of) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (draft_id) DO UPDATE SET ids = ?3, last_of = ?4',
    )
    .run(draftId, accountId, JSON.stringify(ids), lastOf);

export const draftCopyFiled = (store: Store, draftId: string, messageId: string, filedOf: number): void =>
  void store
    .prepare('UPDATE draft_copy SET ids = ?, filed_of = ?, failure = NULL, attempts = 0, not_before = NULL WHERE draft_id = ?')
    .run(JSON.stringify([messageId]), filedOf, draftId);

export const draftCopyFailed = (
  store: Store,
  { draftId, accountId }: Pick<DraftCopyRow, 'draftId' | 'accountId'>,
  failure: Failure,
  attempts: number,
  notBefore: number,
): void =>
  void store
    .prepare(
      `INSERT INTO draft_copy (draft_id, account_id, ids, failure, attempts, not_before) VALUES (?1, ?2, '[]', ?3, ?4, ?5)
       ON CONFLICT (draft_id) DO UPDATE SET failure = ?3, attempts = ?4, not_before = ?5`,
    )
    .run(draftId, accountId, JSON.stringify(failure), attempts, notBefore);

export const forgetDraftCopy = (store: Store, draftId: string): void =>
  void store.prepare('DELETE FROM draft_copy WHERE draft_id = ?').run(draftId);

/** Lets an account's copies be tried again at once. */
export const hurryDraftCopies = (store: Store, accountId: string): void =>
  void store.prepare('UPDATE draft_copy SET not_before = NULL WHERE account_id = ?').run(accountId);

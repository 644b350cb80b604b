// The statements about people. What belongs together runs in the caller's transaction; every function throws what the disk throws.
import { recipientKey } from '../../domain/addresses';
import { foldPerson } from '../../domain/people/keys';
import type { Store } from '../store/open';

export type Source = 'written' | 'imported' | 'typed';
export type PersonRow = {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly folded: string;
  readonly source: Source;
};
/** `accountId`: the address of one's own that it was from, as a `senderKey` (domain/identities/identity.ts). */
export type WrittenRow = { readonly accountId: string; readonly times: number; readonly warmth: number; readonly lastAt: number };

const columns = 'id, name, address, folded, source';

/** In the order of names, from behind the last one read. */
export const nextPeople = (store: Store, after: Pick<PersonRow, 'folded' | 'id'> | null, limit: number): PersonRow[] =>
  store
    .prepare<PersonRow>(`SELECT ${columns} FROM person WHERE (folded, id) > (?, ?) ORDER BY folded, id LIMIT ?`)
    .all(after?.folded ?? '', after?.id ?? -1, limit);

export const personById = (store: Store, id: number): PersonRow | undefined =>
  store.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`).get(id);

export const personByAddress = (store: Store, address: string): PersonRow | undefined =>
  store.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE key = ?`).get(recipientKey(address));

export const addPerson = (store: Store, name: string, address: string, source: Source): number =>
  Number(
    store
      .prepare('INSERT INTO person (key, address, name, source, folded) VALUES (?, ?, ?, ?, ?)')
      .run(recipientKey(address), address, name, source, foldPerson(name, address)).lastInsertRowid,
  );

export const changePerson = (store: Store, id: number, name: string, address: string, source: Source): void =>
  void store
    .prepare('UPDATE person SET key = ?, address = ?, name = ?, source = ?, folded = ? WHERE id = ?')
    .run(recipientKey(address), address, name, source, foldPerson(name, address), id);

export const removePerson = (store: Store, id: number): void => void store.prepare('DELETE FROM person WHERE id = ?').run(id);

const writtenColumns = 'account_id AS accountId, times, warmth, last_at AS lastAt';
export const writtenTo = (store: Store, personId: number): WrittenRow[] =>
  store.prepare<WrittenRow>(`SELECT ${writtenColumns} FROM written WHERE person_id = ?`).all(personId);

/** All rows of the people from `after` on, in their order. */
export const nextWritten = (store: Store, after: number, limit: number): (WrittenRow & { readonly personId: number })[] =>
  store
    .prepare<WrittenRow & { personId: number }>(
      `SELECT person_id AS personId, ${writtenColumns} FROM written WHERE person_id > ? AND person_id <= coalesce(
        (SELECT max(person_id) FROM (SELECT DISTINCT person_id FROM written WHERE person_id > ? ORDER BY person_id LIMIT ?)), 0) ORDER BY person_id`,
    )
    .all(after, after, limit);

export type LastLetter = { readonly subject: string; readonly at: number; readonly ref: string };
export const lastLetterTo = (store: Store, personId: number): LastLetter | undefined =>
  store
    .prepare<LastLetter>(
      'SELECT last_subject AS subject, last_at AS at, last_ref AS ref FROM written WHERE person_id = ? ORDER BY last_at DESC LIMIT 1',
    )
    .get(personId);

export type WrittenLetter = WrittenRow & { readonly subject: string; readonly ref: string };
export const writtenBy = (store: Store, personId: number, accountId: string): WrittenLetter | undefined =>
  store
    .prepare<WrittenLetter>(
      `SELECT ${writtenColumns}, last_subject AS subject, last_ref AS ref FROM written WHERE person_id = ? AND account_id = ?`,
    )
    .get(personId, accountId);
export const allWrittenBy = (store: Store, personId: number): WrittenLetter[] =>
  store
    .prepare<WrittenLetter>(`SELECT ${writtenColumns}, last_subject AS subject, last_ref AS ref FROM written WHERE person_id = ?`)
    .all(personId);

export const putWritten = (store: Store, personId: number, { accountId, times, warmth, lastAt, subject, ref }: WrittenLetter): void =>
  void store
    .prepare(
      `INSERT OR REPLACE INTO written (person_id, account_id, times, warmth, last_at, last_subject, last_ref) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(personId, accountId, times, warmth, lastAt, subject, ref);

export const mark = (store: Store, name: string): number | null =>
  store.prepare<{ value: number }>('SELECT value FROM people_mark WHERE name = ?').get(name)?.value ?? null;
export const setMark = (store: Store, name: string, value: number): void =>
  void store.prepare('INSERT OR REPLACE INTO people_mark (name, value) VALUES (?, ?)').run(name, value);

// The people's part of a salvage: whom one has written to or put down, the groups, and how far the story was read for them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { accountOfLane } from '../../domain/identities/identity';
import type { SqlValue } from './open';
import { columnsOf, putRow, readableRows, rowsOf } from './salvage-rows';

type Databases = { readonly from: DatabaseSyncInstance; readonly to: DatabaseSyncInstance };

const marksOf = (from: DatabaseSyncInstance): ReadonlyMap<SqlValue, SqlValue> | null => {
  const rows = rowsOf(from, 'SELECT name, value FROM people_mark');
  return rows === null ? null : new Map(rows.map(({ name, value }) => [name ?? null, value ?? null]));
};

const storyMark = 'story';

/** The last line of the damaged database's story that was counted; null: it can't be told. */
export function countedUpTo(from: DatabaseSyncInstance): number | null {
  const value = marksOf(from)?.get(storyMark);
  return typeof value === 'number' ? value : null;
}

/**
 * Counts are brought over with the marks that say what is in them, or begin anew without either: no letter counts twice.
 * `counted`: the line of the fresh story up to which letters are counted; `now`: ms.
 */
export function salvagePeople({ from, to }: Databases, counted: number, now: number): void {
  const people = copyRows(from, to, 'person');
  const groups = copyRows(from, to, 'people_group');
  for (const row of rowsOf(from, 'SELECT * FROM group_member') ?? [])
    if (groups.has(row.group_id) && people.has(row.person_id)) putRow(to, 'group_member', row);
  const written = rowsOf(from, 'SELECT * FROM written') ?? [];
  const marks = marksOf(from);
  const isCounted = written.length > 0 && people.size > 0;
  const put = (name: SqlValue, value: SqlValue): boolean => putRow(to, 'people_mark', { name, value });
  for (const row of written) if (people.has(row.person_id)) putRow(to, 'written', row);
  // Zero is no count: the person did not want the Sent folder to be read.
  for (const [name, value] of marks ?? []) if (name !== storyMark && (isCounted || value === 0)) put(name, value);
  if (!isCounted) return;
  if (marks === null)
    for (const account of new Set(written.map(({ account_id: id }) => accountOfLane(String(id))))) put(`sent ${account}`, now);
  if (marks === null || marks.has(storyMark)) put(storyMark, counted);
}

/** The numbers of the rows that are there now. */
function copyRows(from: DatabaseSyncInstance, to: DatabaseSyncInstance, table: string): ReadonlySet<SqlValue | undefined> {
  const known = new Set(columnsOf(to, table));
  const columns = columnsOf(from, table).filter((name) => known.has(name));
  const numbers = new Set<SqlValue | undefined>();
  if (columns.length > 0) for (const row of readableRows(from, table, columns)) if (putRow(to, table, row)) numbers.add(row.id);
  return numbers;
}

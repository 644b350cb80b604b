// Reads what can be read from a damaged table, row by row, around what can't.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Row, SqlValue } from './open';

const batch = 200;
/** Rows that are skipped one by one behind a damaged one; then the steps double: a whole page may be gone. */
const singly = 64;

export const columnsOf = (db: DatabaseSyncInstance, table: string): string[] =>
  (db.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);

const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null; // that it is damaged is known; what can't be read is left
  }
};

/** The rows of a table with row numbers, in their order, each with its `rowid`. */
export function* readableRows(db: DatabaseSyncInstance, table: string, columns: readonly string[]): Generator<Row> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  // Named: in a table whose key is the row number, SQLite would give it the key's name.
  const read = attempt(() =>
    db.prepare(`SELECT rowid AS rowid, ${names} FROM ${table} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?`),
  );
  if (read === null) return;
  const last = attempt(() => db.prepare(`SELECT max(rowid) AS last FROM ${table}`).get() as { last: number | null })?.last ?? 1_000_000;
  let at = 0;
  let isWary = false;
  for (let skipped = 0; at < last; ) {
    const from = at;
    const rows = attempt(() => read.all(from, isWary ? 1 : batch) as Row[]);
    if (rows === null) {
      if (isWary) {
        skipped += 1;
        at += skipped < singly ? 1 : 2 ** Math.min(skipped - singly, 20);
      }
      isWary = true;
      continue;
    }
    if (rows.length === 0) return;
    yield* rows;
    at = Number(rows.at(-1)?.rowid ?? last);
    if (skipped > 0 && isWary) isWary = false;
    skipped = 0;
  }
}

/** One statement's rows; null where the table can't be read there. */
export const rowsOf = (db: DatabaseSyncInstance, sql: string, ...values: readonly SqlValue[]): Row[] | null =>
  attempt(() => db.prepare(sql).all(...values) as Row[]);

/** Puts a row in as it is; false: it does not fit the table, so that it can't be what was written. */
export function putRow(db: DatabaseSyncInstance, table: string, row: Row): boolean {
  const names = Object.keys(row).filter((name) => name !== 'rowid');
  const sql = `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return attempt(() => db.prepare(sql).run(...names.map((name) => row[name] ?? null))) !== null;
}

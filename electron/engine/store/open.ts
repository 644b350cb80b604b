// Opens a profile: its folder, its database, and the lock that makes it one engine's own.
import { chmodSync, closeSync, fsyncSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { fail, type Result, succeed } from '../../contract/failure';
import { diskFailure } from './disk-failure';
import { type Commit, createGroup, type WhenSynced } from './group';
import { migrations } from './schema';

export type SqlValue = null | number | bigint | string | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;
/** A prepared statement. `R` says what its columns hold; the schema's STRICT tables keep that promise. */
export type Statement<R> = {
  readonly run: (...values: readonly SqlValue[]) => { readonly changes: number; readonly lastInsertRowid: number | bigint };
  readonly get: (...values: readonly SqlValue[]) => R | undefined;
  readonly all: (...values: readonly SqlValue[]) => R[];
};

export type Store = {
  readonly db: DatabaseSyncInstance;
  /** The profile folder's absolute path. */
  readonly profile: string;
  /**
   * Runs `work` in one durable transaction (BEGIN IMMEDIATE .. COMMIT); a call inside another joins it.
   * When it returns, what was written survives a power cut. Throws what `work` throws, after taking everything back:
   * wrap the outermost call in `onDisk` (disk-failure.ts). `work` is synchronous.
   */
  readonly write: <T>(work: () => T) => T;
  /**
   * Runs `work` soon, in one transaction together with other works, and answers when it is on the disk.
   * A work that throws fails alone (`internal`, or the disk's codes) and is taken back; a commit that fails, fails them all.
   * A work may run twice, the first time in vain: what it says to others it says anew.
   */
  readonly commit: Commit;
  /**
   * Runs `work` once all that was committed so far is on the disk: at once, unless a group is on its way there. Whoever reads sees a
   * commit before that, and a power cut could still take it back.
   */
  readonly whenSynced: WhenSynced;
  /** The statement for this text, prepared once. */
  readonly prepare: <R = Row>(sql: string) => Statement<R>;
  readonly close: () => void;
};

/**
 * Pages (4 KB) of journal after which they are carried over into the database: a queue that is sent touches the same pages again
 * and again, and each is then carried over once and not a hundred times.
 */
const checkpointPages = 4096;

/** What marks the file as ours: "BREV". */
export const applicationId = 0x42524556;

/**
 * Opens (or makes) the profile. Failures: `profile-in-use` (another engine has it), `database-damaged`,
 * `database-newer` (written by a later version of the program), `disk-full`, `disk-read-only`, `disk-error`.
 */
export function openStore(profile: string): Result<Store> {
  const folder = path.resolve(profile);
  let db: DatabaseSyncInstance | null = null;
  try {
    makeFolder(folder);
    const file = path.join(folder, 'mail.sqlite');
    makePrivate(file);
    db = new DatabaseSync(file, { timeout: 200 });
    const unfit = prepareDatabase(db);
    if (unfit !== null) {
      closeQuietly(db);
      return unfit;
    }
    return succeed(storeOf(db, folder));
  } catch (error) {
    closeQuietly(db);
    const { code, ...about } = diskFailure(error, folder);
    return fail(code, about);
  }
}

function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) syncFolder(path.dirname(made)); // or a power cut right after set-up takes the whole profile
  const { mode, uid } = lstatSync(folder);
  // A folder that is everybody's (sticky, like /tmp) or somebody else's is not ours to shut; the files in it are 0600 anyway.
  const isOurs = typeof process.getuid === 'function' && process.getuid() === uid && (mode & 0o1000) === 0;
  if (isOurs && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** Ours alone before SQLite opens it: its journal takes over the mode that the file has then. What hinders this hinders SQLite, which says it better. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch {
    // The opening tells.
  }
}

/** Makes new names in a folder durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Takes the lock, sets the rules, and brings the tables up to date. */
function prepareDatabase(db: DatabaseSyncInstance): ReturnType<typeof fail> | null {
  // EXCLUSIVE comes first: then the WAL needs no shared memory, and the lock is held until the process ends, however it ends.
  db.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF',
  );
  db.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  db.exec('BEGIN EXCLUSIVE; COMMIT'); // finds a second engine or a disk that can't be written now, not at the first message
  const version = numberFrom(db, 'PRAGMA user_version');
  const isEmpty = numberFrom(db, 'SELECT count(*) FROM sqlite_schema') === 0; // reads the first pages: damage shows here
  if (!isEmpty && numberFrom(db, 'PRAGMA application_id') !== applicationId)
    return fail('database-damaged', { detail: 'not a database of this program' });
  if (version > migrations.length) return fail('database-newer', { detail: `version ${version}, known up to ${migrations.length}` });
  if (version === migrations.length) return null;
  // All in one: each commit waits for the disk, and the person of a new profile for all of them.
  inTransaction(db, () => {
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
  });
  return null;
}

function numberFrom(db: DatabaseSyncInstance, sql: string): number {
  const row: unknown = db.prepare(sql).get();
  const value: unknown = typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined;
  return typeof value === 'number' ? value : 0;
}

function inTransaction<T>(db: DatabaseSyncInstance, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error behind its own.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function storeOf(db: DatabaseSyncInstance, profile: string): Store {
  const statements = new Map<string, ReturnType<DatabaseSyncInstance['prepare']>>();
  const group = createGroup(db, profile);
  return {
    db,
    profile,
    commit: group.commit,
    whenSynced: group.whenSynced,
    write: (work) => (db.isTransaction ? work() : inTransaction(db, work)),
    prepare<R>(sql: string): Statement<R> {
      const known = statements.get(sql) ?? db.prepare(sql);
      statements.set(sql, known);
      return known;
    },
    close() {
      group.close();
      statements.clear();
      letGo(db);
      closeQuietly(db);
    },
  };
}

/**
 * Gives the lock back by hand. Closing alone does so only once the last prepared statement has been collected as garbage, and
 * this engine may be opened again in the same process. A lock taken in WAL mode is given back outside it (sqlite.org/wal.html).
 */
function letGo(db: DatabaseSyncInstance): void {
  try {
    if (db.isOpen) db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema');
  } catch {
    // A full disk, for instance. The end of the process lets go as well.
  }
}

function closeQuietly(db: DatabaseSyncInstance | null): void {
  try {
    if (db?.isOpen === true) db.close();
  } catch {
    // The process is about to end or to report the first failure; what was committed is safe either way.
  }
}

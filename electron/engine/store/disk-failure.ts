// Turns what SQLite and the file system throw into failures that name the disk, not the program.
import { type Failure, type FailureCode, fail, type Result } from '../../contract/failure';

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
const sqliteCodes: ReadonlyMap<number, FailureCode> = new Map([
  [5, 'profile-in-use'], // BUSY: the lock is held for as long as an engine lives, so waiting can't help
  [6, 'profile-in-use'], // LOCKED
  [8, 'disk-read-only'],
  [10, 'disk-error'],
  [11, 'database-damaged'], // CORRUPT
  [13, 'disk-full'],
  [14, 'disk-error'], // CANTOPEN
  [26, 'database-damaged'], // NOTADB
]);

/** The same by SQLite's own words: where a statement fails in the midst of its rows, the binding passes the words on without the code. */
const sqliteWords: ReadonlyMap<string, FailureCode> = new Map([
  ['database is locked', 'profile-in-use'],
  ['attempt to write a readonly database', 'disk-read-only'],
  ['disk I/O error', 'disk-error'],
  ['database disk image is malformed', 'database-damaged'],
  ['database or disk is full', 'disk-full'],
  ['unable to open database file', 'disk-error'],
  ['file is not a database', 'database-damaged'],
]);

/** Node's names for the system's errors. A quota that is used up is a full disk to the person. */
const systemCodes: ReadonlyMap<string, FailureCode> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'disk-read-only'],
  ['EACCES', 'disk-read-only'],
  ['EPERM', 'disk-read-only'],
  ['EIO', 'disk-error'],
  ['EMFILE', 'disk-error'],
  ['ENFILE', 'disk-error'],
  ['ENOENT', 'disk-error'],
  ['ENOTDIR', 'disk-error'],
  ['ENAMETOOLONG', 'disk-error'],
  ['ESTALE', 'disk-error'],
]);

const numberOf = (error: object, key: string): number | null => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'number' ? value : null;
};

function codeOf(error: unknown): FailureCode | null {
  if (typeof error !== 'object' || error === null) return null;
  const sqlite = numberOf(error, 'errcode') ?? numberOf(error, 'sqliteCode');
  if (sqlite !== null) return sqliteCodes.get(sqlite & 0xff) ?? 'internal';
  const system: unknown = Reflect.get(error, 'code');
  if (system === 'ERR_SQLITE_ERROR') return sqliteWords.get(String(Reflect.get(error, 'message'))) ?? null;
  return typeof system === 'string' ? (systemCodes.get(system) ?? null) : null;
}

const listeners = new Map<string, () => void>();

/** Tells when something in this folder's database turns out to be damaged; the returned function ends it. */
export function onDamage(disk: string, listener: () => void): () => void {
  listeners.set(disk, listener);
  return () => void (listeners.get(disk) === listener && listeners.delete(disk));
}

/**
 * The failure that a thrown error stands for: `disk-full`, `disk-read-only`, `disk-error`, `database-damaged`,
 * `profile-in-use`; `internal` for anything that is not the disk's doing. `disk` is the folder to name to the person.
 */
export function diskFailure(error: unknown, disk?: string): Failure {
  const code = codeOf(error) ?? 'internal';
  if (code === 'database-damaged' && disk !== undefined) listeners.get(disk)?.();
  // SQLite's messages name tables and the system's name paths, never contents; they are for a report.
  const detail = (error instanceof Error ? error.message : 'unknown error').slice(0, 500);
  return { code, detail, ...(disk === undefined ? {} : { name: disk }) };
}

/** Runs something that writes; a disk that refuses becomes a failure, a fault in the program `internal`. */
export function onDisk<T>(work: () => T, disk?: string): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const { code, ...about } = diskFailure(error, disk);
    return fail(code, about);
  }
}

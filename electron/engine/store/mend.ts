// Opens a profile whatever state its database is in: a damaged one is salvaged into a fresh one, and the person is told.
import { closeSync, existsSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Notice } from '../../contract/model/status';
import type { Clock } from '../rooms';
import { diskFailure, onDamage, onDisk } from './disk-failure';
import { applicationId, openStore, type Store } from './open';
import { countStates } from './queue';
import { type Damage, finishCutSalvage, salvage } from './salvage';
import { checkWal, hasSession, keepSession } from './wal-check';

export type Opened = { readonly store: Store /** What the person has to be told; null: nothing. */; readonly notice: Notice | null };

const databaseFile = 'mail.sqlite';
/** Left by an engine that met damage while it worked: the next one salvages before it does anything else. */
const markerFile = 'mail.damaged';

/**
 * `openStore`, and salvage where the database is damaged. Only what is cheap is looked at here: the header, and the log where
 * the last engine did not close it. Failures: those of `openStore`; a file of another program stays `database-damaged`.
 */
export function openMended(profile: string, now: number): Result<Opened> {
  const folder = path.resolve(profile);
  const cut = onDisk(() => finishCutSalvage(folder), folder);
  if (!cut.ok) return cut;
  const suspected = suspect(folder);
  if (suspected !== null) return isInUse(folder) ? fail('profile-in-use', { name: folder }) : mend(folder, suspected, now);
  // Asked first: opening it would already change it.
  if (isOfAnotherProgram(folder)) return fail('database-damaged', { name: folder, detail: 'not a database of this program' });
  const opened = openStore(folder);
  if (opened.ok) {
    // What every start reads first: damage that shows there is mended now, and not with another start.
    const counted = onDisk(() => countStates(opened.value));
    if (counted.ok || counted.failure.code !== 'database-damaged') return succeed({ store: remembered(opened.value), notice: null });
    opened.value.close();
  } else if (opened.failure.code !== 'database-damaged') return opened;
  return mend(folder, { isWalForeign: false, isPast: false }, now);
}

function mend(folder: string, damage: Damage, now: number): Result<Opened> {
  const keptAs = salvage(folder, damage, now);
  if (!keptAs.ok) return keptAs;
  rmSync(path.join(folder, markerFile), { force: true });
  const opened = openStore(folder);
  if (!opened.ok) return opened;
  const store = remembered(opened.value);
  const count = (table: string): number => store.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return onDisk(
    () => ({ store, notice: { kind: 'salvaged', keptAs: keptAs.value, drafts: count('draft'), messages: count('message') } }),
    folder,
  );
}

/** Puts a first commit into the log, so that a log without one is known to have lost it; a disk that refuses tells later. */
function remembered(store: Store): Store {
  onDisk(() => {
    const { user_version } = store.prepare<{ user_version: number }>('PRAGMA user_version').get() ?? { user_version: 0 };
    store.db.exec(`PRAGMA user_version = ${user_version}`);
    keepSession(store.profile);
  });
  return store;
}

const headerOctets = 100;

function readHeader(folder: string): Buffer | null {
  const file = path.join(folder, databaseFile);
  if (!existsSync(file)) return null;
  const header = Buffer.alloc(headerOctets);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, headerOctets, 0));
  } finally {
    closeSync(handle);
  }
}

const hasMagic = (header: Buffer): boolean => header.toString('latin1', 0, 16) === 'SQLite format 3\u0000';

/** What is known to be wrong before SQLite opens it; null: nothing. What can't be read is SQLite's to tell. */
function suspect(folder: string): Damage | null {
  try {
    const header = readHeader(folder);
    if (header === null) return null;
    if (header.length < headerOctets) return header.length > 0 || hasSession(folder) ? { isWalForeign: false, isPast: true } : null;
    if (!hasMagic(header)) return { isWalForeign: false, isPast: false };
    const standing = checkWal(folder, header[18] === 2);
    if (standing === 'fine') return existsSync(path.join(folder, markerFile)) ? { isWalForeign: false, isPast: false } : null;
    // A log beside a database that was closed properly has taken nothing away from it.
    return { isWalForeign: standing === 'foreign', isPast: standing === 'lost' || header[18] === 2 };
  } catch {
    return null;
  }
}

function isOfAnotherProgram(folder: string): boolean {
  try {
    const header = readHeader(folder);
    const isLonger = statSync(path.join(folder, databaseFile)).size > 4096; // an unfinished first start is ours
    return header !== null && header.length === headerOctets && hasMagic(header) && isLonger && header.readUInt32BE(68) !== applicationId;
  } catch {
    return false;
  }
}

/** Asked without writing: a connection that may write would work its log into the file when it is closed. */
function isInUse(folder: string): boolean {
  let db: InstanceType<typeof DatabaseSync> | null = null;
  try {
    db = new DatabaseSync(path.join(folder, databaseFile), { readOnly: true, timeout: 200 });
    db.exec('PRAGMA locking_mode = EXCLUSIVE; SELECT count(*) FROM sqlite_schema');
    return false;
  } catch (error) {
    return diskFailure(error).code === 'profile-in-use';
  } finally {
    if (db?.isOpen === true) db.close();
  }
}

/** ms after the start; and octets above which only the small tables are read through. */
const checkDelay = 30_000;
const mostOctets = 256 * 1024 * 1024;
const tables = ['recipient', 'draft', 'attachment', 'message', 'frozen', 'journal', 'attempt', 'caught'] as const;

/**
 * Reads the whole database once, a table in each turn, well after the start; and hears of damage that is met meanwhile. Then the
 * next start is made to salvage, and `onDamaged` is called, once: nothing more can be trusted, and the engine should end.
 */
export function watchForDamage(store: Store, clock: Clock, onDamaged: () => void): () => void {
  let isFound = false;
  const found = (): void => {
    if (isFound) return;
    isFound = true;
    onDisk(() => writeFileSync(path.join(store.profile, markerFile), '', { mode: 0o600 }));
    setImmediate(onDamaged); // whoever met it is in the midst of something
  };
  const check = (left: readonly string[]): void => {
    const [table, ...rest] = left;
    if (table === undefined || isFound || !store.db.isOpen) return;
    const read = onDisk(() => store.db.prepare(`PRAGMA quick_check(${table})`).all() as { quick_check: string }[], store.profile);
    if (read.ok && read.value.some((line) => line.quick_check !== 'ok')) return found();
    setImmediate(() => check(rest));
  };
  const callOff = clock.after(checkDelay, () => {
    const size = onDisk(() => statSync(path.join(store.profile, databaseFile)).size);
    check(size.ok && size.value > mostOctets ? tables.slice(0, 3) : tables);
  });
  const unlisten = onDamage(store.profile, found);
  return () => {
    callOff();
    unlisten();
  };
}

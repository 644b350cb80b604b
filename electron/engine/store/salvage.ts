// Brings what can be read of a damaged database into a fresh one, the ledger first, and keeps the damaged file beside it.
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Result } from '../../contract/failure';
import { onDisk } from './disk-failure';
import { openStore, syncFolder } from './open';
import { salvageLedger } from './salvage-ledger';
import { countedUpTo, salvagePeople } from './salvage-people';
import { columnsOf, putRow, readableRows, rowsOf } from './salvage-rows';

export type Damage = {
  /** The log is not this database's: what it says is not read. */
  readonly isWalForeign: boolean;
  /** Commits are missing: what waited then may have been sent since. */
  readonly isPast: boolean;
};

/** Under the profile folder while a salvage is under way; a rest of one that was cut short is removed by the next. */
const workFolder = 'salvage';
const databaseFile = 'mail.sqlite';

/** A name that tells when, and that nothing has yet: "mail-damaged-2026-11-23.sqlite". */
function nameBeside(profile: string, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  for (let n = 1; ; n += 1) {
    const name = `mail-damaged-${day}${n === 1 ? '' : `-${n}`}.sqlite`;
    if (!existsSync(path.join(profile, name))) return name;
  }
}

/** The name under which the damaged file was kept. Failures: those of the disk; then everything is as it was. */
export function salvage(profile: string, damage: Damage, now: number): Result<string> {
  return onDisk(() => {
    const work = path.join(profile, workFolder);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { mode: 0o700 });
    const original = path.join(profile, databaseFile);
    const copy = path.join(work, 'damaged.sqlite');
    copyFileSync(original, copy);
    if (!damage.isWalForeign && existsSync(`${original}-wal`)) copyFileSync(`${original}-wal`, `${copy}-wal`);
    const fresh = path.join(work, 'profile');
    bringOver(copy, fresh, damage, now);
    const name = nameBeside(profile, now);
    // The log first: a database without its log is seen to be one, should this be cut short here.
    for (const end of ['-wal', '-journal']) if (existsSync(original + end)) renameSync(original + end, path.join(profile, name + end));
    renameSync(original, path.join(profile, name));
    renameSync(path.join(fresh, databaseFile), original);
    syncFolder(profile);
    rmSync(work, { recursive: true, force: true });
    return name;
  }, profile);
}

/** Finishes a salvage that was cut short between its last two steps: the fresh database is whole by then. */
export function finishCutSalvage(profile: string): void {
  const fresh = path.join(profile, workFolder, 'profile', databaseFile);
  if (!existsSync(path.join(profile, databaseFile)) && existsSync(fresh)) renameSync(fresh, path.join(profile, databaseFile));
}

function bringOver(damaged: string, freshProfile: string, { isPast, isWalForeign }: Damage, now: number): void {
  const opened = openStore(freshProfile);
  if (!opened.ok) throw Object.assign(new Error(opened.failure.detail ?? opened.failure.code), { code: 'EIO' });
  const to = opened.value.db;
  mendFirstPage(damaged, freshProfile, existsSync(`${damaged}-wal`) && !isWalForeign);
  const from = openDamaged(damaged);
  try {
    if (from === null) return;
    to.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
    const messages = salvageLedger({ from, to }, isPast, now);
    const isOfMessage = (id: unknown): boolean => typeof id === 'string' && messages.has(id);
    for (const table of ['draft', 'caught'] as const) copyTable(from, to, table, () => true);
    const drafts = new Set((rowsOf(to, 'SELECT id FROM draft') ?? []).map(({ id }) => id));
    copyTable(from, to, 'attachment', ({ owner_id: id }) => isOfMessage(id) || drafts.has(id ?? null));
    const ofDraft = ({ draft_id: id }: Row): boolean => drafts.has(id ?? null);
    // Without its draft a copy on the server is all there is of a letter: it must not seem due to be removed.
    for (const table of ['draft_session', 'draft_copy'] as const) copyTable(from, to, table, ofDraft);
    for (const row of rowsOf(from, 'SELECT * FROM draft_version') ?? []) if (ofDraft(row)) putRow(to, 'draft_version', row);
    const ofMessage = ({ message_id: id }: Row): boolean => isOfMessage(id);
    // The story's lines get new numbers: how far it was read for the people is told in those.
    const read = countedUpTo(from);
    const isRead = ({ rowid }: Row): boolean => read === null || Number(rowid) <= read;
    copyTable(from, to, 'journal', (row) => ofMessage(row) && isRead(row), ['id']);
    const counted = rowsOf(to, 'SELECT max(id) AS last FROM journal')?.[0]?.last ?? 0;
    if (read !== null) copyTable(from, to, 'journal', (row) => ofMessage(row) && !isRead(row), ['id']);
    // One that has not ended stands in its message, also where an earlier version began a row for it.
    copyTable(from, to, 'attempt', (row) => ofMessage(row) && row.ended_at !== null, ['id']);
    salvagePeople({ from, to }, Number(counted), now);
    for (const table of ['template', 'template_file', 'template_picture', 'template_value'] as const)
      copyTable(from, to, table, ({ template_id: id }) => table !== 'template_file' || hasTemplate(to, id));
    copyTable(from, to, 'own_word', () => true);
    for (const table of ['account_state', 'signature_picture'] as const)
      for (const row of rowsOf(from, `SELECT * FROM ${table}`) ?? []) putRow(to, table, row);
    to.exec('COMMIT');
  } finally {
    if (from?.isOpen === true) from.close();
    opened.value.close();
  }
}

const hasTemplate = (to: DatabaseSyncInstance, id: unknown): boolean =>
  typeof id === 'string' && to.prepare('SELECT 1 FROM template WHERE id = ?').get(id) !== undefined;

function openDamaged(file: string): DatabaseSyncInstance | null {
  try {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch {
    return null; // nothing of it can be read
  }
}

type Row = Parameters<typeof putRow>[2];

function copyTable(
  from: DatabaseSyncInstance,
  to: DatabaseSyncInstance,
  table: string,
  isWanted: (row: Row) => boolean,
  leftOut: readonly string[] = [],
): void {
  const known = new Set(columnsOf(to, table));
  const columns = columnsOf(from, table).filter((name) => known.has(name) && !leftOut.includes(name));
  if (columns.length === 0) return;
  for (const row of readableRows(from, table, columns)) if (isWanted(row)) putRow(to, table, row);
}

const firstPage = 4096;
const magic = 'SQLite format 3\u0000';

/**
 * The first page says where the tables are, and damage likes the beginning of a file. Every database of this program begins
 * with the same tables in the same places: a fresh one lends its first page, where the damaged one has none.
 */
function mendFirstPage(damaged: string, freshProfile: string, hasWal: boolean): void {
  const page = Buffer.alloc(firstPage);
  const size = statSync(damaged).size;
  const file = openSync(damaged, 'r+');
  try {
    readSync(file, page, 0, firstPage, 0);
    const isReadable = page.toString('latin1', 0, 16) === magic && [2, 5, 10, 13].includes(page[100] ?? 0);
    if (isReadable || size < 2 * firstPage) return;
    const lender = lendFirstPage(freshProfile);
    if (lender === null) return;
    lender.writeUInt8(hasWal ? 2 : 1, 18);
    lender.writeUInt8(hasWal ? 2 : 1, 19);
    lender.writeUInt32BE(Math.ceil(size / firstPage), 28);
    lender.writeUInt32BE(lender.readUInt32BE(24), 92); // the number of pages counts only where these two are equal
    lender.fill(0, 32, 40); // no free pages
    writeSync(file, lender, 0, firstPage, 0);
  } finally {
    closeSync(file);
  }
}

/** From a third database, closed: the fresh one has its first page in its log. */
function lendFirstPage(freshProfile: string): Buffer | null {
  const opened = openStore(`${freshProfile}-lender`);
  if (!opened.ok) return null;
  opened.value.close();
  const page = Buffer.alloc(firstPage);
  const file = openSync(path.join(`${freshProfile}-lender`, databaseFile), 'r');
  try {
    readSync(file, page, 0, firstPage, 0);
  } finally {
    closeSync(file);
  }
  return page;
}

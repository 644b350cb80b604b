// The ledger's part of a salvage: messages with their recipients, and what becomes of those that are in doubt.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { draftContentSchema } from '../../contract/model/drafts';
import { judgeSalvaged, type SalvageVerdict } from '../../domain/salvaged-message';
import type { Row, SqlValue } from './open';
import { columnsOf, putRow, readableRows, rowsOf } from './salvage-rows';

type Databases = { readonly from: DatabaseSyncInstance; readonly to: DatabaseSyncInstance };

/** What was frozen; it fills pages of its own, and so may be gone while the rest is there. */
const heavy = ['pieces', 'content', 'bcc_header'] as const;
const noContent = { accountId: null, to: [], cc: [], bcc: [], subject: '', html: '', inReplyTo: null, references: [] };

/** `isPast`: later commits are missing. The ids of the messages that were brought over. */
export function salvageLedger({ from, to }: Databases, isPast: boolean, now: number): ReadonlySet<string> {
  const ids = new Set<string>();
  const known = new Set(columnsOf(to, 'message'));
  const frozen = frozenRows(from);
  const light = columnsOf(from, 'message').filter((name) => known.has(name) && !heavy.some((one) => one === name));
  for (const { rowid, ...row } of readableRows(from, 'message', light)) {
    const { id } = row;
    if (typeof id !== 'string' || ids.has(id)) continue;
    const rest = readHeavy(from, frozen === null ? ['message', rowid ?? null] : ['frozen', frozen.get(id) ?? null]);
    const read = rowsOf(from, 'SELECT * FROM recipient WHERE message_id = ? ORDER BY position', id);
    const verdict = judgeSalvaged({
      state: row.state,
      attempts: typeof row.attempts === 'number' ? row.attempts : null,
      recipients: read?.map(({ position, address, state }) => ({ position, address, state })) ?? null,
      hasBytes: rest.hasBytes,
      isPast,
    });
    const recipients = verdict.kind === 'as-is' ? (read ?? []) : doubted(read, rest.row.content, verdict, id);
    if (recipients.length === 0 || !putRow(to, 'message', { ...row, ...changed(verdict, row, now) })) continue;
    const isIn = [putRow(to, 'frozen', { message_id: id, ...rest.row }), ...recipients.map((one) => putRow(to, 'recipient', one))];
    if (isIn.includes(false)) {
      for (const [table, column] of [
        ['recipient', 'message_id'],
        ['frozen', 'message_id'],
        ['message', 'id'],
      ])
        to.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(id);
      continue;
    }
    ids.add(id);
    if (verdict.kind === 'as-is') continue;
    const line = { message_id: id, at: now, event: verdict.kind, failure: JSON.stringify(verdict.failure), said: null };
    putRow(to, 'journal', { ...line, ...cutAttempt(row, id, now, to) });
  }
  return ids;
}

/** Where each message's frozen part is; null: in the message's own row, as the first version had it. */
function frozenRows(from: DatabaseSyncInstance): ReadonlyMap<unknown, SqlValue> | null {
  if (columnsOf(from, 'frozen').length === 0) return null;
  return new Map([...readableRows(from, 'frozen', ['message_id'])].map(({ message_id: id, rowid }) => [id, rowid ?? null]));
}

/** Bytes that can't be read are left empty: nothing can be sent from those. */
function readHeavy(from: DatabaseSyncInstance, [table, rowid]: [string, SqlValue]): { readonly row: Row; readonly hasBytes: boolean } {
  const one = (name: string): SqlValue =>
    rowsOf(from, `SELECT "${name}" AS value FROM ${table} WHERE rowid = ?`, rowid)?.[0]?.value ?? null;
  const [pieces, content, bcc] = heavy.map(one);
  return {
    row: {
      pieces: pieces instanceof Uint8Array ? pieces : new Uint8Array(),
      content: contentIn(content ?? null) === null ? JSON.stringify(noContent) : (content ?? null),
      bcc_header: typeof bcc === 'string' ? bcc : '',
    },
    hasBytes: pieces instanceof Uint8Array && typeof bcc === 'string',
  };
}

function contentIn(value: SqlValue): ReturnType<typeof draftContentSchema.parse> | null {
  try {
    return typeof value === 'string' ? draftContentSchema.parse(JSON.parse(value)) : null;
  } catch {
    return null;
  }
}

const changed = (verdict: SalvageVerdict, { dot_at, attempts, state }: Row, now: number): Row => ({
  // A state that is none must not meet the program; a message whose verdict is `as-is` has a good one.
  state: verdict.kind === 'as-is' ? (state ?? null) : verdict.kind,
  ...(verdict.kind === 'as-is'
    ? {}
    : {
        failure: JSON.stringify(verdict.failure),
        not_before: null,
        changed_at: now,
        is_dismissed: 0,
        dot_at: verdict.kind === 'uncertain' ? (dot_at ?? now) : null,
        attempts: attempts ?? 0,
      }),
});

/** Puts in the attempt that the message was in, if it was in one; what its line of the story tells of that. */
function cutAttempt({ state, changed_at, dot_at, attempts }: Row, id: string, now: number, to: DatabaseSyncInstance): Row {
  if (state !== 'sending' || typeof changed_at !== 'number') return {};
  const number = typeof attempts === 'number' ? attempts : 0;
  putRow(to, 'attempt', { message_id: id, number, started_at: changed_at, ended_at: now, outcome: 'engine-ended' });
  return { began_at: changed_at, dot_at: typeof dot_at === 'number' ? dot_at : null };
}

/** Whoever was still to get it is in the message's own doubt; where they can't be read, those it was written to are. */
function doubted(read: readonly Row[] | null, content: SqlValue | undefined, { kind }: SalvageVerdict, id: string): Row[] {
  const open = kind === 'uncertain' ? 'uncertain' : 'pending';
  const whole = read?.every(({ position, address }, index) => position === index && typeof address === 'string') ?? false;
  if (read !== null && read.length > 0 && whole)
    return read.map((row) => (isClosed(row.state) ? row : { ...row, state: open, failure: null }));
  const written = contentIn(content ?? null);
  const fields = (['to', 'cc', 'bcc'] as const).flatMap((field) => (written?.[field] ?? []).map((recipient) => ({ field, recipient })));
  return fields.flatMap(({ field, recipient }, position) =>
    recipient.kind === 'bad'
      ? []
      : [{ message_id: id, position, field, name: recipient.name, address: recipient.address, state: open, failure: null, at: null }],
  );
}

const isClosed = (state: unknown): boolean => ['accepted', 'refused', 'delayed', 'delivered', 'bounced'].some((one) => one === state);

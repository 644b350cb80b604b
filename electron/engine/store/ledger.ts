// The ledger's statements: messages handed over for sending and where they stand. Their story is in story.ts.
// What belongs together runs in the caller's transaction; every function throws what the disk throws.
import type { Failure } from '../../contract/failure';
import type { DraftContent } from '../../contract/model/drafts';
import { draftContentSchema } from '../../contract/model/drafts';
import { type DeliveryReport, deliveryReportSchema } from '../../contract/model/letter-options';
import type { OutboxMessage } from '../../domain/outbox/life';
import { type LedgerCopy, type LedgerMessage, toText } from './ledger-message';
import type { SqlValue, Store } from './open';

export type NewMessage = Omit<LedgerMessage, 'changedAt' | 'copy' | 'life' | 'replacedBy' | 'keepsNoCopy'> & {
  readonly state: 'queued' | 'held' | 'scheduled' | 'kept';
  readonly notBefore: number | null;
  readonly failure: Failure | null;
  readonly draftId: string;
  readonly draftRevision: number;
  readonly pieces: Uint8Array;
  readonly bccHeader: string;
  readonly content: DraftContent;
};

const toJson = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
export function addMessage(store: Store, message: NewMessage): void {
  store
    .prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, failure, not_before, hold, zone,
       patient_from, size, sha256, keeps_no_copy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      message.id,
      message.draftId,
      message.draftRevision,
      message.accountId,
      message.messageId,
      message.fromName,
      message.fromAddress,
      message.subject,
      message.createdAt,
      message.createdAt,
      message.state,
      toText(message.failure),
      message.notBefore,
      message.hold,
      message.zone,
      message.createdAt,
      message.size,
      message.sha256,
      message.content.options?.keepsNoCopy === true ? 1 : 0,
    );
  store
    .prepare('INSERT INTO frozen (message_id, pieces, bcc_header, content, delivery_report) VALUES (?, ?, ?, ?, ?)')
    .run(message.id, message.pieces, message.bccHeader, JSON.stringify(message.content), toJson(message.content.options?.deliveryReport));
  const add = store.prepare(
    'INSERT INTO recipient (message_id, position, field, name, address, state, failure, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  message.recipients.forEach(
    ({ field, name, address, state, failure, at }, position) =>
      void add.run(message.id, position, field, name, address, state, toText(failure), at),
  );
}

/** The message that was made of this revision of a draft. */
export const findByDraft = (store: Store, draftId: string, revision: number): string | null =>
  store.prepare<{ id: string }>('SELECT id FROM message WHERE draft_id = ? AND draft_revision = ?').get(draftId, revision)?.id ?? null;

/** The message that bears this Message-ID, if it was sent from here. */
export const findByMessageId = (store: Store, messageId: string): string | null =>
  store.prepare<{ id: string }>('SELECT id FROM message WHERE message_id = ?').get(messageId)?.id ?? null;

export type FrozenBytes = {
  readonly pieces: Uint8Array;
  /** Of the copy. */
  readonly bccHeader: string;
  /** What is asked of the server; null: nothing. */
  readonly deliveryReport: DeliveryReport | null;
};

/** Null: they are gone. */
export const readPieces = (store: Store, id: string): FrozenBytes | null => {
  const row = store
    .prepare<{ pieces: Uint8Array; bcc_header: string; delivery_report: string | null }>(
      'SELECT pieces, bcc_header, delivery_report FROM frozen WHERE message_id = ?',
    )
    .get(id);
  if (row === undefined) return null;
  const report = row.delivery_report;
  return {
    pieces: row.pieces,
    bccHeader: row.bcc_header,
    deliveryReport: report === null ? null : deliveryReportSchema.parse(JSON.parse(report)),
  };
};

/** What it was made from. */
export const readContent = (store: Store, id: string): DraftContent | null => {
  const row = store.prepare<{ content: string }>('SELECT content FROM frozen WHERE message_id = ?').get(id);
  return row === undefined ? null : draftContentSchema.parse(JSON.parse(row.content));
};

/** Each column of a message's life, and what stands in it. */
const lifeColumns: readonly (readonly [name: string, read: (life: OutboxMessage) => SqlValue])[] = [
  ['state', ({ state }) => state],
  ['failure', ({ failure }) => toText(failure)],
  ['not_before', ({ notBefore }) => notBefore],
  ['attempts', ({ attempts }) => attempts],
  ['tries', ({ tries }) => tries],
  ['patient_from', ({ patientFrom }) => patientFrom],
  ['dot_at', ({ dotAt }) => dotAt],
  ['crashes', ({ crashes }) => crashes],
  ['accepted_at', ({ acceptedAt }) => acceptedAt],
  ['reply', ({ reply }) => reply],
  ['looks', ({ looks }) => looks],
  ['look_at', ({ lookAt }) => lookAt],
  ['is_dismissed', ({ isDismissed }) => (isDismissed ? 1 : 0)],
];

/**
 * Writes where a message stands now. Only what changed: a column that is named costs a change of every index it is in. False, and
 * nothing is written, where it does not stand any more as `before` says.
 */
export function saveLife(store: Store, { id, changedAt, life: before }: LedgerMessage, after: OutboxMessage, at: number): boolean {
  const names: string[] = [];
  const values: SqlValue[] = [];
  for (const [name, read] of lifeColumns) {
    const value = read(after);
    if (value === read(before)) continue;
    names.push(`${name} = ?`);
    values.push(value);
  }
  const save = store.prepare(
    `UPDATE message SET ${['changed_at = ?', ...names].join(', ')} WHERE id = ? AND state = ? AND changed_at = ? AND dot_at IS ?`,
  );
  if (save.run(at, ...values, id, before.state, changedAt, before.dotAt).changes === 0) return false;
  const saveRecipient = store.prepare('UPDATE recipient SET state = ?, failure = ?, at = ? WHERE message_id = ? AND position = ?');
  after.recipients.forEach((recipient, position) => {
    if (recipient !== before.recipients[position])
      saveRecipient.run(recipient.state, toText(recipient.failure), recipient.at, id, position);
  });
  return true;
}

/** Writes down that the final dot is next, where nobody was refused: what `mark` in domain/outbox/attempt.ts makes of that. False: it is not being sent. */
export const saveMark = (store: Store, id: string, at: number): boolean =>
  store.prepare("UPDATE message SET dot_at = ? WHERE id = ? AND state = 'sending'").run(at, id).changes === 1;

export const saveCopy = (store: Store, id: string, { state, failure, attempts, notBefore }: LedgerCopy): void =>
  void store
    .prepare('UPDATE message SET copy_state = ?, copy_failure = ?, copy_attempts = ?, copy_not_before = ? WHERE id = ?')
    .run(state, toText(failure), attempts, notBefore, id);

/** Says which message goes in the place of this one. */
export const saveReplacedBy = (store: Store, id: string, by: string): void =>
  void store.prepare('UPDATE message SET replaced_by = ? WHERE id = ?').run(by, id);

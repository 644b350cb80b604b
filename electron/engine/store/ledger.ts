// The ledger's statements: messages handed over for sending, their recipients, attempts and story.
// What belongs together runs in the caller's transaction; every function throws what the disk throws.
import type { Failure } from '../../contract/failure';
import type { DraftContent } from '../../contract/model/drafts';
import { draftContentSchema } from '../../contract/model/drafts';
import { type DeliveryReport, deliveryReportSchema } from '../../contract/model/letter-options';
import type { Attempt, CopyState, MessageState, RecipientState, StoryLine, TranscriptLine } from '../../contract/model/outbox';
import { transcriptLineSchema } from '../../contract/model/outbox';
import type { OutboxMessage, OutboxRecipient, StoryEvent } from '../../domain/outbox/life';
import type { SqlValue, Store } from './open';

export type LedgerRecipient = OutboxRecipient & { readonly field: 'to' | 'cc' | 'bcc'; readonly name: string; readonly address: string };

/** What never changes after freezing, the bytes aside. */
export type LedgerMessage = {
  readonly id: string;
  readonly accountId: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Octets on the wire, and their SHA-256. */
  readonly size: number;
  readonly sha256: string;
  readonly recipients: readonly LedgerRecipient[];
  /** Its undo time (ms), and the IANA zone in which its time was chosen; null: it has none. */
  readonly hold: number | null;
  readonly zone: string | null;
  /** The person wants none in Sent. */
  readonly keepsNoCopy: boolean;
  /** The message that was frozen anew in the place of this one; null: none was. */
  readonly replacedBy: string | null;
  /** Where it stands; its recipients are those above. */
  readonly life: OutboxMessage;
  readonly copy: LedgerCopy;
};

export type LedgerCopy = {
  readonly state: CopyState;
  readonly failure: Failure | null;
  readonly attempts: number;
  /** When it is tried next, ms since 1970; null: at once if pending, never by itself if failing. */
  readonly notBefore: number | null;
};

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

type MessageRow = {
  readonly id: string;
  readonly account_id: string;
  readonly message_id: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly subject: string;
  readonly created_at: number;
  readonly changed_at: number;
  readonly state: MessageState;
  readonly failure: string | null;
  readonly not_before: number | null;
  readonly attempts: number;
  readonly tries: number;
  readonly patient_from: number;
  readonly dot_at: number | null;
  readonly crashes: number;
  readonly size: number;
  readonly sha256: string;
  readonly accepted_at: number | null;
  readonly reply: string | null;
  readonly is_dismissed: number;
  readonly hold: number | null;
  readonly zone: string | null;
  readonly looks: number;
  readonly look_at: number | null;
  readonly replaced_by: string | null;
  readonly keeps_no_copy: number;
  readonly copy_state: CopyState;
  readonly copy_failure: string | null;
  readonly copy_attempts: number;
  readonly copy_not_before: number | null;
};
const messageColumns =
  'id, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, failure, not_before, attempts, tries, patient_from, dot_at, crashes,' +
  ' size, sha256, accepted_at, reply, is_dismissed, hold, zone, looks, look_at, replaced_by, keeps_no_copy, copy_state, copy_failure, copy_attempts, copy_not_before';
type RecipientRow = {
  readonly field: 'to' | 'cc' | 'bcc';
  readonly name: string;
  readonly address: string;
  readonly state: RecipientState;
  readonly failure: string | null;
  readonly at: number | null;
};

const toJson = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
const toText = (failure: Failure | null): string | null => (failure === null ? null : JSON.stringify(failure));
/** Written by `toText` alone. */
export const toFailure = (text: string | null): Failure | null => (text === null ? null : (JSON.parse(text) as Failure));

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

export function readMessage(store: Store, id: string): LedgerMessage | null {
  const row = store.prepare<MessageRow>(`SELECT ${messageColumns} FROM message WHERE id = ?`).get(id);
  if (row === undefined) return null;
  const recipients = store
    .prepare<RecipientRow>('SELECT field, name, address, state, failure, at FROM recipient WHERE message_id = ? ORDER BY position')
    .all(id)
    .map((recipient): LedgerRecipient => ({ ...recipient, failure: toFailure(recipient.failure) }));
  return {
    id: row.id,
    accountId: row.account_id,
    messageId: row.message_id,
    fromName: row.from_name,
    fromAddress: row.from_address,
    subject: row.subject,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    size: row.size,
    sha256: row.sha256,
    recipients,
    hold: row.hold,
    zone: row.zone,
    keepsNoCopy: row.keeps_no_copy === 1,
    replacedBy: row.replaced_by,
    life: {
      state: row.state,
      failure: toFailure(row.failure),
      notBefore: row.not_before,
      attempts: row.attempts,
      tries: row.tries,
      patientFrom: row.patient_from,
      dotAt: row.dot_at,
      crashes: row.crashes,
      acceptedAt: row.accepted_at,
      reply: row.reply,
      looks: row.looks,
      lookAt: row.look_at,
      isDismissed: row.is_dismissed === 1,
      recipients,
    },
    copy: { state: row.copy_state, failure: toFailure(row.copy_failure), attempts: row.copy_attempts, notBefore: row.copy_not_before },
  };
}

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
const lifeColumns: Readonly<Record<string, (life: OutboxMessage) => SqlValue>> = {
  state: ({ state }) => state,
  failure: ({ failure }) => toText(failure),
  not_before: ({ notBefore }) => notBefore,
  attempts: ({ attempts }) => attempts,
  tries: ({ tries }) => tries,
  patient_from: ({ patientFrom }) => patientFrom,
  dot_at: ({ dotAt }) => dotAt,
  crashes: ({ crashes }) => crashes,
  accepted_at: ({ acceptedAt }) => acceptedAt,
  reply: ({ reply }) => reply,
  looks: ({ looks }) => looks,
  look_at: ({ lookAt }) => lookAt,
  is_dismissed: ({ isDismissed }) => (isDismissed ? 1 : 0),
};

/** Writes where a message stands now. Only what changed: a column that is named costs a change of every index it is in. */
export function saveLife(store: Store, { id, life: before }: LedgerMessage, after: OutboxMessage, at: number): void {
  const names: string[] = [];
  const values: SqlValue[] = [];
  for (const [name, read] of Object.entries(lifeColumns)) {
    const value = read(after);
    if (value === read(before)) continue;
    names.push(`${name} = ?`);
    values.push(value);
  }
  store.prepare(`UPDATE message SET ${['changed_at = ?', ...names].join(', ')} WHERE id = ?`).run(at, ...values, id);
  const save = store.prepare('UPDATE recipient SET state = ?, failure = ?, at = ? WHERE message_id = ? AND position = ?');
  after.recipients.forEach((recipient, position) => {
    if (recipient !== before.recipients[position]) save.run(recipient.state, toText(recipient.failure), recipient.at, id, position);
  });
}

export const saveCopy = (store: Store, id: string, { state, failure, attempts, notBefore }: LedgerCopy): void =>
  void store
    .prepare('UPDATE message SET copy_state = ?, copy_failure = ?, copy_attempts = ?, copy_not_before = ? WHERE id = ?')
    .run(state, toText(failure), attempts, notBefore, id);

/** Says which message goes in the place of this one. */
export const saveReplacedBy = (store: Store, id: string, by: string): void =>
  void store.prepare('UPDATE message SET replaced_by = ? WHERE id = ?').run(by, id);

export function addStory(store: Store, id: string, at: number, events: readonly StoryEvent[]): void {
  const add = store.prepare('INSERT INTO journal (message_id, at, event, failure, said) VALUES (?, ?, ?, ?, ?)');
  for (const { event, failure, said } of events) add.run(id, at, event, toText(failure), said);
}

export const readStory = (store: Store, id: string): StoryLine[] =>
  store
    .prepare<{ at: number; event: string; failure: string | null; said: string | null }>(
      'SELECT at, event, failure, said FROM journal WHERE message_id = ? ORDER BY id',
    )
    .all(id)
    .map((line) => ({ ...line, failure: toFailure(line.failure) }));

/** Records that an attempt begins; its row. */
export const addAttempt = (store: Store, id: string, number: number, at: number): number =>
  Number(store.prepare('INSERT INTO attempt (message_id, number, started_at) VALUES (?, ?, ?)').run(id, number, at).lastInsertRowid);

export const endAttempt = (store: Store, attempt: number, at: number, outcome: string, transcript: readonly TranscriptLine[]): void =>
  void store
    .prepare('UPDATE attempt SET ended_at = ?, outcome = ?, transcript = ? WHERE id = ?')
    .run(at, outcome, JSON.stringify(transcript), attempt);

/** The attempt that the engine's end cut short. */
export const closeCutAttempt = (store: Store, id: string, at: number): void =>
  void store.prepare("UPDATE attempt SET ended_at = ?, outcome = 'engine-ended' WHERE message_id = ? AND ended_at IS NULL").run(at, id);

/** Attempts that are listed; two days of patience make fewer. */
const mostAttempts = 200;

/** Oldest first. */
export const listAttempts = (store: Store, id: string): Attempt[] =>
  store
    .prepare<Attempt>(
      'SELECT number, started_at AS startedAt, ended_at AS endedAt, outcome FROM attempt WHERE message_id = ? ORDER BY number DESC LIMIT ?',
    )
    .all(id, mostAttempts)
    .reverse();

/** The conversation of this attempt, or of the last one. */
export function readTranscript(store: Store, id: string, number: number | null = null): TranscriptLine[] {
  const row = store
    .prepare<{ transcript: string | null }>(
      'SELECT transcript FROM attempt WHERE message_id = ?1 AND number = coalesce(?2, (SELECT max(number) FROM attempt WHERE message_id = ?1))',
    )
    .get(id, number);
  return row?.transcript == null ? [] : transcriptLineSchema.array().parse(JSON.parse(row.transcript));
}

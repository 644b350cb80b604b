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

type RecipientTuple = readonly [LedgerRecipient['field'], string, string, RecipientState, string | null, number | null];
// One value in the place of thirty: each that crosses from the database costs more than finding it, and this is read at each step.
const readRow = `SELECT json_array(id, account_id, message_id, from_name, from_address, subject, created_at, changed_at, size, sha256, hold, zone,
  keeps_no_copy, replaced_by, state, failure, not_before, attempts, tries, patient_from, dot_at, crashes, accepted_at, reply, looks, look_at,
  is_dismissed, copy_state, copy_failure, copy_attempts, copy_not_before,
  (SELECT json_group_array(json_array(field, name, address, state, failure, at)) FROM
    (SELECT field, name, address, state, failure, at FROM recipient WHERE message_id = message.id ORDER BY position))) AS row
  FROM message WHERE id = ?`;

export function readMessage(store: Store, id: string): LedgerMessage | null {
  const found = store.prepare<{ row: string }>(readRow).get(id);
  return found === undefined ? null : messageOf(JSON.parse(found.row) as MessageTuple);
}

type MessageTuple = readonly [
  id: string,
  accountId: string,
  messageId: string,
  fromName: string,
  fromAddress: string,
  subject: string,
  createdAt: number,
  changedAt: number,
  size: number,
  sha256: string,
  hold: number | null,
  zone: string | null,
  keepsNoCopy: number,
  replacedBy: string | null,
  state: MessageState,
  failure: string | null,
  notBefore: number | null,
  attempts: number,
  tries: number,
  patientFrom: number,
  dotAt: number | null,
  crashes: number,
  acceptedAt: number | null,
  reply: string | null,
  looks: number,
  lookAt: number | null,
  isDismissed: number,
  copyState: CopyState,
  copyFailure: string | null,
  copyAttempts: number,
  copyNotBefore: number | null,
  recipients: readonly RecipientTuple[],
];

function messageOf(row: MessageTuple): LedgerMessage {
  const [id, accountId, messageId, fromName, fromAddress, subject, createdAt, changedAt, size, sha256, hold, zone, ...rest] = row;
  const [keepsNoCopy, replacedBy, state, failure, notBefore, attempts, tries, patientFrom, dotAt, crashes, acceptedAt, ...more] = rest;
  const [reply, looks, lookAt, isDismissed, copyState, copyFailure, copyAttempts, copyNotBefore, tuples] = more;
  const recipients = tuples.map(
    ([field, name, address, own, why, at]): LedgerRecipient => ({ field, name, address, state: own, failure: toFailure(why), at }),
  );
  return {
    id,
    accountId,
    messageId,
    fromName,
    fromAddress,
    subject,
    createdAt,
    changedAt,
    size,
    sha256,
    recipients,
    hold,
    zone,
    keepsNoCopy: keepsNoCopy === 1,
    replacedBy,
    life: {
      state,
      failure: toFailure(failure),
      notBefore,
      attempts,
      tries,
      patientFrom,
      dotAt,
      crashes,
      acceptedAt,
      reply,
      looks,
      lookAt,
      isDismissed: isDismissed === 1,
      recipients,
    },
    copy: { state: copyState, failure: toFailure(copyFailure), attempts: copyAttempts, notBefore: copyNotBefore },
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

/** Writes down that the final dot is next, where nobody was refused: what `mark` in domain/outbox/attempt.ts makes of that. False: it is not being sent. */
export const saveMark = (store: Store, id: string, at: number): boolean =>
  store.prepare("UPDATE message SET changed_at = ?1, dot_at = ?1 WHERE id = ?2 AND state = 'sending'").run(at, id).changes === 1;

export const saveCopy = (store: Store, id: string, { state, failure, attempts, notBefore }: LedgerCopy): void =>
  void store
    .prepare('UPDATE message SET copy_state = ?, copy_failure = ?, copy_attempts = ?, copy_not_before = ? WHERE id = ?')
    .run(state, toText(failure), attempts, notBefore, id);

/** Says which message goes in the place of this one. */
export const saveReplacedBy = (store: Store, id: string, by: string): void =>
  void store.prepare('UPDATE message SET replaced_by = ? WHERE id = ?').run(by, id);

export function addStory(store: Store, id: string, at: number, events: readonly StoryEvent[]): void {
  addLines(
    store,
    id,
    events.map((event) => ({ ...event, at })),
  );
}

/** All in one statement: each that is run costs more than what it writes. */
export function addLines(store: Store, id: string, lines: readonly StoryLine[]): void {
  const values = lines.flatMap(({ at, event, failure, said }) => [id, at, event, toText(failure), said]);
  const rows = lines.map(() => '(?, ?, ?, ?, ?)').join(', ');
  if (lines.length > 0) store.prepare(`INSERT INTO journal (message_id, at, event, failure, said) VALUES ${rows}`).run(...values);
}

/** Of a message that is being sent: what is told of the attempt under way, and written down with its end. Else nothing. */
export function storyUnderWay(store: Store, { id, changedAt, life: { state, dotAt } }: LedgerMessage): StoryLine[] {
  if (state !== 'sending') return [];
  const begun = store
    .prepare<{ at: number }>('SELECT started_at AS at FROM attempt WHERE message_id = ? ORDER BY number DESC LIMIT 1')
    .get(id);
  const line = (at: number, event: string): StoryLine => ({ at, event, failure: null, said: null });
  return [line(begun?.at ?? changedAt, 'attempt'), ...(dotAt === null ? [] : [line(dotAt, 'dot')])];
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

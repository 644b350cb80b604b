// A message of the ledger as one value: what never changes after freezing, where it stands, and each recipient.
import type { Failure } from '../../contract/failure';
import type { CopyState, MessageState, RecipientState } from '../../contract/model/outbox';
import type { OutboxMessage, OutboxRecipient } from '../../domain/outbox/life';
import type { Store } from './open';

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
  /** While it is being sent: when the attempt began. */
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

export const toText = (failure: Failure | null): string | null => (failure === null ? null : JSON.stringify(failure));
/** Written by `toText` alone. */
export const toFailure = (text: string | null): Failure | null => (text === null ? null : (JSON.parse(text) as Failure));

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

// A draft as a message for the server's folder for drafts: everything that is in it, unfinished as it may be. It is never sent.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Attachment, DraftContent } from '../../contract/model/drafts';
import { identityOf } from '../../domain/identities/identity';
import { isMessageId } from '../../domain/mailto';
import { gather } from '../mail/gather';
import type { Randomness } from '../rooms';
import type { Store } from '../store/open';
import { addressLetter, assemble } from './freeze';
import { dateField, idField, mailboxField, textField } from './headers';
import { writeLetter } from './letter';
import { wireSize, wireStream } from './wire';

export type DraftLetterInput = {
  readonly content: DraftContent;
  readonly attachments: readonly Attachment[];
  readonly account: Account;
  /** With its angle brackets. */
  readonly messageId: string;
  /** When the draft was last changed, ms since 1970. */
  readonly at: number;
  readonly random: Randomness;
  readonly store: Store;
};

/**
 * The bytes, Bcc and attachments included. Recipients that are no addresses yet can't stand in a header and are left out. Failures:
 * `identity-missing`, `address-invalid`, `attachment-missing` and those of the disk.
 */
export async function draftLetter(input: DraftLetterInput): Promise<Result<Buffer>> {
  const { content, attachments, account, messageId, at, random, store } = input;
  const identity = identityOf(account, content.identityId);
  if (identity === null) return fail('identity-missing');
  const addressed = addressLetter(content, identity);
  if (addressed === null) return fail('address-invalid', { address: identity.address });
  const { envelope, to, cc, bcc } = addressed;
  const head = [
    dateField(at),
    mailboxField('From', [envelope.from]),
    mailboxField('To', to),
    mailboxField('Cc', cc),
    mailboxField('Bcc', bcc),
    textField('Subject', content.subject),
    idField('Message-ID', [messageId]),
    idField('In-Reply-To', [content.inReplyTo ?? ''].filter(isMessageId)),
    idField('References', content.references.filter(isMessageId)),
    'MIME-Version: 1.0\r\n',
  ].join('');
  const letter = writeLetter(
    content.html,
    attachments.flatMap(({ sha256, cid }) => (cid === null ? [] : [{ sha256, cid }])),
    content.isPlain,
  );
  const going = attachments.filter(({ cid }) => cid === null || letter.used.has(cid));
  const pieces = await assemble(head, letter, going, random);
  const gathered = await gather(wireStream(pieces, store), wireSize(pieces));
  return gathered.ok ? succeed(gathered.value) : { ok: false, failure: named(gathered.failure, going) };
}

const named = (failure: Failure, going: readonly Attachment[]): Failure =>
  failure.code === 'attachment-missing' && going[0] !== undefined && going.length === 1 ? { ...failure, name: going[0].name } : failure;

// Makes of a draft the message that leaves: every byte of it and its envelope are decided here, once.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Attachment, DraftContent } from '../../contract/model/drafts';
import { parseAddress, recipientKey, wireAddress } from '../../domain/addresses';
import { type Identity, identityOf } from '../../domain/identities/identity';
import { isMessageId } from '../../domain/mailto';
import { mergeFields, type RecipientField, recipientFields } from '../../domain/merge-fields';
import { checkBeforeSending } from '../../domain/send-checks';
import type { Randomness } from '../rooms';
import { BlobError, blobFailure } from '../store/blobs';
import { diskFailure } from '../store/disk-failure';
import type { Store } from '../store/open';
import type { Envelope, EnvelopeRecipient, FrozenAttachment, FrozenMessage, Piece } from './frozen';
import { dateField, idField, type Mailbox, mailboxField, oneLine, textField } from './headers';
import { type Letter, leavingForm, writeLetter } from './letter';
import { draftInfoField, optionFields } from './option-fields';
import { buildBody } from './skeleton';
import { measureWire } from './wire';

export type FreezeInput = {
  readonly content: DraftContent;
  readonly attachments: readonly Attachment[];
  readonly account: Account;
  /** ms since 1970 */
  readonly now: number;
  readonly random: Randomness;
  readonly store: Store;
};

/**
 * Freezes a draft. The same input and randomness give the same bytes. Failures: `no-recipient`, `address-invalid` (with the
 * address), `identity-missing`, `attachment-missing` (with the file's name), and those of the disk.
 */
export async function freezeMessage(input: FreezeInput): Promise<Result<FrozenMessage>> {
  const { content, attachments, account, random, store } = input;
  const identity = identityOf(account, content.identityId);
  // Never from another address than the one that stood in From.
  if (identity === null) return fail('identity-missing');
  const obstacle = checkBeforeSending({ content, attachments, account: identity, sizeLimit: null })[0];
  if (obstacle !== undefined) return { ok: false, failure: obstacle };
  const answersTo = content.options?.replyTo?.trim() || identity.replyTo;
  const replyTo = mailboxOf(answersTo);
  if (answersTo.trim() !== '' && replyTo === null) return fail('address-invalid', { address: answersTo });
  const addressed = addressLetter(content, identity);
  if (addressed === null) return fail('address-invalid', { address: identity.address });
  const pictures = attachments.flatMap(({ sha256, cid }) => (cid === null ? [] : [{ sha256, cid }]));
  const letter = leavingForm(writeLetter(content.html, pictures, content.isPlain));
  if (letter.missing > 0) return fail('attachment-missing', { detail: 'a picture in the letter is not attached to it' });
  const going = attachments.filter(({ cid }) => cid === null || letter.used.has(cid));
  try {
    const { from } = addressed.envelope;
    const head = headOf(input, { ...addressed, from }, { replyTo, organisation: identity.organisation, isDraft: false });
    const pieces = await assemble(head.text, letter, going, random);
    const measured = await measureWire(pieces, store);
    const message: FrozenMessage = {
      messageId: head.messageId,
      date: head.date,
      envelope: addressed.envelope,
      subject: oneLine(content.subject),
      ...measured,
      pieces,
      bccHeader: mailboxField('Bcc', addressed.bcc),
      attachments: going,
      content,
    };
    return succeed(message);
  } catch (error) {
    return { ok: false, failure: nameFile(error, going) };
  }
}

/** A stored file that fails is told by its name; which one it was is looked up by its hash. */
function nameFile(error: unknown, attachments: readonly FrozenAttachment[]): Failure {
  if (!(error instanceof BlobError)) return diskFailure(error);
  const name = attachments.find(({ sha256 }) => sha256 === error.sha256)?.name;
  return { ...blobFailure(error), ...(name === undefined ? {} : { name }) };
}

export type Addressed = {
  readonly envelope: Envelope;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
};

/** The envelope and the header's mailboxes, made from the same chips: nobody is in one and not in the other. Null: From is no address. */
export function addressLetter(
  content: DraftContent,
  { name, address: own, bccSelf }: Pick<Identity, 'name' | 'address' | 'bccSelf'>,
): Addressed | null {
  const from = wireAddress(own);
  if (from === null) return null;
  const merged = mergeFields(content);
  const mailboxes = (field: RecipientField): Mailbox[] =>
    merged[field].flatMap((recipient) => {
      const wire = recipient.kind === 'good' ? wireAddress(recipient.address) : null;
      return recipient.kind === 'good' && wire !== null ? [{ name: recipient.name, address: wire }] : [];
    });
  const fields = { to: mailboxes('to'), cc: mailboxes('cc'), bcc: mailboxes('bcc') };
  const to: EnvelopeRecipient[] = recipientFields.flatMap((field) => fields[field].map((mailbox) => ({ field, ...mailbox })));
  // A copy to oneself stands in the envelope alone: no header of any copy names it.
  const isMine = ({ address: theirs }: EnvelopeRecipient): boolean => recipientKey(theirs) === recipientKey(from);
  if (bccSelf && !to.some(isMine)) to.push({ field: 'bcc', name: '', address: from });
  return { envelope: { from: { name, address: from }, to }, ...fields };
}

/** Null: it is no address. */
export function mailboxOf(text: string): Mailbox | null {
  const parsed = parseAddress(text);
  const wire = parsed.kind === 'good' ? wireAddress(parsed.address) : null;
  return parsed.kind === 'good' && wire !== null ? { name: parsed.name, address: wire } : null;
}

/** The header up to the body's own fields. Never a Bcc, a host name or a program's name. `from` null: nobody knows yet; it never leaves so. */
export function headOf(
  { content, now, random }: Pick<FreezeInput, 'content' | 'now' | 'random'>,
  { from, to, cc }: { readonly from: Mailbox | null; readonly to: readonly Mailbox[]; readonly cc: readonly Mailbox[] },
  {
    replyTo,
    organisation,
    isDraft,
    messageId: given,
  }: {
    readonly replyTo: Mailbox | null;
    readonly organisation: string;
    /** For the person's own programs, and never sent. */
    readonly isDraft: boolean;
    readonly messageId?: string;
  },
): { readonly text: string; readonly messageId: string; readonly date: number } {
  const date = Math.floor(now / 1000) * 1000;
  const domain = from === null ? 'draft.invalid' : from.address.slice(from.address.lastIndexOf('@') + 1);
  const messageId = given ?? `<${Buffer.from(random(16)).toString('hex')}@${domain}>`;
  const text = [
    dateField(date),
    mailboxField('From', from === null ? [] : [from]),
    mailboxField('Reply-To', replyTo === null ? [] : [replyTo]),
    textField('Organization', organisation), // RFC 5536 3.2.9, as mail programs have it too
    from === null ? '' : optionFields(content.options, from),
    isDraft ? draftInfoField(content.options) : '',
    // Without it, as where all are hidden or in Cc, filters take a message for spam (RFC 5322 3.4, a group without members).
    !isDraft && to.length === 0 ? 'To: undisclosed-recipients:;\r\n' : mailboxField('To', to),
    mailboxField('Cc', cc),
    textField('Subject', content.subject) || (isDraft ? '' : 'Subject:\r\n'), // one without any is what spam has
    idField('Message-ID', [messageId]),
    idField('In-Reply-To', [content.inReplyTo ?? ''].filter(isMessageId)),
    idField('References', content.references.filter(isMessageId)),
    'MIME-Version: 1.0\r\n',
  ].join('');
  return { text, messageId, date };
}

export async function assemble(
  head: string,
  letter: Letter,
  going: readonly FrozenAttachment[],
  random: Randomness,
): Promise<readonly Piece[]> {
  const [first, ...rest] = await buildBody(
    {
      html: letter.html,
      text: letter.text,
      pictures: going.filter(({ cid }) => cid !== null),
      files: going.filter(({ cid }) => cid === null),
    },
    random,
  );
  const top = first?.kind === 'bytes' ? first.bytes : new Uint8Array();
  return [{ kind: 'bytes', bytes: Buffer.concat([Buffer.from(head), top]) }, ...rest];
}

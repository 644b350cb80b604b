// A draft as the message it would be now, whatever still stands in its way: by the same code that makes the one that is sent.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { type Identity, identityOf } from '../../domain/identities/identity';
import { checkBeforeSending } from '../../domain/send-checks';
import { addressLetter, assemble, type FreezeInput, headOf, mailboxOf } from './freeze';
import type { Envelope, FrozenAttachment, Piece } from './frozen';
import { mailboxField } from './headers';
import { leavingForm, writeLetter } from './letter';

export type UnsentInput = Omit<FreezeInput, 'account'> & {
  /** Null: the person has not chosen one. */
  readonly account: Account | null;
  /** It is kept as a draft, for the person's other programs: nothing in it pretends to be ready. */
  readonly isDraft?: boolean;
  /** With its angle brackets; left out: a new one. */
  readonly messageId?: string;
};
export type Unsent = {
  readonly pieces: readonly Piece[];
  readonly bccHeader: string;
  /** Null: nobody knows yet from whom it goes. */
  readonly envelope: Envelope | null;
  readonly going: readonly FrozenAttachment[];
  readonly obstacles: readonly Failure[];
};

/** Stands for who sends it until somebody is chosen; it is in no header. */
const nobody: Pick<Identity, 'name' | 'address' | 'bccSelf'> = { name: '', address: 'nobody@draft.invalid', bccSelf: false };

/** Recipients that are no addresses yet, and pictures that are not there, are left out and told. Reads no stored file. */
export async function composeUnsent(input: UnsentInput): Promise<Unsent> {
  const { content, attachments, account, random } = input;
  const identity = account === null ? null : identityOf(account, content.identityId);
  const sender = identity === null ? null : addressLetter(content, identity);
  const addressed = sender ?? addressLetter(content, nobody);
  if (addressed === null) throw new Error('nobody has an address');
  const pictures = attachments.flatMap(({ sha256, cid }) => (cid === null ? [] : [{ sha256, cid }]));
  const written = writeLetter(content.html, pictures, content.isPlain);
  const letter = input.isDraft === true ? written : leavingForm(written);
  const going = attachments.filter(({ cid }) => cid === null || letter.used.has(cid));
  const from = sender === null ? null : sender.envelope.from;
  const answersTo = content.options?.replyTo?.trim() || (identity?.replyTo ?? '');
  const replyTo = mailboxOf(answersTo);
  const head = headOf(
    input,
    { ...addressed, from },
    {
      replyTo,
      organisation: identity?.organisation ?? '',
      isDraft: input.isDraft ?? false,
      ...(input.messageId === undefined ? {} : { messageId: input.messageId }),
    },
  );
  const found = obstaclesOf(input, identity, letter.missing);
  return {
    pieces: await assemble(head.text, letter, going, random),
    bccHeader: mailboxField('Bcc', addressed.bcc),
    envelope: sender === null ? null : sender.envelope,
    going,
    obstacles: answersTo.trim() !== '' && replyTo === null ? [...found, { code: 'address-invalid', address: answersTo }] : found,
  };
}

function obstaclesOf({ content, attachments, account }: UnsentInput, identity: Identity | null, missing: number): readonly Failure[] {
  const found = checkBeforeSending({ content, attachments, account: identity, sizeLimit: null }).map(
    (failure): Failure => (failure.code === 'account-missing' && account !== null ? { code: 'identity-missing' } : failure),
  );
  return missing === 0 ? found : [...found, { code: 'attachment-missing' }];
}

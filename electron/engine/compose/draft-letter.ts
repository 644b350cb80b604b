// A draft as a message for the server's folder for drafts: everything that is in it, unfinished as it may be. It is never sent.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Attachment, DraftContent } from '../../contract/model/drafts';
import { identityOf } from '../../domain/identities/identity';
import { gather } from '../mail/gather';
import type { Randomness } from '../rooms';
import type { Store } from '../store/open';
import type { FrozenAttachment } from './frozen';
import { composeUnsent } from './unsent';
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
 * The bytes, Bcc, options and attachments included. Recipients that are no addresses yet can't stand in a header and are left out.
 * Failures: `identity-missing`, `address-invalid`, `attachment-missing` and those of the disk.
 */
export async function draftLetter({ at, ...input }: DraftLetterInput): Promise<Result<Buffer>> {
  const identity = identityOf(input.account, input.content.identityId);
  if (identity === null) return fail('identity-missing');
  const { pieces, bccHeader, envelope, going } = await composeUnsent({ ...input, now: at, isDraft: true });
  if (envelope === null) return fail('address-invalid', { address: identity.address });
  const gathered = await gather(wireStream(pieces, input.store), wireSize(pieces));
  if (!gathered.ok) return { ok: false, failure: named(gathered.failure, going) };
  return succeed(Buffer.concat([Buffer.from(bccHeader), gathered.value]));
}

const named = (failure: Failure, going: readonly FrozenAttachment[]): Failure =>
  failure.code === 'attachment-missing' && going[0] !== undefined && going.length === 1 ? { ...failure, name: going[0].name } : failure;

// What stands in the way of sending a draft. The page asks for its hints, the engine asks again before it freezes.
import type { Failure } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { Attachment, DraftContent } from '../contract/model/drafts';
import { checkAddress } from './addresses';
import { optionsProblem } from './letter-options';

export type SendCheckInput = {
  readonly content: DraftContent;
  readonly attachments: readonly (Pick<Attachment, 'name' | 'size'> & {
    /** Its stored copy is gone. */ readonly isMissing?: boolean | undefined;
  })[];
  /** The account it is to go from; null: there is none (any more). */
  readonly account: Pick<Account, 'address'> | null;
  /** Octets that the server takes (RFC 1870 SIZE); null: not known. */
  readonly sizeLimit: number | null;
};

/**
 * Everything that stands in the way, the most pressing first: `account-missing`, `no-recipient`, `address-invalid` (one for
 * each address, with its text), `option-invalid` (with what it is), `attachment-missing` (one for each file, with its name),
 * `message-too-large` (with the size, the limit, and the largest file's name). Empty: send.
 */
export function checkBeforeSending({ content, attachments, account, sizeLimit }: SendCheckInput): readonly Failure[] {
  const found: Failure[] = [];
  if (account === null) found.push({ code: 'account-missing' });
  else if (checkAddress(account.address) !== null) found.push({ code: 'address-invalid', address: account.address });
  const recipients = [...content.to, ...content.cc, ...content.bcc];
  if (recipients.length === 0) found.push({ code: 'no-recipient' });
  for (const recipient of recipients) {
    if (recipient.kind === 'bad') found.push({ code: 'address-invalid', address: recipient.text });
    // What says of itself that it is good may come from an older version or a damaged file.
    else if (checkAddress(recipient.address) !== null) found.push({ code: 'address-invalid', address: recipient.address });
  }
  const option = optionsProblem(content.options ?? {});
  if (option !== null) found.push({ code: 'option-invalid', name: option });
  for (const { name, isMissing } of attachments) if (isMissing === true) found.push({ code: 'attachment-missing', name });
  const size = estimateSize(content, attachments);
  if (sizeLimit !== null && size > sizeLimit) found.push(tooLarge(size, sizeLimit, attachments));
  return found;
}

/** The refusal of a message of this size (octets), naming the file that weighs most. */
export function tooLarge(size: number, limit: number, attachments: readonly Pick<Attachment, 'name' | 'size'>[]): Failure {
  const largest = attachments.reduce<Pick<Attachment, 'name' | 'size'> | null>(
    (most, one) => (one.size > (most?.size ?? 0) ? one : most),
    null,
  );
  return { code: 'message-too-large', size, limit, ...(largest === null ? {} : { name: largest.name }) };
}

/** About how many octets the message will have on the wire: files grow by 78/57 (base64 in lines), the letter goes twice. */
export function estimateSize(content: DraftContent, attachments: readonly Pick<Attachment, 'size'>[]): number {
  const files = attachments.reduce((sum, { size }) => sum + Math.ceil(size / 57) * 78 + 400, 0);
  return files + Math.ceil(content.html.length * 1.5) + content.subject.length + 2000;
}

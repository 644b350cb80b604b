// The header fields that a letter's options become.
import type { LetterOptions } from '../../contract/model/letter-options';
import { allowedHeaders, priorityFields } from '../../domain/letter-options';
import { type Mailbox, mailboxField, textField } from './headers';

/** Priority, the request for a read receipt (RFC 8098 2.1, to the sender's own address), and the person's own fields. */
export function optionFields(options: LetterOptions | undefined, from: Mailbox): string {
  if (options === undefined) return '';
  return [
    ...priorityFields(options.priority).map(([name, value]) => textField(name, value)),
    options.wantsReadReceipt === true ? mailboxField('Disposition-Notification-To', [from]) : '',
    ...allowedHeaders(options.headers ?? []).map(({ name, value }) => textField(name, value)),
  ].join('');
}

/** What a draft asks for and no field of a letter says, as Thunderbird writes it and reads it again. It never leaves with a letter. */
export function draftInfoField({ wantsReadReceipt, deliveryReport }: LetterOptions = {}): string {
  const [receipt, report] = [wantsReadReceipt === true ? 1 : 0, deliveryReport === undefined ? 0 : 1];
  if (receipt + report === 0) return '';
  return textField('X-Mozilla-Draft-Info', `internal/draft; vcard=0; receipt=${receipt}; DSN=${report}; uuencode=0`);
}

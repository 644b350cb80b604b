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

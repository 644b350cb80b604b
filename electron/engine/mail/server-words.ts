// The server's reply inside an error of the SMTP library, redacted.
import { type Reply, readReply } from '../../domain/smtp-reply';
import { oneLine, type Redact } from './redact';

/** A reply of several lines, redacted, each line clean of control characters. */
export const cleanReply = (text: string, redact: Redact): string => redact(text).split(/\r?\n/).map(oneLine).join('\n');

export const textField = (error: Error | null, key: string): string => {
  const value: unknown = error === null ? undefined : Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
};

/** Null when the error does not come from a reply. */
export function replyIn(error: Error | null, redact: Redact): Reply | null {
  const response = textField(error, 'response');
  return response === '' ? null : readReply(cleanReply(response, redact));
}

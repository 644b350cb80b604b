// Header fields of an outgoing message (RFC 5322, 2047). Words come from strangers' lips: each function takes anything.
import { encodeWord, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';

export type Mailbox = { readonly name: string; readonly address: string };

/** Takes out what no header may hold; a line break would start a header of the writer's own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const lineLength = 76;
/** Leaves room for the field's name in the first line, and stays under the 75 characters of an encoded word. */
const wordLength = 52;

/**
 * Plain ASCII goes out as it is, unless it couldn't be folded (a run without spaces can exceed the 998 octets of RFC 5322
 * 2.1.1), would not survive folding (several spaces), or would be decoded as an encoded word by the reader.
 */
const needsWords = (text: string): boolean => /[^\x20-\x7e]|=\?| {2}|[^ ]{60}/.test(text);

function encodedWords(text: string): string {
  const letters = text.match(/[a-z]/gi)?.length ?? 0;
  const others = text.match(/[^\x20-\x7e]/g)?.length ?? 0;
  return encodeWord(text, others < letters ? 'Q' : 'B', wordLength);
}

/** `Name: value` folded, with its CR LF. */
const field = (name: string, value: string): string => `${foldLines(`${name}: ${value}`, lineLength)}\r\n`;

/** Subject and the like; nothing for an empty one. */
export function textField(name: string, text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  return field(name, needsWords(line) ? encodedWords(line) : line);
}

function mailboxText({ name, address }: Mailbox): string {
  const line = oneLine(name);
  if (line === '') return `<${address}>`;
  if (needsWords(line)) return `${encodedWords(line)} <${address}>`;
  return `${/^[\w ]+$/.test(line) ? line : quoteString(line)} <${address}>`;
}

/** From, To, Cc, Bcc; nothing for an empty list. The addresses must have passed `wireAddress`. */
export const mailboxField = (name: string, mailboxes: readonly Mailbox[]): string =>
  mailboxes.length === 0 ? '' : field(name, mailboxes.map(mailboxText).join(', '));

/** Message-ID, In-Reply-To, References. The ids must have passed `isMessageId`. */
export const idField = (name: string, ids: readonly string[]): string => (ids.length === 0 ? '' : field(name, ids.join(' ')));

/** RFC 5322 3.3, in UTC: where the writer sits is nobody's business. */
export const dateField = (at: number): string => field('Date', new Date(at).toUTCString().replace('GMT', '+0000'));

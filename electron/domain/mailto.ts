// Reads a mailto: URL (RFC 6068). It comes from any web page, so it may fill in a letter and nothing else: no file, no header.
import type { Recipient } from '../contract/model/drafts';
import { mergeDuplicates, parseAddress, parseAddresses } from './addresses';
import { decode, partsOf } from './mailto-parts';

export type Mailto = {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  readonly subject: string;
  /** Plain text; lines end in \n. */
  readonly body: string;
  readonly inReplyTo: string | null;
};

const maxRecipients = 500;
/** Characters of addresses in one field: reading hopeless ones takes milliseconds each, and nobody may stop the engine with a link. */
const maxAddressText = 20_000;
const maxSubject = 2000;
const maxBody = 100_000;

/** Null when it is no mailto: URL. Fields other than to, cc, bcc, subject, body and in-reply-to are ignored (RFC 6068 7). */
export function parseMailto(url: string): Mailto | null {
  const parts = partsOf(url);
  if (parts === null) return null;
  const { address, fields } = parts;
  const all = (name: string): string[] => fields.filter((field) => field.name === name).map((field) => field.value);
  const first = (name: string): string => decode(all(name)[0] ?? '');
  const inReplyTo = first('in-reply-to').trim();
  return {
    to: recipients([address, ...all('to')]),
    cc: recipients(all('cc')),
    bcc: recipients(all('bcc')),
    subject: oneLine(first('subject')).slice(0, maxSubject),
    body: all('body')
      .map(decode)
      .join('\n')
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .slice(0, maxBody),
    inReplyTo: isMessageId(inReplyTo) ? inReplyTo : null,
  };
}

/** RFC 5322 3.6.4, without its obsolete forms. */
export const isMessageId = (text: string): boolean => text.length <= 900 && /^<[!-;=?A-~]+@[!-;=?A-~]+>$/.test(text);

/** Commas that separate stand bare in the URL; one that belongs to an address is percent-encoded (RFC 6068 2), so cut first. */
function recipients(values: readonly string[]): Recipient[] {
  let room = maxAddressText;
  const places = values
    .flatMap((value) => value.split(','))
    .filter((place) => {
      room -= place.length;
      return place !== '' && room >= 0;
    });
  const read = places.flatMap((place) => {
    const text = decode(place);
    // A line break would be read as a second place: here it can only be an attempt to add a header or a hidden recipient.
    return /\p{Cc}/u.test(text) ? [parseAddress(text)] : parseAddresses(text);
  });
  return mergeDuplicates(read).slice(0, maxRecipients);
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

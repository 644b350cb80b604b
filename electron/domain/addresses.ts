// Reads typed and pasted text as mail addresses. Strict, because what passes here becomes a recipient on the wire.
// The grammar of RFC 5322 comes from the email-addresses package, which is pure; what it accepts is then narrowed.
import emailAddresses from 'email-addresses';
import type { AddressProblem, Recipient } from '../contract/model/drafts';
import { splitAddresses } from './split-addresses';

/** RFC 5321 4.5.3.1, octets: the local part, and the path without its angle brackets. */
const maxLocalOctets = 64;
const maxAddressOctets = 254;
/** Longer names than this are not names; the contract's lines end at 1000. */
const maxNameLength = 320;
/** Nothing that fits the limits above is longer than this; the parser takes quadratic time on hopeless text. */
const maxTextLength = 800;

const controls = /[\p{Cc}\u2028\u2029]/u;
/** Unseen marks that come along when text is copied: zero-width space, soft hyphen, direction marks, byte order mark. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const dotAtom = /^[a-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\u{10ffff}]+(?:\.[a-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\u{10ffff}]+)*$/iu;
const label = /^[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00b7\u30fb-]*[\p{L}\p{N}\p{M}])?$/u;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Reads a list: commas, semicolons and new lines separate, except inside quotes and comments. Empty places are left out. */
export const parseAddresses = (text: string): Recipient[] => splitAddresses(text).map(parseAddress);

/** Reads one address: `a@b`, `Name <a@b>`, `"Name, the" <a@b>`, `a@b (Name)`, `mailto:a@b`. */
export function parseAddress(text: string): Recipient {
  const bad = (problem: AddressProblem): Recipient => ({ kind: 'bad', text: text.slice(0, 2000), problem });
  const tidy = withoutMailto(
    text
      .replace(unseen, '')
      .replace(/[\p{Zs}\t]/gu, ' ')
      .trim(),
  );
  if (tidy === '') return bad('empty');
  if (controls.test(tidy)) return bad('control-character');
  if (tidy.length > maxTextLength) return bad('too-long');
  const mailbox = readMailbox(tidy);
  if (mailbox === null) return bad(diagnose(tidy));
  // The full stops of East Asian keyboards separate labels too (RFC 3490 3.1).
  const address = `${mailbox.local}@${mailbox.domain.replace(/[\u3002\uff0e\uff61]/g, '.')}`.normalize('NFC');
  const problem = checkAddress(address) ?? checkName(mailbox.name, address);
  if (problem !== null) return bad(problem);
  return { kind: 'good', name: isSameText(mailbox.name, address) ? '' : mailbox.name, address };
}

/** What is wrong with a bare address (RFC 5321 4.1.2 Mailbox with a dot-string, RFC 6531 for what is not ASCII); null: nothing. */
export function checkAddress(address: string): AddressProblem | null {
  if (address === '') return 'empty';
  if (controls.test(address)) return 'control-character';
  const at = address.lastIndexOf('@');
  if (at < 0) return 'no-at';
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (local === '') return 'no-local-part';
  if (domain === '') return 'no-domain';
  if (local.includes('@')) return 'several';
  // Spaces, unseen marks, private and unassigned characters: what looks like one address must not be another.
  if (!dotAtom.test(local) || /[\p{C}\p{Z}]/u.test(local)) return 'bad-local-part';
  if (octets(local) > maxLocalOctets || octets(address) > maxAddressOctets) return 'too-long';
  const ascii = asciiDomain(domain);
  if (ascii === null) return 'bad-domain';
  return octets(local) + 1 + ascii.length > maxAddressOctets ? 'too-long' : null; // a name grows on its way to ASCII
}

/**
 * A domain in ASCII (RFC 5891, as the web's URL standard does it), or null when it is none. One name without a dot is
 * allowed: `localhost` and hosts of a local network receive mail.
 */
export function asciiDomain(domain: string): string | null {
  if (octets(domain) > 1000 || !domain.split('.').every((part) => label.test(part))) return null;
  let ascii: string;
  try {
    ascii = new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
  if (/^[\d.]+$/.test(ascii)) return null; // a name that ends in a number is an IPv4 address to a URL, and to nobody a mail domain
  const isHostName = ascii.length <= 253 && ascii.split('.').every((part) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(part));
  return isHostName ? ascii : null;
}

/** The address with its domain in ASCII, as it stands in the envelope and in headers; null when it is not a good one. */
export function wireAddress(address: string): string | null {
  if (checkAddress(address) !== null) return null;
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  return domain === null ? null : `${address.slice(0, at)}@${domain}`;
}

/**
 * Two addresses with the same key are one recipient, on the screen, in the envelope and in the address book: nobody has two mailboxes
 * that differ in case alone, though a receiver could tell them apart (RFC 5321 2.4). For comparing only; what goes out is `wireAddress`.
 */
export const recipientKey = (address: string): string => (wireAddress(address) ?? address).toLowerCase();

/** Whether the domain has no dot, which is rare enough to ask about before sending. */
export const hasBareDomain = (address: string): boolean => !address.slice(address.lastIndexOf('@') + 1).includes('.');

/** Leaves out a good address that was there before; the first place stays, and learns the name if it had none. */
export function mergeDuplicates(recipients: readonly Recipient[]): Recipient[] {
  const places = new Map<string, number>();
  const merged: Recipient[] = [];
  for (const recipient of recipients) {
    const key = recipient.kind === 'good' ? recipientKey(recipient.address) : null;
    const place = key === null ? undefined : places.get(key);
    const earlier = place === undefined ? undefined : merged[place];
    if (place === undefined || earlier === undefined) {
      if (key !== null) places.set(key, merged.length);
      merged.push(recipient);
    } else if (earlier.kind === 'good' && earlier.name === '' && recipient.kind === 'good') {
      merged[place] = { ...earlier, name: recipient.name };
    }
  }
  return merged;
}

/** The text of a chip, which reads back as the same chip. */
export function formatRecipient(recipient: Recipient): string {
  if (recipient.kind === 'bad') return recipient.text;
  if (recipient.name === '') return recipient.address;
  const isPlain = /^[\p{L}\p{N}\p{M}'_-]+(?: [\p{L}\p{N}\p{M}'_-]+)*$/u.test(recipient.name);
  return `${isPlain ? recipient.name : `"${recipient.name.replace(/["\\]/g, '\\$&')}"`} <${recipient.address}>`;
}

type Mailbox = { readonly name: string; readonly local: string; readonly domain: string };

/** More of what the grammar takes its time over than any name and address need: a link or a letter can bring hundreds of them. */
const isOverloaded = (text: string): boolean =>
  text.replace(/"(?:[^"\\]|\\.)*"/gu, '').split('(', 10).length > 8 ||
  (text.match(/["\\]/g)?.length ?? 0) > 100 ||
  (text.match(/[\s,.:;<>@[\]]/g)?.length ?? 0) > 120;

function readMailbox(text: string): Mailbox | null {
  const at = text.indexOf('@');
  // Most addresses are bare; they need no grammar.
  if (at > 0 && at === text.lastIndexOf('@') && !/[\s"(),:;<>[\]\\]/.test(text))
    return { name: '', local: text.slice(0, at), domain: text.slice(at + 1) };
  if (isOverloaded(text)) return null;
  const parsed: unknown = emailAddresses({ input: text, startAt: 'mailbox', rfc6532: true, oneResult: true });
  if (!isMailbox(parsed)) return null;
  const comment = /\((.*)\)/su.exec(parsed.parts.comments.map((part) => part.tokens).join(''))?.[1] ?? '';
  const name = (parsed.name ?? comment.replace(/\\(.)/gsu, '$1')).replace(/ +/g, ' ').trim();
  // With a comment in its midst, as obsolete syntax has it (RFC 5322 4.4), the address is not one that anybody can read in the text.
  if (!dense(text).includes(dense(`${parsed.local}@${parsed.domain}`))) return null;
  return { name, local: parsed.local, domain: parsed.domain };
}

const dense = (text: string): string => text.replace(/[\s"\\]/gu, '');

const isMailbox = (value: unknown): value is emailAddresses.ParsedMailbox =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'mailbox';

function checkName(name: string, address: string): AddressProblem | null {
  if (name.length > maxNameLength) return 'too-long';
  if (controls.test(name)) return 'control-character';
  if (/[<>]/.test(name)) return 'bad-quotes';
  // A name that shows another address than the one behind it deceives, or is a list that lost its comma.
  return name.includes('@') && !isSameText(name, address) ? 'several' : null;
}

const isSameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function withoutMailto(text: string): string {
  const match = /^(.*<)?mailto:([^<>]*)(>?)$/iu.exec(text);
  if (match === null) return text;
  const target = (match[2] ?? '').split('?')[0] ?? '';
  try {
    return `${match[1] ?? ''}${decodeURIComponent(target)}${match[3] ?? ''}`;
  } catch {
    return text;
  }
}

/** Why text that is no mailbox isn't one: the reason that helps most. */
function diagnose(text: string): AddressProblem {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gu, '').replace(/\([^()]*\)/gu, '');
  if (/["\\]/.test(bare)) return 'bad-quotes';
  const ats = bare.split('@').length - 1;
  if (ats === 0) return 'no-at';
  if (ats > 1) return 'several';
  const opened = bare.split('<').length - 1;
  const closed = bare.split('>').length - 1;
  if (opened !== closed || opened > 1 || /[()]/.test(bare)) return 'bad-quotes';
  const inner = /<([^<>]*)>/u.exec(bare)?.[1] ?? bare;
  return checkAddress(inner.trim()) ?? 'bad-local-part';
}

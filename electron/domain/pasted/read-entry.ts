// One entry of a pasted list: first as the strict grammar has it, then in the forms that people and other programs write. A rewritten
// entry goes through the strict grammar again: what becomes a chip is always what that has read.
import type { Recipient } from '../../contract/model/drafts';
import { parseAddress } from '../addresses';
import { decodeWords } from './encoded-words';

/** Longer ones are no entry; the patterns below look at no more than this. */
const longest = 800;

const quotes: readonly (readonly [string, string])[] = [
  ["'", "'"],
  ['‘', '’'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['"', '"'],
  ['`', '`'],
  ['«', '»'],
  ['»', '«'],
];
/** A bare address, as far as its shape goes. */
const bare = `[^\\s@<>()[\\]{}",;:]+@[^\\s@<>()[\\]{}"',;:]+`;
/** `Anna Ek [anna@example.se]`: a name that is nothing but a name, and the address in the brackets of another program. */
const bracketed = new RegExp(`^([^@<>()[\\]{}]{0,320}?)\\s*(?:\\[|\\(|\\{)\\s*(?:mailto:)?(${bare})\\s*(?:\\]|\\)|\\})$`, 'iu');
/** `anna@example.se [Anna Ek]`. */
const nameBehind = new RegExp(`^(${bare})\\s*(?:\\[|\\{)([^@<>()[\\]{}]{1,320})(?:\\]|\\})$`, 'u');
/** `Anna Ek anna@example.se`, `anna@example.se Anna Ek`, and with a dash or a colon between: names begin with a capital letter. */
const nameWord = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,40}";
const names = `${nameWord}(?: (?:${nameWord}|av|af|von|van|de|der|den|du|da|la)){0,4}`;
const namedBefore = new RegExp(`^(${names})(?: ?[:–—-])? (${bare})$`, 'u');
const namedBehind = new RegExp(`^(${bare})(?: ?[:–—-])? (${names})$`, 'u');

/** Numbers and bullets of a list. */
const bullet = /^\s*(?:[-*•·▪◦‣●○–—+>]|\(?\d{1,4}[.):])\s+/u;
/** What stands before the addresses of a header, in the languages of the program; and the name of a group before its members (RFC 5322 3.4). */
const before = /^\s*(?!mailto:|https?:)[\p{L}\p{M}\p{N}][^@<>,;:"()[\]]{0,80}:\s*(?!\/)/iu;

/** Without number, bullet, "To:" and "Choir:". */
export function withoutLead(text: string): string {
  const listed = text.replace(bullet, '');
  return listed.slice(0, longest).includes('@') ? listed.replace(before, '') : listed;
}

export function readEntry(text: string): Recipient {
  const strict = parseAddress(text);
  if (strict.kind === 'good') return named(strict);
  if (text.length > longest) return strict;
  for (const form of formsOf(text.trim())) {
    const read = parseAddress(form);
    if (read.kind === 'good') return named(read);
  }
  return strict;
}

/** The strict grammar of each is tried in turn. */
function formsOf(text: string): string[] {
  const plain = unquoted(text.replace(/[.,:;!?]+$/u, '').trim()).replace(/[.,:;!?]+$/u, '');
  const forms = [plain];
  const [, name, address] = bracketed.exec(plain) ?? [];
  if (address !== undefined) forms.push(mailbox(name ?? '', address));
  const [, first, behind] = nameBehind.exec(plain) ?? namedBehind.exec(plain) ?? [];
  if (first !== undefined) forms.push(mailbox(behind ?? '', first));
  const [, called, last] = namedBefore.exec(plain) ?? [];
  if (last !== undefined) forms.push(mailbox(called ?? '', last));
  return forms;
}

function unquoted(text: string): string {
  const pair = quotes.find(([open, close]) => text.length > 2 && text.startsWith(open) && text.endsWith(close));
  return pair === undefined || text.slice(1, -1).includes(pair[1]) ? text : text.slice(1, -1).trim();
}

/** As the strict grammar takes it: the name in quotes, with nothing in it that could end them. */
export function mailbox(name: string, address: string): string {
  const tidy = unquoted(name.trim())
    .replace(/["\\]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s:–—-]+$/u, '')
    .trim();
  return tidy === '' ? address.trim() : `"${tidy}" <${address.trim()}>`;
}

/** Decoded where it came from a raw header. A name that then shows an address, or could be taken for one, is no name. */
function named(one: Extract<Recipient, { kind: 'good' }>): Recipient {
  const decoded = decodeWords(one.name);
  if (decoded === one.name) return one;
  const clean = decoded
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 320);
  return { ...one, name: /[<>@]/u.test(clean) ? '' : clean };
}

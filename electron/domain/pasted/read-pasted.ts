// Reads recipients as people paste them: lists with any separator, rows of a spreadsheet, headers of another letter, numbered lines.
// More is understood than `parseAddresses` does, which links and headers go through; nothing is guessed that the chip would not show.
import type { Recipient } from '../../contract/model/drafts';
import { parseMailto } from '../mailto';
import { splitAddresses } from '../split-addresses';
import { mailbox, readEntry, withoutLead } from './read-entry';
import { headOf, readRow } from './read-row';

/** More than any letter takes: what is behind is not read. */
const most = 20_000;

/** In the order in which they stand, some perhaps twice. What is no address stands among them as it was pasted. */
export function readPasted(text: string): Recipient[] {
  const lines = text.replace(/[\u200b\u200e\u200f\ufeff]/g, '').split(/[\r\n\u0085\u2028\u2029]+/u);
  const columns = headOf(lines.find((line) => line.trim() !== '') ?? '');
  const found: Recipient[] = [];
  let isHead = columns !== null;
  for (const line of lines) {
    if (line.trim() === '' || found.length > most) continue;
    if (isHead) isHead = false;
    else for (const one of line.trim().includes('\t') ? readTabbed(line, columns) : readLine(line)) found.push(one);
  }
  return found.filter((one) => one.kind === 'good' || one.problem !== 'empty');
}

/** Tabs may be nothing but separators. */
function readTabbed(line: string, columns: Parameters<typeof readRow>[1]): Recipient[] {
  const isList = columns === null && line.split('\t').every((cell) => cell.trim() === '' || cell.includes('@'));
  return isList ? line.split('\t').flatMap(readLine) : readRow(line, columns);
}

function readLine(line: string): Recipient[] {
  const link = /^\s*<?(mailto:[^\s<>]*)>?\s*$/iu.exec(line)?.[1];
  const linked = link === undefined ? [] : (parseMailto(link)?.to ?? []);
  if (linked.length > 0) return [...linked];
  return joinNames(splitAddresses(withoutLead(line)).map(withoutLead))
    .flatMap(splitAtSpaces)
    .map(readEntry);
}

/** Words that may be a family name, and nothing else. */
const familyName = /^\p{L}[\p{L}\p{M}'’. -]{0,60}$/u;
/** What a first name and an address in brackets look like. */
const firstName = /^["']?\p{L}[\p{L}\p{M}'’. -]{0,80}["']?\s*(?:<[^<>\s]+@[^<>\s]+>|\[[^[\]\s]+@[^[\]\s]+\]|\([^()\s]+@[^()\s]+\))[.]?$/u;

/** `Ek, Anna <anna@example.se>` is one person: no name without an address is left standing before one with a first name. */
function joinNames(entries: readonly string[]): string[] {
  const joined: string[] = [];
  for (const entry of entries) {
    const before = joined.at(-1);
    if (before !== undefined && entry.length < 400 && familyName.test(before) && firstName.test(entry)) {
      const at = entry.search(/[<[(]/u);
      const address = entry.slice(at).replace(/[<>[\]().]+$|^[<[(]/gu, '');
      joined[joined.length - 1] = mailbox(`${before}, ${entry.slice(0, at).replace(/["']/g, '').trim()}`, address);
    } else joined.push(entry);
  }
  return joined;
}

const isBare = (word: string): boolean => /^[^\s@<>()[\]{}"]+@[^\s@<>()[\]{}"]+$/u.test(word);

/** Bare addresses with spaces between them; and `Anna <a@x.se> Bo <b@x.se>`. An entry that is neither stays whole. */
function splitAtSpaces(entry: string): string[] {
  if (!/\s/u.test(entry) || entry.indexOf('@') === entry.lastIndexOf('@')) return [entry];
  const words = entry.split(/\s+/u);
  if (words.every(isBare)) return words;
  const mailboxes = entry.split(/(?<=>)\s+/u);
  const isEach = mailboxes.length > 1 && mailboxes.every((one) => /^[^<>@"]*<[^<>\s@]+@[^<>\s@]+>$/u.test(one) || isBare(one));
  return isEach ? mailboxes : [entry];
}

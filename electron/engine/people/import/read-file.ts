// A file of addresses of whatever kind, read as bounded, hostile data.
import type { Entries, Refused } from './entries';

/** Octets. */
const largestFile = 20 * 1024 * 1024;

/** What is in it. The kind is told by what it holds: names of files are often wrong. */
export async function readAddressFile(bytes: Uint8Array): Promise<Entries | Refused> {
  if (bytes.length > largestFile) return { kind: 'refused', why: 'too-large', limit: largestFile };
  const text = decode(bytes);
  if (text === null) return { kind: 'refused', why: 'unreadable' };
  if (text.trim() === '') return { kind: 'refused', why: 'no-people' };
  const isCards = /^\s*BEGIN:VCARD/im.test(text.slice(0, 10_000));
  const read = isCards ? await (await import('./vcards')).readVcards(text) : await (await import('./table')).readTable(text);
  return !('kind' in read) && read.people.length === 0 && read.skipped === 0 ? { kind: 'refused', why: 'no-people' } : read;
}

/** UTF-8, UTF-16 by its mark, or else what Windows wrote before; null: no text at all. */
function decode(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 100_000).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

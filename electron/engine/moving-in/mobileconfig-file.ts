// A .mobileconfig file as octets: plain, or inside a CMS signature; other shapes are named and refused.
import { XMLParser } from 'fast-xml-parser';
import type { MovedIn, MovingProblem } from '../../contract/model/moving-in';
import { type ProfileAccounts, readMobileconfig } from '../../domain/moving-in/mobileconfig';
import { readPlist } from '../../domain/moving-in/plist';
import { openEnvelope } from '../../domain/moving-in/signed-content';
import { toMovedIn } from './proposals';

/** Octets. A profile with pictures in it has some hundred thousand. */
const mostOctets = 2_000_000;

// Nothing of a document type or an entity is expanded, values stay the text they are, and nesting has an end.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  htmlEntities: false,
  maxNestedTags: 60,
});

/** Never throws. */
export function readMobileconfigFile(bytes: Uint8Array): MovedIn {
  if (bytes.length > mostOctets) return refuse('too-large');
  const der = isPem(bytes) ? unwrapPem(bytes) : bytes;
  const envelope = openEnvelope(der);
  if (envelope.kind === 'encrypted') return refuse('encrypted');
  const isSigned = envelope.kind === 'signed';
  const read = readXml(isSigned ? envelope.content : bytes);
  return typeof read === 'string' ? refuse(read, isSigned) : toMovedIn({ ...read, isSigned });
}

const refuse = (problem: MovingProblem, isSigned = false): MovedIn => ({ accounts: [], leftOut: [], problem, isSigned });

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 200)).toString('latin1');
const isPem = (bytes: Uint8Array): boolean => /^\s*-----BEGIN (?:PKCS7|CMS)-----/.test(startOf(bytes));
const unwrapPem = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/-----[A-Z0-9 ]+-----/g, ''),
    'base64',
  );

function readXml(content: Uint8Array): ProfileAccounts | MovingProblem {
  if (startOf(content).startsWith('bplist')) return 'binary';
  const text = decode(content);
  if (text === null) return 'unreadable';
  if (!text.includes('<plist')) return 'not-settings';
  // Apple's document type has no inner part; one that has is an attack.
  if (/<!entity|<!doctype[^>]*\[/i.test(text)) return 'unreadable';
  try {
    const root = readPlist(parser.parse(text));
    return root === null ? 'unreadable' : readMobileconfig(root);
  } catch {
    return 'unreadable';
  }
}

/** UTF-8, or UTF-16 by its mark; null: neither. */
function decode(content: Uint8Array): string | null {
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

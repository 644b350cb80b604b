// Takes the content out of a CMS message (RFC 5652): SignedData in BER or DER. Who signed it, and whether rightly, is not looked at.

export type Envelope =
  | { readonly kind: 'signed'; readonly content: Uint8Array }
  /** EnvelopedData or the like: for one device alone. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'none' };

const signedData = '2a864886f70d010702';
const envelopedData = '2a864886f70d010703';
const deepest = 12;

/** Never throws; what is no whole CMS message is `none`. */
export function openEnvelope(bytes: Uint8Array): Envelope {
  const [type, wrapped] = inside(elementAt(bytes, 0, bytes.length, 0)).slice(0, 2);
  if (type === undefined || wrapped === undefined || type.tag !== 0x06) return { kind: 'none' };
  const id = hex(type.content);
  if (id === envelopedData) return { kind: 'encrypted' };
  if (id !== signedData) return { kind: 'none' };
  // version, digestAlgorithms, encapContentInfo { eContentType, [0] eContent }
  const info = inside(inside(wrapped)[0])[2];
  const content = inside(inside(info)[1])[0];
  return content === undefined ? { kind: 'none' } : { kind: 'signed', content: octetsOf(content) };
}

type Element = { readonly tag: number; readonly content: Uint8Array; readonly end: number; readonly depth: number };

const hex = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 20), (octet) => octet.toString(16).padStart(2, '0')).join('');

/** The elements within a constructed one. A sequence is enough for a plist of any size: more than these is no CMS message. */
function inside(element: Element | null | undefined): Element[] {
  if (element == null || (element.tag & 0x20) === 0) return [];
  const found: Element[] = [];
  for (let at = 0; at < element.content.length && found.length < 10_000; ) {
    const next = elementAt(element.content, at, element.content.length, element.depth + 1);
    if (next === null || next.tag === 0) break;
    found.push(next);
    at = next.end;
  }
  return found;
}

/** An OCTET STRING: whole, or in pieces (BER). */
function octetsOf(element: Element): Uint8Array {
  if ((element.tag & 0x20) === 0) return element.content;
  const pieces = inside(element).map(octetsOf);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** X.690 8.1: tag, length (short, long or indefinite), content. Null: not a whole element. */
function elementAt(bytes: Uint8Array, from: number, to: number, depth: number): Element | null {
  const tag = bytes[from];
  const first = bytes[from + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > deepest) return null;
  if (first === 0x80) return (tag & 0x20) === 0 ? null : indefinite(bytes, tag, from + 2, to, depth);
  let start = from + 2;
  let length = first;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 4) return null;
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[start + index] ?? 0);
    start += count;
  }
  return start + length > to ? null : { tag, content: bytes.subarray(start, start + length), end: start + length, depth };
}

/** Ends with two zero octets on its own level. */
function indefinite(bytes: Uint8Array, tag: number, start: number, to: number, depth: number): Element | null {
  for (let at = start; at < to; ) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, content: bytes.subarray(start, at), end: at + 2, depth };
    const next = elementAt(bytes, at, to, depth + 1);
    if (next === null) return null;
    at = next.end;
  }
  return null;
}

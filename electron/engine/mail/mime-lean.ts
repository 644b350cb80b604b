// Takes the large files out of a message before it is taken apart, and puts them back afterwards.
// The parser works line by line: 30 MB of base64 cost it seconds and ten times the memory, and us nothing.
import { randomBytes } from 'node:crypto';

export type LeanMessage = {
  /** The message with a short stand-in for the body of each large base64 part. */
  readonly lean: Uint8Array;
  /** What a parsed part really holds: the file behind a stand-in, or the part itself, whole again. */
  readonly restore: (content: Uint8Array) => Uint8Array;
};

/** Octets; smaller bodies are left to the parser. */
const large = 64 * 1024;
const longestPartHeader = 64 * 1024;
const mostParts = 10_000;

type Stretch = { readonly start: number; readonly end: number };

const isFile = (header: string): boolean =>
  /^content-transfer-encoding:[ \t]*base64\b/im.test(header) &&
  !/^content-type:\s*(?:text|multipart|message)\//im.test(header) &&
  /^content-type:/im.test(header);

/** Where the header between two boundary lines ends; -1: nowhere near. */
function bodyStart(source: Buffer, { start, end }: Stretch): number {
  const window = source.subarray(start, Math.min(end, start + longestPartHeader));
  const crlf = window.indexOf('\r\n\r\n');
  if (crlf >= 0) return start + crlf + 4;
  const lf = window.indexOf('\n\n');
  return lf < 0 ? -1 : start + lf + 2;
}

/** The bodies of large base64 parts. A line of base64 never begins with a hyphen, so the next that does ends the body. */
function largeBodies(source: Buffer): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (let count = 0; start < source.length && count < mostParts; count += 1) {
    const next = source.indexOf('\n--', start);
    const end = next < 0 ? source.length : next + 1;
    if (end - start > large) {
      const body = bodyStart(source, { start, end });
      if (body > 0 && end - body > large && isFile(source.toString('latin1', start, body))) found.push({ start: body, end });
    }
    start = end + 2;
  }
  return found;
}

/** Never throws; a message without large files comes back as it is. */
export function makeLean(message: Uint8Array): LeanMessage {
  const source = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const bodies = largeBodies(source);
  if (bodies.length === 0) return { lean: message, restore: (content) => content };
  // Multiples of three octets each, so that the mark reads the same in base64 whatever follows it.
  const mark = randomBytes(12).toString('hex');
  const standIn = (index: number): string => `${mark}${String(index).padStart(6, '0')}`;
  const encoded = (index: number): string => Buffer.from(standIn(index)).toString('base64');
  const encodedMark = Buffer.from(mark).toString('base64');

  const pieces: Buffer[] = [];
  let at = 0;
  bodies.forEach(({ start, end }, index) => {
    pieces.push(source.subarray(at, start), Buffer.from(`${encoded(index)}\r\n`));
    at = end;
  });
  pieces.push(source.subarray(at));

  const bodyOf = (index: number): Buffer => {
    const body = bodies[index];
    return body === undefined ? Buffer.alloc(0) : source.subarray(body.start, body.end);
  };
  return {
    lean: Buffer.concat(pieces),
    restore(content) {
      const part = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      if (part.length === mark.length + 6 && part.indexOf(mark) === 0)
        return Buffer.from(bodyOf(Number(part.toString('latin1', mark.length))).toString('latin1'), 'base64');
      // A message within the message, which is handed over as it came: its own files were taken out, too.
      if (part.indexOf(encodedMark) < 0) return content;
      const whole: Buffer[] = [];
      let from = 0;
      for (let found = part.indexOf(encodedMark); found >= 0; found = part.indexOf(encodedMark, from)) {
        const end = found + encodedMark.length + 8;
        const index = Number(Buffer.from(part.toString('latin1', found, end), 'base64').toString('latin1', mark.length));
        whole.push(part.subarray(from, found), bodyOf(index));
        from = end + (part[end] === 0x0d ? 2 : 1); // the stand-in's line end; the body brings its own
      }
      return Buffer.concat([...whole, part.subarray(from)]);
    },
  };
}

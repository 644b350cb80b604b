// Reading a message's bytes (RFC 5322, 2045-2047, 2231) with postal-mime. Every message is hostile: nothing here may throw, hang or grow without bound.
import type { Address, Email } from 'postal-mime';
import { makeLean } from './mime-lean';

export type Addressed = { readonly name: string; readonly address: string };
export type ParsedAttachment = {
  /** Safe as a file's name; never empty. */
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** A picture that belongs to the HTML and is shown there. */
  readonly isInline: boolean;
  /** Without angle brackets. */
  readonly cid: string | null;
};
export type ParsedMessage = {
  readonly messageId: string | null;
  readonly from: Addressed | null;
  readonly replyTo: readonly Addressed[];
  readonly to: readonly Addressed[];
  readonly cc: readonly Addressed[];
  readonly bcc: readonly Addressed[];
  readonly subject: string;
  readonly at: number | null;
  readonly references: string;
  /** Raw and hostile, as it was sent; pictures are still cid: URLs. */
  readonly html: string | null;
  readonly text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly ParsedAttachment[];
};

const maxAddresses = 10_000;
const maxHeaders = 1000;
const maxHeaderLength = 20_000;
/** What comes behind them is left out: whoever keeps a message keeps it whole. */
export const maxAttachments = 1000;
const maxNameLength = 200;
// Deeper or larger than any honest message; beyond it postal-mime refuses instead of working on.
const limits = { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true } as const;

/** Reads a whole message. A message that can't be taken apart comes back with what its header says and no parts. */
export async function parseMessage(source: Uint8Array): Promise<ParsedMessage> {
  try {
    const { lean, restore } = makeLean(source);
    return fromEmail(await parsePaced(lean), restore);
  } catch {
    // Too deep, too many parts, or headers without end. The source is still shown, and what the first header block says.
    const head = await parsePaced(headerBlock(source, 16 * 1024)).catch(() => null);
    return head === null ? nothing : { ...fromEmail(head), html: null, text: '', attachments: [] };
  }
}

/** ms in a row that parsing may keep the engine from its other work, and in all that a message may take. */
const turn = 10;
const patience = 20_000;

/** The parser goes through a message in one go; here it pauses, so that the engine stays quick, and gives up in the end. */
async function parsePaced(source: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  if (colonsIn(headerBlock(source, limits.maxHeadersSize)) > mostColons) throw new Error('a header made to be slow');
  const parser = new PostalMime(limits);
  const step: unknown = Reflect.get(parser, 'processLine');
  if (typeof step === 'function') {
    const began = performance.now();
    let last = began;
    Reflect.set(parser, 'processLine', async (line: unknown, isFinal: unknown): Promise<unknown> => {
      const now = performance.now();
      if (now - began > patience) throw new Error('too much to take apart');
      if (now - last > turn) {
        await new Promise((resolve) => setImmediate(resolve));
        last = performance.now();
      }
      return Reflect.apply(step, parser, [line, isFinal]);
    });
  }
  return parser.parse(source);
}

// "To: a:a:a:..." opens a group within a group within a group; the time it takes grows with the square.
const mostColons = 20_000;
function colonsIn(header: Uint8Array): number {
  let count = 0;
  for (const octet of header) if (octet === 0x3a) count += 1;
  return count;
}

/** Reads only the header: for lists. The body is not looked at, however long it is. */
export async function parseHeader(source: Uint8Array): Promise<ParsedMessage> {
  return parseMessage(headerBlock(source, 256 * 1024));
}

const nothing: ParsedMessage = {
  messageId: null,
  from: null,
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  at: null,
  references: '',
  html: null,
  text: '',
  headers: [],
  attachments: [],
};

/** The bytes up to the empty line, at most `limit` of them. */
function headerBlock(source: Uint8Array, limit: number): Uint8Array {
  const start = Buffer.from(source.buffer, source.byteOffset, Math.min(source.byteLength, limit));
  const end = [start.indexOf('\r\n\r\n'), start.indexOf('\n\n')].filter((at) => at >= 0);
  return start.subarray(0, end.length === 0 ? start.length : Math.min(...end) + 2);
}

const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim();

function flat(addresses: readonly Address[] | undefined): Addressed[] {
  return (addresses ?? [])
    .slice(0, maxAddresses)
    .flatMap((each) => ('group' in each && each.group !== undefined ? each.group : [each]))
    .slice(0, maxAddresses)
    .map(({ name, address }) => ({ name: oneLine(name), address: oneLine(address ?? '') }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

function fromEmail(email: Email, restore: (content: Uint8Array) => Uint8Array = (content) => content): ParsedMessage {
  const time = email.date === undefined ? Number.NaN : Date.parse(email.date);
  return {
    messageId: email.messageId === undefined ? null : oneLine(email.messageId).slice(0, 998),
    from: flat(email.from === undefined ? [] : [email.from])[0] ?? null,
    replyTo: flat(email.replyTo),
    to: flat(email.to),
    cc: flat(email.cc),
    bcc: flat(email.bcc),
    subject: oneLine(email.subject ?? '').slice(0, maxHeaderLength),
    at: Number.isFinite(time) ? time : null,
    references: oneLine(email.references ?? '').slice(0, maxHeaderLength),
    html: email.html ?? null,
    text: email.text ?? '',
    headers: email.headers
      .slice(0, maxHeaders)
      .map(({ originalKey, value }) => ({ name: originalKey, value: value.slice(0, maxHeaderLength) })),
    attachments: email.attachments.slice(0, maxAttachments).map((part, index) => ({
      name: fileName(part.filename, part.mimeType, index),
      type: oneLine(part.mimeType),
      content: textual.has(part.mimeType) ? withLineEnds(restore(octets(part.content))) : restore(octets(part.content)),
      isInline: part.related === true && part.disposition !== 'attachment' && part.mimeType.startsWith('image/'),
      cid: part.contentId === undefined ? null : part.contentId.replace(/^<|>$/g, ''),
    })),
  };
}

const octets = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content instanceof Uint8Array ? content : new Uint8Array(content);

/** Files whose lines end in CR LF wherever they are (RFC 5322 2.3, RFC 5545 3.1); the parser leaves LF alone. */
const textual: ReadonlySet<string> = new Set(['message/rfc822', 'text/calendar', 'application/ics']);

const withLineEnds = (content: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');

const usualEndings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
};
// Control characters, what no file system wants, and the marks that turn the reading direction: "fdp.exe" must not read "exe.pdf".
const notInNames = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu;

/** A file's name from a stranger: no path, nothing hidden, never empty. */
export function fileName(given: string | null, type: string, index: number): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(notInNames, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return `attachment-${index + 1}${usualEndings[type] ?? ''}`;
  if (clean.length <= maxNameLength) return clean;
  const ending = /\.[^.]{1,16}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, maxNameLength - ending.length) + ending;
}

/** Whether a message is likely to carry attachments, by its own Content-Type header alone (RFC 2046 5.1.3). */
export const isMixed = ({ headers }: Pick<ParsedMessage, 'headers'>): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'content-type' && /^\s*multipart\/mixed\b/i.test(value));

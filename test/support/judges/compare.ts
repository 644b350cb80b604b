// Holds what two programs read in a letter against each other, and against the letter's own parts (RFC 2183, 2231, 2387, 2392, 3676).
import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { PythonEmail, PythonPart } from './ask';
import { hasQuotes, unflowed, wordsOf } from './unflowed';

type Mailbox = { readonly name: string; readonly address: string };

export const readByPostalMime = (letter: Uint8Array): Promise<Email> => PostalMime.parse(letter, { attachmentEncoding: 'arraybuffer' });

/** Where the two disagree, or a part is not what it should be. */
export function readingComplaints(postal: Email, python: PythonEmail): readonly string[] {
  return [
    ...python.defects.map((defect) => `Python finds: ${defect}`),
    ...headerComplaints(postal, python),
    ...textComplaints(postal, python),
    ...fileComplaints(postal, python),
    ...pictureComplaints(postal.html ?? '', python.parts),
    ...nestingComplaints(python.parts),
  ];
}

const differ = (what: string, one: unknown, other: unknown): string[] => {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return first === second ? [] : [`${what}: postal-mime reads ${first}, Python reads ${second}`];
};

const mailboxesOf = (list: readonly Address[] | undefined): Mailbox[] =>
  (list ?? [])
    .flatMap((one) => ('group' in one && one.group !== undefined ? one.group : [one]))
    .map(({ name, address }) => ({ name, address: address ?? '' }));

/**
 * The empty group of a letter to hidden people is a name without an address to one of them. Names go without spaces: Python (before
 * 3.13) keeps the one between two encoded words of a name, which RFC 2047 6.2 takes out.
 */
const people = (list: readonly Mailbox[]): readonly Mailbox[] =>
  list.filter(({ address }) => address !== '').map(({ name, address }) => ({ name: name.replace(/\s/g, ''), address }));

const headerComplaints = (postal: Email, python: PythonEmail): string[] => [
  ...differ('From', people(mailboxesOf(postal.from === undefined ? [] : [postal.from])), people(python.from)),
  ...differ('Reply-To', people(mailboxesOf(postal.replyTo)), people(python.replyTo)),
  ...differ('To', people(mailboxesOf(postal.to)), people(python.to)),
  ...differ('Cc', people(mailboxesOf(postal.cc)), people(python.cc)),
  ...differ('Subject', postal.subject ?? '', python.subject ?? ''),
  ...differ('Date', Date.parse(postal.date ?? ''), python.date),
  ...differ('Message-ID', postal.messageId, python.messageId),
];

const isLetter = ({ type, disposition }: PythonPart): boolean => type.startsWith('text/') && disposition === null;
const ofType = (parts: readonly PythonPart[], type: string): readonly PythonPart[] =>
  parts.filter((part) => isLetter(part) && part.type === type);

function textComplaints(postal: Email, { parts }: PythonEmail): string[] {
  const [plain, html] = [ofType(parts, 'text/plain'), ofType(parts, 'text/html')];
  return [
    ...(plain.length === 1 ? [] : [`${plain.length} parts of plain text`]),
    ...(html.length > 1 ? [`${html.length} parts of HTML`] : []),
    ...[...plain, ...html].flatMap(({ type, charset, encoding }) => [
      ...(charset === 'utf-8' ? [] : [`${type} says it is ${charset}`]),
      ...(/^(?:7bit|quoted-printable|base64)$/.test(encoding) ? [] : [`${type} is encoded as ${encoding}`]),
    ]),
    ...plain.flatMap(({ format, text }) => [
      ...(format === 'flowed' ? [] : ['the plain text is not flowed']),
      ...flowComplaints(text ?? ''),
      ...textDifference(postal.text ?? '', text ?? ''),
    ]),
    ...html.flatMap(({ text }) => differ('the HTML', postal.html?.replaceAll('\r\n', '\n').trimEnd(), text?.trimEnd())),
  ];
}

/** postal-mime joins the lines of a flowed text, Python leaves them. */
const textDifference = (postal: string, python: string): string[] =>
  hasQuotes(python)
    ? differ('the words of the plain text', wordsOf(postal), wordsOf(unflowed(python)))
    : differ('the plain text', postal.trimEnd(), unflowed(python).trimEnd());

/** Lines that a program on the way changes: those that begin with "From " get a mark, those of spaces alone get lost. */
const flowComplaints = (text: string): string[] => [
  ...(/^From /m.test(text) ? ['a line of the plain text begins with "From "'] : []),
  ...(/^ +$/m.test(text) ? ['a line of the plain text is only spaces'] : []),
  ...text
    .split('\n')
    .filter((line) => line.length > 78 && line.trimEnd().includes(' '))
    .map((line) => `a line of the plain text has ${line.length} characters: ${line.slice(0, 60)}`),
];

type File = { readonly name: string | null; readonly type: string; readonly cid: string | null; readonly sha256: string };

const postalFile = ({ filename, mimeType, contentId, content }: Attachment): File => ({
  name: filename,
  type: mimeType,
  cid: contentId ?? null,
  sha256: unlessCalendar(
    mimeType,
    createHash('sha256')
      .update(typeof content === 'string' ? content : new Uint8Array(content))
      .digest('hex'),
  ),
});
const pythonFile = ({ name, type, cid, sha256 }: PythonPart): File => ({ name, type, cid, sha256: unlessCalendar(type, sha256) });

/** postal-mime ends each line of a calendar in its own way. */
const unlessCalendar = (type: string, hash: string): string => (type === 'text/calendar' ? '' : hash);

function fileComplaints(postal: Email, { parts }: PythonEmail): string[] {
  const files = parts.filter(({ disposition }) => disposition !== null);
  return [
    ...differ('the files', postal.attachments.map(postalFile), files.map(pythonFile)),
    ...files.flatMap(({ name, typeName, encoding, type }) => [
      ...(name === typeName ? [] : [`a file is called ${JSON.stringify(name)} and ${JSON.stringify(typeName)}`]),
      ...(encoding === 'base64' ? [] : [`a file is encoded as ${encoding}`]),
      ...(/^(?:message|multipart)\//.test(type) ? [`a file is a ${type}`] : []),
    ]),
  ];
}

/** Of the letter itself: what stands in its words may say anything. */
const elementsOf = (html: string): string => (html.slice(Math.max(0, html.indexOf('<body'))).match(/<[^>]*>/g) ?? []).join('');

/** Each picture is shown, each that is shown is there, and nothing is fetched from anywhere. */
function pictureComplaints(html: string, parts: readonly PythonPart[]): string[] {
  const shown = [...html.matchAll(/<img[^>]*? src="([^"]*)"/g)].map(([, source = '']) => decodeURIComponent(source));
  const carried = parts.filter(({ disposition }) => disposition === 'inline').map(({ cid }) => `cid:${(cid ?? '').replace(/^<|>$/g, '')}`);
  return [
    ...shown.filter((source) => !carried.includes(source)).map((source) => `no part is ${source}`),
    ...carried.filter((source) => !shown.includes(source)).map((source) => `${source} is not shown`),
    ...(/<(?:script|iframe|object|embed|form|link|base|svg|style)\b|\son\w+=|javascript:|(?:src|background)="(?:https?:)?\/\/|url\(/i.test(
      elementsOf(html),
    )
      ? ['the HTML has more in it than a letter']
      : []),
  ];
}

const depths: Readonly<Record<string, number>> = { 'multipart/mixed': 0, 'multipart/alternative': 1, 'multipart/related': 2 };

/** mixed around alternative around related, each only where it holds more than one part. */
const nestingComplaints = (parts: readonly PythonPart[]): string[] =>
  parts
    .filter(({ type }) => type.startsWith('multipart/'))
    .flatMap(({ type, depth }) => (depth <= (depths[type] ?? -1) ? [] : [`${type} at depth ${depth}`]));

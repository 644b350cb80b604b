// The MIME body of a message (RFC 2045-2047, 2231, 2387) by nodemailer's own code, with each file held open by a token.
import MimeNode from 'nodemailer/lib/mime-node';
import type { Randomness } from '../rooms';
import { withName } from './file-fields';
import type { FrozenAttachment, Piece } from './frozen';

export type Body = {
  /** null: plain text alone. */
  readonly html: string | null;
  /** As format=flowed. */
  readonly text: string;
  readonly pictures: readonly FrozenAttachment[];
  readonly files: readonly FrozenAttachment[];
};
type Token = { readonly attachment: FrozenAttachment; readonly content: Buffer };

const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

/** The body's headers from Content-Type on, and the body, in pieces. */
export async function buildBody(body: Body, random: Randomness): Promise<readonly Piece[]> {
  const tokens: Token[] = [];
  const hold = (attachment: FrozenAttachment): Buffer => {
    // 27 octets make one line of 36 characters that base64 ends with no padding, and that nobody can have guessed.
    const content = Buffer.from(random(27));
    tokens.push({ attachment, content });
    return content;
  };
  // A child's output has no Date, Message-ID or MIME-Version of nodemailer's choosing; those are ours (headers.ts).
  const holder = new MimeNode('multipart/mixed', {
    baseBoundary: Buffer.from(random(15)).toString('hex'),
    boundaryPrefix: '=_',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const root = body.files.length === 0 ? addLetter(holder, body, hold) : holder.createChild('multipart/mixed');
  if (body.files.length > 0) {
    addLetter(root, body, hold);
    for (const file of body.files) addFile(root, file, 'attachment', hold(file));
  }
  return cut(await root.build(), tokens);
}

function addLetter(parent: MimeNode, { html, text, pictures }: Body, hold: (attachment: FrozenAttachment) => Buffer): MimeNode {
  if (html === null) return addText(parent, text);
  const alternative = parent.createChild('multipart/alternative');
  addText(alternative, text);
  if (pictures.length === 0) {
    alternative.createChild('text/html; charset=utf-8').setContent(crlf(html));
    return alternative;
  }
  const related = alternative.createChild('multipart/related; type="text/html"');
  related.createChild('text/html; charset=utf-8').setContent(crlf(html));
  for (const picture of pictures) addFile(related, picture, 'inline', hold(picture));
  return alternative;
}

/** RFC 3676 */
const addText = (parent: MimeNode, text: string): MimeNode =>
  parent.createChild('text/plain; charset=utf-8; format=flowed; delsp=no').setContent(crlf(text));

/** A field that goes out as it is. */
const ready = (value: string) => ({ prepared: true, value });

function addFile(parent: MimeNode, { name, type, cid }: FrozenAttachment, disposition: 'attachment' | 'inline', content: Buffer): void {
  const part = parent
    .createChild()
    .setHeader('Content-Type', ready(withName(partType(type), 'name', name)))
    .setHeader('Content-Transfer-Encoding', 'base64')
    .setHeader('Content-Disposition', ready(withName(disposition, 'filename', name)))
    .setContent(content);
  if (cid !== null) part.setHeader('Content-ID', `<${cid}>`);
}

/** message/* and multipart/* must not be base64 (RFC 2046 5.2.1, 5.1), and a file goes out as it is. */
const partType = (type: string): string =>
  /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i.test(type) && !/^(message|multipart)\//i.test(type)
    ? type.toLowerCase()
    : 'application/octet-stream';

/** Puts the files in the places of their tokens. Throws when one isn't there exactly once: then nothing must leave. */
function cut(built: Buffer, tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { attachment, content } of tokens) {
    const token = content.toString('base64');
    const at = built.indexOf(token, from);
    if (at < 0 || built.indexOf(token, at + token.length) >= 0) throw new Error('a file has no place of its own in the message');
    pieces.push({ kind: 'bytes', bytes: built.subarray(from, at) }, { kind: 'blob', sha256: attachment.sha256, size: attachment.size });
    from = at + token.length;
  }
  pieces.push({ kind: 'bytes', bytes: built.subarray(from) });
  return pieces;
}

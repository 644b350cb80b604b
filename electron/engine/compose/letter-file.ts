// A letter as a file (.eml, RFC 5322): a draft is written into one, and a draft is made of one. What is in a file is a stranger's.
import { fail, type Result, succeed } from '../../contract/failure';
import type { DraftContent, Recipient } from '../../contract/model/drafts';
import { longestFile } from '../../contract/model/letter-view';
import { mergeDuplicates } from '../../domain/addresses';
import { headerOf, maxReferences, messageIds, recipientOf } from '../../domain/answers';
import { isBeyondReason } from '../../domain/letter-weight';
import { escapeHtml } from '../../domain/text-html';
import { gather } from '../mail/gather';
import { maxAttachments, type ParsedMessage, parseMessage } from '../mail/mime';
import { type Answer, type Inherited, takePictures } from './answer';
import type { Beginning } from './begin';
import { attachmentName, attachmentType } from './file-names';
import { quotable } from './quote';
import { composeUnsent, type UnsentInput } from './unsent';
import { wireSize, wireStream } from './wire';

/** The bytes that would leave, under the person's own Bcc, and the mark by which mail programs open it for writing. */
export async function fileOfDraft(input: UnsentInput): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>> {
  const { pieces, bccHeader } = await composeUnsent({ ...input, isDraft: true });
  const size = wireSize(pieces);
  if (size > longestFile) return fail('letter-too-large', { size, limit: longestFile });
  const wire = await gather(wireStream(pieces, input.store), size);
  return wire.ok ? succeed({ bytes: new Uint8Array(Buffer.concat([Buffer.from(`X-Unsent: 1\r\n${bccHeader}`), wire.value])) }) : wire;
}

type FileTools = {
  readonly newCid: () => string;
  readonly begin: (recipients: readonly Recipient[]) => Beginning;
};

const telling = /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-type|received|return-path|x-unsent)$/i;
const mostRecipients = 5000;
const longestText = 1_000_000;

/** To, Cc, Bcc, Subject, the thread, the text and the files; no other header is taken. `not-a-letter`: it is none. */
export async function draftOfFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { newCid, begin }: FileTools,
): Promise<Result<Answer>> {
  if (bytes.length > longestFile) return fail('letter-too-large', { name, size: bytes.length, limit: longestFile });
  const parsed = await parseMessage(bytes);
  if (!parsed.headers.some((header) => telling.test(header.name))) return fail('not-a-letter', { name });
  const people = (list: ParsedMessage['to']): Recipient[] => [...mergeDuplicates(list.map(recipientOf))].slice(0, mostRecipients);
  const fields = { to: people(parsed.to), cc: people(parsed.cc), bcc: people(parsed.bcc) };
  const pictures = new Map<string, Inherited & { readonly sha256: string }>();
  const taken = takePictures(parsed.attachments, pictures, newCid);
  const content: DraftContent = {
    ...begin([...fields.to, ...fields.cc, ...fields.bcc]).from,
    ...fields,
    subject: parsed.subject,
    ...(parsed.html === null
      ? { html: plainLines(parsed.text), isPlain: true }
      : { html: quotable(parsed.html, withoutControls(parsed.text), taken) }),
    inReplyTo: messageIds(headerOf(parsed, 'in-reply-to'))[0] ?? null,
    references: messageIds(headerOf(parsed, 'references')).slice(-maxReferences),
  };
  const attached = parsed.attachments.filter(({ cid }) => cid === null || !pictures.has(cid));
  const files = [
    ...attached.map((file) => ({ ...file, bytes: file.content })),
    ...(isLost(parsed, bytes) || isCut(parsed) ? [{ name, type: '', bytes }] : []),
  ];
  const kept = await Promise.all(
    files.map(async (file) => ({
      name: attachmentName(file.name),
      type: await attachmentType(file.name, file.type),
      cid: null,
      bytes: file.bytes,
    })),
  );
  const shown = [...pictures.values()].map(({ sha256: _hash, ...picture }) => picture);
  return succeed({ content, files: [...kept, ...shown], signature: null });
}

/** It says it has a body, and none could be taken out of it: then the file itself goes along, so that nothing is lost. */
function isLost({ html, text, attachments }: ParsedMessage, bytes: Uint8Array): boolean {
  if (html !== null || text.trim() !== '' || attachments.length > 0) return false;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [whole.indexOf('\r\n\r\n'), whole.indexOf('\n\n'), whole.indexOf('\r\r')].filter((at) => at >= 0);
  return ends.length > 0 && /\S/.test(whole.subarray(Math.min(...ends)).toString('latin1', 0, longestText));
}

/** More is in it than a draft takes over. */
const isCut = ({ html, text, attachments, to, cc, bcc }: ParsedMessage): boolean =>
  (html === null ? text.length > longestText : isBeyondReason(html)) ||
  attachments.length >= maxAttachments ||
  [to, cc, bcc].some((list) => list.length > mostRecipients);

const withoutControls = (text: string): string => text.slice(0, longestText).replace(/(?![\t\n\r])\p{Cc}/gu, '');

/** Each line a paragraph, as in a plain letter. */
export const plainLines = (text: string): string =>
  withoutControls(text)
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');

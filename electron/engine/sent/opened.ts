// A parsed message as the page gets it: its pictures put into the HTML, its text for reading, its source cut to a length one can look at.
import type { MessageRef, OpenedMessage } from '../../contract/model/messages';
import { isBeyondReason, roughText } from '../../domain/letter-weight';
import type { ParsedAttachment, ParsedMessage } from '../mail/mime';

/** Octets. */
export const sourceLimit = 256 * 1024;
/** Of data: URLs in one message: a picture named ten thousand times must not fill the memory. */
const pictureLimit = 30 * 1024 * 1024;
const textLimit = 2_000_000;
/** Characters of HTML that are made into text while somebody waits. */
const convertible = 1_000_000;

/** Pictures that can't carry a script, whatever shows them. */
const pictureTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/jpg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
  'image/x-icon',
]);

export type Envelope = { readonly from: string; readonly to: readonly string[] };

export async function openedFrom(
  ref: MessageRef,
  parsed: ParsedMessage,
  source: Uint8Array,
  envelope: Envelope | null,
): Promise<OpenedMessage> {
  const isTooIntricate = parsed.html !== null && isBeyondReason(parsed.html);
  const html = parsed.html === null || isTooIntricate ? null : withPictures(parsed.html, parsed.attachments);
  return {
    ref,
    messageId: parsed.messageId,
    from: parsed.from,
    to: [...parsed.to],
    cc: [...parsed.cc],
    bcc: [...parsed.bcc],
    subject: parsed.subject,
    at: parsed.at,
    html,
    ...(isTooIntricate ? { isTooIntricate } : {}),
    text: await readableText(parsed),
    headers: [...parsed.headers],
    source: new TextDecoder('utf-8').decode(source.subarray(0, sourceLimit), { stream: true }), // stream: no half character at the cut
    isSourceCut: source.length > sourceLimit,
    attachments: parsed.attachments.map(({ name, type, content, isInline }, index) => ({
      index,
      name,
      type,
      size: content.length,
      isInline,
    })),
    envelope: envelope === null ? null : { from: envelope.from, to: [...envelope.to] },
  };
}

/** The text part; where there is none, the HTML's text. */
async function readableText({ text, html }: ParsedMessage): Promise<string> {
  if (text.trim() !== '' || html === null) return text.slice(0, textLimit);
  if (html.length > convertible || isBeyondReason(html)) return roughText(html, textLimit);
  const [{ cleanHtml }, { textOf }] = await Promise.all([import('../compose/letter'), import('../compose/letter-text')]);
  return textOf(cleanHtml(html, () => null));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Replaces `cid:` URLs (RFC 2392) by the pictures they name, as data: URLs. Unknown ones stay and show nothing. */
function withPictures(html: string, attachments: readonly ParsedAttachment[]): string {
  const pictures = new Map(
    attachments.flatMap((part) => (part.cid !== null && pictureTypes.has(part.type) ? [[part.cid, part] as const] : [])),
  );
  if (pictures.size === 0) return html;
  const urls = new Map<ParsedAttachment, string>();
  let room = pictureLimit;
  return html.replace(/\bcid:([^"'\s)>]{1,998})/gi, (whole: string, cid: string) => {
    const part = pictures.get(cid) ?? pictures.get(decoded(cid)) ?? pictures.get(decoded(cid.replaceAll('&amp;', '&')));
    if (part === undefined || part.content.length * 1.4 > room) return whole;
    const url =
      urls.get(part) ??
      `data:${part.type};base64,${Buffer.from(part.content.buffer, part.content.byteOffset, part.content.byteLength).toString('base64')}`;
    urls.set(part, url);
    room -= url.length;
    return url;
  });
}

// What the recipient of a draft would see: the message taken apart again as a mail program does it. Attached files are not read.
import type { Failure } from '../../contract/failure';
import type { LetterPreview } from '../../contract/model/letter-view';
import { parseMessage } from '../mail/mime';
import { openedFrom, sourceLimit } from '../sent/opened';
import { blobFailure, missingBlobs } from '../store/blobs';
import type { Store } from '../store/open';
import type { FrozenAttachment, Piece } from './frozen';
import { pictureUrl } from './letter';
import { composeUnsent, type UnsentInput } from './unsent';
import { wireSize, wireStream } from './wire';

/** The page names no message by it. */
const noRef = { kind: 'local', id: 'draft' } as const;

export async function previewLetter(input: UnsentInput): Promise<LetterPreview> {
  const { pieces, going, envelope, obstacles } = await composeUnsent(input);
  const letter = Buffer.concat(pieces.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : [])));
  const [parsed, beginning, gone] = await Promise.all([
    parseMessage(letter),
    beginningOf(pieces, input.store),
    missingBlobs(input.store, going),
  ]);
  const sender = envelope === null ? null : { from: envelope.from.address, to: envelope.to.map(({ address }) => address) };
  const { ref: _none, html, ...opened } = await openedFrom(noRef, { ...parsed, attachments: [] }, beginning, sender);
  return {
    ...opened,
    html: html === null ? null : withOwnPictures(html, going),
    attachments: going.map(({ name, type, size, cid }, index) => ({ index, name, type, size, isInline: cid !== null })),
    size: wireSize(pieces),
    obstacles: [...obstacles, ...missingFiles(going, gone)],
  };
}

const missingFiles = (going: readonly FrozenAttachment[], gone: ReadonlySet<string>): Failure[] =>
  going.filter(({ sha256 }) => gone.has(sha256)).map(({ name }) => ({ code: 'attachment-missing', name }));

/** As much as is shown of the source, and an octet more where there is more. A file that is gone ends it. */
async function beginningOf(pieces: readonly Piece[], store: Store): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of wireStream(pieces, store) as AsyncIterable<Uint8Array>) {
      chunks.push(Buffer.from(chunk)); // a stream of stored bytes uses its buffer again
      size += chunk.length;
      if (size > sourceLimit) break;
    }
  } catch (error) {
    blobFailure(error); // told by missingBlobs, with the file's name
  }
  return Buffer.concat(chunks).subarray(0, sourceLimit + 1);
}

/** The pictures as the page can show them without carrying them (RFC 2392 the other way round). */
function withOwnPictures(html: string, going: readonly FrozenAttachment[]): string {
  const hashes = new Map(going.flatMap(({ cid, sha256 }) => (cid === null ? [] : [[encodeURIComponent(cid), sha256] as const])));
  return html.replace(/(<img[^>]*? src=")cid:([^"]*)(?=")/g, (whole, before: string, cid: string) => {
    const sha256 = hashes.get(cid);
    return sha256 === undefined ? whole : `${before}${pictureUrl(sha256)}`;
  });
}

// Which pictures in the text move: asked of the engine when one has come that may.
import { call } from '../../../api';
import type { PageFile } from '../use-attachments';

/** By the hash: a stored picture never becomes another. */
const known = new Map<string, boolean>();

/** The hashes of those that do, as far as it is known. */
export async function movingPictures(draftId: string, files: readonly PageFile[]): Promise<ReadonlySet<string>> {
  const pictures = files.filter(({ cid, type }) => cid !== null && /^image\/(?:gif|png|webp)$/.test(type));
  if (pictures.some(({ sha256 }) => !known.has(sha256))) {
    const answer = await call('drafts.moving', { draftId });
    if (answer.ok) for (const { sha256 } of pictures) known.set(sha256, answer.value.pictures.includes(sha256));
  }
  return new Set(pictures.flatMap(({ sha256 }) => (known.get(sha256) === true ? [sha256] : [])));
}

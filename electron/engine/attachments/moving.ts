// Which pictures of a letter move: read from the beginning of their stored files.
import { open } from 'node:fs/promises';
import type { Attachment } from '../../contract/model/drafts';
import { isMoving } from '../../domain/moving-picture';
import { blobPath } from '../store/blobs';
import type { Store } from '../store/open';

/** Octets: who has a first frame longer than this has a photo. */
const beginning = 4_000_000;

/** Their hashes. A file that is gone, or can't be read, moves nobody: others tell of it. */
export async function movingAmong(store: Store, files: readonly Attachment[]): Promise<string[]> {
  const pictures = files.filter(({ cid, type }) => cid !== null && /^image\/(?:gif|png|webp)$/.test(type));
  const moving: string[] = [];
  for (const { sha256 } of pictures) {
    if (isMoving(await beginningOf(blobPath(store, sha256)))) moving.push(sha256);
  }
  return moving;
}

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return new Uint8Array();
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, beginning)), 0, Math.min(size, beginning), 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return new Uint8Array();
  } finally {
    await handle.close();
  }
}

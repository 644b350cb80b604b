// Attached files, each kept once under PROFILE/blobs/ab/SHA256, so that what was attached can't change or vanish.
import { createHash, randomBytes } from 'node:crypto';
import { type BigIntStats, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Failure, fail, type Result } from '../../contract/failure';
import { diskFailure, onDisk } from './disk-failure';
import { type Store, syncFolder } from './open';

/** Octets so far, of how many. A copy that is called off answers `cancelled`. */
export type Copying = { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal };
export type Blob = { readonly sha256: string; readonly size: number };

/** A stream of stored bytes ends with this when the file can't give what was recorded. */
export class BlobError extends Error {
  readonly failure: Failure;
  /** The stored file it is about, where it is one. */
  readonly sha256: string | null;
  constructor(failure: Failure, sha256: string | null = null) {
    super(failure.code);
    this.name = 'BlobError';
    this.failure = failure;
    this.sha256 = sha256;
  }
}

/** The failure behind an error that ended a stream of stored bytes. */
export const blobFailure = (error: unknown): Failure => (error instanceof BlobError ? error.failure : diskFailure(error));

export const blobPath = ({ profile }: Pick<Store, 'profile'>, sha256: string): string =>
  path.join(profile, 'blobs', sha256.slice(0, 2), sha256);

const copyOctets = 256 * 1024;
/** Octets. No server takes a hundredth of it; copying more would only fill the disk. */
const maxFileOctets = 2_000_000_000;
/** Copies under way, which the sweep must leave alone. */
const underWay = new Set<string>();

/**
 * Copies a file into the store and, in the same turn in which it gets its place, calls `record`, which writes the row that
 * needs it: the sweep can never come between. Failures: `attachment-is-folder`, `attachment-unreadable` (gone, no permission,
 * a link, device or pipe, or changed while it was read), `message-too-large` (2 GB), and those of the disk. Holds one buffer, whatever the size.
 */
export async function keepFile<T>(store: Store, file: string, record: (blob: Blob) => T, copying: Copying = {}): Promise<Result<T>> {
  const name = path.basename(file);
  const opened = await openRegular(file, name);
  if (!opened.ok) return opened;
  const { handle, before } = opened.value;
  try {
    if (before.size > maxFileOctets) return fail('message-too-large', { name, size: Number(before.size), limit: maxFileOctets });
    return await keep(store, watched(chunksOf(handle, name), { ...copying, total: Number(before.size) }), record, async (size) => {
      const after = await handle.stat({ bigint: true });
      const isSame = after.mtimeNs === before.mtimeNs && after.size === before.size && BigInt(size) === after.size;
      return isSame ? null : unreadable(name, 'changed while it was copied').failure;
    });
  } finally {
    await handle.close();
  }
}

/** The same for bytes that never were a file, e.g. a pasted picture. */
export function keepBytes<T>(store: Store, bytes: Uint8Array, record: (blob: Blob) => T): Promise<Result<T>> {
  return keep(store, bytes.length === 0 ? [] : [bytes], record, () => Promise.resolve(null));
}

/** The same for bytes that are made while they are kept. A source that fails throws a BlobError. */
export const keepStream = <T>(store: Store, source: AsyncIterable<Uint8Array>, record: (blob: Blob) => T): Promise<Result<T>> =>
  keep(store, source, record, () => Promise.resolve(null));

async function* watched(
  source: AsyncIterable<Uint8Array>,
  { onProgress, signal, total }: Copying & { readonly total: number },
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of source) {
    if (signal?.aborted === true) throw new BlobError({ code: 'cancelled' });
    yield chunk;
    done += chunk.length;
    onProgress?.(done, total);
  }
}

const unreadable = (name: string, detail: string) => fail('attachment-unreadable', { name, detail });

export async function openRegular(
  file: string,
  name: string,
): Promise<Result<{ readonly handle: FileHandle; readonly before: BigIntStats }>> {
  let handle: FileHandle | null = null;
  try {
    const seen = await lstat(file, { bigint: true });
    if (seen.isDirectory()) return fail('attachment-is-folder', { name });
    // A link could be re-aimed between the choice and the copy; a pipe or a device may never end.
    if (!seen.isFile()) return unreadable(name, 'not a regular file');
    // NONBLOCK: should a pipe have taken the file's place since, opening it must not hang. Neither flag exists on Windows.
    handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const before = await handle.stat({ bigint: true });
    if (before.isFile() && before.ino === seen.ino && before.dev === seen.dev) return { ok: true, value: { handle, before } };
    await handle.close();
    return unreadable(name, 'replaced while it was opened');
  } catch (error) {
    await handle?.close();
    return unreadable(name, error instanceof Error && 'code' in error ? String(error.code) : 'unknown error');
  }
}

/** Reads with one buffer: each chunk is only good until the next. A read that fails is the attachment's fault, not the disk's. */
export async function* chunksOf(handle: FileHandle, name: string): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(copyOctets);
  for (;;) {
    const bytesRead = await handle.read(buffer, 0, copyOctets, null).then(
      (read) => read.bytesRead,
      () => {
        throw new BlobError(unreadable(name, 'could not be read to its end').failure);
      },
    );
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function keep<T>(
  store: Store,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  record: (blob: Blob) => T,
  check: (size: number) => Promise<Failure | null>,
): Promise<Result<T>> {
  const incoming = path.join(store.profile, 'blobs', 'incoming', randomBytes(12).toString('hex'));
  underWay.add(incoming);
  try {
    const made = mkdirSync(path.dirname(incoming), { recursive: true, mode: 0o700 });
    if (made !== undefined) syncFolder(store.profile);
    const blob = await copy(source, incoming);
    const changed = await check(blob.size);
    if (changed !== null) throw new BlobError(changed);
    return onDisk(() => {
      place(store, incoming, blob);
      return record(blob);
    }, store.profile);
  } catch (error) {
    if (error instanceof BlobError) return { ok: false, failure: error.failure };
    return { ok: false, failure: diskFailure(error, store.profile) };
  } finally {
    await rm(incoming, { force: true }).catch(() => undefined); // the sweep tries again
    underWay.delete(incoming);
  }
}

async function copy(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, to: string): Promise<Blob> {
  const hash = createHash('sha256');
  let size = 0;
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += (await target.write(chunk, at)).bytesWritten;
      size += chunk.length;
    }
    await target.sync(); // the bytes must be on the disk before a name and a row point to them
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Gives a copied file its name, durably. One that is there already is replaced by its equal, which mends a damaged one. */
function place(store: Store, incoming: string, { sha256 }: Blob): void {
  const target = blobPath(store, sha256);
  const folder = path.dirname(target);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(incoming, target);
  syncFolder(folder);
  if (made !== undefined) syncFolder(path.dirname(folder));
}

/**
 * A stored file's bytes in chunks of exactly `octets` (the last may be shorter), all in one buffer: each is only good until
 * the next is asked for. Throws BlobError `attachment-missing` when the file is gone or its length is not the recorded one;
 * with `isChecked` also, after the last chunk, when its content is not what the hash says.
 */
export async function* readBlob(store: Store, { sha256, size }: Blob, octets: number, isChecked = false): AsyncGenerator<Buffer> {
  const missing = (detail: string): BlobError => new BlobError({ code: 'attachment-missing', detail }, sha256);
  const handle = await open(blobPath(store, sha256), 'r').catch((error: unknown) => {
    throw missing(diskFailure(error).detail ?? '');
  });
  try {
    // Said before the first byte goes out, so that a hopeless message doesn't start.
    if ((await handle.stat()).size !== size) throw missing('length has changed');
    const buffer = Buffer.allocUnsafeSlow(Math.min(octets, Math.max(size, 1)));
    const hash = isChecked ? createHash('sha256') : null;
    for (let at = 0; at < size; ) {
      const wanted = Math.min(buffer.length, size - at);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, at + filled);
        if (bytesRead === 0) throw missing('length has changed');
        filled += bytesRead;
      }
      hash?.update(buffer.subarray(0, filled));
      yield buffer.subarray(0, filled);
      at += filled;
    }
    if (hash !== null && hash.digest('hex') !== sha256) throw missing('content has changed');
  } finally {
    await handle.close();
  }
}

const isNeeded = (store: Store, sha256: string): boolean =>
  store
    .prepare(
      `SELECT 1 FROM attachment WHERE sha256 = ?1 UNION ALL SELECT 1 FROM signature_picture WHERE sha256 = ?1
       UNION ALL SELECT 1 FROM template_file WHERE sha256 = ?1 UNION ALL SELECT 1 FROM template_picture WHERE sha256 = ?1 LIMIT 1`,
    )
    .get(sha256) !== undefined;

/** Which of these are not there any more, or not whole. */
export async function missingBlobs(store: Store, blobs: readonly Blob[]): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for (const { sha256, size } of blobs) {
    const found = await stat(blobPath(store, sha256)).catch(() => null);
    if (found?.size !== size) missing.add(sha256);
  }
  return missing;
}

/** Removes those of the given files that no draft, no message, no signature and no template needs any more. A disk that refuses leaves them to the sweep. */
export function dropBlobs(store: Store, hashes: Iterable<string>): void {
  for (const sha256 of new Set(hashes)) onDisk(() => isNeeded(store, sha256) || rmSync(blobPath(store, sha256), { force: true }));
}

/** Removes whatever nothing needs: files of a draft that was discarded in a crash, copies that were cut short. Never at start-up. */
export async function sweepBlobs(store: Store): Promise<void> {
  const root = path.join(store.profile, 'blobs');
  if (!existsSync(root)) return;
  for (const folder of await readdir(root)) {
    for (const name of await readdir(path.join(root, folder))) {
      if (!store.db.isOpen) return;
      const file = path.join(root, folder, name);
      // Checked and removed in one turn: no row can appear in between.
      if (folder === 'incoming' ? !underWay.has(file) : !isNeeded(store, name)) rmSync(file, { force: true });
    }
  }
}

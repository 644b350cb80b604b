// A folder as one zip file, made while it is kept: nothing larger than a buffer is in memory, and no link is followed.
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { fail, type Result, succeed } from '../../contract/failure';
import { firstDangerous } from '../../domain/attachments/danger';
import { belongsInZip, isPacked, zipLimits } from '../../domain/attachments/zip-rules';
import { BlobError, chunksOf, openRegular } from '../store/blobs';

export type FolderEntry = {
  readonly file: string;
  readonly inZip: string;
  readonly size: number;
  readonly modifiedAt: Date;
  readonly isFolder: boolean;
};
export type FolderContent = { readonly entries: readonly FolderEntry[]; readonly octets: number; readonly holds: string | null };

/** Everything in it. Failures: `attachment-unreadable`, `folder-too-large`, `folder-empty`, `cancelled`. */
export async function readFolder(folder: string, name: string, signal: AbortSignal): Promise<Result<FolderContent>> {
  const entries: FolderEntry[] = [];
  let octets = 0;
  const tooLarge = () => fail('folder-too-large', { name, size: octets, limit: zipLimits.octets });
  const waiting: { readonly place: string; readonly inZip: string; readonly depth: number }[] = [
    { place: folder, inZip: name.replaceAll('\\', '_'), depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (signal.aborted) return fail('cancelled');
    const found = await namesIn(next.place);
    if (found === null) return fail('attachment-unreadable', { name: path.basename(next.place) });
    const kept = found.filter((one) => belongsInZip(one.name)).sort((one, other) => one.name.localeCompare(other.name, 'en'));
    for (const one of kept) {
      const file = path.join(next.place, one.name);
      const inZip = `${next.inZip}/${one.name.replaceAll('\\', '_')}`; // to Windows it would be a folder
      if (one.isDirectory()) {
        if (next.depth + 1 >= zipLimits.depth || waiting.length >= zipLimits.files) return tooLarge();
        waiting.push({ place: file, inZip, depth: next.depth + 1 });
      } else if (one.isFile()) {
        const { size, mtime } = await lstat(file);
        octets += size;
        entries.push({ file, inZip, size, modifiedAt: mtime, isFolder: false });
      }
      if (entries.length > zipLimits.files || octets > zipLimits.octets) return tooLarge();
    }
    if (kept.length === 0 && next.depth > 0)
      entries.push({ file: next.place, inZip: next.inZip, size: 0, modifiedAt: new Date(0), isFolder: true });
  }
  if (!entries.some(({ isFolder }) => !isFolder)) return fail('folder-empty', { name });
  return succeed({ entries, octets, holds: firstDangerous(entries.map(({ inZip }) => inZip)) });
}

const namesIn = (folder: string): Promise<Dirent[] | null> => readdir(folder, { withFileTypes: true }).catch(() => null);

/** The zip as it comes. Ends with a BlobError where a file can't be read any more, and when it is called off. */
export async function* zipOf(
  { entries, octets }: FolderContent,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (done: number, total: number) => void },
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  let done = 0;
  const fault = (error: unknown): void => void output.destroy(error instanceof Error ? error : new Error('unknown error'));
  const read = async function* (file: string): AsyncGenerator<Uint8Array> {
    const name = path.basename(file);
    const opened = await openRegular(file, name);
    if (!opened.ok) throw new BlobError(opened.failure);
    try {
      for await (const chunk of chunksOf(opened.value.handle, name)) {
        if (signal.aborted) throw new BlobError({ code: 'cancelled' });
        yield Buffer.from(chunk); // the reader fills the same buffer anew
        done += chunk.length;
        onProgress(done, octets);
      }
    } finally {
      await opened.value.handle.close();
    }
  };
  const output = zip.outputStream as Readable;
  let current: Readable | null = null;
  for (const { file, inZip, modifiedAt, isFolder } of entries) {
    if (isFolder) zip.addEmptyDirectory(inZip);
    else
      zip.addReadStreamLazy(inZip, { compress: !isPacked(inZip), mtime: modifiedAt, mode: 0o100644 }, (give) => {
        const source = Readable.from(read(file));
        current = source;
        source.on('error', fault); // on its way through the library it would be lost
        give(null, source);
      });
  }
  zip.on('error', fault);
  zip.end();
  try {
    for await (const chunk of output) {
      if (signal.aborted) throw new BlobError({ code: 'cancelled' });
      yield chunk as Uint8Array;
    }
  } finally {
    (current as Readable | null)?.destroy(); // called off in the midst of a file, it would stay open
  }
}

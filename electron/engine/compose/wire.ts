// Puts a frozen message's pieces back together into the bytes that travel, in constant memory.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readBlob } from '../store/blobs';
import type { Store } from '../store/open';
import type { Piece } from './frozen';

/** RFC 2045 6.8: lines of 76 characters, which hold 57 octets. */
const octetsPerLine = 57;
/** A read of whole lines, so that every chunk can be encoded without looking at its neighbours. */
const octetsPerRead = octetsPerLine * 1024;

/** base64 in lines of 76 characters with CR LF between them, none at the end. */
function base64Lines(bytes: Buffer): string {
  const text = bytes.toString('base64');
  let lines = text.slice(0, 76);
  for (let at = 76; at < text.length; at += 76) lines += `\r\n${text.slice(at, at + 76)}`;
  return lines;
}

/** How many octets a stored file of this size takes on the wire. */
const encodedSize = (size: number): number => {
  const characters = Math.ceil(size / 3) * 4;
  return characters + (characters === 0 ? 0 : 2 * (Math.ceil(characters / 76) - 1));
};

/** Octets on the wire. */
export const wireSize = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'bytes' ? piece.bytes.length : encodedSize(piece.size)), 0);

async function* chunksOf(pieces: readonly Piece[], store: Store, isChecked = false): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece.kind === 'bytes') {
      if (piece.bytes.length > 0) yield piece.bytes;
      continue;
    }
    let isFirst = true;
    for await (const chunk of readBlob(store, piece, octetsPerRead, isChecked)) {
      yield Buffer.from(`${isFirst ? '' : '\r\n'}${base64Lines(chunk)}`, 'latin1');
      isFirst = false;
    }
  }
}

/**
 * The wire bytes as a stream of large chunks. It ends with an error that `blobFailure` understands when a stored file is
 * gone or no longer has its recorded size; whoever sends must then not finish the message.
 */
export const wireStream = (pieces: readonly Piece[], store: Store): Readable =>
  Readable.from(chunksOf(pieces, store), { objectMode: false, highWaterMark: 65_536 });

/** The wire bytes in one piece, where they are at most so many octets and no stored file is among them; null: they have to be streamed. */
export function wireBytes(pieces: readonly Piece[], most: number): Uint8Array | null {
  if (wireSize(pieces) > most) return null;
  const bytes = pieces.map((piece) => (piece.kind === 'bytes' ? piece.bytes : null)).filter((piece) => piece !== null);
  if (bytes.length !== pieces.length) return null;
  return bytes.length === 1 ? (bytes[0] ?? null) : Buffer.concat(bytes);
}

/** The bytes of the Sent copy: the wire bytes under their Bcc header. */
export const copyStream = (bccHeader: string, pieces: readonly Piece[], store: Store): Readable =>
  wireStream([{ kind: 'bytes', bytes: Buffer.from(bccHeader) }, ...pieces], store);

/**
 * Length and SHA-256 of what would travel, by streaming it once and checking each stored file against its own hash: a file
 * that rotted on the disk must not be frozen as if it were what was attached. Throws what `wireStream` ends with.
 */
export async function measureWire(pieces: readonly Piece[], store: Store): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunksOf(pieces, store, true)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}

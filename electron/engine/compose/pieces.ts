// Pieces as one value for the ledger's column: a length, a table of contents as JSON, then the bytes.
import { z } from 'zod';
import type { Piece } from './frozen';

const tableSchema = z.array(
  z.union([
    z.object({ bytes: z.number().int().min(0) }),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().min(0) }),
  ]),
);

export function encodePieces(pieces: readonly Piece[]): Uint8Array {
  const table = Buffer.from(
    JSON.stringify(
      pieces.map((piece) => (piece.kind === 'bytes' ? { bytes: piece.bytes.length } : { sha256: piece.sha256, size: piece.size })),
    ),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(table.length);
  return Buffer.concat([length, table, ...pieces.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : []))]);
}

/** Null when the value is not what `encodePieces` made: then nothing of it may be sent. */
export function decodePieces(value: Uint8Array): readonly Piece[] | null {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (bytes.length < 4) return null;
  let at = 4 + bytes.readUInt32BE(0);
  const table = readTable(bytes.subarray(4, at));
  if (table === null) return null;
  const pieces: Piece[] = [];
  for (const entry of table) {
    if ('sha256' in entry) {
      pieces.push({ kind: 'blob', ...entry });
    } else {
      pieces.push({ kind: 'bytes', bytes: bytes.subarray(at, at + entry.bytes) });
      at += entry.bytes;
    }
  }
  return at === bytes.length ? pieces : null;
}

function readTable(json: Buffer): z.infer<typeof tableSchema> | null {
  try {
    return tableSchema.parse(JSON.parse(json.toString()));
  } catch {
    return null;
  }
}

// The beginning of a stored file as text, for a look at it before it goes.
import { open } from 'node:fs/promises';
import { fail, type Result, succeed } from '../../contract/failure';

/** Octets. */
const beginning = 64 * 1024;

const byMark: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Failures: `not-possible-now` where it is no text, `attachment-missing`. */
export async function readText(file: string): Promise<Result<{ readonly text: string; readonly isWhole: boolean }>> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return fail('attachment-missing');
  try {
    const buffer = Buffer.alloc(beginning);
    const { bytesRead } = await handle.read(buffer, 0, beginning, 0);
    const { size } = await handle.stat();
    const text = decode(buffer.subarray(0, bytesRead), bytesRead < size);
    return text === null ? fail('not-possible-now') : succeed({ text, isWhole: bytesRead >= size });
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array, isCut: boolean): string | null {
  const marked = byMark.find(([, mark]) => mark.every((octet, index) => bytes[index] === octet))?.[0];
  const text = decodeAs(bytes, marked ?? 'utf-8', isCut) ?? decodeAs(bytes, 'windows-1252', isCut);
  if (text === null) return null;
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd > text.length / 100 ? null : text.replace(/[\u0000-\u0008\u000e-\u001f]/g, '\ufffd');
}

/** Null: it is not in this encoding. A character cut in half at the end is no fault. */
function decodeAs(bytes: Uint8Array, encoding: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}

// The whole of a stream whose length is known, in one buffer.
import type { Readable } from 'node:stream';
import { fail, type Result, succeed } from '../../contract/failure';
import { blobFailure } from '../store/blobs';

/** Failures: `changed-on-disk` when it is not as long as it should be, and those of stored files. */
export async function gather(source: Readable | Uint8Array, size: number): Promise<Result<Buffer>> {
  if (source instanceof Uint8Array) return succeed(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  const whole = Buffer.allocUnsafeSlow(size);
  let at = 0;
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      if (at + chunk.length > size) return fail('changed-on-disk');
      whole.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    return { ok: false, failure: blobFailure(error) };
  }
  return at === size ? succeed(whole) : fail('changed-on-disk');
}

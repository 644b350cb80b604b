// DKIM by mailauth, in each Node that the engine runs in: Electron's cryptography (BoringSSL) knows the digest of a signature, "rsa-sha256",
// by its capital letters only. As it is, the library would throw there and call every good signature a broken one.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DKIMVerifyOptions, DKIMVerifyResult } from 'mailauth';

export async function verifyDkim(
  source: Uint8Array,
  options: DKIMVerifyOptions,
): Promise<Pick<DKIMVerifyResult, 'headerFrom' | 'results' | 'headers'>> {
  const { DkimVerifier } = await import('mailauth/lib/dkim/dkim-verifier');
  class Verifier extends DkimVerifier {
    override verifySignature(signature: { algorithm: string }, fallback: unknown): Promise<unknown> {
      signature.algorithm = signature.algorithm.toUpperCase();
      return super.verifySignature(signature, fallback);
    }
  }
  const verifier = new Verifier(options);
  await pipeline(Readable.from([Buffer.from(source)]), verifier);
  const { headerFrom, results, headers } = verifier;
  return { headerFrom, results, ...(headers === undefined ? {} : { headers }) };
}

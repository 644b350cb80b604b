// The part of mailauth that has no types of its own.
declare module 'mailauth/lib/dkim/dkim-verifier' {
  import type { Writable } from 'node:stream';
  import type { DKIMVerifyOptions, DKIMVerifyResult } from 'mailauth';

  export class DkimVerifier extends Writable {
    constructor(options?: DKIMVerifyOptions);
    readonly headerFrom: DKIMVerifyResult['headerFrom'];
    readonly results: DKIMVerifyResult['results'];
    readonly headers: DKIMVerifyResult['headers'];
    /** `algorithm`: as the signature names it, e.g. "rsa-sha256". */
    verifySignature(signature: { algorithm: string }, fallback: unknown): Promise<unknown>;
  }
}

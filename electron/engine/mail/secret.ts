// What an account signs in with at a mail server.
import type { Result } from '../../contract/failure';

/** `renew`: asked for another token, once, where the server refuses this one. Failures: those of "oauth" in contract/failure.ts. */
export type Secret = { readonly password: string } | { readonly token: string; readonly renew: () => Promise<Result<string>> };

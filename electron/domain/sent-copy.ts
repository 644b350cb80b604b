// Who puts the copy into Sent, and what to do next about it.
import type { Failure } from '../contract/failure';
import type { Account, SentPolicy } from '../contract/model/accounts';
import { retryDelay } from './retry';

/** `search`: look whether the provider has filed it. `append`: file it (which looks first). `none`: nothing to do. */
export type CopyTask = 'none' | 'search' | 'append';

/** ms that a provider has to file a copy by itself, and the pauses between looking. */
const providerPatience = 120_000;
const pauses = [2_000, 5_000, 10_000, 20_000, 40_000] as const;

/** `filesItself`: what was seen of a search-first account; null: nothing yet. */
export type CopyKnowledge = { readonly policy: SentPolicy; readonly hasImap: boolean; readonly filesItself: boolean | null };

export const copyKnowledge = ({ sentPolicy, imap }: Account, filesItself: boolean | null): CopyKnowledge => ({
  policy: sentPolicy,
  hasImap: imap !== null,
  filesItself,
});

/** What the copy of a message needs that was accepted at `acceptedAt`. */
export function copyTask({ policy, hasImap, filesItself }: CopyKnowledge, acceptedAt: number, now: number): CopyTask {
  if (!hasImap || policy === 'local' || policy === 'server') return 'none';
  if (policy === 'append') return 'append';
  if (filesItself !== null) return filesItself ? 'none' : 'append';
  return now - acceptedAt < providerPatience ? 'search' : 'append';
}

/** ms until the next look for a copy that was not there at the look number `looks` (from 1), never past the provider's time. */
export function searchDelay(looks: number, acceptedAt: number, now: number): number {
  const pause = pauses[Math.min(looks, pauses.length) - 1] ?? pauses[0];
  return Math.max(0, Math.min(pause, acceptedAt + providerPatience - now));
}

/** Failures that waiting does not mend: the copy stays on this computer until the person has it tried again. */
const lasting = new Set<Failure['code']>([
  'append-over-quota',
  'append-too-large',
  'changed-on-disk',
  'attachment-missing',
  'imap-sign-in-refused',
  'app-password-needed',
  'oauth-needed',
  'oauth-client-missing',
  'oauth-refused',
  'oauth-sign-in-again',
  'secret-missing',
  'vault-unreadable',
  'vault-unavailable',
  'sign-in-not-offered',
  'sign-in-method',
  'account-missing',
  'not-possible-now',
]);

/** Ways in which no server is reached: said of the mailbox, since their own words speak of sending and its ports. */
const unreached = new Set<Failure['code']>(['connect-refused', 'connect-timeout', 'greeting-timeout', 'connection-lost']);

/** What a person is told of a copy that was not filed. */
export const copyFailureOf = (failure: Failure): Failure =>
  unreached.has(failure.code) ? { ...failure, code: 'imap-unavailable' } : failure;

/** ms until a failed copy is tried again; null: only when the person or a change of the account asks for it. */
export const copyRetryDelay = (failure: Failure, tries: number, chance: number): number | null =>
  lasting.has(failure.code) ? null : retryDelay(tries, chance);

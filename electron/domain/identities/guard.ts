// The wrong-From guard: what becomes of a letter's From when its recipients change.
import type { IdentityReason } from '../../contract/model/drafts';
import type { IdentityChoice } from './choose';
import type { Identity } from './identity';

export type GuardQuestion = {
  /** The letter's identity as it is; null: it has none (any more). */
  readonly current: Identity | null;
  /** Why it is that one. */
  readonly reason: IdentityReason;
  /** What `chooseIdentity` says for the recipients there are now. */
  readonly choice: IdentityChoice;
};

/**
 * `follow`: From changes, and says so. `suggest`: it stays, and a note offers the other one. What a person chose by hand, and
 * what an answer inherited from the address that was written to, is never changed behind their back.
 */
export type GuardAnswer =
  | { readonly kind: 'stay' }
  | { readonly kind: 'follow'; readonly choice: IdentityChoice }
  | { readonly kind: 'suggest'; readonly choice: IdentityChoice };

export function guardIdentity({ current, reason, choice }: GuardQuestion): GuardAnswer {
  if (current === null || isSame(current, choice.identity)) return { kind: 'stay' };
  // Nothing speaks for another one: a letter that followed somebody who was taken out again goes back to how letters begin.
  if (choice.reason === 'usual') return isFollowing(reason) && reason !== 'usual' ? { kind: 'follow', choice } : { kind: 'stay' };
  return { kind: isFollowing(reason) ? 'follow' : 'suggest', choice };
}

const following: ReadonlySet<IdentityReason> = new Set(['usual', 'domain-rule', 'last-used', 'domain-used']);
const isFollowing = (reason: IdentityReason): boolean => following.has(reason);

const isSame = (one: Identity, other: Identity): boolean => one.id === other.id && one.accountId === other.accountId;

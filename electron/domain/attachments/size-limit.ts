// How large a message the account's server takes, before the server is asked again.
import type { Account } from '../../contract/model/accounts';
import { limitsOf } from '../providers';

/**
 * Octets; null: not known. `announced`: what its server said at the last sign-in (RFC 1870 SIZE); a provider may say more there
 * than it takes in the end, so the smaller one counts.
 */
export function sizeLimitOf(account: Pick<Account, 'provider' | 'address'>, announced: number | null): number | null {
  const limits = limitsOf(account);
  const known = limits.isConfirmed ? (limits.messageSize ?? null) : null;
  if (known === null || announced === null) return known ?? announced;
  return Math.min(known, announced);
}

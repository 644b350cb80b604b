// From which identity somebody was written to last, as the ledger tells it; or, where they never were, usually others of their domain.
import type { Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { LastUsed } from '../../contract/model/identities';
import { recipientKey, wireAddress } from '../../domain/addresses';
import { accountOfLane, identitiesOf, lanesOf, senderKey } from '../../domain/identities/identity';
import { tellsOfItsPeople, usualAtDomain } from '../../domain/identities/usual-at-domain';
import type { Accounts } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { lastUsedFor, type UsedRow, usedAtDomain } from '../store/last-used';
import type { Store } from '../store/open';

/** Practice letters reach nobody: what was practised says nothing of where real mail goes from. */
const isReal = ({ provider }: Account): boolean => provider !== 'practice';

/** Those of whom nothing is known are left out. */
export function lastUsed(
  { store, accounts }: { readonly store: Store; readonly accounts: Accounts },
  addresses: readonly string[],
): Result<LastUsed[]> {
  const real = accounts.all().filter(isReal);
  const queues = real.flatMap((account) => [account.id, ...lanesOf(account).map(({ id }) => id)]);
  const senders = new Map(
    real.flatMap((account) => identitiesOf(account).map(({ id, accountId }) => [senderKey(accountId, id), { accountId, id }] as const)),
  );
  return onDisk(
    () =>
      addresses.flatMap((address) => {
        const row = lastUsedFor(store, wireAddress(address) ?? address, queues);
        const account = row === null ? null : accounts.find(accountOfLane(row.accountId));
        if (row !== null && account !== null) return [{ address, accountId: account.id, identityId: identityIn(account, row) }];
        const key = recipientKey(address);
        const domain = key.slice(key.lastIndexOf('@') + 1);
        const habit = tellsOfItsPeople(domain)
          ? usualAtDomain(usedAtDomain(store, domain).filter(({ sender }) => senders.has(sender)))
          : null;
        const used = habit === null ? undefined : senders.get(habit);
        if (used === undefined) return [];
        const { accountId, id } = used;
        return [{ address, accountId, identityId: id === accountId ? null : id, isByDomain: true }];
      }),
    store.profile,
  );
}

/** By what the letter says of itself, else by its address; null: the account's own. */
function identityIn(account: Account, { identityId, from }: UsedRow): string | null {
  const aliases = identitiesOf(account).slice(1);
  const named = aliases.find(({ id }) => id === identityId);
  const own = recipientKey(account.address) === recipientKey(from);
  return (named ?? (own ? undefined : aliases.find(({ address }) => recipientKey(address) === recipientKey(from))))?.id ?? null;
}

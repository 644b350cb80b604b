// From which identity somebody was written to last, as the ledger tells it.
import type { Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { LastUsed } from '../../contract/model/identities';
import { recipientKey, wireAddress } from '../../domain/addresses';
import { accountOfLane, identitiesOf, lanesOf } from '../../domain/identities/identity';
import type { Accounts } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { lastUsedFor, type UsedRow } from '../store/last-used';
import type { Store } from '../store/open';

/** Practice letters reach nobody: what was practised says nothing of where real mail goes from. */
const isReal = ({ provider }: Account): boolean => provider !== 'practice';

/** Those never written to are left out. */
export function lastUsed(
  { store, accounts }: { readonly store: Store; readonly accounts: Accounts },
  addresses: readonly string[],
): Result<LastUsed[]> {
  const queues = accounts
    .all()
    .filter(isReal)
    .flatMap((account) => [account.id, ...lanesOf(account).map(({ id }) => id)]);
  return onDisk(
    () =>
      addresses.flatMap((address) => {
        const row = lastUsedFor(store, wireAddress(address) ?? address, queues);
        const account = row === null ? null : accounts.find(accountOfLane(row.accountId));
        return row === null || account === null ? [] : [{ address, accountId: account.id, identityId: identityIn(account, row) }];
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

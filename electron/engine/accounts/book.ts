// The accounts as the shell last told them. The engine never opens the settings file.
import type { Account } from '../../contract/model/accounts';
import { isLane, lanesOf } from '../../domain/identities/identity';
import type { Accounts, Bell } from '../rooms';

export type AccountBook = Accounts & { readonly set: (accounts: readonly Account[]) => void };

export function createAccountBook(bell: Bell): AccountBook {
  let known: readonly Account[] = [];
  return {
    set(accounts) {
      known = accounts;
      bell.ring('accounts');
    },
    all: () => known,
    find: (accountId) => known.find((account) => account.id === accountId) ?? findLane(known, accountId),
    watch: (listener) => bell.listen('accounts', listener),
  };
}

/** The way out of an identity with a server of its own is an account to those who send. */
const findLane = (known: readonly Account[], id: string): Account | null =>
  isLane(id) ? (known.flatMap(lanesOf).find((lane) => lane.id === id) ?? null) : null;

/** The accounts with their other ways out among them. */
export const withLanes = (accounts: Accounts): Accounts => ({
  ...accounts,
  all: () => accounts.all().flatMap((account) => [account, ...lanesOf(account)]),
});

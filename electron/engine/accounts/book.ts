// The accounts as the shell last told them. The engine never opens the settings file.
import type { Account } from '../../contract/model/accounts';
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
    find: (accountId) => known.find((account) => account.id === accountId) ?? null,
    watch: (listener) => bell.listen('accounts', listener),
  };
}

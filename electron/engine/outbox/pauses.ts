// Accounts that stand still until somebody has mended them: one notice, one mending, and everything waiting goes.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Status } from '../../contract/model/status';
import type { Accounts, Bell, Host } from '../rooms';
import { forgetAccount, readPauses, savePause } from '../store/account-state';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';

export type Pauses = {
  readonly of: (accountId: string) => Failure | null;
  readonly pause: (account: Account, failure: Failure) => void;
  /** Whether it was paused. */
  readonly lift: (accountId: string) => boolean;
  /** The account is gone, and what was known of it with it. */
  readonly forget: (accountId: string) => void;
  readonly all: () => Status['paused'];
};

export function createPauses({
  store,
  bell,
  host,
  accounts,
}: {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
}): Pauses {
  const paused = new Map(readPauses(store));
  // A disk that refuses does not keep the account from standing still now: it is remembered here, and found out anew after a restart.
  const save = (accountId: string, failure: Failure | null): void => {
    onDisk(() => store.write(() => savePause(store, accountId, failure, host.clock.now())), store.profile);
    bell.ring('outbox');
  };
  return {
    of: (accountId) => paused.get(accountId) ?? null,
    pause(account, failure) {
      const isNews = !paused.has(account.id);
      paused.set(account.id, failure);
      save(account.id, failure);
      if (isNews) host.notify({ kind: 'paused', accountId: account.id, address: account.address, failure });
    },
    lift(accountId) {
      if (!paused.delete(accountId)) return false;
      save(accountId, null);
      return true;
    },
    forget(accountId) {
      paused.delete(accountId);
      void store.commit(() => forgetAccount(store, accountId)); // after what is still to be written of it
    },
    all: () =>
      [...paused].filter(([accountId]) => accounts.find(accountId) !== null).map(([accountId, failure]) => ({ accountId, failure })),
  };
}

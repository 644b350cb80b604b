// What each account's server said it takes (RFC 1870 SIZE), remembered from one sign-in to the next.
import { succeed } from '../../contract/failure';
import { sizeLimitOf } from '../../domain/attachments/size-limit';
import type { Accounts, Bell, QueryHandlers } from '../rooms';
import { readSizeLimits, saveSizeLimit } from '../store/account-state';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';

export type SizeLimits = {
  /** `octets` null: the server names no limit. */
  readonly remember: (accountId: string, octets: number | null) => void;
  /** Octets; null: not known. `accountId`: whose server the message goes through. */
  readonly of: (account: Parameters<typeof sizeLimitOf>[0] & { readonly id: string }) => number | null;
  readonly queries: Pick<QueryHandlers, 'accounts.sizeLimits'>;
};

export function createSizeLimits({
  store,
  bell,
  accounts,
}: {
  readonly store: Store;
  readonly bell: Bell;
  readonly accounts: Pick<Accounts, 'find' | 'watch'>;
}): SizeLimits {
  /** Of accounts that were checked and are not saved yet. */
  const early = new Map<string, number | null>();
  const save = async (accountId: string, octets: number | null): Promise<void> => {
    // Only a hint for the next letter: nobody waits for it, and a disk that refuses is told of elsewhere.
    const saved = await store.commit(() => saveSizeLimit(store, accountId, octets), { isPatient: true });
    if (saved.ok && saved.value) bell.ring('size-limits');
  };
  const known = (): ReadonlyMap<string, number> => {
    const read = onDisk(() => readSizeLimits(store), store.profile);
    return read.ok ? read.value : new Map();
  };
  accounts.watch(() => {
    for (const [id, octets] of early) {
      if (accounts.find(id) === null) continue;
      early.delete(id);
      void save(id, octets);
    }
  });
  const inUse = new Map<string, number | null>();
  return {
    remember(accountId, octets) {
      if (inUse.get(accountId) === octets && inUse.has(accountId)) return; // thousands of letters go to one server
      inUse.set(accountId, octets);
      if (accounts.find(accountId) === null) early.set(accountId, octets);
      else void save(accountId, octets);
    },
    of: (account) => sizeLimitOf(account, known().get(account.id) ?? null),
    queries: {
      'accounts.sizeLimits'(_input, push) {
        const tell = (): void => push(succeed([...known()].map(([accountId, octets]) => ({ accountId, octets }))));
        tell();
        return bell.listen('size-limits', tell);
      },
    },
  };
}

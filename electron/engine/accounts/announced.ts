// What each account's server announced last, remembered from one sign-in to the next: whether it passes on requests for reports.
import { succeed } from '../../contract/failure';
import type { Features } from '../../domain/smtp-reply';
import type { Bell, QueryHandlers } from '../rooms';
import { readOffersDsn, saveOffersDsn } from '../store/account-state';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';

export type Announced = {
  readonly remember: (accountId: string, features: Pick<Features, 'hasDsn'>) => void;
  readonly queries: Pick<QueryHandlers, 'accounts.offersReports'>;
};

export function createAnnounced({ store, bell }: { readonly store: Store; readonly bell: Bell }): Announced {
  const known = new Map<string, boolean>();
  const save = async (accountId: string, hasDsn: boolean): Promise<void> => {
    // Only a hint for the next letter: nobody waits for it, and a disk that refuses is told of elsewhere.
    const saved = await store.commit(() => saveOffersDsn(store, accountId, hasDsn), { isPatient: true });
    if (saved.ok) bell.ring('announced');
    else known.delete(accountId);
  };
  return {
    remember(accountId, { hasDsn }) {
      if (known.get(accountId) === hasDsn) return; // thousands of letters go to one server
      known.set(accountId, hasDsn);
      void save(accountId, hasDsn);
    },
    queries: {
      'accounts.offersReports'({ accountId }, push) {
        const tell = (): void => {
          const read = onDisk(() => readOffersDsn(store, accountId), store.profile);
          push(read.ok ? succeed({ offersReports: read.value }) : read);
        };
        tell();
        return bell.listen('announced', tell);
      },
    },
  };
}

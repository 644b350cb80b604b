// On an account's first day, its Sent folder tells whom one writes to: the newest 2,000 headers, once, in the background.
import type { Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Filling } from '../../contract/model/people';
import { checkAddress, recipientKey } from '../../domain/addresses';
import { identitiesOf, senderKey } from '../../domain/identities/identity';
import type { Clock } from '../rooms';
import { keepsLocally } from '../sent/listing';
import type { SentAddressees } from '../sent/room';
import { onDisk } from '../store/disk-failure';
import { findByMessageId } from '../store/ledger';
import type { Store } from '../store/open';
import { countLetter } from './learn';
import { mark, setMark } from './rows';

export type ReadHeaders = (account: Account, offset: number, limit: number) => Promise<Result<SentAddressees>>;

export type FirstDay = {
  /** Begins, unless it was done, is under way, or failed a short while ago. */
  readonly begin: (account: Account) => void;
  readonly stop: (accountId: string) => void;
  readonly now: () => Filling | null;
  readonly stopAll: () => void;
};

export type FirstDayNeeds = {
  readonly store: Store;
  readonly clock: Clock;
  readonly read: ReadHeaders;
  readonly onProgress: () => void;
  readonly onLearned: (ids: readonly number[]) => void;
};

const most = 2_000;
const batch = 200;
/** ms between two batches: the person may want the same connection for something. */
const breath = 150;
/** ms until a folder that could not be read is tried again. */
const pause = 300_000;

const markOf = (accountId: string): string => `sent ${accountId}`;

export function createFirstDay({ store, clock, read, onProgress, onLearned }: FirstDayNeeds): FirstDay {
  const running = new Map<string, { isStopped: boolean; filling: Filling }>();
  const failedAt = new Map<string, number>();

  const fill = async (account: Account, run: { isStopped: boolean; filling: Filling }): Promise<void> => {
    const headers: SentAddressees[] = [];
    for (let offset = 0; offset < most && !run.isStopped; offset += batch) {
      const page = await read(account, offset, Math.min(batch, most - offset));
      if (!page.ok) {
        // Without a Sent folder there is nothing to read, today and tomorrow.
        if (page.failure.code === 'no-sent-folder') break;
        failedAt.set(account.id, clock.now());
        return;
      }
      headers.push(page.value);
      const of = Math.min(most, page.value.total);
      run.filling = { accountId: account.id, read: Math.min(of, offset + page.value.rows.length), of };
      onProgress();
      if (offset + batch >= page.value.total) break;
      await new Promise<void>((resolve) => clock.after(breath, resolve));
    }
    if (run.isStopped || !store.db.isOpen) return;
    const learned = onDisk(() => store.write(() => countAll(store, account, headers, clock.now())), store.profile);
    if (learned.ok) onLearned(learned.value);
    else failedAt.set(account.id, clock.now());
  };

  return {
    begin(account) {
      if (running.has(account.id) || keepsLocally(account)) return;
      if (clock.now() - (failedAt.get(account.id) ?? Number.NEGATIVE_INFINITY) < pause) return;
      const isDone = onDisk(() => mark(store, markOf(account.id)) !== null, store.profile);
      if (!isDone.ok || isDone.value) return;
      const run = { isStopped: false, filling: { accountId: account.id, read: 0, of: 0 } };
      running.set(account.id, run);
      void fill(account, run)
        .catch(() => failedAt.set(account.id, clock.now())) // tried again later; writing goes on without it
        .finally(() => {
          running.delete(account.id);
          onProgress();
        });
    },
    stop(accountId) {
      const run = running.get(accountId);
      if (run !== undefined) run.isStopped = true;
      running.delete(accountId);
      onDisk(() => store.write(() => setMark(store, markOf(accountId), 0)), store.profile);
      onProgress();
    },
    now: () => [...running.values()][0]?.filling ?? null,
    stopAll() {
      for (const run of running.values()) run.isStopped = true;
      running.clear();
    },
  };
}

/** All at once and with the mark: a folder that was read halfway is read anew, and nothing of it counts twice. */
function countAll(store: Store, account: Account, headers: readonly SentAddressees[], now: number): number[] {
  const { id: accountId } = account;
  setMark(store, markOf(accountId), now);
  const identities = new Map([...identitiesOf(account)].reverse().map(({ address, id }) => [recipientKey(address), id])); // the own one last

  const seen = new Set<number>();
  const ids: number[] = [];
  for (const { folder, uidValidity, rows } of headers) {
    for (const { uid, messageId, at, subject, from, to } of rows) {
      // A message that came in meanwhile shifts the pages; one that was sent from here is in the ledger's story.
      if (seen.has(uid) || (messageId !== null && findByMessageId(store, messageId) !== null)) continue;
      seen.add(uid);
      const known = new Map(to.filter(({ address }) => checkAddress(address) === null).map((one) => [recipientKey(one.address), one]));
      const sender = senderKey(accountId, identities.get(recipientKey(from)));
      const ref = { kind: 'imap' as const, accountId, folder, uidValidity, uid };
      ids.push(...countLetter(store, { sender, at: Math.min(at, now), subject, ref, to: [...known.values()] }));
    }
  }
  return [...new Set(ids)];
}

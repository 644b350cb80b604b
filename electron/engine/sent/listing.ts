// A page of the Sent list while it is watched: from the folder on the server, or from the ledger where there is none.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { MessagePage } from '../../contract/model/messages';
import type { ImapPool } from '../mail/imap-pool';
import type { Accounts, Bell, Host, QueryHandlers } from '../rooms';
import { acceptedSoFar, pageOfAccepted } from '../store/accepted';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { waysOutOf } from '../store/ways-out';
import { inSentFolder } from './folder';

export type ListingNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly pool: ImapPool;
};

/** Whether the account's sent mail is kept here: relays and practice have no folder. */
export const keepsLocally = ({ imap, sentPolicy, provider }: Account): boolean =>
  imap === null || sentPolicy === 'local' || provider === 'practice';

/** ms that a provider which files the copy itself is given before the folder is looked at again. */
const filingTime = 3_000;
const mostPages = 100;

type Slice = { readonly accountId: string; readonly offset: number; readonly limit: number };

export function createListing({ store, bell, host, accounts, pool }: ListingNeeds): Pick<QueryHandlers, 'sent.page'> {
  /** Pages as they were last seen: shown while they are loaded anew. */
  const seen = new Map<string, MessagePage>();
  const remember = (key: string, page: MessagePage): void => {
    seen.delete(key);
    seen.set(key, page);
    for (const oldest of seen.keys()) {
      if (seen.size <= mostPages) break;
      seen.delete(oldest);
    }
  };

  /** What went through an identity's own server is the account's mail too, also when that identity is gone. */
  const queuesOf = (accountId: string): string[] => [accountId, ...waysOutOf(store, accountId)];

  const local = ({ accountId, offset, limit }: Slice): Result<MessagePage> =>
    onDisk(() => {
      const { total } = acceptedSoFar(store, queuesOf(accountId));
      const items = pageOfAccepted(store, queuesOf(accountId), offset, limit).map(({ id, to, ...row }) => ({
        ...row,
        to: [...to],
        ref: { kind: 'local' as const, id },
      }));
      return { state: 'ready' as const, failure: null, folder: null, total, offset, items };
    }, store.profile);

  const remote = (account: Account, { accountId, offset, limit }: Slice): Promise<Result<MessagePage>> =>
    pool.use(account, (session) =>
      inSentFolder(session, account, 'fail', async (folder) => {
        const page = await session.page(folder, offset, limit);
        if (!page.ok) return page;
        const { uidValidity, total, rows } = page.value;
        const items = rows.map(({ uid, to, ...row }) => ({
          ...row,
          to: [...to],
          ref: { kind: 'imap' as const, accountId, folder, uidValidity, uid },
        }));
        return succeed({ state: 'ready' as const, failure: null, folder, total, offset, items });
      }),
    );

  const watch: QueryHandlers['sent.page'] = (slice, push) => {
    const key = JSON.stringify(slice);
    const empty: MessagePage = { state: 'loading', failure: null, folder: null, total: 0, offset: slice.offset, items: [] };
    let settings = '';
    let hasFailed = false;
    let isEnded = false;
    let isLoading = false;
    let isStale = false;
    let callOff = (): void => undefined;
    const show = (page: MessagePage): void => {
      hasFailed = page.state === 'failed';
      if (!isEnded) push(succeed(page));
    };
    const showFailure = (failure: Failure): void => show({ ...(seen.get(key) ?? empty), state: 'failed', failure });

    const load = async (): Promise<void> => {
      if (isLoading) {
        isStale = true; // whatever is on its way may not know yet
        return;
      }
      isLoading = true;
      try {
        do {
          isStale = false;
          await loadOnce();
        } while (isStale && !isEnded);
      } finally {
        isLoading = false;
      }
    };
    const loadOnce = async (): Promise<void> => {
      const account = accounts.find(slice.accountId);
      settings = JSON.stringify(account);
      const isLocal = account !== null && keepsLocally(account);
      if (account !== null && !isLocal) show({ ...(seen.get(key) ?? empty), state: 'loading', failure: null });
      const page = account === null ? fail('account-missing') : isLocal ? local(slice) : await remote(account, slice);
      if (!page.ok) return showFailure(page.failure);
      remember(key, page.value);
      show(page.value);
    };
    const begin = (): void =>
      void load().catch((error: unknown) =>
        showFailure({ code: 'internal', detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' }),
      );

    let known = '';
    const hasNews = (): boolean => {
      const now = onDisk(() => JSON.stringify(acceptedSoFar(store, queuesOf(slice.accountId))), store.profile);
      const isNew = now.ok && now.value !== known;
      if (now.ok) known = now.value;
      return isNew;
    };
    hasNews();
    const ends = [
      bell.listen('sent', begin),
      bell.listen('network', () => {
        if (hasFailed) begin();
      }),
      bell.listen('accounts', () => {
        if (JSON.stringify(accounts.find(slice.accountId)) !== settings) begin();
      }),
      bell.listen('outbox', () => {
        const account = accounts.find(slice.accountId);
        if (account === null || !hasNews()) return;
        if (keepsLocally(account)) return begin();
        callOff();
        // Nobody rings when the provider has filed the copy.
        if (account.sentPolicy === 'server') callOff = host.clock.after(filingTime, begin);
      }),
    ];
    begin();
    return () => {
      isEnded = true;
      callOff();
      for (const end of ends) end();
    };
  };
  return { 'sent.page': watch };
}

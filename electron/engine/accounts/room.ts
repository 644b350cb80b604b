// The account room: the staged check while it is watched, and a Sent folder where the server has none.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account, SecretInput } from '../../contract/model/accounts';
import { openImap } from '../mail/imap';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import type { Store } from '../store/open';
import { runCheck, targetOf } from './check';
import type { SizeLimits } from './size-limits';

export type AccountRoom = {
  readonly calls: Pick<CallHandlers, 'accounts.makeSentFolder' | 'certificates.read'>;
  readonly queries: Pick<QueryHandlers, 'accounts.check' | 'accounts.discover' | 'accounts.hasPassword'>;
  /** DNS servers that the person has set; empty: the system's. */
  readonly setDnsServers: (servers: readonly string[]) => void;
  readonly stop: () => Promise<void>;
};

type Collaborators = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly practice: PracticeRoom;
  readonly sizeLimits: Pick<SizeLimits, 'remember'>;
};

/** Whose servers are looked for before there is an account: as the computer's own settings say. */
const nobodyYet = { id: '', way: { proxy: { kind: 'system' }, ehloName: null, timeoutSeconds: null } } as const;

export function createAccountRoom({ bell, host, accounts, practice, sizeLimits }: Collaborators): AccountRoom {
  const stopping = new AbortController();
  let dnsServers: readonly string[] = [];

  const makeSentFolder = async (
    account: Account,
    secret: SecretInput,
    proxyPassword: string | null,
    name: string,
  ): Promise<Result<{ path: string }>> => {
    if (account.imap === null) return fail('not-possible-now');
    if (/\p{Cc}/u.test(name)) return fail('invalid-input', { detail: 'control characters in a folder name' });
    const target = await targetOf({ host, accounts, practice }, account, secret, proxyPassword);
    if (!target.ok) return target;
    const opened = await openImap({ ...target.value, server: account.imap }, {}, stopping.signal);
    if (!opened.ok) return opened;
    const made = await opened.value.makeFolder(name);
    void opened.value.close();
    return made.ok ? succeed({ path: made.value }) : made;
  };

  const hasPassword = async (accountId: string): Promise<boolean | null> => {
    const account = accounts.find(accountId);
    if (account === null || account.oauth !== undefined) return null;
    const secret = await host.secret(account);
    return secret.ok ? true : secret.failure.code === 'secret-missing' ? false : null;
  };

  return {
    calls: {
      'accounts.makeSentFolder': ({ account, secret, proxyPassword = null, name }) => makeSentFolder(account, secret, proxyPassword, name),
      'certificates.read': async ({ text }) => (await import('../mail/read-certificates')).readCertificates(text),
    },
    queries: {
      'accounts.check': ({ account, secret, proxyPassword = null }, push) => {
        const watching = new AbortController();
        const signal = AbortSignal.any([watching.signal, stopping.signal]);
        runCheck({ host, accounts, practice, sizeLimits }, account, secret, proxyPassword, (report) => push(succeed(report)), signal).catch(
          (error: unknown) => signal.aborted || push(internal(error)),
        );
        return () => watching.abort();
      },
      'accounts.discover': ({ address }, push) => {
        const watching = new AbortController();
        const signal = AbortSignal.any([watching.signal, stopping.signal]);
        const work = async (): Promise<void> => {
          const { discover } = await import('./discovery/discover'); // read when somebody sets up an account
          await discover(
            address,
            { clock: host.clock, way: host.way(nobodyYet), dnsServers },
            (discovery) => push(succeed(discovery)),
            signal,
          );
        };
        work().catch((error: unknown) => signal.aborted || push(internal(error)));
        return () => watching.abort();
      },
      'accounts.hasPassword': ({ accountId }, push) => {
        const tell = (): void => void hasPassword(accountId).then((has) => push(succeed({ hasPassword: has })));
        tell();
        return bell.listen('accounts', tell);
      },
    },
    setDnsServers(servers) {
      dnsServers = servers;
    },
    stop: async () => stopping.abort(),
  };
}

const internal = (error: unknown): ReturnType<typeof fail> =>
  fail('internal', { detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' });

// Signing in with the browser, for the page and for the rooms that open connections.
import { fail, type Result, succeed } from '../../../contract/failure';
import type { Account } from '../../../contract/model/accounts';
import { type ClosingPage, noClients, type OauthClients, type SignInState } from '../../../contract/model/oauth';
import { readyProviders, signInServer } from '../../../domain/oauth/sign-in-servers';
import type { Secret } from '../../mail/secret';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers, SignInVault, Starter } from '../../rooms';
import { createTokenBook } from './token-book';

export type SignInRoom = {
  readonly calls: Pick<CallHandlers, 'accounts.signOut'>;
  readonly queries: Pick<QueryHandlers, 'accounts.signIn' | 'accounts.browserSignIn' | 'accounts.isSignedIn'>;
  /** What an account that signs in with the browser shows its servers. */
  readonly secret: (account: Account) => Promise<Result<Secret>>;
  /** As whom the program asks. Told before the accounts, or what waits would find no client id. */
  readonly setClients: (clients: OauthClients) => void;
  readonly stop: () => void;
};

/** Where nobody keeps them, they last as long as the engine. */
function memoryVault(): SignInVault {
  const kept = new Map<string, string>();
  return {
    async read(accountId) {
      const signIn = kept.get(accountId);
      return signIn === undefined ? fail('secret-missing') : succeed(signIn);
    },
    async keep(accountId, signIn) {
      if (signIn === null) kept.delete(accountId);
      else kept.set(accountId, signIn);
      return succeed(null);
    },
  };
}

export function createSignInRoom(starter: Starter & Pick<Host, 'way'>, bell: Bell, accounts: Accounts): SignInRoom {
  let clients = noClients;
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  const book = createTokenBook({
    clock: starter.clock,
    accounts,
    vault: starter.signIns ?? memoryVault(),
    way: starter.way,
    serverOf: (provider) => signInServer(provider, clients),
  });

  const signIn = async (
    account: Account,
    proxyPassword: string | null,
    page: ClosingPage,
    push: (state: SignInState) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    const { oauth } = account;
    const server = oauth === undefined ? null : signInServer(oauth, clients);
    if (oauth === undefined || server === null) return push({ kind: 'failed', failure: { code: 'oauth-client-missing' } });
    const { signInWithBrowser } = await import('./sign-in'); // read when somebody signs in
    const granted = await signInWithBrowser(starter, server, starter.way(account, proxyPassword), account, page, push, signal);
    if (signal.aborted) return;
    if (!granted.ok) return push({ kind: 'failed', failure: granted.failure });
    await book.adopt(account, oauth, granted.value);
    push({ kind: 'done' });
    bell.ring('accounts');
  };

  return {
    calls: {
      async 'accounts.signOut'({ accountId }) {
        const account = accounts.find(accountId);
        if (account === null) return fail('not-found');
        const forgotten = await book.forget(account);
        bell.ring('accounts');
        return forgotten;
      },
    },
    queries: {
      'accounts.signIn': ({ account, proxyPassword = null, closingPage }, push) => {
        const watching = new AbortController();
        const signal = AbortSignal.any([watching.signal, stopping.signal]);
        const tell = (state: SignInState): void => {
          if (!signal.aborted) push(succeed(state));
        };
        signIn(account, proxyPassword, closingPage, tell, signal).catch((error: unknown) => {
          if (!signal.aborted) push(fail('internal', { detail: error instanceof Error ? error.name : 'unknown error' }));
        });
        return () => watching.abort();
      },
      'accounts.browserSignIn': (_input, push) => {
        const tell = (): void => push(succeed(readyProviders(clients)));
        listeners.add(tell);
        tell();
        return () => listeners.delete(tell);
      },
      'accounts.isSignedIn': ({ accountId }, push) => {
        const tell = (): void => void book.isSignedIn(accountId).then((isSignedIn) => push(succeed({ isSignedIn })));
        tell();
        return bell.listen('accounts', tell);
      },
    },
    secret: book.secret,
    setClients(next) {
      clients = next;
      for (const listener of listeners) listener();
    },
    stop() {
      stopping.abort();
      book.stop();
    },
  };
}

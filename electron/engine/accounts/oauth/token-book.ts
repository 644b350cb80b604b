// The tokens of the accounts: handed out while they are good, renewed before they run out, one renewal at a time, kept in the vault.
import { type Failure, fail, type Result, succeed } from '../../../contract/failure';
import type { Account, OauthProviderId } from '../../../contract/model/accounts';
import { maySeeToken, type SignInServer } from '../../../domain/oauth/sign-in-servers';
import { isFresh, renewAt } from '../../../domain/oauth/token-life';
import type { Secret } from '../../mail/secret';
import type { Way, WayOf } from '../../mail/way';
import type { Accounts, Host, SignInVault } from '../../rooms';
import { fromVault, toVault } from './kept-sign-in';
import type { Granted, SignInService } from './sign-in-service';

export type TokenBook = {
  /** Failures: oauth-sign-in-again, oauth-client-missing, oauth-unavailable, vault-*, those of "reaching the server". */
  readonly secret: (account: Account) => Promise<Result<Secret>>;
  /** What a sign-in brought. It goes to the vault when the account is saved with it: a wizard may be left half-way. */
  readonly adopt: (account: Account, provider: OauthProviderId, granted: Granted) => Promise<void>;
  /** Whether the provider was told. Forgotten here in any case. */
  readonly forget: (account: Account) => Promise<Result<{ wasRevoked: boolean }>>;
  readonly isSignedIn: (accountId: string) => Promise<boolean | null>;
  readonly stop: () => void;
};

export type TokenBookNeeds = {
  readonly clock: Host['clock'];
  readonly accounts: Accounts;
  readonly vault: SignInVault;
  readonly way: WayOf;
  /** Null: the program has no client id there. */
  readonly serverOf: (provider: OauthProviderId) => SignInServer | null;
};

type Held = {
  readonly provider: OauthProviderId;
  /** Who gave the tokens; undefined: that was not written down. */
  readonly issuer?: string | undefined;
  /** The account's servers when its owner signed in. */
  readonly hosts: readonly string[];
  readonly refresh: string | null;
  readonly access: { readonly token: string; readonly since: number; readonly renewAt: number } | null;
  /** The vault has it, or has been asked to. */
  readonly isKept: boolean;
};

const hostsOf = ({ smtp, imap }: Account): readonly string[] => (imap === null ? [smtp.host] : [smtp.host, imap.host]);

/** Google and Microsoft are always themselves; a provider of one's own can become another one, which has no business with the old one's tokens. */
const isFrom = ({ provider, issuer }: SignInServer, held: Held): boolean => provider !== 'own' || held.issuer === issuer;

/** The library is read when the first token is fetched. */
const open = async (server: SignInServer, way: Way, signal: AbortSignal): Promise<Result<SignInService>> =>
  (await import('./sign-in-service')).openSignInService(server, way, signal);

export function createTokenBook({ clock, accounts, vault, way: wayOf, serverOf }: TokenBookNeeds): TokenBook {
  const held = new Map<string, Held>();
  const renewals = new Map<string, Promise<Result<string>>>();
  const stopping = new AbortController();

  const again = (account: Account): Result<never> => fail('oauth-sign-in-again', { address: account.address });
  /** A vault that refuses leaves it in memory: the person is asked again at the next start. */
  const keep = async (accountId: string, one: Held): Promise<void> => {
    held.set(accountId, { ...one, isKept: true });
    const { provider, issuer, hosts, refresh } = one;
    if (refresh !== null) await vault.keep(accountId, toVault({ provider, issuer, hosts: [...hosts], refresh }));
  };
  const isIts = (account: Account | null, one: Held): account is Account => account?.oauth === one.provider;
  const unwatch = accounts.watch(() => {
    for (const [accountId, one] of held) {
      const account = accounts.find(accountId);
      if (isIts(account, one)) {
        if (!one.isKept) void keep(accountId, one);
      } else if (one.isKept) held.delete(accountId); // removed, or it signs in otherwise now
    }
  });

  const load = async (account: Account): Promise<Result<Held>> => {
    const known = held.get(account.id);
    if (known !== undefined) return succeed(known);
    const stored = await vault.read(account.id);
    if (!stored.ok) return stored.failure.code === 'vault-unavailable' ? stored : again(account);
    const signIn = fromVault(stored.value);
    if (signIn === null) return again(account);
    const loaded: Held = held.get(account.id) ?? { ...signIn, access: null, isKept: true };
    held.set(account.id, loaded);
    return succeed(loaded);
  };
  const withAccess = (one: Held, { access, refresh, expiresIn }: Granted): Held => {
    const now = clock.now();
    return { ...one, refresh: refresh ?? one.refresh, access: { token: access, since: now, renewAt: renewAt(now, expiresIn) } };
  };

  const fetchNew = async (account: Account, one: Held, server: SignInServer): Promise<Result<string>> => {
    if (one.refresh === null) return again(account);
    const service = await open(server, wayOf(account), stopping.signal);
    const granted = service.ok ? await service.value.renew(one.refresh, stopping.signal) : service;
    if (!granted.ok) return { ok: false, failure: about(granted.failure, account) };
    const renewed = withAccess(one, granted.value);
    held.set(account.id, renewed);
    // A refresh token that is used once (RFC 9700 2.2.2) must be on the disk before anything relies on it.
    if (renewed.refresh !== one.refresh && renewed.isKept) await keep(account.id, renewed);
    return succeed(granted.value.access);
  };
  /** `refused`: the token that did not do; whoever comes late with an older one gets the one that is there. */
  const renew = (account: Account, server: SignInServer, refused: string | null): Promise<Result<string>> => {
    const under = renewals.get(account.id);
    if (under !== undefined) return under;
    const one = held.get(account.id);
    if (one === undefined) return Promise.resolve(again(account));
    if (one.access !== null && one.access.token !== refused && isFresh(one.access, clock.now()))
      return Promise.resolve(succeed(one.access.token));
    const renewal = fetchNew(account, one, server).finally(() => renewals.delete(account.id));
    renewals.set(account.id, renewal);
    return renewal;
  };

  return {
    async secret(account) {
      const server = account.oauth === undefined ? null : serverOf(account.oauth);
      if (server === null) return fail('oauth-client-missing', { address: account.address });
      const loaded = await load(account);
      if (!loaded.ok) return loaded;
      const { provider, hosts } = loaded.value;
      if (provider !== account.oauth || !isFrom(server, loaded.value) || !maySeeToken(hostsOf(account), server, hosts))
        return again(account);
      const token = await renew(account, server, null);
      return token.ok ? succeed({ token: token.value, renew: () => renew(account, server, token.value) }) : token;
    },
    async adopt(account, provider, granted) {
      const issuer = serverOf(provider)?.issuer;
      const fresh = withAccess({ provider, issuer, hosts: hostsOf(account), refresh: null, access: null, isKept: false }, granted);
      if (isIts(accounts.find(account.id), fresh)) await keep(account.id, fresh);
      else held.set(account.id, fresh);
    },
    async forget(account) {
      const loaded = await load(account);
      held.delete(account.id);
      const named = account.oauth === undefined ? null : serverOf(account.oauth);
      const server = named !== null && loaded.ok && isFrom(named, loaded.value) ? named : null;
      const token = loaded.ok ? (loaded.value.refresh ?? loaded.value.access?.token) : undefined;
      const service = server === null || token === undefined ? null : await open(server, wayOf(account), stopping.signal);
      const revoked = service?.ok === true && token !== undefined ? await service.value.revoke(token, stopping.signal) : null;
      const dropped = await vault.keep(account.id, null);
      return dropped.ok ? succeed({ wasRevoked: revoked?.ok === true && revoked.value }) : dropped;
    },
    async isSignedIn(accountId) {
      if (held.has(accountId)) return true;
      const stored = await vault.read(accountId);
      return stored.ok ? true : stored.failure.code === 'secret-missing' ? false : null;
    },
    stop() {
      unwatch();
      stopping.abort();
    },
  };
}

const about = (failure: Failure, { address }: Account): Failure => (failure.code.startsWith('oauth-') ? { ...failure, address } : failure);

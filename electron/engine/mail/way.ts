// The way to an account's servers. Whoever opens a connection asks it through which proxy, how patiently, and whom to trust.
import { type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { isSameProxy } from '../../contract/same-servers';
import { accountOfLane } from '../../domain/identities/identity';
import { isEhloName, usualEhloName } from '../../domain/way/ehlo-name';
import { type Patience, patienceOf } from '../../domain/way/patience';
import { pinFor } from '../../domain/way/pins';
import { direct, type Route } from '../../domain/way/route';
import type { Place } from './connection-failure';
import type { Roots } from './roots';
import { type Trust, trustOnly, usualTrust } from './trust';

export type Way = {
  /** Asked anew for each connection: the system's answer depends on the server and on where the computer is. Failures: vault-*. */
  readonly route: (place: Place) => Promise<Result<Route>>;
  /** Whether names must not be looked up here. Known without asking, so a system proxy counts as one. */
  readonly mayHaveProxy: boolean;
  readonly trust: (place: Place) => Promise<Trust>;
  readonly ehloName: string;
  readonly patience: Patience;
};

/** Straight there, as for the program's own practice server. */
export const directWay: Way = {
  route: async () => succeed(direct),
  mayHaveProxy: false,
  trust: async () => usualTrust,
  ehloName: usualEhloName,
  patience: patienceOf(null),
};

/** Trusts this authority and no other. */
export const wayTrusting = (way: Way, authority: string): Way => ({ ...way, trust: async () => trustOnly(authority) });

export type WayNeeds = {
  readonly roots: Roots;
  readonly find: (accountId: string) => Account | null;
  /** Of the account's proxy, from the vault. */
  readonly proxyPassword?: (accountId: string) => Promise<Result<string>>;
  /** What the computer's own settings say; absent: it has none. */
  readonly systemProxy?: (place: Place) => Promise<Result<Route>>;
};

/** `typed`: a password for the proxy that is not in the vault yet. */
export type WayOf = (account: Pick<Account, 'id' | 'way' | 'trustedCertificates'>, typed?: string | null) => Way;

export function createWays({ roots, find, proxyPassword, systemProxy }: WayNeeds): WayOf {
  /** The one in the vault was typed for the proxy of the saved account, and for no other. */
  const passwordFor = async (account: Pick<Account, 'id' | 'way'>, typed: string | null): Promise<Result<string>> => {
    if (typed !== null) return succeed(typed);
    const saved = find(account.id)?.way?.proxy ?? null;
    if (proxyPassword === undefined || !isSameProxy(saved, account.way?.proxy ?? null)) return succeed('');
    const stored = await proxyPassword(accountOfLane(account.id)); // an identity's own server is reached the account's way
    // Without one the proxy itself says that it wants one.
    return stored.ok || stored.failure.code !== 'secret-missing' ? stored : succeed('');
  };
  return (account, typed = null) => {
    const { proxy = null, ehloName = null, timeoutSeconds = null } = account.way ?? {};
    const pins = account.trustedCertificates ?? [];
    return {
      async route(place) {
        if (proxy === null) return succeed(direct);
        if (proxy.kind === 'system') return systemProxy === undefined ? succeed(direct) : systemProxy(place);
        const password = proxy.user === '' ? succeed('') : await passwordFor(account, typed);
        return password.ok ? succeed({ kind: 'proxy', proxy: { ...proxy, password: password.value } }) : password;
      },
      mayHaveProxy: proxy !== null,
      async trust(place) {
        const pin = pinFor(pins, place);
        return pin === null ? { ...usualTrust, context: await roots.context() } : { ...usualTrust, pin };
      },
      ehloName: ehloName !== null && isEhloName(ehloName) ? ehloName : usualEhloName,
      patience: patienceOf(timeoutSeconds),
    };
  };
}

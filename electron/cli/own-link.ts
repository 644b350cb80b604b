// An engine of one's own for the time of one command, in this process. The password comes from standard input, or from the vault
// where the installed program lends it.
import { randomBytes } from 'node:crypto';
import { fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { OauthClients } from '../contract/model/oauth';
import { accountOfLane } from '../domain/identities/identity';
import { routeOfEnvironment } from '../domain/way/route';
import { systemClock } from '../engine/clock';
import { createEngine } from '../engine/create-engine';
import type { Starter } from '../engine/rooms';
import type { Ways } from './accounts';
import { type Link, untilEnough } from './link';

/** What an engine is lent; in plain Node nothing. */
export type Helpers = Partial<Pick<Starter, 'secret' | 'signIns' | 'proxyPassword'>> & {
  /** As whom the program renews a sign-in by the browser. */
  readonly clients?: OauthClients;
};

export type OwnOptions = {
  readonly profile: string;
  readonly accounts: readonly Account[];
  readonly ways: Ways;
  /** For `accountId` alone; null: none was given. */
  readonly password: string | null;
  readonly accountId: string | null;
  readonly helpers: Helpers;
};

/** Failures: those of opening a profile, `profile-in-use` among them. */
export function ownLink({ profile, accounts, ways, password, accountId, helpers }: OwnOptions): Result<Link> {
  const { secret, clients, ...vault } = helpers;
  const created = createEngine({
    profile,
    host: {
      clock: systemClock,
      random: (octets) => randomBytes(octets),
      async secret(id) {
        if (id === accountId && password !== null) return succeed(password);
        return secret === undefined ? fail('secret-missing') : secret(id);
      },
      // In a terminal its usual variables say where the proxy is.
      systemProxy: async ({ host, port }) => succeed(routeOfEnvironment(process.env, host, port)),
      ...vault,
      notify: () => undefined,
    },
  });
  if (!created.ok) return created;
  const engine = created.value;
  if (clients !== undefined) engine.setOauthClients(clients);
  if (ways.dnsServers.length > 0) engine.setDnsServers(ways.dnsServers);
  engine.setCompanyRoots(ways.companyRoots);
  // The others' mail waits for the program itself: without their passwords each of them would only be paused.
  engine.setAccounts(accounts.filter(({ id }) => accountId !== null && id === accountOfLane(accountId)));
  return succeed({
    call: engine.call as Link['call'],
    until: (name, input, isEnough) => untilEnough((push) => engine.watch(name, input, push), isEnough),
    close: () => engine.stop(),
  });
}

// An engine of one's own for the time of one command, in this process. The password comes from standard input: the vault is Electron's.
import { randomBytes } from 'node:crypto';
import { fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import { routeOfEnvironment } from '../domain/way/route';
import { systemClock } from '../engine/clock';
import { createEngine } from '../engine/create-engine';
import { type Link, untilEnough } from './link';

export type OwnOptions = {
  readonly profile: string;
  readonly accounts: readonly Account[];
  /** For `accountId` alone; null: none was given. */
  readonly password: string | null;
  readonly accountId: string | null;
};

/** Failures: those of opening a profile, `profile-in-use` among them. */
export function ownLink({ profile, accounts, password, accountId }: OwnOptions): Result<Link> {
  const created = createEngine({
    profile,
    host: {
      clock: systemClock,
      random: (octets) => randomBytes(octets),
      // In a terminal its usual variables say where the proxy is.
      systemProxy: async ({ host, port }) => succeed(routeOfEnvironment(process.env, host, port)),
      secret: async (id) => (password !== null && id === accountId ? succeed(password) : fail('secret-missing')),
      notify: () => undefined,
    },
  });
  if (!created.ok) return created;
  const engine = created.value;
  // The others' mail waits for the program itself: without their passwords each of them would only be paused.
  engine.setAccounts(accounts.filter(({ id }) => id === accountId));
  return succeed({
    call: engine.call as Link['call'],
    until: (name, input, isEnough) => untilEnough((push) => engine.watch(name, input, push), isEnough),
    close: () => engine.stop(),
  });
}

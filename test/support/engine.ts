// The engine in this process, on a profile of its own: what the page would ask and see, without a page.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput, QueryInput, QueryName, QueryOutput } from '../../electron/contract/api';
import { type Failure, fail, type Result, succeed } from '../../electron/contract/failure';
import type { Account } from '../../electron/contract/model/accounts';
import type { OauthClients } from '../../electron/contract/model/oauth';
import type { OutboxEntry } from '../../electron/contract/model/outbox';
import type { Notice, Settings } from '../../electron/contract/model/status';
import { laneId } from '../../electron/domain/identities/identity';
import { createEngine, type Engine } from '../../electron/engine/create-engine';
import type { Starter } from '../../electron/engine/rooms';
import { temporaryRoot } from './temporary-root';
import { createTestClock, type TestClock } from './test-clock';
import { until } from './until';

/** An account and its password; null: the vault has none. */
export type AccountWithSecret = {
  readonly account: Account;
  readonly password: string | null;
  /** The vault can't give it. */
  readonly secretFailure?: Failure;
  /** By identity: for those with a server of their own. */
  readonly aliasPasswords?: Readonly<Record<string, string>>;
};

export type TestEngine = {
  readonly profile: string;
  readonly clock: TestClock;
  /** What the person was notified of. */
  readonly notices: readonly Notice[];
  /** How often the engine asked for an account's password. */
  readonly secretsAsked: () => number;
  /** Every page that the browser was asked to open. */
  readonly opened: readonly string[];
  /** What the vault holds of sign-ins by the browser, by account. */
  readonly signIns: ReadonlyMap<string, string>;
  readonly setAccounts: (...accounts: readonly AccountWithSecret[]) => void;
  readonly setOnline: (isOnline: boolean) => void;
  /** What the shell tells at its start, and again after a restart of the engine. */
  readonly setWhenMissed: (what: Settings['whenMissed']) => void;
  readonly releaseHeld: (as: 'send' | 'keep') => void;
  /** The computer woke up. */
  readonly resumed: () => void;
  /** The answer as the page gets it. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  /** The value of an answer that must be a good one. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Watches a query; the returned function ends it. A failure that ends the watch is thrown. */
  readonly watch: <N extends QueryName>(name: N, input: QueryInput<N>, push: (value: QueryOutput<N>) => void) => () => void;
  /** Watches a query until a pushed value satisfies the predicate, and answers it. */
  readonly settle: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    predicate: (value: QueryOutput<N>) => boolean,
  ) => Promise<QueryOutput<N>>;
  /** Waits until the message is in one of these states, and answers its entry. */
  readonly settleMessage: (id: string, ...states: readonly OutboxEntry['item']['state'][]) => Promise<OutboxEntry>;
  /** Ends the engine and starts it again on the same profile. `away`: ms that pass in between. */
  readonly restart: (away?: number) => Promise<void>;
  /** The same; `meanwhile` runs while no engine has the profile. */
  readonly restartAfter: (meanwhile: () => void) => Promise<void>;
  /** Whether the engine has asked for a new start, because its database is damaged. */
  readonly isDamaged: () => boolean;
  /** Ends the engine and removes its profile. */
  readonly stop: () => Promise<void>;
};

export type TestEngineOptions = {
  readonly accounts?: readonly AccountWithSecret[];
  readonly deadline?: number;
  /** As whom the program asks where people sign in with the browser. */
  readonly oauthClients?: OauthClients;
  /** What the vault holds of passwords for proxies, by account. */
  readonly proxyPasswords?: ReadonlyMap<string, string>;
  /** What the computer's own settings say of proxies. */
  readonly systemProxy?: Starter['systemProxy'];
  /** The company's certificate authorities, PEM. */
  readonly companyRoots?: readonly string[];
  /** Starts the thread with the dictionaries; absent: there is none. */
  readonly startSpelling?: Starter['startSpelling'];
  /** DNS servers that the person has set. */
  readonly dnsServers?: readonly string[];
};

function goodValue<T>(name: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

function passwordOf(known: readonly AccountWithSecret[], id: string): string | null {
  for (const { account, password, aliasPasswords = {} } of known) {
    if (account.id === id) return password;
    const [, secret = null] = Object.entries(aliasPasswords).find(([identityId]) => laneId(account.id, identityId) === id) ?? [];
    if (secret !== null) return secret;
  }
  return null;
}

/** Starts the engine on a new, empty profile. */
export function startEngine({ accounts = [], deadline = 20_000, oauthClients, ...network }: TestEngineOptions = {}): Promise<TestEngine> {
  const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
  const clock = createTestClock();
  const notices: Notice[] = [];
  let known = accounts;
  let secretsAsked = 0;
  let isDamaged = false;
  const opened: string[] = [];
  const signIns = new Map<string, string>();
  let whenMissed: Settings['whenMissed'] | null = null;
  const open = (): Engine => {
    const engine = goodValue(
      'createEngine',
      createEngine({
        profile,
        onDamaged: () => {
          isDamaged = true;
        },
        host: {
          clock,
          random: (octets) => randomBytes(octets),
          async secret(accountId) {
            secretsAsked += 1;
            const failure = known.find(({ account }) => account.id === accountId)?.secretFailure;
            if (failure !== undefined) return { ok: false, failure };
            const password = passwordOf(known, accountId);
            return password === null ? fail('secret-missing') : succeed(password);
          },
          signIns: {
            async read(accountId) {
              const signIn = signIns.get(accountId);
              return signIn === undefined ? fail('secret-missing') : succeed(signIn);
            },
            async keep(accountId, signIn) {
              if (signIn === null) signIns.delete(accountId);
              else signIns.set(accountId, signIn);
              return succeed(null);
            },
          },
          async proxyPassword(accountId) {
            const password = network.proxyPasswords?.get(accountId);
            return password === undefined ? fail('secret-missing') : succeed(password);
          },
          ...(network.startSpelling === undefined ? {} : { startSpelling: network.startSpelling }),
          ...(network.systemProxy === undefined ? {} : { systemProxy: network.systemProxy }),
          async openBrowser(url) {
            opened.push(url);
            return succeed(null);
          },
          notify: (notice) => void notices.push(notice),
        },
      }),
    );
    if (oauthClients !== undefined) engine.setOauthClients(oauthClients);
    engine.setCompanyRoots(network.companyRoots ?? []);
    engine.setDnsServers(network.dnsServers ?? []);
    engine.setAccounts(known.map(({ account }) => account));
    if (whenMissed !== null) engine.setWhenMissed(whenMissed);
    return engine;
  };
  let engine = open();

  // The engine answers `unknown` to everyone; here the name says which type it is.
  const ask: TestEngine['ask'] = async <N extends CallName>(name: N, input: CallInput<N>) =>
    (await engine.call(name, input)) as Result<CallOutput<N>>;
  const settle: TestEngine['settle'] = async <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    predicate: (value: QueryOutput<N>) => boolean,
  ) => {
    let last: Result<QueryOutput<N>> | undefined;
    let found: QueryOutput<N> | undefined;
    const unwatch = engine.watch(name, input, (result) => {
      last = result as Result<QueryOutput<N>>;
      if (last.ok && found === undefined && predicate(last.value)) found = last.value;
    });
    try {
      await until(() => found !== undefined || (last !== undefined && !last.ok), {
        deadline,
        describe: () => `${name}; last ${JSON.stringify(last)}`,
      });
    } finally {
      unwatch();
    }
    if (found === undefined) throw new Error(`${name} failed: ${JSON.stringify(last)}`);
    return found;
  };

  return Promise.resolve({
    profile,
    clock,
    notices,
    opened,
    signIns,
    secretsAsked: () => secretsAsked,
    setAccounts(...next) {
      known = next;
      engine.setAccounts(next.map(({ account }) => account));
    },
    setOnline: (isOnline) => engine.setOnline(isOnline),
    setWhenMissed(what) {
      whenMissed = what;
      engine.setWhenMissed(what);
    },
    releaseHeld: (as) => engine.releaseHeld(as),
    resumed: () => engine.resumed(),
    ask,
    call: async (name, input) => goodValue(name, await ask(name, input)),
    watch: (name, input, push) => engine.watch(name, input, (result) => push(goodValue(name, result as Result<QueryOutput<typeof name>>))),
    settle,
    async settleMessage(id, ...states) {
      const entry = await settle('outbox.entry', { id }, (value) => value !== null && states.includes(value.item.state));
      if (entry === null) throw new Error('The message is gone');
      return entry;
    },
    async restart(away = 0) {
      await engine.stop();
      clock.skip(away);
      isDamaged = false;
      engine = open();
    },
    async restartAfter(meanwhile) {
      await engine.stop();
      meanwhile();
      isDamaged = false;
      engine = open();
    },
    isDamaged: () => isDamaged,
    async stop() {
      await engine.stop();
      clock.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  });
}

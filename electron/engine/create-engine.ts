// Puts the rooms of the engine together. Plain Node: the engine process, tests, benchmarks and the command line all start here.
import { type CallName, engineCalls, engineQueries, type QueryName } from '../contract/api';
import { type Failure, fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { OauthClients } from '../contract/model/oauth';
import type { Settings, Status } from '../contract/model/status';
import { createAnnounced } from './accounts/announced';
import { createAccountBook } from './accounts/book';
import { createSignInRoom } from './accounts/oauth/room';
import { createAccountRoom } from './accounts/room';
import { createSizeLimits } from './accounts/size-limits';
import { createBell } from './bell';
import { createComposeRoom } from './compose/room';
import { createDoctorRoom } from './doctor/room';
import { createDraftCopies } from './draft-copies/room';
import { heldAnswer, heldWatch } from './hold-back';
import { createIdentityCalls } from './identities/room';
import { createLentFiles } from './lent-files';
import { createRoots } from './mail/roots';
import { createWays } from './mail/way';
import { createMovingInRoom } from './moving-in/room';
import { createOutboxRoom } from './outbox/room';
import { createPeopleRoom } from './people/room';
import { createPracticeRoom } from './practice/room';
import type { CallHandlers, Host, QueryHandlers, Starter } from './rooms';
import { createMessageRoom } from './sent/room';
import { createSpellingRoom } from './spelling/room';
import { createStatusRoom } from './status';
import { openMended, watchForDamage } from './store/mend';
import { createTemplateRoom } from './templates/room';

export type Engine = {
  /** Validates the input and runs the call; whoever asked validates the answer. Never throws. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Starts a query; the returned function ends it. */
  readonly watch: (name: string, input: unknown, push: (result: Result<unknown>) => void) => () => void;
  readonly setAccounts: (accounts: readonly Account[]) => void;
  readonly setOnline: (isOnline: boolean) => void;
  /** DNS servers that the person has set; empty: the system's. */
  readonly setDnsServers: (servers: readonly string[]) => void;
  /** As whom the program asks where people sign in with the browser; before the accounts. */
  readonly setOauthClients: (clients: OauthClients) => void;
  /** The company's certificate authorities, PEM texts. */
  readonly setCompanyRoots: (certificates: readonly string[]) => void;
  /** What becomes of scheduled messages whose time was missed. */
  readonly setWhenMissed: (what: Settings['whenMissed']) => void;
  /** The person leaves: what is inside its undo time goes now, or is kept. */
  readonly releaseHeld: (as: 'send' | 'keep') => void;
  /** The computer woke up: connections are gone and clocks have jumped. */
  readonly resumed: () => void;
  readonly watchStatus: (push: (status: Status) => void) => () => void;
  /** How it stands at this moment; null: the disk can't be read. */
  readonly statusNow: () => Status | null;
  /** Lets what can't be interrupted finish, then closes the database. */
  readonly stop: () => Promise<void>;
};

export type EngineOptions = {
  readonly profile: string;
  readonly host: Starter;
  /** The database turned out to be damaged: the engine should be stopped, and the next start mends it. */
  readonly onDamaged?: () => void;
};

const isCall = (name: string): name is CallName => Object.hasOwn(engineCalls, name);
const isQuery = (name: string): name is QueryName => Object.hasOwn(engineQueries, name);
const internal = (error: unknown): { readonly ok: false; readonly failure: Failure } =>
  fail('internal', { detail: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error' });

/** Opens the profile (creating it if need be) and starts the engine. A failure: the profile can't be used. */
export function createEngine({ profile, host: starter, onDamaged = () => undefined }: EngineOptions): Result<Engine> {
  const opened = openMended(profile, starter.clock.now());
  if (!opened.ok) return opened;
  const { store, notice } = opened.value;
  if (notice !== null) starter.clock.after(0, () => starter.notify(notice));
  const watchingForDamage = watchForDamage(store, starter.clock, onDamaged);
  const bell = createBell();
  const accounts = createAccountBook(bell);
  const roots = createRoots();
  const way = createWays({ ...starter, roots, find: accounts.find });
  const signIns = createSignInRoom({ ...starter, way }, bell, accounts);
  const host: Host = {
    ...starter,
    way,
    async secret(account) {
      if (account.oauth !== undefined) return signIns.secret(account);
      const password = await starter.secret(account.id);
      return password.ok ? succeed({ password: password.value }) : password;
    },
  };
  const practice = createPracticeRoom({ store, bell, host });
  const sizeLimits = createSizeLimits({ store, bell, accounts });
  const accountRoom = createAccountRoom({ store, bell, host, accounts, practice, sizeLimits });
  const doctor = createDoctorRoom({ host, accounts, practice });
  const compose = createComposeRoom({ store, bell, host, accounts });
  const draftCopies = createDraftCopies({ store, bell, host, accounts });
  const announced = createAnnounced({ store, bell });
  const outbox = createOutboxRoom({ store, bell, host, accounts, compose, practice, sizeLimits, announced });
  const messages = createMessageRoom({ store, bell, host, accounts, practice });
  compose.readMessagesWith(messages);
  const lent = createLentFiles({ store, host, drafts: compose.calls, messages: messages.calls });
  const people = createPeopleRoom({ store, bell, host, accounts, messages });
  const templates = createTemplateRoom({ store, bell, host });
  const spelling = createSpellingRoom({ store, bell, clock: host.clock, names: people.names, startThread: starter.startSpelling });
  const status = createStatusRoom({ store, bell, clock: host.clock, outbox });

  const calls: CallHandlers = {
    ...accountRoom.calls,
    ...signIns.calls,
    ...compose.calls,
    ...draftCopies.calls,
    ...createIdentityCalls({ store, bell, host, accounts }),
    ...outbox.calls,
    ...messages.calls,
    ...lent.calls,
    ...people.calls,
    ...templates.calls,
    ...spelling.calls,
    ...practice.calls,
    ...createMovingInRoom().calls,
  };
  const queries: QueryHandlers = {
    ...status.queries,
    ...accountRoom.queries,
    ...sizeLimits.queries,
    ...announced.queries,
    ...doctor.queries,
    ...signIns.queries,
    ...compose.queries,
    ...draftCopies.queries,
    ...outbox.queries,
    ...messages.queries,
    ...people.queries,
    ...templates.queries,
    ...spelling.queries,
    ...practice.queries,
  };

  const engine: Engine = {
    async call(name, input) {
      if (!isCall(name)) return fail('invalid-input', { detail: 'no such call' });
      const parsed = engineCalls[name].input.safeParse(input);
      if (!parsed.success) return fail('invalid-input', { detail: parsed.error.issues[0]?.message ?? '' });
      try {
        // The table ties name, handler and parsed input together; the compiler can't follow that through a union of names.
        return await heldAnswer(store, await (calls[name] as (value: unknown) => Promise<Result<unknown>>)(parsed.data));
      } catch (error) {
        return internal(error);
      }
    },
    watch(name, input, push) {
      const end = (failure: Result<unknown>): (() => void) => {
        push(failure);
        return () => undefined;
      };
      if (!isQuery(name)) return end(fail('invalid-input', { detail: 'no such query' }));
      const parsed = engineQueries[name].input.safeParse(input);
      if (!parsed.success) return end(fail('invalid-input', { detail: parsed.error.issues[0]?.message ?? '' }));
      try {
        const query = queries[name] as (value: unknown, push: (result: Result<unknown>) => void) => () => void;
        return heldWatch(store, (pushHeld) => query(parsed.data, pushHeld), push);
      } catch (error) {
        return end(internal(error));
      }
    },
    setAccounts: accounts.set,
    setOnline(isOnline) {
      outbox.setOnline(isOnline);
      draftCopies.setOnline(isOnline);
    },
    setDnsServers(servers) {
      accountRoom.setDnsServers(servers);
      doctor.setDnsServers(servers);
    },
    setOauthClients: signIns.setClients,
    setCompanyRoots: roots.setCompany,
    setWhenMissed: outbox.setWhenMissed,
    releaseHeld: outbox.releaseHeld,
    resumed: outbox.resumed,
    watchStatus: (push) => heldWatch(store, status.watch, push),
    statusNow: status.now,
    async stop() {
      signIns.stop();
      doctor.stop();
      people.stop();
      compose.stop();
      await outbox.stop();
      await Promise.all([spelling.stop(), draftCopies.stop(), messages.stop(), lent.stop(), practice.stop(), accountRoom.stop()]);
      watchingForDamage();
      bell.silence();
      store.close();
    },
  };
  return { ok: true, value: engine };
}

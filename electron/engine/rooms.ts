// How a room of the engine offers its calls and queries, and what it may ask for.
import type { CallInput, CallName, CallOutput, QueryInput, QueryName, QueryOutput } from '../contract/api';
import type { Result } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { Notice } from '../contract/model/status';
import type { Route } from '../domain/way/route';
import type { Place } from './mail/connection-failure';
import type { Secret } from './mail/secret';
import type { WayOf } from './mail/way';
import type { Thread as SpellingWorker } from './spelling/thread';

export type CallHandlers = { readonly [N in CallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>> | Result<CallOutput<N>> };

/** A watched query: push whole values; the returned function ends it. It may push at once. A failure ends the watch. */
export type QueryHandler<N extends QueryName> = (input: QueryInput<N>, push: (result: Result<QueryOutput<N>>) => void) => () => void;
export type QueryHandlers = { readonly [N in QueryName]: QueryHandler<N> };

/** Time and chance are arguments, so that two days of patience are tested in a second. */
export type Clock = {
  /** ms since 1970 */
  readonly now: () => number;
  /** Runs `work` after `ms`; the returned function calls it off. */
  readonly after: (ms: number, work: () => void) => () => void;
};
/** n random octets. */
export type Randomness = (octets: number) => Uint8Array;

/** What the engine asks of whoever started it. */
export type Starter = Omit<Host, 'secret' | 'way'> & {
  /** The account's password from the vault. */
  readonly secret: (accountId: string) => Promise<Result<string>>;
  /** Where sign-ins by the browser are kept, as text of our own making; absent: they last as long as the engine. */
  readonly signIns?: SignInVault;
  /** The password of the account's proxy from the vault; absent: there is none. */
  readonly proxyPassword?: (accountId: string) => Promise<Result<string>>;
  /** Through which proxy this computer's own settings lead to a server; absent: straight there. */
  readonly systemProxy?: (place: Place) => Promise<Result<Route>>;
  /** Starts the thread with the dictionaries; absent: nobody writes here. */
  readonly startSpelling?: () => SpellingWorker;
  /** Absent: there is no browser to open. */
  readonly openBrowser?: (url: string) => Promise<Result<null>>;
};
export type SignInVault = {
  /** Failures: secret-missing, vault-*. */
  readonly read: (accountId: string) => Promise<Result<string>>;
  /** Null forgets it. */
  readonly keep: (accountId: string, signIn: string | null) => Promise<Result<null>>;
};

/** What the rooms of the engine ask for. */
export type Host = {
  readonly clock: Clock;
  readonly random: Randomness;
  /** What the account signs in with, for its own servers. It is forgotten after use. */
  readonly secret: (account: Account) => Promise<Result<Secret>>;
  /** How the account's servers are reached. Every connection for it is made by this. */
  readonly way: WayOf;
  readonly notify: (notice: Notice) => void;
  /** For measurements: messages go in the open, to servers on this computer and to no other (see mail/plain-smtp.ts). */
  readonly isPlainOnLoopback?: boolean;
};

/** The accounts as they are now. */
export type Accounts = {
  readonly all: () => readonly Account[];
  readonly find: (accountId: string) => Account | null;
  /** Called after each change; the returned function ends it. */
  readonly watch: (listener: () => void) => () => void;
};

/** A bell that says "this topic changed": rooms ring it after a commit, queries listen and read anew. */
export type Bell = {
  readonly ring: (topic: Topic) => void;
  readonly listen: (topic: Topic, listener: () => void) => () => void;
};
export type Topic =
  | 'drafts'
  | 'draft-copies'
  | 'outbox'
  | 'sent'
  | 'practice'
  | 'accounts'
  | 'network'
  | 'size-limits'
  | 'announced'
  | 'templates'
  | 'spelling'
  | `message:${string}`;

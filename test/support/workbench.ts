// What the rooms of the engine stand on, for tests of a single room: a fresh profile, the real clock, a vault in memory.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../electron/contract/failure';
import type { Account } from '../../electron/contract/model/accounts';
import { type AccountBook, createAccountBook } from '../../electron/engine/accounts/book';
import { createBell } from '../../electron/engine/bell';
import { systemClock } from '../../electron/engine/clock';
import { createRoots } from '../../electron/engine/mail/roots';
import type { Secret } from '../../electron/engine/mail/secret';
import { createWays } from '../../electron/engine/mail/way';
import type { Bell, Host } from '../../electron/engine/rooms';
import { openStore, type Store } from '../../electron/engine/store/open';
import { until } from './until';

export type Workbench = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: AccountBook;
  /** Puts a password into the vault, as the shell would have. */
  readonly keepSecret: (accountId: string, password: string) => void;
  readonly close: () => void;
};

export function openWorkbench(accounts: readonly Account[] = [], change: Partial<Host> = {}): Workbench {
  const profile = mkdtempSync(join(tmpdir(), 'bd-profile-'));
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(opened.failure.code);
  const bell = createBell();
  const vault = new Map<string, string>();
  const book = createAccountBook(bell);
  book.set(accounts);
  const way = createWays({ roots: createRoots(), find: book.find });
  const secret = async ({ id }: Account): Promise<Result<Secret>> => {
    const password = vault.get(id);
    return password === undefined ? fail('secret-missing') : succeed({ password });
  };
  return {
    store: opened.value,
    bell,
    accounts: book,
    host: { clock: systemClock, random: (octets) => randomBytes(octets), secret, way, notify: () => undefined, ...change },
    keepSecret: (accountId, password) => void vault.set(accountId, password),
    close() {
      opened.value.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The value of a Result that has to be fine. */
export function goodValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export type Watched<T> = {
  /** Everything pushed so far. */
  readonly seen: readonly T[];
  readonly last: () => T;
  readonly waitFor: (isIt: (value: T) => boolean) => Promise<T>;
  readonly end: () => void;
};

/** Watches a query, and waits for the value a test is about. */
export function watchQuery<I, T>(query: (input: I, push: (result: Result<T>) => void) => () => void, input: I): Watched<T> {
  const seen: T[] = [];
  const end = query(input, (result) => void seen.push(goodValue(result)));
  const last = (): T => {
    const value = seen.at(-1);
    if (value === undefined) throw new Error('Nothing was pushed yet');
    return value;
  };
  return {
    seen,
    last,
    waitFor: (isIt) =>
      until(
        () => {
          const value = seen.at(-1);
          return value !== undefined && isIt(value) && ([value] as const);
        },
        { describe: () => JSON.stringify(seen.at(-1)) },
      ).then(([value]) => value),
    end,
  };
}

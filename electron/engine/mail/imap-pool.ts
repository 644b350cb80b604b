// At most one IMAP connection per account, opened at need, used again, closed after a minute of rest.
import { fail, type Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { Host } from '../rooms';
import { openImap } from './imap';
import type { ImapSession } from './imap-session';

export type ImapPool = {
  /**
   * Runs `work` with the account's connection. A connection that was found dead when it was used again is replaced once,
   * and `work` runs anew: it has to bear that. Failures: those of `openImap` and of the vault, `not-possible-now`
   * (the account has no IMAP server), `cancelled` (the engine stops).
   */
  readonly use: <T>(account: Account, work: (session: ImapSession) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly stop: () => Promise<void>;
};

/** ms; servers allow only a few connections at a time, and forget quiet ones after half an hour. */
const rest = 60_000;

type Entry = {
  readonly settings: string;
  readonly opening: Promise<Result<ImapSession>>;
  users: number;
  usedAt: number;
  callOff: () => void;
};

export function createImapPool({ clock, secret, way }: Pick<Host, 'clock' | 'secret' | 'way'>): ImapPool {
  const entries = new Map<string, Entry>();
  const stopping = new AbortController();

  const open = async (account: Account): Promise<Result<ImapSession>> => {
    if (account.imap === null) return fail('not-possible-now');
    const password = await secret(account);
    if (!password.ok) return password;
    return openImap({ server: account.imap, ...password.value, way: way(account) }, {}, stopping.signal);
  };
  const drop = (accountId: string, entry: Entry): void => {
    entry.callOff();
    if (entries.get(accountId) === entry) entries.delete(accountId);
    void entry.opening.then((opened) => (opened.ok ? opened.value.close() : undefined));
  };
  /** The account's entry; one with other settings, or whose connection has ended, is replaced. */
  const enter = async (account: Account): Promise<{ readonly entry: Entry; readonly isFresh: boolean }> => {
    const settings = JSON.stringify([account.imap, account.way, account.trustedCertificates]);
    const known = entries.get(account.id);
    if (known !== undefined) {
      // After a sleep the timer may be late and the line dead without a sign of it: waiting for an answer would take a minute.
      const isRested = known.users === 0 && clock.now() - known.usedAt > rest;
      const opened = known.settings === settings && !isRested ? await known.opening : null;
      if (opened?.ok === true && opened.value.isOpen() && entries.get(account.id) === known) return { entry: known, isFresh: false };
      drop(account.id, known);
      if (entries.has(account.id)) return enter(account); // another caller has replaced it meanwhile
    }
    const entry: Entry = { settings, opening: open(account), users: 0, usedAt: clock.now(), callOff: () => undefined };
    entries.set(account.id, entry);
    return { entry, isFresh: true };
  };

  const use: ImapPool['use'] = async (account, work) => {
    if (stopping.signal.aborted) return fail('cancelled');
    const { entry, isFresh } = await enter(account);
    entry.callOff();
    entry.users += 1;
    try {
      const opened = await entry.opening;
      if (!opened.ok) {
        drop(account.id, entry);
        return opened;
      }
      const done = await work(opened.value);
      if (done.ok || done.failure.code !== 'connection-lost') return done;
      drop(account.id, entry);
      if (stopping.signal.aborted) return fail('cancelled');
      return isFresh ? done : await use(account, work);
    } finally {
      entry.users -= 1;
      entry.usedAt = clock.now();
      if (entry.users === 0 && entries.get(account.id) === entry) entry.callOff = clock.after(rest, () => drop(account.id, entry));
    }
  };

  return {
    use,
    async stop() {
      stopping.abort();
      const all = [...entries.values()];
      entries.clear();
      await Promise.all(
        all.map(async ({ opening, callOff }) => {
          callOff();
          const opened = await opening;
          if (opened.ok) await opened.value.close();
        }),
      );
    },
  };
}

// The commands of an open IMAP connection (RFC 3501) as Results, one after the other, each with a time limit.
import type { ImapFlow } from 'imapflow';
import { fail, type Result, succeed } from '../../contract/failure';
import type { ImapMoment } from '../../domain/imap-failure';
import type { ListedFolder } from '../../domain/special-folders';
import type { FailureOf } from './imap-failures';
import { ownMessages, removeOnly } from './imap-remove';
import { addresseesOf, folderOf, type ImapAddressees, type ImapRow, rowOf } from './imap-rows';

export type ImapPage = { readonly uidValidity: string; readonly total: number; readonly rows: readonly ImapRow[] };

export type ImapAddresseesPage = Omit<ImapPage, 'rows'> & { readonly rows: readonly ImapAddressees[] };

/** Never throws. Every command can fail with `connection-lost` or `imap-unavailable`; those that name a folder with `no-sent-folder`. */
export type ImapSession = {
  readonly isOpen: () => boolean;
  readonly folders: () => Promise<Result<readonly ListedFolder[]>>;
  /** Makes a folder under the person's own prefix (RFC 2342) and subscribes to it; answers its path. */
  readonly makeFolder: (name: string) => Promise<Result<string>>;
  /** Rows `offset` to `offset + limit` counted from the newest. */
  readonly page: (folder: string, offset: number, limit: number) => Promise<Result<ImapPage>>;
  /** To whom the messages of these rows went. */
  readonly addressees: (folder: string, offset: number, limit: number) => Promise<Result<ImapAddresseesPage>>;
  /** A message's bytes, at most 64 MB of them. `not-found`: it is gone, or the folder was made anew. */
  readonly source: (folder: string, uidValidity: string, uid: number) => Promise<Result<Uint8Array>>;
  /** Whether a message with this Message-ID lies in the folder. */
  readonly has: (folder: string, messageId: string) => Promise<Result<boolean>>;
  /** Files a message, as read if not said otherwise. Failures: `append-*`. After `connection-lost` it may have been filed all the same. */
  readonly append: (folder: string, bytes: Buffer, at: number, flags?: readonly string[]) => Promise<Result<null>>;
  /**
   * Removes for good the messages with these Message-IDs, and nothing else, whatever else is marked as deleted there.
   * `keep`: the one Message-ID of which the newest stays.
   */
  readonly removeOwn: (folder: string, messageIds: readonly string[], keep: string | null) => Promise<Result<null>>;
  /** Says goodbye; settles within two seconds. */
  readonly close: () => Promise<void>;
};

/** ms. `perMegabyte` on top, for what moves a whole message. */
const patience = { perMegabyte: 10_000, goodbye: 2_000 } as const;
/** Octets. */
export const largestMessage = 64 * 1024 * 1024;

export function createSession(client: ImapFlow, failureOf: FailureOf, commandPatience: number): ImapSession {
  let last: Promise<unknown> = Promise.resolve();
  /** Runs a command after those before it. One that takes too long takes the connection with it: its answer could be mistaken for the next one's. */
  const command = <T>(moment: ImapMoment, work: () => Promise<Result<T>>, ms: number = commandPatience): Promise<Result<T>> => {
    const mine = last.then(async (): Promise<Result<T>> => {
      if (!client.usable) return { ok: false, failure: failureOf(Object.assign(new Error('closed'), { code: 'NoConnection' }), moment) };
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Result<T>>((resolve) => {
        timer = setTimeout(() => {
          client.close();
          resolve({ ok: false, failure: failureOf(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' }), moment) });
        }, ms);
      });
      const done = await Promise.race([
        work().catch((error: unknown): Result<T> => ({ ok: false, failure: failureOf(error, moment) })),
        late,
      ]);
      clearTimeout(timer);
      return done;
    });
    last = mine;
    return mine;
  };
  const lost = (moment: ImapMoment) => ({
    ok: false as const,
    failure: failureOf(Object.assign(new Error('no answer'), { code: 'NoConnection' }), moment),
  });
  /** Opened anew each time: a folder that stays open does not have to tell of new messages. */
  const open = (folder: string) => client.mailboxOpen(folder, { readOnly: true });
  const named = async <T>(folder: string, result: Promise<Result<T>>): Promise<Result<T>> => {
    const known = await result;
    return known.ok ? known : { ok: false, failure: { ...known.failure, name: folder } };
  };

  return {
    isOpen: () => client.usable,
    folders: () => command('command', async () => succeed((await client.list()).map(folderOf))),
    makeFolder: (name) =>
      named(
        name,
        command('append', async () => {
          const made: { readonly path: string } | undefined = await client.mailboxCreate(name);
          return made === undefined ? lost('command') : succeed(made.path);
        }),
      ),
    page: (folder, offset, limit) =>
      named(
        folder,
        command('command', async () => {
          const { exists: total, uidValidity } = await open(folder);
          const newest = total - offset;
          const oldest = Math.max(1, newest - limit + 1);
          const query = { uid: true, envelope: true, size: true, internalDate: true, bodyStructure: true };
          const found = newest < 1 ? [] : await client.fetchAll(`${oldest}:${newest}`, query);
          const rows = found.sort((a, b) => b.seq - a.seq).map(rowOf);
          return succeed({ uidValidity: String(uidValidity), total, rows });
        }),
      ),
    addressees: (folder, offset, limit) =>
      named(
        folder,
        command('command', async () => {
          const { exists: total, uidValidity } = await open(folder);
          const newest = total - offset;
          const range = `${Math.max(1, newest - limit + 1)}:${newest}`;
          const found = newest < 1 ? [] : await client.fetchAll(range, { uid: true, envelope: true, internalDate: true });
          return succeed({ uidValidity: String(uidValidity), total, rows: found.map(addresseesOf) });
        }),
      ),
    source: (folder, uidValidity, uid) =>
      named(
        folder,
        command(
          'command',
          async () => {
            const mailbox = await open(folder);
            if (String(mailbox.uidValidity) !== uidValidity) return fail('not-found', { name: folder });
            const found = await client.fetchOne(String(uid), { source: { maxLength: largestMessage } }, { uid: true });
            return found === false || found?.source === undefined ? fail('not-found', { name: folder }) : succeed(found.source);
          },
          commandPatience + 64 * patience.perMegabyte,
        ),
      ),
    has: (folder, messageId) =>
      named(
        folder,
        command('command', async () => {
          const { exists } = await open(folder);
          if (exists === 0) return succeed(false);
          const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
          // The library answers false when the server refused to search: that must not pass for "not there".
          return Array.isArray(found) ? succeed(found.length > 0) : fail('imap-unavailable', { name: folder });
        }),
      ),
    append: (folder, bytes, at, flags = ['\\Seen']) =>
      named(
        folder,
        command(
          'append',
          async () => {
            // The library drops flags that the open folder does not allow, and one opened to read allows none: the copy would be unread.
            if (client.mailbox !== false) await client.mailboxClose();
            const filed = await client.append(folder, bytes, [...flags], new Date(at));
            return filed === false || filed === undefined ? lost('append') : succeed(null);
          },
          commandPatience + Math.ceil(bytes.length / 1_048_576) * patience.perMegabyte,
        ),
      ),
    removeOwn: (folder, messageIds, keep) =>
      named(
        folder,
        command('command', async () => {
          const { exists } = await client.mailboxOpen(folder);
          const uids = exists === 0 ? [] : await ownMessages(client, messageIds, keep);
          if (uids === null) return fail('imap-unavailable', { name: folder });
          return uids.length === 0 || (await removeOnly(client, uids)) ? succeed(null) : fail('imap-unavailable', { name: folder });
        }),
      ),
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience.goodbye);
      });
      await Promise.race([client.usable ? client.logout().catch(() => undefined) : undefined, late]);
      clearTimeout(timer);
      client.close();
    },
  };
}

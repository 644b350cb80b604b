// The copy in Sent: looked for by its Message-ID, filed once. Nothing here ever causes a send.
import type { Readable } from 'node:stream';
import { type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { gather } from '../mail/gather';
import { createImapPool } from '../mail/imap-pool';
import type { ImapSession } from '../mail/imap-session';
import type { Host } from '../rooms';
import { inSentFolder } from './folder';

export type CopyToFile = {
  /** With its angle brackets. */
  readonly messageId: string;
  /** The Sent copy from its first octet; asked for again when the connection was lost on the way. */
  readonly bytes: () => Readable | Uint8Array;
  /** Octets of the Sent copy. */
  readonly size: number;
  /** When it was sent; the folder is ordered by it. */
  readonly at: number;
};

export type SentCopies = {
  /** Whether the message lies in the account's Sent folder. Failures: as of `fileCopy`; no folder is made. */
  readonly findCopy: (account: Account, messageId: string) => Promise<Result<boolean>>;
  /**
   * Files the copy, unless it is there already. Makes the folder where there is none. Failures: `append-over-quota`,
   * `append-too-large`, `append-refused`, `imap-*`, those of the connection, the vault and the stored files.
   */
  readonly fileCopy: (account: Account, copy: CopyToFile) => Promise<Result<'filed' | 'found'>>;
  readonly stop: () => Promise<void>;
};

export function createSentCopies({ host }: { readonly host: Pick<Host, 'clock' | 'secret' | 'way'> }): SentCopies {
  const pool = createImapPool(host);
  return {
    stop: pool.stop,
    async findCopy(account, messageId) {
      const found = await pool.use(account, (session) =>
        inSentFolder(session, account, 'fail', (folder) => session.has(folder, messageId)),
      );
      // No folder, no copy in it.
      return !found.ok && found.failure.code === 'no-sent-folder' ? succeed(false) : found;
    },
    async fileCopy(account, copy) {
      // An append that lost its connection may have been carried out: the second round looks before it files. It ends in any case:
      // each command has a time of its own (imap.ts), however much a server talks meanwhile.
      let isSecond = false;
      for (;;) {
        const filed = await pool.use(account, (session) =>
          inSentFolder(session, account, 'make', (folder) => fileOnce(session, folder, copy)),
        );
        if (filed.ok || isSecond || filed.failure.code !== 'connection-lost') return filed;
        isSecond = true;
      }
    },
  };
}

async function fileOnce(
  session: ImapSession,
  folder: string,
  { messageId, bytes, size, at }: CopyToFile,
): Promise<Result<'filed' | 'found'>> {
  const found = await session.has(folder, messageId);
  if (!found.ok) return found;
  if (found.value) return succeed('found');
  // IMAP wants the length before the first octet, and the library the whole: it builds a command with its literal in one piece and
  // writes that when the server says "+". Its size in memory is therefore the message's own, for as long as the append lasts.
  const copy = await gather(bytes(), size);
  if (!copy.ok) return copy;
  const filed = await session.append(folder, copy.value, at);
  return filed.ok ? succeed('filed') : filed;
}

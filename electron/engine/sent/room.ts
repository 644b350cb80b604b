// The message room: the Sent list, and opening whatever was sent or caught.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { MessageRef, OpenedMessage } from '../../contract/model/messages';
import { createImapPool } from '../mail/imap-pool';
import type { ImapAddresseesPage } from '../mail/imap-session';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { findByMessageId } from '../store/ledger';
import type { Store } from '../store/open';
import { inSentFolder } from './folder';
import { createListing } from './listing';
import { openedFrom } from './opened';
import { createReader } from './reader';

export type MessageRoom = {
  readonly calls: Pick<CallHandlers, 'messages.open' | 'messages.attachment' | 'messages.asFile'>;
  readonly queries: Pick<QueryHandlers, 'sent.page'>;
  /** As the page sees it. Failures: `not-found`, `account-missing`, `changed-on-disk`, those of IMAP and of the disk. */
  readonly open: (ref: MessageRef) => Promise<Result<OpenedMessage>>;
  /** The raw bytes; of a local message those of its Sent copy, with Bcc. */
  readonly source: (ref: MessageRef) => Promise<Result<Uint8Array>>;
  /** To whom the messages of these rows of the account's Sent folder went, the newest first. Failures: as of `sent.page`. */
  readonly addressees: (account: Account, offset: number, limit: number) => Promise<Result<SentAddressees>>;
  readonly stop: () => Promise<void>;
};
export type SentAddressees = ImapAddresseesPage & { readonly folder: string };

type Collaborators = {
  readonly store: Store;
  readonly bell: Bell;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly practice: PracticeRoom;
};

export function createMessageRoom({ store, bell, host, accounts, practice }: Collaborators): MessageRoom {
  const pool = createImapPool(host);
  const reader = createReader({ store, host, accounts, practice, pool });

  const open = async (ref: MessageRef): Promise<Result<OpenedMessage>> => {
    const found = await reader.parse(ref);
    if (!found.ok) return found;
    const { parsed, bytes, envelope } = found.value;
    const opened = await openedFrom(ref, parsed, bytes, envelope);
    const { messageId } = opened;
    const own = ref.kind === 'practice' || messageId === null ? null : onDisk(() => findByMessageId(store, messageId), store.profile);
    return succeed(own?.ok && own.value !== null ? { ...opened, outboxId: own.value } : opened);
  };

  return {
    open,
    async source(ref) {
      const found = await reader.read(ref);
      return found.ok ? succeed(found.value.bytes) : found;
    },
    calls: {
      'messages.open': ({ ref }) => open(ref),
      async 'messages.asFile'({ ref }) {
        const found = await reader.read(ref);
        return found.ok ? succeed({ bytes: new Uint8Array(found.value.bytes) }) : found;
      },
      async 'messages.attachment'({ ref, index }) {
        const found = await reader.parse(ref);
        if (!found.ok) return found;
        const part = found.value.parsed.attachments[index];
        if (part === undefined) return fail('not-found');
        // A copy of exactly these octets: a view would take its whole buffer along through the pipe.
        return succeed({ name: part.name, type: part.type, bytes: new Uint8Array(part.content) });
      },
    },
    queries: createListing({ store, bell, host, accounts, pool }),
    addressees: (account, offset, limit) =>
      pool.use(account, (session) =>
        inSentFolder(session, account, 'fail', async (folder) => {
          const page = await session.addressees(folder, offset, limit);
          return page.ok ? succeed({ ...page.value, folder }) : page;
        }),
      ),
    async stop() {
      reader.stop();
      await pool.stop();
    },
  };
}

// Reads any message that can be opened: from Sent over IMAP, from the ledger, from the practice mailbox. The last ones stay at hand for a minute.
import { fail, type Result, succeed } from '../../contract/failure';
import type { MessageRef } from '../../contract/model/messages';
import { decodePieces } from '../compose/pieces';
import { copyStream } from '../compose/wire';
import { gather } from '../mail/gather';
import type { ImapPool } from '../mail/imap-pool';
import type { ParsedMessage } from '../mail/mime';
import type { PracticeRoom } from '../practice/room';
import type { Accounts, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { readPieces } from '../store/ledger';
import { readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import type { Envelope } from './opened';

export type ReadMessage = { readonly bytes: Uint8Array; readonly envelope: Envelope | null };
export type Reader = {
  /** Failures: `not-found`, `account-missing`, `changed-on-disk`, those of IMAP and of the disk. */
  readonly read: (ref: MessageRef) => Promise<Result<ReadMessage>>;
  readonly parse: (ref: MessageRef) => Promise<Result<ReadMessage & { readonly parsed: ParsedMessage }>>;
  readonly stop: () => void;
};

export type ReaderNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly practice: Pick<PracticeRoom, 'source'>;
  readonly pool: ImapPool;
};

/** ms, and octets of all that is kept. */
const atHand = { time: 60_000, size: 64 * 1024 * 1024, count: 4 } as const;

export function createReader({ store, host, accounts, practice, pool }: ReaderNeeds): Reader {
  const read = async (ref: MessageRef): Promise<Result<ReadMessage>> => {
    switch (ref.kind) {
      case 'practice': {
        const found = practice.source(ref.id);
        return found.ok ? succeed({ bytes: found.value.source, envelope: found.value.envelope }) : found;
      }
      case 'local':
        return readLocal(store, ref.id);
      case 'imap': {
        const account = accounts.find(ref.accountId);
        if (account === null) return fail('account-missing');
        const bytes = await pool.use(account, (session) => session.source(ref.folder, ref.uidValidity, ref.uid));
        return bytes.ok ? succeed({ bytes: bytes.value, envelope: null }) : bytes;
      }
    }
  };

  type Parsed = ReadMessage & { readonly parsed: ParsedMessage };
  const kept = new Map<string, Parsed>();
  let callOff = (): void => undefined;
  const keep = (key: string, message: Parsed): void => {
    if (message.bytes.length > atHand.size) return;
    kept.set(key, message);
    const size = (): number => [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (const oldest of kept.keys()) {
      if (kept.size <= atHand.count && size() <= atHand.size) break;
      kept.delete(oldest);
    }
    callOff();
    callOff = host.clock.after(atHand.time, () => kept.clear());
  };

  return {
    read,
    async parse(ref) {
      const key = JSON.stringify(ref);
      const known = kept.get(key);
      if (known !== undefined) return succeed(known);
      const found = await read(ref);
      if (!found.ok) return found;
      const { parseMessage } = await import('../mail/mime');
      const message = { ...found.value, parsed: await parseMessage(found.value.bytes) };
      keep(key, message);
      return succeed(message);
    },
    stop() {
      callOff();
      kept.clear();
    },
  };
}

/** The Sent copy of a message of the ledger: the wire bytes under their Bcc header. */
async function readLocal(store: Store, id: string): Promise<Result<ReadMessage>> {
  const found = onDisk(() => ({ message: readMessage(store, id), stored: readPieces(store, id) }), store.profile);
  if (!found.ok) return found;
  const { message, stored } = found.value;
  if (message === null || stored === null) return fail('not-found');
  const pieces = decodePieces(stored.pieces);
  if (pieces === null) return fail('changed-on-disk');
  const bytes = await gather(copyStream(stored.bccHeader, pieces, store), message.size + Buffer.byteLength(stored.bccHeader));
  if (!bytes.ok) return bytes;
  return succeed({ bytes: bytes.value, envelope: { from: message.fromAddress, to: message.recipients.map(({ address }) => address) } });
}

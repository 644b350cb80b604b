// Letters of one writer, frozen as they would be sent: what is kept of them, and the bytes that travel.
import { buffer } from 'node:stream/consumers';
import type { Account } from '../../electron/contract/model/accounts';
import type { Attachment, DraftContent, Recipient } from '../../electron/contract/model/drafts';
import { attachmentType } from '../../electron/engine/compose/file-names';
import { freezeMessage } from '../../electron/engine/compose/freeze';
import type { FrozenMessage } from '../../electron/engine/compose/frozen';
import { wireStream } from '../../electron/engine/compose/wire';
import { keepBytes } from '../../electron/engine/store/blobs';
import type { Store } from '../../electron/engine/store/open';
import { repeatableRandomness } from './profile';

const account: Account = {
  id: 'account-1',
  provider: 'other',
  name: 'Åsa "Duvan" Öst',
  address: 'asa@blåbär.se',
  smtp: { host: 'smtp.example.se', port: 465, security: 'tls', user: 'asa' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};
export const good = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });
const draft = (change: Partial<DraftContent>): DraftContent => ({
  accountId: account.id,
  to: [good('anna@example.se', 'Anna Ek')],
  cc: [],
  bcc: [],
  subject: 'Hej',
  html: '<p>Hej Anna</p>',
  inReplyTo: null,
  references: [],
  ...change,
});

export async function attach(store: Store, name: string, bytes: Uint8Array, more: Partial<Attachment> = {}): Promise<Attachment> {
  const kept = await keepBytes(store, bytes, (blob) => blob);
  if (!kept.ok) throw new Error(kept.failure.code);
  return { id: name, name, type: await attachmentType(name), cid: null, ...kept.value, ...more };
}

export const freeze = (store: Store, change: Partial<DraftContent>, attachments: readonly Attachment[] = []) =>
  freezeMessage({
    content: draft(change),
    attachments,
    account,
    now: Date.UTC(2026, 4, 3, 10, 0, 7, 123),
    random: repeatableRandomness('one'),
    store,
  });

export async function frozen(
  store: Store,
  change: Partial<DraftContent>,
  attachments: readonly Attachment[] = [],
): Promise<{ message: FrozenMessage; wire: Buffer; text: string }> {
  const result = await freeze(store, change, attachments);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const wire = await buffer(wireStream(result.value.pieces, store));
  return { message: result.value, wire, text: wire.toString('latin1') };
}

export const longestLine = (wire: Buffer): number =>
  Math.max(
    ...wire
      .toString('latin1')
      .split('\r\n')
      .map((line) => line.length),
  );

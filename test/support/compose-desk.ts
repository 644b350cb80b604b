// The compose room alone on a fresh profile, with a clock that a test sets.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { QueryOutput } from '../../electron/contract/api';
import type { Result } from '../../electron/contract/failure';
import type { Account } from '../../electron/contract/model/accounts';
import type { Draft, DraftContent } from '../../electron/contract/model/drafts';
import { type ComposeRoom, createComposeRoom } from '../../electron/engine/compose/room';
import type { Store } from '../../electron/engine/store/open';
import { goodValue as good, openWorkbench } from './workbench';

export const account: Account = {
  id: 'account-1',
  provider: 'other',
  name: 'Me',
  address: 'me@example.se',
  smtp: { host: 'smtp.example.se', port: 465, security: 'tls', user: 'me' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};
export const content = (change: Partial<DraftContent> = {}): DraftContent => ({
  accountId: account.id,
  to: [{ kind: 'good', name: 'Anna', address: 'anna@example.se' }],
  cc: [],
  bcc: [],
  subject: 'Hej',
  html: '<p>Hej</p>',
  inReplyTo: null,
  references: [],
  ...change,
});

export type Desk = {
  readonly room: ComposeRoom;
  readonly store: Store;
  readonly at: (ms: number) => void;
  readonly create: (start?: Parameters<ComposeRoom['calls']['drafts.create']>[0]['start']) => Promise<Draft>;
};

export function openDesk(): Desk {
  let now = 1_000_000;
  const bench = openWorkbench([account], { clock: { now: () => now, after: () => () => undefined } });
  onTestFinished(() => bench.close());
  const room = createComposeRoom(bench);
  return {
    room,
    store: bench.store,
    at: (ms) => {
      now = ms;
    },
    create: async (start = { kind: 'empty' }) => good(await room.calls['drafts.create']({ accountId: account.id, start })),
  };
}
export const save = ({ room }: Desk, draftId: string, revision: number, change: Partial<DraftContent> = {}) =>
  room.calls['drafts.save']({ draftId, revision, content: content(change) });
/** What the list shows at this moment. */
export const pageOf = ({ room }: Desk, search = '', offset = 0, limit = 100): Promise<QueryOutput<'drafts.page'>> =>
  new Promise((resolve, reject) => {
    const end = room.queries['drafts.page']({ search, offset, limit }, (page) => {
      setImmediate(() => end());
      if (page.ok) resolve(page.value);
      else reject(new Error(page.failure.code));
    });
  });
export const opened = async ({ room }: Desk, draftId: string): Promise<Draft> => good(await room.calls['drafts.open']({ draftId }));
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'fine' : result.failure.code);
export const blobsIn = (store: Store): string[] =>
  existsSync(join(store.profile, 'blobs'))
    ? readdirSync(join(store.profile, 'blobs'), { recursive: true })
        .map(String)
        .filter((name) => /[0-9a-f]{64}$/.test(name))
    : [];

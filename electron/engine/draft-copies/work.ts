// One try to bring a draft's copy to the server, or to take it away there. Nothing is lost when it is cut short anywhere.
import type { Failure, Result } from '../../contract/failure';
import { succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { wireAddress } from '../../domain/addresses';
import { createImapPool } from '../mail/imap-pool';
import type { Accounts, Host } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { announceDraftCopy, type DraftCopyRow, readDraftCopy } from '../store/draft-copies';
import { readDraft } from '../store/drafts';
import type { Store } from '../store/open';

/** As many copies as can be under way to a server whose answers are lost. */
const mostIds = 50;

function newMessageId({ address }: Account, random: Host['random']): string {
  const wire = wireAddress(address) ?? address;
  return `<${Buffer.from(random(16)).toString('hex')}@${wire.slice(wire.lastIndexOf('@') + 1)}>`;
}

export type Whose = Pick<DraftCopyRow, 'draftId' | 'accountId'>;
/** What became of one try. `changed`: somebody went on writing meanwhile. */
export type Outcome =
  | { readonly kind: 'filed'; readonly messageId: string; readonly updatedAt: number }
  | { readonly kind: 'removed' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type CopyWork = {
  /** `updatedAt`: of the draft as it is to be filed. Never throws on purpose. */
  readonly work: (whose: Whose, kind: 'file' | 'remove', updatedAt: number) => Promise<Outcome>;
  readonly stop: () => Promise<void>;
};

export function createCopyWork({
  store,
  host,
  accounts,
}: {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
}): CopyWork {
  const pool = createImapPool(host);
  const work: CopyWork['work'] = async ({ draftId, accountId }, kind, updatedAt) => {
    const account = accounts.find(accountId);
    // There is no way to that server any more; what lies on it is the person's.
    if (account === null || account.imap === null) return { kind: 'removed' };
    const copy = onDisk(() => readDraftCopy(store, draftId), store.profile);
    if (!copy.ok) return { kind: 'failed', failure: copy.failure };
    if (kind === 'file') return file(draftId, account, copy.value, updatedAt);
    if (copy.value === null || copy.value.ids.length === 0) return { kind: 'removed' }; // nothing was ever put there
    const { ids } = copy.value;
    const { removeDraftCopies } = await import('./folder');
    const removed = await pool.use(account, (session) => removeDraftCopies(session, ids));
    return removed.ok ? { kind: 'removed' } : { kind: 'failed', failure: removed.failure };
  };
  const file = async (draftId: string, account: Account, copy: DraftCopyRow | null, updatedAt: number): Promise<Outcome> => {
    const read = onDisk(
      () => ({ row: readDraft(store, draftId), attachments: listAttachments(store, { kind: 'draft', id: draftId }) }),
      store.profile,
    );
    if (!read.ok) return { kind: 'failed', failure: read.failure };
    const { row, attachments } = read.value;
    if (row === null || row.updatedAt !== updatedAt) return { kind: 'changed' };
    // MIME and IMAP code, read when the first copy is due.
    const [{ draftLetter }, { fileDraft }] = await Promise.all([import('../compose/draft-letter'), import('./folder')]);
    const last = copy?.lastOf === updatedAt ? copy.ids.at(-1) : undefined;
    const messageId = last ?? newMessageId(account, host.random);
    const before = (copy?.ids ?? []).filter((id) => id !== messageId);
    const letter = await draftLetter({ content: row.content, attachments, account, messageId, at: updatedAt, random: host.random, store });
    if (!letter.ok) return { kind: 'failed', failure: letter.failure };
    const announce = (): Result<null> => {
      const ids = [...before, messageId].slice(-mostIds);
      const written = onDisk(() => store.write(() => announceDraftCopy(store, draftId, account.id, ids, updatedAt)), store.profile);
      return written.ok ? succeed(null) : written;
    };
    const filed = await pool.use(account, (session) =>
      fileDraft(session, { messageId, before, bytes: letter.value, at: updatedAt, announce }),
    );
    return filed.ok ? { kind: 'filed', messageId, updatedAt } : { kind: 'failed', failure: filed.failure };
  };

  return { work, stop: pool.stop };
}

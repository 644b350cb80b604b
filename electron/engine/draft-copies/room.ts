// Copies of drafts in the server's folder for drafts, where an account wants that. A job of its own: it is late without harm, tried for
// as long as it takes, and never sends anything.
import { succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { type DraftCopyTask, draftCopyTask } from '../../domain/draft-copy';
import { isEmptyDraft } from '../../domain/empty-draft';
import { isLoopback } from '../../domain/loopback';
import { backOff, chanceFrom, retryDelay } from '../../domain/retry';
import type { Accounts, Bell, CallHandlers, Host, QueryHandlers } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { draftCopyFailed, draftCopyFiled, forgetDraftCopy, hurryDraftCopies, listDraftCopies, readDraftCopy } from '../store/draft-copies';
import { draftOrder, readDraft } from '../store/drafts';
import type { Store } from '../store/open';
import { createCopyWork, type Outcome, type Whose } from './work';

export type DraftCopies = {
  readonly calls: Pick<CallHandlers, 'drafts.left'>;
  readonly queries: Pick<QueryHandlers, 'drafts.copy'>;
  readonly setOnline: (isOnline: boolean) => void;
  readonly stop: () => Promise<void>;
};
type Needs = { readonly store: Store; readonly bell: Bell; readonly host: Host; readonly accounts: Accounts };

/** ms between a change and the look at what is to be done: typing rings often. */
const lookAfter = 1000;

const wantsCopies = (account: Account | null): account is Account =>
  account !== null && account.keepsDraftsOnServer === true && account.imap !== null && account.provider !== 'practice';

export function createDraftCopies({ store, bell, host, accounts }: Needs): DraftCopies {
  const { clock } = host;
  const { work, stop } = createCopyWork({ store, host, accounts });
  const busy = new Set<string>();
  /** When the composer of which draft was closed. */
  const left = new Map<string, number>();
  /** Whose drafts they are, as of their last change: not read out of every letter at each look. */
  const owners = new Map<string, { readonly updatedAt: number; readonly accountId: string | null }>();
  /** Before the accounts are known, every one of them would seem to be gone. */
  let areAccountsKnown = false;
  let isOnline = true;
  let isStopped = false;
  let isLooking = false;
  let callOff: () => void = () => undefined;

  /** Null: nothing is in it, or its account keeps no copies. */
  const ownerOf = (id: string, updatedAt: number): string | null => {
    const known = owners.get(id);
    if (known?.updatedAt === updatedAt) return known.accountId;
    const row = readDraft(store, id);
    const hasFiles = row !== null && listAttachments(store, { kind: 'draft', id }).some(({ cid }) => cid === null);
    const accountId = row === null || (!hasFiles && isEmptyDraft(row.content)) ? null : row.content.accountId;
    owners.set(id, { updatedAt, accountId });
    return accountId;
  };
  const tasks = (): { readonly draftId: string; readonly task: Exclude<DraftCopyTask, { kind: 'none' }>; readonly updatedAt: number }[] => {
    const copies = new Map(listDraftCopies(store).map((copy) => [copy.draftId, copy]));
    if (copies.size === 0 && !accounts.all().some(wantsCopies)) return [];
    const drafts = new Map(draftOrder(store).map(({ id, updatedAt }) => [id, updatedAt]));
    for (const known of [owners, left]) for (const id of known.keys()) if (!drafts.has(id)) known.delete(id);
    return [...new Set([...drafts.keys(), ...copies.keys()])].flatMap((draftId) => {
      const updatedAt = drafts.get(draftId) ?? null;
      const copy = copies.get(draftId) ?? null;
      const owner = updatedAt === null ? null : ownerOf(draftId, updatedAt);
      const accountId = owner !== null && wantsCopies(accounts.find(owner)) ? owner : null;
      const task = draftCopyTask({
        draft: updatedAt === null ? null : { updatedAt, accountId },
        copy,
        isLeft: updatedAt !== null && (left.get(draftId) ?? -1) >= updatedAt,
      });
      return task.kind === 'none' ? [] : [{ draftId, task, updatedAt: updatedAt ?? 0 }];
    });
  };

  const lookAt = (at: number): void => {
    callOff();
    callOff = clock.after(Math.min(Math.max(at - clock.now(), 0), backOff.cap), look);
  };
  /** Rung at every change; looks once for many. */
  const soon = (): void => {
    if (isStopped || isLooking) return;
    isLooking = true;
    clock.after(lookAfter, () => {
      isLooking = false;
      look();
    });
  };
  const look = (): void => {
    if (isStopped || !areAccountsKnown || !store.db.isOpen) return;
    const found = onDisk(tasks, store.profile);
    if (!found.ok) return lookAt(clock.now() + backOff.first);
    const now = clock.now();
    let next: number | null = null;
    for (const { draftId, task, updatedAt } of found.value) {
      if (task.at > now && task.at <= now + backOff.cap) next = Math.min(next ?? task.at, task.at);
      else if (!busy.has(task.accountId) && canReach(task.accountId)) {
        busy.add(task.accountId);
        void work({ draftId, accountId: task.accountId }, task.kind, updatedAt)
          .catch((error: unknown): Outcome => ({ kind: 'failed', failure: { code: 'internal', detail: String(error).slice(0, 300) } }))
          .then((outcome) => {
            record({ draftId, accountId: task.accountId }, outcome);
            busy.delete(task.accountId);
            soon();
          });
      }
    }
    if (next !== null) lookAt(next);
  };
  const canReach = (accountId: string): boolean => {
    const imap = accounts.find(accountId)?.imap;
    return isOnline || imap == null || isLoopback(imap.host);
  };

  const record = (whose: Whose, outcome: Outcome): void => {
    const { draftId } = whose;
    if (isStopped || !store.db.isOpen || outcome.kind === 'changed') return;
    const write = (): void => {
      if (outcome.kind === 'filed') return draftCopyFiled(store, draftId, outcome.messageId, outcome.updatedAt);
      if (outcome.kind === 'removed') return forgetDraftCopy(store, draftId);
      const attempts = (readDraftCopy(store, draftId)?.attempts ?? 0) + 1;
      draftCopyFailed(store, whose, outcome.failure, attempts, clock.now() + retryDelay(attempts, chanceFrom(host.random(4))));
    };
    onDisk(() => store.write(write), store.profile);
    bell.ring('draft-copies');
  };

  const ends = [bell.listen('drafts', soon)];
  accounts.watch(() => {
    areAccountsKnown = true;
    for (const account of accounts.all())
      if (wantsCopies(account)) onDisk(() => store.write(() => hurryDraftCopies(store, account.id)), store.profile);
    soon();
  });
  return {
    calls: {
      'drafts.left'({ draftId }) {
        left.set(draftId, clock.now());
        soon();
        return succeed(null);
      },
    },
    queries: {
      'drafts.copy'({ draftId }, push) {
        const read = (): void =>
          push(
            onDisk(() => {
              const copy = readDraftCopy(store, draftId);
              return { failure: copy?.failure ?? null };
            }, store.profile),
          );
        const end = bell.listen('draft-copies', read);
        read();
        return end;
      },
    },
    setOnline(now) {
      isOnline = now;
      if (now) look();
    },
    async stop() {
      isStopped = true;
      callOff();
      for (const end of ends) end();
      await stop();
    },
  };
}

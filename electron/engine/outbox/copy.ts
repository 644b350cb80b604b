// The copy in Sent, a job of its own after the acceptance: it is tried for as long as it takes, and never causes a send.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { accountOfLane } from '../../domain/identities/identity';
import { isLoopback } from '../../domain/loopback';
import { backOff, chanceFrom } from '../../domain/retry';
import { copyFailureOf, copyKnowledge, copyRetryDelay, copyTask, searchDelay } from '../../domain/sent-copy';
import { decodePieces } from '../compose/pieces';
import { copyStream } from '../compose/wire';
import type { Accounts, Bell, Host } from '../rooms';
import type { SentCopies } from '../sent/copies';
import { readFilesItself, saveFilesItself } from '../store/account-state';
import { onDisk } from '../store/disk-failure';
import { readPieces, saveCopy } from '../store/ledger';
import { type LedgerCopy, type LedgerMessage, readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { hurryCopies, nextCopy } from '../store/queue';
import { addStory } from '../store/story';
import type { Transitions } from './transitions';

export type CopyRunner = {
  readonly wake: (accountId?: string) => void;
  /** Lets the account's copies try again now. */
  readonly hurry: (accountId: string) => void;
  readonly stop: () => void;
};

export type CopyNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly bell: Bell;
  readonly accounts: Accounts;
  readonly transitions: Transitions;
  /** Read when the first copy is due. */
  readonly copies: () => Promise<SentCopies>;
  readonly isOnline: () => boolean;
};

/** What a try has shown: what becomes of the copy, what the story says, and what was learned of the provider. */
type Tried = { readonly copy: LedgerCopy; readonly event: 'copy-filed' | 'copy-failed' | null; readonly filesItself: boolean | null };

export function createCopyRunner(needs: CopyNeeds): CopyRunner {
  const { store, host, accounts } = needs;
  const { clock } = host;
  const busy = new Set<string>();
  const timers = new Map<string, () => void>();
  let isStopped = false;

  const later = (accountId: string, at: number): void =>
    void timers.set(
      accountId,
      clock.after(Math.min(Math.max(at - clock.now(), 0), backOff.cap), () => pump(accountId)),
    );

  const pump = (accountId: string): void => {
    timers.get(accountId)?.();
    timers.delete(accountId);
    const account = accounts.find(accountId);
    const isCutOff = account?.imap != null && !needs.isOnline() && !isLoopback(account.imap.host);
    if (isStopped || account === null || isCutOff || busy.has(accountId)) return;
    const next = onDisk(() => nextCopy(store, accountId), store.profile);
    if (!next.ok) return later(accountId, clock.now() + backOff.first);
    if (next.value === null) return;
    const { id, notBefore } = next.value;
    const now = clock.now();
    if (notBefore !== null && notBefore > now && notBefore <= now + 2 * backOff.cap) return later(accountId, notBefore);
    busy.add(accountId);
    void work(id, account).then((isRecorded) => {
      busy.delete(accountId);
      if (isRecorded) pump(accountId);
      else later(accountId, clock.now() + backOff.first);
    });
  };

  /** Whether what came of it could be written down; if not, the disk needs a pause. */
  const work = async (id: string, account: Account): Promise<boolean> => {
    const read = onDisk(() => ({ message: readMessage(store, id), filesItself: readFilesItself(store, account.id) }), store.profile);
    if (!read.ok || read.value.message === null) return false;
    const { message, filesItself } = read.value;
    const tried = await tryOnce(message, account, filesItself, needs).catch((error: unknown) =>
      failed(message, { code: 'internal', detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown error' }, host),
    );
    if (isStopped) return false;
    return record(message, account, tried, needs);
  };

  const wakeAll = (): void => {
    for (const { id } of accounts.all()) pump(id);
  };
  accounts.watch(wakeAll);
  return {
    wake: (accountId) => (accountId === undefined ? wakeAll() : pump(accountId)),
    hurry(accountId) {
      onDisk(() => store.write(() => hurryCopies(store, accountId)), store.profile);
      pump(accountId);
    },
    stop() {
      isStopped = true;
      for (const callOff of timers.values()) callOff();
    },
  };
}

const filed: LedgerCopy = { state: 'filed', failure: null, attempts: 0, notBefore: null };

async function tryOnce(message: LedgerMessage, account: Account, filesItself: boolean | null, needs: CopyNeeds): Promise<Tried> {
  const { host, store } = needs;
  const acceptedAt = message.life.acceptedAt ?? host.clock.now();
  const task = message.keepsNoCopy ? 'none' : copyTask(copyKnowledge(account, filesItself), acceptedAt, host.clock.now());
  if (task === 'none') return { copy: { ...filed, state: 'none-needed' }, event: null, filesItself: null };
  // Whichever server a letter went through, its copy lies with the account's others, signed in to as the account is.
  const mailbox = needs.accounts.find(accountOfLane(account.id)) ?? account;
  const isOpenQuestion = account.sentPolicy === 'search-first' && filesItself === null;
  const copies = await needs.copies();
  if (task === 'search') {
    const found = await copies.findCopy(mailbox, message.messageId);
    if (!found.ok) return failed(message, found.failure, host);
    return found.value ? { copy: filed, event: 'copy-filed', filesItself: true } : searchAgain(message, acceptedAt, host);
  }
  const stored = onDisk(() => readPieces(store, message.id), store.profile);
  if (!stored.ok) return failed(message, stored.failure, host);
  const pieces = stored.value === null ? null : decodePieces(stored.value.pieces);
  if (stored.value === null || pieces === null) return failed(message, { code: 'changed-on-disk' }, host);
  const { bccHeader } = stored.value;
  const answer = await copies.fileCopy(mailbox, {
    messageId: message.messageId,
    bytes: () => copyStream(bccHeader, pieces, store),
    size: message.size + Buffer.byteLength(bccHeader),
    at: acceptedAt,
  });
  if (!answer.ok) return failed(message, answer.failure, host);
  // Found by the last look: it was the provider after all, only slowly. A copy of our own that a lost answer hid is rarer.
  return {
    copy: filed,
    event: 'copy-filed',
    filesItself: isOpenQuestion ? answer.value === 'found' && message.copy.state === 'pending' : null,
  };
}

function searchAgain({ copy }: LedgerMessage, acceptedAt: number, { clock }: Host): Tried {
  const attempts = copy.attempts + 1;
  const now = clock.now();
  return {
    copy: { state: 'pending', failure: null, attempts, notBefore: now + searchDelay(attempts, acceptedAt, now) },
    event: null,
    filesItself: null,
  };
}

function failed({ copy }: LedgerMessage, met: Failure, { clock, random }: Host): Tried {
  const failure = copyFailureOf(met);
  const attempts = copy.state === 'failing' ? copy.attempts + 1 : 1;
  const delay = copyRetryDelay(failure, attempts, chanceFrom(random(4)));
  const isNews = copy.failure?.code !== failure.code;
  return {
    copy: { state: 'failing', failure, attempts, notBefore: delay === null ? null : clock.now() + delay },
    event: isNews ? 'copy-failed' : null,
    filesItself: null,
  };
}

function record(
  { id }: LedgerMessage,
  account: Account,
  { copy, event, filesItself }: Tried,
  { store, host, bell, transitions }: CopyNeeds,
): boolean {
  const at = host.clock.now();
  const recorded = onDisk(
    () =>
      store.write(() => {
        saveCopy(store, id, copy);
        if (event !== null) addStory(store, id, at, [{ event, failure: copy.failure, said: copy.failure?.said ?? null }]);
        if (filesItself !== null) saveFilesItself(store, account.id, filesItself);
      }),
    store.profile,
  );
  transitions.touched(id);
  if (copy.state === 'filed') bell.ring('sent');
  return recorded.ok;
}

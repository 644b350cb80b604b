// "May have been sent" is settled by a copy that lies in Sent: looked for by the program itself, and when the person asks.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { accountOfLane } from '../../domain/identities/identity';
import { longestLookDelay, nextLook } from '../../domain/looks';
import { isLoopback } from '../../domain/loopback';
import type { Accounts, Host } from '../rooms';
import type { SentCopies } from '../sent/copies';
import { onDisk } from '../store/disk-failure';
import { saveCopy } from '../store/ledger';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import { dueLooks, nextLookAt } from '../store/looks';
import type { Store } from '../store/open';
import { requestCopy } from './conclude';
import type { CopyRunner } from './copy';
import type { Runner } from './runner';
import type { Transitions } from './transitions';

export type Settling = {
  /** A settled message has been sent: it needs its copy like any other, unless the copy is what was found. */
  readonly markSent: (id: string, as: 'marked-sent' | 'found-in-sent') => Result<LedgerMessage>;
  /** Looks for the message in Sent now; true when it was found, which settles it. */
  readonly check: (message: LedgerMessage) => Promise<Result<boolean>>;
  /** Looks whether one of those that may have been sent is due to be looked for. */
  readonly wake: () => void;
  readonly stop: () => void;
};

export type SettlingNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly transitions: Transitions;
  readonly runner: Pick<Runner, 'wake' | 'isOnline'>;
  readonly copyRunner: Pick<CopyRunner, 'wake'>;
  readonly copies: () => Promise<SentCopies>;
};

/** Messages that are looked at in one turn. */
const mostInATurn = 20;
/** ms: timers sleep with the computer, and a ledger that can't be written gets a pause. */
const longestWait = 60_000;

export function createSettling(needs: SettlingNeeds): Settling {
  const { store, host, accounts, transitions, runner, copyRunner } = needs;
  const { clock } = host;
  let isLooking = false;
  let isStopped = false;
  let callOff: () => void = () => undefined;

  const markSent: Settling['markSent'] = (id, as) => {
    const marked = transitions.apply(id, { kind: 'was-sent', at: clock.now(), as }, (after) => {
      const account = accounts.find(after.accountId);
      if (as === 'found-in-sent') saveCopy(store, id, { state: 'filed', failure: null, attempts: 0, notBefore: null });
      else if (account !== null && after.copy.state === 'none-needed') requestCopy(after, account, store);
    });
    if (marked.ok) {
      copyRunner.wake(marked.value.accountId);
      runner.wake(marked.value.accountId); // for those whom the server had put off before
    }
    return marked;
  };

  const check: Settling['check'] = async ({ id, accountId, messageId }) => {
    const account = accounts.find(accountOfLane(accountId));
    if (account === null) return fail('account-missing');
    const copies = await needs.copies();
    const found = await copies.findCopy(account, messageId);
    if (!found.ok || !found.value) return found;
    const marked = markSent(id, 'found-in-sent');
    // Settled by other means while the search ran: that it was found is still true.
    return marked.ok || marked.failure.code === 'not-possible-now' ? succeed(true) : marked;
  };

  const isCutOff = ({ imap }: Account): boolean => imap !== null && !runner.isOnline() && !isLoopback(imap.host);

  /** Looks once. What can't be reached at all now is looked for when it can be again. */
  const look = async (message: LedgerMessage): Promise<void> => {
    const account = accounts.find(message.accountId);
    if (account === null || isCutOff(account)) return;
    const { looks } = message.life;
    if (!hasSentFolder(account)) {
      // Nobody can look, and the story must not say that somebody did.
      transitions.apply(message.id, { kind: 'looked', at: clock.now(), looks, lookAt: null });
      return;
    }
    const found = await check(message);
    if (isStopped || (found.ok && found.value)) return;
    const at = clock.now();
    transitions.apply(message.id, { kind: 'looked', at, ...nextLook(looks, found.ok ? null : found.failure, at) });
  };

  const wake = (): void => {
    callOff();
    if (isStopped || isLooking) return;
    const now = clock.now();
    const reachable = accounts.all().filter((account) => !isCutOff(account));
    const due = onDisk(
      () =>
        dueLooks(
          store,
          reachable.map(({ id }) => id),
          { now, tooFar: now + longestLookDelay },
          mostInATurn,
        ).flatMap((id) => readMessage(store, id) ?? []),
      store.profile,
    );
    if (!due.ok) return later(longestWait);
    if (due.value.length === 0) return plan(now);
    isLooking = true;
    void lookAtEach(due.value).then((isFine) => {
      isLooking = false;
      if (isFine) wake();
      else later(longestWait);
    });
  };
  const lookAtEach = async (messages: readonly LedgerMessage[]): Promise<boolean> => {
    for (const message of messages) {
      if (isStopped) return false;
      await look(message).catch(() => undefined); // a fault in the program: its time has not moved on, and the pause is below
    }
    const left = onDisk(() => messages.map(({ id }) => readMessage(store, id)?.life.lookAt ?? null), store.profile);
    return left.ok && messages.every(({ life }, index) => left.value[index] !== life.lookAt);
  };
  const plan = (now: number): void => {
    const next = onDisk(() => nextLookAt(store, now), store.profile);
    if (!next.ok) later(longestWait);
    else if (next.value !== null) later(Math.min(next.value - now, longestWait));
  };
  const later = (ms: number): void => {
    callOff();
    if (!isStopped) callOff = clock.after(ms, wake);
  };

  accounts.watch(wake);
  return {
    markSent,
    check,
    wake,
    stop() {
      isStopped = true;
      callOff();
    },
  };
}

/** Whether there is a folder in which the provider, or another program of the person's, may have put a copy. */
const hasSentFolder = ({ imap, sentPolicy, provider }: Account): boolean =>
  imap !== null && sentPolicy !== 'local' && provider !== 'practice';

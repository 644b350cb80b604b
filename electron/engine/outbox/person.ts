// What the person does in the outbox: try again, cancel, take back, settle what is uncertain, ask for the copy.
import { type Failure, fail, type Result, succeed } from '../../contract/failure';
import type { DraftContent, Recipient } from '../../contract/model/drafts';
import { recipientKey } from '../../domain/addresses';
import type { OutboxEvent } from '../../domain/outbox-state';
import type { ComposeRoom } from '../compose/room';
import type { Accounts, CallHandlers, Host } from '../rooms';
import type { SentCopies } from '../sent/copies';
import { onDisk } from '../store/disk-failure';
import { addStory, type LedgerMessage, readContent, readMessage, saveCopy } from '../store/ledger';
import type { Store } from '../store/open';
import { requestCopy } from './attempt';
import type { CopyRunner } from './copy';
import type { Pauses } from './pauses';
import type { Runner } from './runner';
import type { Transitions } from './transitions';

export type PersonNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly accounts: Accounts;
  readonly compose: Pick<ComposeRoom, 'takeBack'>;
  readonly transitions: Transitions;
  readonly runner: Runner;
  readonly pauses: Pauses;
  readonly copyRunner: CopyRunner;
  readonly copies: () => Promise<SentCopies>;
};

type PersonCalls = Pick<
  CallHandlers,
  'outbox.retry' | 'outbox.cancel' | 'outbox.edit' | 'outbox.settle' | 'outbox.checkSent' | 'outbox.retryCopy'
>;

/** Does it for each; a failure only when none could be done: then the first one's. */
function each<T>(ids: readonly string[], results: readonly Result<T>[]): Result<null> {
  const failures = results.flatMap((result): Failure[] => (result.ok ? [] : [result.failure]));
  const first = failures[0];
  return first !== undefined && failures.length === ids.length ? { ok: false, failure: first } : succeed(null);
}

export function createPersonCalls(needs: PersonNeeds): PersonCalls {
  const { store, host, accounts, transitions, runner, pauses, copyRunner } = needs;
  const now = (): number => host.clock.now();
  const find = (id: string): Result<LedgerMessage> => {
    const read = onDisk(() => readMessage(store, id), store.profile);
    if (!read.ok) return read;
    return read.value === null ? fail('not-found') : succeed(read.value);
  };
  const go = (accountId: string): void => {
    pauses.lift(accountId); // whoever asks for a try now has a reason to
    runner.hurry(accountId);
    runner.wake(accountId);
  };

  /** A settled message has been sent: it needs its copy like any other. */
  const markSent = (id: string, as: 'marked-sent' | 'found-in-sent'): Result<LedgerMessage> => {
    const marked = transitions.apply(id, { kind: 'was-sent', at: now(), as }, (after) => {
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

  /** Cancels what waits; what is being sent is called off first, which succeeds up to its final dot. */
  const cancel = async (id: string, as: 'cancelled' | 'edited', also?: (after: LedgerMessage) => void): Promise<Result<LedgerMessage>> => {
    const event: OutboxEvent = { kind: 'cancel', at: now(), as };
    const first = transitions.apply(id, event, also);
    if (first.ok || first.failure.code !== 'not-possible-now') return first;
    const message = find(id);
    if (!message.ok) return message;
    if (message.value.life.state === 'accepted' && message.value.copy.state === 'failing' && as === 'cancelled')
      return giveUpCopy(message.value);
    // Behind its final dot a message can't be called off, and the server's answer may take ten minutes.
    if (message.value.life.state !== 'sending' || message.value.life.dotAt !== null) return first;
    let cancelled: Result<LedgerMessage> | null = null;
    await runner.callOff(id, () => {
      cancelled = transitions.apply(id, { ...event, at: now() }, also);
    });
    return cancelled ?? transitions.apply(id, event, also);
  };

  const giveUpCopy = (message: LedgerMessage): Result<LedgerMessage> => {
    const written = onDisk(
      () =>
        store.write(() => {
          saveCopy(store, message.id, { state: 'none-needed', failure: null, attempts: 0, notBefore: null });
          addStory(store, message.id, now(), [{ event: 'copy-given-up', failure: null, said: null }]);
        }),
      store.profile,
    );
    transitions.touched(message.id);
    return written.ok ? succeed(message) : written;
  };

  return {
    'outbox.retry'({ ids }) {
      const results = ids.map((id) => transitions.apply(id, { kind: 'retry', at: now() }));
      for (const accountId of new Set(results.flatMap((result) => (result.ok ? [result.value.accountId] : [])))) go(accountId);
      return each(ids, results);
    },
    async 'outbox.cancel'({ ids }) {
      const results: Result<LedgerMessage>[] = [];
      for (const id of ids) results.push(await cancel(id, 'cancelled'));
      return each(ids, results);
    },
    async 'outbox.edit'({ id }) {
      const content = onDisk(() => readContent(store, id), store.profile);
      if (!content.ok) return content;
      if (content.value === null) return fail('not-found');
      const original = content.value;
      let draftId = '';
      const edited = await cancel(id, 'edited', (after) => {
        draftId = needs.compose.takeBack(id, withoutThoseWhoHaveIt(original, after));
      });
      return edited.ok ? succeed({ draftId }) : edited;
    },
    'outbox.settle'({ id, as }) {
      if (as === 'sent') {
        const marked = markSent(id, 'marked-sent');
        return marked.ok ? succeed(null) : marked;
      }
      const again = transitions.apply(id, { kind: 'send-again', at: now() });
      if (!again.ok) return again;
      go(again.value.accountId);
      return succeed(null);
    },
    async 'outbox.checkSent'({ id }) {
      const message = find(id);
      if (!message.ok) return message;
      if (message.value.life.state !== 'uncertain') return fail('not-possible-now');
      const account = accounts.find(message.value.accountId);
      if (account === null) return fail('account-missing');
      const copies = await needs.copies();
      const found = await copies.findCopy(account, message.value.messageId);
      if (!found.ok) return found;
      if (!found.value) return succeed({ wasFound: false });
      const marked = markSent(id, 'found-in-sent');
      // Settled by other means while the search ran: that it was found is still true.
      return marked.ok || marked.failure.code === 'not-possible-now' ? succeed({ wasFound: true }) : marked;
    },
    'outbox.retryCopy'({ id }) {
      const message = find(id);
      if (!message.ok) return message;
      const { copy, accountId } = message.value;
      if (copy.state !== 'failing' && copy.state !== 'pending') return fail('not-possible-now');
      const written = onDisk(
        () =>
          store.write(() => {
            saveCopy(store, id, { ...copy, notBefore: 0 });
            addStory(store, id, now(), [{ event: 'copy-retried', failure: null, said: null }]);
          }),
        store.profile,
      );
      if (!written.ok) return written;
      transitions.touched(id);
      copyRunner.wake(accountId);
      return succeed(null);
    },
  };
}

/** Those who have the message already are not written to again by editing it. */
function withoutThoseWhoHaveIt(content: DraftContent, { recipients }: LedgerMessage): DraftContent {
  const haveIt = new Set(recipients.filter(({ state }) => state !== 'refused' && state !== 'pending').map(({ address }) => address));
  if (haveIt.size === 0) return content;
  const left = (list: readonly Recipient[]): Recipient[] =>
    list.filter((one) => one.kind === 'bad' || !haveIt.has(recipientKey(one.address)));
  return { ...content, to: left(content.to), cc: left(content.cc), bcc: left(content.bcc) };
}

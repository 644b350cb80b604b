// What the person does in the outbox: cancel, take back, settle what is uncertain, ask for the copy.
import { fail, type Result, succeed } from '../../contract/failure';
import type { DraftContent, Recipient } from '../../contract/model/drafts';
import { recipientKey } from '../../domain/addresses';
import { isStillFor } from '../../domain/outbox/recipients';
import type { ComposeRoom } from '../compose/room';
import type { CallHandlers, Host } from '../rooms';
import { onDisk } from '../store/disk-failure';
import { readContent, saveCopy } from '../store/ledger';
import { type LedgerMessage, readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { addStory } from '../store/story';
import type { CopyRunner } from './copy';
import { doMany } from './many';
import type { Pauses } from './pauses';
import type { Runner } from './runner';
import type { Settling } from './settle';
import type { StopFirst } from './stop-first';
import { goNow } from './timing-calls';
import type { Transitions } from './transitions';

export type PersonNeeds = {
  readonly store: Store;
  readonly host: Host;
  readonly compose: Pick<ComposeRoom, 'takeBack'>;
  readonly transitions: Transitions;
  readonly runner: Runner;
  readonly pauses: Pauses;
  readonly copyRunner: CopyRunner;
  readonly settling: Pick<Settling, 'markSent' | 'check'>;
  readonly stopFirst: StopFirst;
};

type PersonCalls = Pick<CallHandlers, 'outbox.cancel' | 'outbox.edit' | 'outbox.settle' | 'outbox.checkSent' | 'outbox.retryCopy'>;

export function createPersonCalls(needs: PersonNeeds): PersonCalls {
  const { store, host, transitions, copyRunner, settling, stopFirst } = needs;
  const now = (): number => host.clock.now();
  const find = (id: string): Result<LedgerMessage> => {
    const read = onDisk(() => readMessage(store, id), store.profile);
    if (!read.ok) return read;
    return read.value === null ? fail('not-found') : succeed(read.value);
  };
  const cancel = async (id: string): Promise<Result<LedgerMessage>> => {
    const cancelled = await stopFirst(id, (at) => ({ kind: 'cancel', at, as: 'cancelled' }));
    if (cancelled.ok || cancelled.failure.code !== 'not-possible-now') return cancelled;
    const message = find(id);
    if (!message.ok) return message;
    const { life, copy } = message.value;
    return life.state === 'accepted' && copy.state === 'failing' ? giveUpCopy(message.value) : cancelled;
  };

  const giveUpCopy = async (message: LedgerMessage): Promise<Result<LedgerMessage>> => {
    const written = await store.commit(() => {
      saveCopy(store, message.id, { state: 'none-needed', failure: null, attempts: 0, notBefore: null });
      addStory(store, message.id, now(), [{ event: 'copy-given-up', failure: null, said: null }]);
    });
    transitions.touched(message.id);
    return written.ok ? succeed(message) : written;
  };

  return {
    'outbox.cancel': ({ ids }) => doMany(ids, cancel),
    async 'outbox.edit'({ id }) {
      const content = onDisk(() => readContent(store, id), store.profile);
      if (!content.ok) return content;
      if (content.value === null) return fail('not-found');
      const original = content.value;
      let draftId = '';
      const edited = await stopFirst(
        id,
        (at) => ({ kind: 'cancel', at, as: 'edited' }),
        (after) => {
          draftId = needs.compose.takeBack(id, toThoseWithoutIt(original, after));
        },
      );
      return edited.ok ? succeed({ draftId }) : edited;
    },
    'outbox.settle'({ id, as }) {
      if (as === 'sent') {
        const marked = settling.markSent(id, 'marked-sent');
        return marked.ok ? succeed(null) : marked;
      }
      const again = transitions.apply(id, { kind: 'send-again', at: now() });
      if (!again.ok) return again;
      goNow(again.value.accountId, needs);
      return succeed(null);
    },
    async 'outbox.checkSent'({ id }) {
      const message = find(id);
      if (!message.ok) return message;
      if (message.value.life.state !== 'uncertain') return fail('not-possible-now');
      const found = await settling.check(message.value);
      return found.ok ? succeed({ wasFound: found.value }) : found;
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

/** Only to those whom it was for and who do not have it: others may stand in the header, but are written to by another message. */
function toThoseWithoutIt(content: DraftContent, { recipients }: LedgerMessage): DraftContent {
  const without = new Set(recipients.filter(isStillFor).map(({ address }) => recipientKey(address)));
  const left = (list: readonly Recipient[]): Recipient[] =>
    list.filter((one) => one.kind === 'bad' || without.has(recipientKey(one.address)));
  return { ...content, to: left(content.to), cc: left(content.cc), bcc: left(content.bcc) };
}

// What the page sees of the outbox: the list, and one message with its whole story.
import type { Result } from '../../contract/failure';
import type { OutboxEntry, OutboxItem } from '../../contract/model/outbox';
import { accountOfLane } from '../../domain/identities/identity';
import { canMove } from '../../domain/outbox/person';
import { createPace } from '../pace';
import type { Bell, Clock, QueryHandlers, Topic } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { listAttempts, readMessage, readStory, readTranscript } from '../store/ledger';
import type { Store } from '../store/open';
import { listShown, readShown, type ShownRow } from '../store/queue';
import type { Live } from './live';
import type { Runner } from './runner';

export type ViewNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly live: Live;
  readonly runner: Pick<Runner, 'obstacle'>;
};

/** Lines of the list; a longer outbox is a campaign, which has a room of its own. */
const mostLines = 500;
/** ms between two readings for one watcher, at least. */
const pace = 50;

export function createViews({ store, bell, clock, live, runner }: ViewNeeds): Pick<QueryHandlers, 'outbox.list' | 'outbox.entry'> {
  const itemOf = (row: ShownRow): OutboxItem => {
    const { notBefore, failure, dotAt, ...rest } = row;
    const waits = row.state === 'queued' || row.state === 'deferred';
    const isTimed = row.state === 'held' || row.state === 'scheduled';
    const obstacle = waits ? runner.obstacle(row.accountId) : null;
    // What stands in the way of the whole account says more than what this message met last time.
    const isLasting = obstacle !== null && obstacle.until === null;
    const nextTryAt = isLasting ? null : Math.max(notBefore ?? 0, obstacle?.until ?? 0);
    return {
      ...rest,
      accountId: accountOfLane(row.accountId),
      to: [...row.to],
      canMove: canMove({ state: row.state, dotAt, accepted: row.accepted }),
      failure: isLasting ? obstacle.failure : (failure ?? obstacle?.failure ?? null),
      nextTryAt: (waits || isTimed) && nextTryAt !== 0 ? nextTryAt : null,
      progress: row.state === 'sending' ? live.progressOf(row.id) : null,
    };
  };
  const entryOf = (id: string): OutboxEntry | null => {
    const row = readShown(store, id);
    const message = readMessage(store, id);
    if (row === null || message === null) return null;
    return {
      item: itemOf(row),
      recipients: message.recipients.map(({ field, name, address, state, failure, at }) => ({ field, name, address, state, failure, at })),
      story: readStory(store, id),
      attempts: listAttempts(store, id),
      transcript: [...(live.linesOf(id) ?? readTranscript(store, id))],
      attachments: listAttachments(store, { kind: 'message', id }).flatMap(({ name, size, cid }) => (cid === null ? [{ name, size }] : [])),
      messageId: message.messageId,
    };
  };
  const watch = <T>(topics: readonly Topic[], read: () => T, push: (result: Result<T>) => void): (() => void) => {
    const paced = createPace(clock, pace, () => push(onDisk(read, store.profile)));
    const ends = topics.map((topic) => bell.listen(topic, paced.ring));
    paced.ring();
    return () => {
      paced.stop();
      for (const end of ends) end();
    };
  };
  return {
    'outbox.list': (_input, push) => watch(['outbox', 'network', 'accounts'], () => listShown(store, mostLines).map(itemOf), push),
    'outbox.entry': ({ id }, push) => watch([`message:${id}`, 'network', 'accounts'], () => entryOf(id), push),
  };
}

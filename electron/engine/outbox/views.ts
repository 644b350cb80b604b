// What the page sees of the outbox: the list, and one message with its whole story.
import { type Failure, type Result, succeed } from '../../contract/failure';
import type { OutboxBrief, OutboxEntry, OutboxItem } from '../../contract/model/outbox';
import { accountOfLane } from '../../domain/identities/identity';
import { canMove } from '../../domain/outbox/person';
import { createPace } from '../pace';
import type { Accounts, Bell, CallHandlers, Clock, QueryHandlers, Topic } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import { readMessage } from '../store/ledger-message';
import type { Store } from '../store/open';
import { type BriefRow, briefShown, countShown, listShown, pageShown, readShown, type ShownRow, shownAccounts } from '../store/queue';
import { attemptUnderWay, listAttempts, readStory, readTranscript, storyUnderWay } from '../store/story';
import { missedIds } from '../store/timed';
import type { HeldBack } from './held-back';
import type { Live } from './live';
import type { Runner } from './runner';

export type ViewNeeds = {
  readonly store: Store;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly live: Live;
  readonly heldBack: Pick<HeldBack, 'dotOf'>;
  readonly runner: Pick<Runner, 'obstacle'>;
  /** With those that letters go through besides the account's own server. */
  readonly accounts: Accounts;
};

export type Views = {
  readonly queries: Pick<QueryHandlers, 'outbox.list' | 'outbox.page' | 'outbox.accounts' | 'outbox.entry'>;
  readonly calls: Pick<CallHandlers, 'outbox.brief' | 'outbox.missed'>;
};

/** The newest, for whoever asks how things stand; the list itself comes in pages. */
const mostLines = 500;
/** ms between two readings for one watcher, at least. */
const pace = 50;
/** Messages that are read in one turn where all of them are asked for: the mail gets its turns in between. */
const mostBriefs = 2_000;

export function createViews({ store, bell, clock, live, heldBack, runner, accounts }: ViewNeeds): Views {
  /** Why it waits, and until when. */
  const waitOf = ({ accountId, state, failure, notBefore }: BriefRow): { failure: Failure | null; nextTryAt: number | null } => {
    const waits = state === 'queued' || state === 'deferred';
    const isTimed = state === 'held' || state === 'scheduled';
    const obstacle = waits ? runner.obstacle(accountId) : null;
    // What stands in the way of the whole account says more than what this message met last time.
    const isLasting = obstacle !== null && obstacle.until === null;
    const nextTryAt = isLasting ? null : Math.max(notBefore ?? 0, obstacle?.until ?? 0);
    return {
      failure: isLasting ? obstacle.failure : (failure ?? obstacle?.failure ?? null),
      nextTryAt: (waits || isTimed) && nextTryAt !== 0 ? nextTryAt : null,
    };
  };
  const itemOf = (row: ShownRow): OutboxItem => {
    const { notBefore: _, dotAt: _mark, ...rest } = row;
    return {
      ...rest,
      ...waitOf(row),
      accountId: accountOfLane(row.accountId),
      to: [...row.to],
      canMove: canMove({ state: row.state, dotAt: heldBack.dotOf(row), accepted: row.accepted }),
      progress: row.state === 'sending' ? live.progressOf(row.id) : null,
    };
  };
  const briefOf = (row: BriefRow): OutboxBrief => {
    const { failure, nextTryAt } = waitOf(row);
    return {
      id: row.id,
      accountId: accountOfLane(row.accountId),
      state: row.state,
      zone: row.zone,
      copy: row.copy,
      canMove: canMove({ state: row.state, dotAt: heldBack.dotOf(row), accepted: row.accepted }),
      failure: failure === null ? null : { code: failure.code },
      nextTryAt,
    };
  };
  /** An account has a queue for each server that its letters go through; also for one that it had. */
  const queuesOf = (accountId: string | null): string[] | null =>
    accountId === null
      ? null
      : [...new Set([accountId, ...accounts.all().map(({ id }) => id), ...shownAccounts(store)])].filter(
          (id) => accountOfLane(id) === accountId,
        );
  const readBriefs = async (accountId: string | null): Promise<Result<OutboxBrief[]>> => {
    const queues = onDisk(() => queuesOf(accountId), store.profile);
    if (!queues.ok) return queues;
    const all: OutboxBrief[] = [];
    for (let last: BriefRow | null = null; ; ) {
      const rows: Result<BriefRow[]> = onDisk(() => briefShown(store, queues.value, last, mostBriefs), store.profile);
      if (!rows.ok) return rows;
      all.push(...rows.value.map(briefOf));
      last = rows.value.at(-1) ?? null;
      if (rows.value.length < mostBriefs) return succeed(all);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const entryOf = (id: string): OutboxEntry | null => {
    const row = readShown(store, id);
    const message = readMessage(store, id);
    if (row === null || message === null) return null;
    return {
      item: itemOf(row),
      recipients: message.recipients.map(({ field, name, address, state, failure, at }) => ({ field, name, address, state, failure, at })),
      story: [...readStory(store, id), ...storyUnderWay(message, heldBack.dotOf({ id, dotAt: message.life.dotAt }))],
      attempts: [...listAttempts(store, id), ...[attemptUnderWay(message)].filter((one) => one !== null)],
      transcript: [...(live.linesOf(id) ?? (message.life.state === 'sending' ? [] : readTranscript(store, id)))],
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
    queries: {
      'outbox.list': (_input, push) => watch(['outbox', 'network', 'accounts'], () => listShown(store, mostLines).map(itemOf), push),
      'outbox.page': ({ accountId, offset, limit }, push) =>
        watch(
          ['outbox', 'network', 'accounts'],
          () => {
            const queues = queuesOf(accountId);
            return { total: countShown(store, queues), offset, items: pageShown(store, queues, offset, limit).map(itemOf) };
          },
          push,
        ),
      'outbox.accounts': (_input, push) =>
        watch(['outbox', 'accounts'], () => ({ accountIds: [...new Set(shownAccounts(store).map(accountOfLane))] }), push),
      'outbox.entry': ({ id }, push) => watch([`message:${id}`, 'network', 'accounts'], () => entryOf(id), push),
    },
    calls: {
      'outbox.brief': ({ accountId }) => readBriefs(accountId),
      'outbox.missed': () => onDisk(() => ({ ids: missedIds(store) }), store.profile),
    },
  };
}

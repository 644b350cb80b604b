// The ledger's questions: what is next, what waits, what the outbox shows. None of them grows with the length of the queue.
import type { Failure } from '../../contract/failure';
import type { CopyState, MessageState } from '../../contract/model/outbox';
import type { Over } from '../../domain/patience';
import { toFailure } from './ledger-message';
import type { Store } from './open';

/** In the words of the index that finds these states: SQLite uses it for nothing else. What is queued is found by an account's queue. */
export const byState = "state IN ('held', 'scheduled', 'kept', 'sending', 'failed', 'uncertain', 'cancelled')";
const isQueued = "state IN ('queued', 'deferred')";

export type Due = { readonly id: string /** ms since 1970; null: at once. */; readonly notBefore: number | null };

export type Next = Due & {
  /** Octets on the wire. */
  readonly size: number;
  /** Since when it waits as it does, ms since 1970. */
  readonly changedAt: number;
  /** How often in a row the engine ended while it was being sent. */
  readonly crashes: number;
};

/** The head of an account's queue, at most `most` long; what is fresh goes before what was put off. */
export const nextMessages = (store: Store, accountId: string, most: number): Next[] =>
  store
    .prepare<{ id: string; not_before: number | null; size: number; changed_at: number; crashes: number }>(
      `SELECT id, not_before, size, changed_at, crashes FROM message WHERE account_id = ? AND ${isQueued} ORDER BY not_before, created_at LIMIT ?`,
    )
    .all(accountId, most)
    .map(({ id, not_before, size, changed_at, crashes }) => ({ id, notBefore: not_before, size, changedAt: changed_at, crashes }));

/** The account's next copy for Sent. One that fails and has no time waits for the person. */
export function nextCopy(store: Store, accountId: string): Due | null {
  const row = store
    .prepare<{ id: string; copy_not_before: number | null }>(
      `SELECT id, copy_not_before FROM message WHERE account_id = ? AND copy_state IN ('pending', 'failing') AND (copy_state = 'pending' OR copy_not_before IS NOT NULL)
       ORDER BY copy_not_before LIMIT 1`,
    )
    .get(accountId);
  return row === undefined ? null : { id: row.id, notBefore: row.copy_not_before };
}

/** Lets an account's failing copies try again at once. */
export const hurryCopies = (store: Store, accountId: string): void =>
  void store.prepare("UPDATE message SET copy_not_before = 0 WHERE account_id = ? AND copy_state IN ('pending', 'failing')").run(accountId);

/** Lets those try again at once that were put off for one of these reasons. */
export function hurryMessages(store: Store, accountId: string, codes: readonly Failure['code'][]): void {
  store
    .prepare(
      `UPDATE message SET not_before = NULL WHERE account_id = ? AND state = 'deferred' AND not_before IS NOT NULL
       AND json_extract(failure, '$.code') IN (SELECT value FROM json_each(?))`,
    )
    .run(accountId, JSON.stringify(codes));
}

/** The latest beginning of patience in an account's queue; null: nothing in it was put off. */
export const latestPatience = (store: Store, accountId: string): number | null =>
  store
    .prepare<{ latest: number | null }>("SELECT max(patient_from) AS latest FROM message WHERE account_id = ? AND state = 'deferred'")
    .get(accountId)?.latest ?? null;

/** Those for whom patience is over (domain/patience.ts), at most `most`. */
export const outOfPatience = (store: Store, accountId: string, { triedBefore, waitingSince }: Over, most: number): string[] => {
  const ids = store
    .prepare<{ id: string }>("SELECT id FROM message WHERE account_id = ? AND state = 'deferred' AND patient_from <= ? LIMIT ?")
    .all(accountId, triedBefore, most);
  if (waitingSince !== null && ids.length < most)
    ids.push(
      ...store
        .prepare<{ id: string }>(
          `SELECT id FROM message WHERE account_id = ? AND ${isQueued} AND state = 'queued' AND changed_at <= ? LIMIT ?`,
        )
        .all(accountId, waitingSince, most - ids.length),
    );
  return ids.map(({ id }) => id);
};

/** Accounts that messages wait on. */
export const waitingAccounts = (store: Store): string[] =>
  store
    .prepare<{ account_id: string }>(
      `SELECT account_id FROM message WHERE ${isQueued} UNION SELECT account_id FROM message WHERE ${byState} AND state IN ('held', 'scheduled')`,
    )
    .all()
    .map((row) => row.account_id);

export const waitingMessages = (store: Store, accountId: string): string[] =>
  store
    .prepare<{ id: string }>(
      `SELECT id, created_at FROM message WHERE account_id = ?1 AND ${isQueued}
       UNION ALL SELECT id, created_at FROM message WHERE account_id = ?1 AND ${byState} AND state IN ('held', 'scheduled') ORDER BY created_at`,
    )
    .all(accountId)
    .map((row) => row.id);

export const countWaiting = (store: Store, accountId: string): number =>
  store
    .prepare<{ n: number }>(
      `SELECT (SELECT count(*) FROM message WHERE account_id = ?1 AND ${isQueued})
         + (SELECT count(*) FROM message WHERE account_id = ?1 AND ${byState} AND state IN ('held', 'scheduled', 'sending')) AS n`,
    )
    .get(accountId)?.n ?? 0;

export const messagesInSending = (store: Store): string[] =>
  store
    .prepare<{ id: string }>(`SELECT id FROM message WHERE ${byState} AND state = 'sending'`)
    .all()
    .map((row) => row.id);

/** Its mark; null: it has none, or is gone. */
export const readMark = (store: Store, id: string): number | null =>
  store.prepare<{ dotAt: number | null }>('SELECT dot_at AS dotAt FROM message WHERE id = ?').get(id)?.dotAt ?? null;

/** How many messages are in each state that is not an end. Asked once, at the start: then the room keeps count. */
export const countStates = (store: Store): ReadonlyMap<MessageState, number> =>
  new Map(
    store
      .prepare<{ state: MessageState; n: number }>(
        `SELECT state, count(*) AS n FROM message WHERE ${byState} AND state <> 'cancelled' GROUP BY state
         UNION ALL SELECT 'deferred', count(*) FROM message WHERE state = 'deferred'
         UNION ALL SELECT 'queued', (SELECT count(*) FROM message WHERE ${isQueued}) - (SELECT count(*) FROM message WHERE state = 'deferred')`,
      )
      .all()
      .map(({ state, n }) => [state, n]),
  );

export type ShownRow = {
  readonly id: string;
  readonly accountId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly state: MessageState;
  readonly failure: Failure | null;
  readonly notBefore: number | null;
  readonly attempts: number;
  readonly zone: string | null;
  readonly dotAt: number | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly size: number;
  readonly copy: CopyState;
  readonly copyFailure: Failure | null;
  readonly accepted: number;
  readonly refused: number;
  readonly recipients: number;
};
type RawRow = Omit<ShownRow, 'to' | 'failure' | 'copyFailure'> & {
  readonly to: string;
  readonly failure: string | null;
  readonly copyFailure: string | null;
};

/** Recipients named in a line of the list. */
const mostNamed = 10;
const shownColumns = `m.id, m.account_id AS accountId, m.from_address AS "from", m.subject, m.state, m.failure, m.not_before AS notBefore, m.attempts, m.zone, m.dot_at AS dotAt, m.created_at AS createdAt,
  m.changed_at AS changedAt, m.size, m.copy_state AS copy, m.copy_failure AS copyFailure,
  (SELECT json_group_array(shown) FROM (SELECT CASE name WHEN '' THEN address ELSE name END AS shown FROM recipient WHERE message_id = m.id ORDER BY position LIMIT ${mostNamed})) AS "to",
  (SELECT count(*) FROM recipient WHERE message_id = m.id AND state IN ('accepted', 'delayed', 'delivered', 'bounced')) AS accepted,
  (SELECT count(*) FROM recipient WHERE message_id = m.id AND state = 'refused') AS refused,
  (SELECT count(*) FROM recipient WHERE message_id = m.id) AS recipients`;

const toShown = (row: RawRow): ShownRow => ({
  ...row,
  to: JSON.parse(row.to) as string[],
  failure: toFailure(row.failure),
  copyFailure: toFailure(row.copyFailure),
});

export const readShown = (store: Store, id: string): ShownRow | null => {
  const row = store.prepare<RawRow>(`SELECT ${shownColumns} FROM message m WHERE m.id = ?`).get(id);
  return row === undefined ? null : toShown(row);
};

/** What is being sent, and the newest of what the outbox shows besides, at most `limit`; the newest first. */
export function listShown(store: Store, limit: number): ShownRow[] {
  const newest = pageShown(store, null, 0, limit);
  const known = new Set(newest.map(({ id }) => id));
  const sending = store
    .prepare<RawRow>(`SELECT ${shownColumns} FROM message m WHERE m.${byState} AND m.state = 'sending' LIMIT ?`)
    .all(limit)
    .map(toShown);
  return [...newest, ...sending.filter(({ id }) => !known.has(id))];
}

const listed = "is_dismissed = 0 AND state <> 'cancelled' AND (state <> 'accepted' OR copy_state IN ('pending', 'failing'))";
// Named, and asked for in its own words: SQLite then reads no message that is not shown.
const fromListed = `FROM message INDEXED BY message_listed WHERE ${listed} AND (?1 IS NULL OR account_id IN (SELECT value FROM json_each(?1)))`;
/** `accountIds` null: all of them. */
const among = (accountIds: readonly string[] | null): string | null => (accountIds === null ? null : JSON.stringify(accountIds));

export const countShown = (store: Store, accountIds: readonly string[] | null): number =>
  store.prepare<{ n: number }>(`SELECT count(*) AS n ${fromListed}`).get(among(accountIds))?.n ?? 0;

/** The outbox, or that of some accounts, newest first: what has not left, and what has left without its copy. */
export const pageShown = (store: Store, accountIds: readonly string[] | null, offset: number, limit: number): ShownRow[] =>
  store
    .prepare<RawRow>(
      `SELECT ${shownColumns} FROM message m WHERE m.id IN (SELECT id ${fromListed} ORDER BY created_at DESC, id DESC LIMIT ?2 OFFSET ?3)
       ORDER BY m.created_at DESC, m.id DESC`,
    )
    .all(among(accountIds), limit, offset)
    .map(toShown);

export const shownAccounts = (store: Store): string[] =>
  store
    .prepare<{ account_id: string }>(`SELECT DISTINCT account_id FROM message INDEXED BY message_listed WHERE ${listed}`)
    .all()
    .map((row) => row.account_id);

export type BriefRow = Pick<
  ShownRow,
  'id' | 'accountId' | 'state' | 'failure' | 'notBefore' | 'zone' | 'dotAt' | 'copy' | 'accepted' | 'createdAt'
>;

/** The same from behind a message on, at most `limit`, without what a person would read. */
export const briefShown = (
  store: Store,
  accountIds: readonly string[] | null,
  after: Pick<BriefRow, 'createdAt' | 'id'> | null,
  limit: number,
): BriefRow[] =>
  store
    .prepare<Omit<BriefRow, 'failure'> & { readonly failure: string | null }>(
      `SELECT m.id, m.account_id AS accountId, m.state, m.failure, m.not_before AS notBefore, m.zone, m.dot_at AS dotAt, m.copy_state AS copy,
         m.created_at AS createdAt, (SELECT count(*) FROM recipient WHERE message_id = m.id AND state IN ('accepted', 'delayed', 'delivered', 'bounced')) AS accepted
       FROM message m WHERE m.id IN (SELECT id ${fromListed} AND (?2 IS NULL OR (created_at, id) < (?2, ?3)) ORDER BY created_at DESC, id DESC LIMIT ?4)
       ORDER BY m.created_at DESC, m.id DESC`,
    )
    .all(among(accountIds), after?.createdAt ?? null, after?.id ?? null, limit)
    .map((row) => ({ ...row, failure: toFailure(row.failure) }));

// What the engine has learned of each account: whether it stands still, how patient it was, who files its copies, and what its server takes.
import type { Failure } from '../../contract/failure';
import type { KeptPatience } from '../../domain/patience';
import { toFailure } from './ledger-message';
import type { Store } from './open';

export const readPauses = (store: Store): ReadonlyMap<string, Failure> =>
  new Map(
    store
      .prepare<{ account_id: string; paused_failure: string }>(
        'SELECT account_id, paused_failure FROM account_state WHERE paused_failure IS NOT NULL',
      )
      .all()
      .map((row) => [row.account_id, toFailure(row.paused_failure) ?? { code: 'internal' as const }]),
  );

/** `failure` null: it goes on. */
export const savePause = (store: Store, accountId: string, failure: Failure | null, at: number): void =>
  void store
    .prepare(
      `INSERT INTO account_state (account_id, paused_failure, paused_at) VALUES (?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET paused_failure = excluded.paused_failure, paused_at = excluded.paused_at`,
    )
    .run(accountId, failure === null ? null : JSON.stringify(failure), failure === null ? null : at);

/** Whether the provider was seen to file copies by itself; null: not known. */
export const readFilesItself = (store: Store, accountId: string): boolean | null => {
  const row = store.prepare<{ files_itself: number | null }>('SELECT files_itself FROM account_state WHERE account_id = ?').get(accountId);
  return row?.files_itself == null ? null : row.files_itself === 1;
};

export const saveFilesItself = (store: Store, accountId: string, filesItself: boolean): void =>
  void store
    .prepare(
      'INSERT INTO account_state (account_id, files_itself) VALUES (?, ?) ON CONFLICT (account_id) DO UPDATE SET files_itself = excluded.files_itself',
    )
    .run(accountId, filesItself ? 1 : 0);

/** How far the clock of patience has come, and since when the server is out (domain/patience.ts); null: it never went. */
export const readPatience = (store: Store, accountId: string): KeptPatience | null => {
  const row = store
    .prepare<{ time: number | null; outSince: number | null; marks: string | null }>(
      'SELECT patience AS time, out_since AS outSince, patience_marks AS marks FROM account_state WHERE account_id = ?',
    )
    .get(accountId);
  // Written by `savePatience` alone.
  return row?.time == null ? null : { ...row, time: row.time, marks: JSON.parse(row.marks ?? '[]') as KeptPatience['marks'] };
};

export const savePatience = (store: Store, accountId: string, { time, outSince, marks }: KeptPatience): void =>
  void store
    .prepare(
      `INSERT INTO account_state (account_id, patience, out_since, patience_marks) VALUES (?, ?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET patience = excluded.patience, out_since = excluded.out_since, patience_marks = excluded.patience_marks`,
    )
    .run(accountId, time, outSince, JSON.stringify(marks));

/** Octets by account, as the servers announced them last. */
export const readSizeLimits = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .prepare<{ account_id: string; size_limit: number }>('SELECT account_id, size_limit FROM account_state WHERE size_limit IS NOT NULL')
      .all()
      .map((row) => [row.account_id, row.size_limit]),
  );

/** `octets` null: the server names no limit. Whether that is news. */
export const saveSizeLimit = (store: Store, accountId: string, octets: number | null): boolean =>
  store
    .prepare(
      `INSERT INTO account_state (account_id, size_limit) SELECT ?1, ?2 WHERE ?2 IS NOT NULL OR EXISTS (SELECT 1 FROM account_state WHERE account_id = ?1)
       ON CONFLICT (account_id) DO UPDATE SET size_limit = excluded.size_limit WHERE size_limit IS NOT excluded.size_limit`,
    )
    .run(accountId, octets).changes > 0;

/** An account that was removed leaves nothing behind. */
export const forgetAccount = (store: Store, accountId: string): void =>
  void store.prepare('DELETE FROM account_state WHERE account_id = ?').run(accountId);

/** Whether its server announced DSN (RFC 3461) last; null: it was not asked yet. */
export const readOffersDsn = (store: Store, accountId: string): boolean | null => {
  const row = store.prepare<{ offers_dsn: number | null }>('SELECT offers_dsn FROM account_state WHERE account_id = ?').get(accountId);
  return row?.offers_dsn == null ? null : row.offers_dsn === 1;
};

export const saveOffersDsn = (store: Store, accountId: string, offersDsn: boolean): void =>
  void store
    .prepare(
      'INSERT INTO account_state (account_id, offers_dsn) VALUES (?, ?) ON CONFLICT (account_id) DO UPDATE SET offers_dsn = excluded.offers_dsn',
    )
    .run(accountId, offersDsn ? 1 : 0);

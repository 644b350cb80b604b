// What the practice server caught: the table `caught`. Headers for the list are read once, when a message comes in.
import type { Store } from './open';

export type CaughtRow = {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly hasAttachments: boolean;
  readonly size: number;
};
export type Caught = CaughtRow & {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The bytes exactly as they were received. */
  readonly source: Uint8Array;
};

const stringsIn = (json: string): readonly string[] => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

/** Durable when it returns. Throws what the disk throws. */
export function addCaught(store: Store, { id, at, envelope, from, to, subject, hasAttachments, size, source }: Caught): void {
  store
    .prepare(
      `INSERT INTO caught (id, at, envelope_from, envelope_to, from_header, to_header, subject, has_attachments, size, source)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, at, envelope.from, JSON.stringify(envelope.to), from, JSON.stringify(to), subject, hasAttachments ? 1 : 0, size, source);
}

/** The newest first. The column with the bytes is not read. */
export function pageOfCaught(store: Store, offset: number, limit: number): { readonly total: number; readonly rows: readonly CaughtRow[] } {
  const total = store.prepare<{ total: number }>('SELECT count(*) AS total FROM caught').get()?.total ?? 0;
  const rows = store
    .prepare<{ id: string; at: number; from_header: string; to_header: string; subject: string; has_attachments: number; size: number }>(
      'SELECT id, at, from_header, to_header, subject, has_attachments, size FROM caught ORDER BY at DESC, rowid DESC LIMIT ? OFFSET ?',
    )
    .all(limit, offset)
    .map(({ id, at, from_header, to_header, subject, has_attachments, size }) => ({
      id,
      at,
      from: from_header,
      to: stringsIn(to_header),
      subject,
      hasAttachments: has_attachments === 1,
      size,
    }));
  return { total, rows };
}

/** Null: it was cleared away. */
export function findCaught(store: Store, id: string): Pick<Caught, 'at' | 'envelope' | 'source'> | null {
  const row = store
    .prepare<{ at: number; envelope_from: string; envelope_to: string; source: Uint8Array }>(
      'SELECT at, envelope_from, envelope_to, source FROM caught WHERE id = ?',
    )
    .get(id);
  return row === undefined
    ? null
    : { at: row.at, envelope: { from: row.envelope_from, to: stringsIn(row.envelope_to) }, source: row.source };
}

export function clearCaught(store: Store): void {
  store.prepare('DELETE FROM caught').run();
}

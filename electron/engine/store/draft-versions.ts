// The draft_version table: how a draft was during the last day, thinned out to one state a minute.
import { z } from 'zod';
import { type DraftContent, draftContentSchema } from '../../contract/model/drafts';
import type { Store } from './open';

/** ms: earlier states are kept this far apart, for this long. */
const versionDistance = 60_000;
const versionAge = 24 * 60 * 60_000;
/** Characters: an endless letter is not kept 1,440 times. */
const versionLimit = 1_000_000;

const filesSchema = z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() }));
export type VersionFile = Readonly<z.infer<typeof filesSchema>[number]>;
export type DraftVersion = {
  readonly revision: number;
  /** Until when the draft was like this, ms since 1970. */
  readonly at: number;
  readonly content: DraftContent;
  /** What was attached to it then. */
  readonly files: readonly VersionFile[];
};

/**
 * Keeps the stored state, which is about to be overwritten. Unless it `must` be kept, not where an earlier one was kept less than a minute ago.
 */
export function keepVersion(store: Store, id: string, at: number, must = false): void {
  const newest = store.prepare<{ at: number | null }>('SELECT max(at) AS at FROM draft_version WHERE draft_id = ?').get(id)?.at ?? null;
  if (!must && newest !== null && at - newest < versionDistance && at >= newest) return;
  store.prepare('DELETE FROM draft_version WHERE draft_id = ? AND at < ?').run(id, at - versionAge);
  store
    .prepare(
      `INSERT OR IGNORE INTO draft_version (draft_id, revision, content, at, files)
       SELECT id, revision, content, ?1,
              (SELECT json_group_array(json_object('name', name, 'size', size, 'sha256', sha256))
               FROM attachment WHERE owner_kind = 'draft' AND owner_id = draft.id AND cid IS NULL)
       FROM draft WHERE id = ?2 AND length(content) < ?3`,
    )
    .run(at, id, versionLimit);
}

/** Which there are, the newest first. */
export const listVersions = (store: Store, id: string, now: number): number[] =>
  store
    .prepare<{ revision: number }>('SELECT revision FROM draft_version WHERE draft_id = ? AND at >= ? ORDER BY at DESC, revision DESC')
    .all(id, now - versionAge)
    .map(({ revision }) => revision);

/** Null: it is not there (any more). */
export function readVersion(store: Store, id: string, revision: number): DraftVersion | null {
  const row = store
    .prepare<{ at: number; content: string; files: string }>(
      'SELECT at, content, files FROM draft_version WHERE draft_id = ? AND revision = ?',
    )
    .get(id, revision);
  if (row === undefined) return null;
  return {
    revision,
    at: row.at,
    content: draftContentSchema.parse(JSON.parse(row.content)),
    files: filesSchema.parse(JSON.parse(row.files)),
  };
}

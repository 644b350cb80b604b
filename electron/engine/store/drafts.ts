// The draft tables' statements. What belongs together runs in the caller's transaction; every function throws what the disk throws.

import type { Session } from '../../contract/model/draft-desk';
import type { DraftContent, DraftSummary } from '../../contract/model/drafts';
import { draftContentSchema } from '../../contract/model/drafts';
import { plainText } from '../../domain/plain-text';
import { keepSession } from './draft-session';
import { keepVersion } from './draft-versions';
import type { Store } from './open';

export type DraftRow = { readonly id: string; readonly revision: number; readonly content: DraftContent; readonly updatedAt: number };

/** How many drafts there are. */
export const countDrafts = (store: Store): number => store.prepare<{ n: number }>('SELECT count(*) AS n FROM draft').get()?.n ?? 0;

export const hasDraft = (store: Store, id: string): boolean => store.prepare('SELECT 1 FROM draft WHERE id = ?').get(id) !== undefined;

/** Null when it does not exist. Throws when what is stored is no draft: a damaged file must not be sent. */
export function readDraft(store: Store, id: string): DraftRow | null {
  const row = store
    .prepare<{ revision: number; content: string; updated_at: number }>('SELECT revision, content, updated_at FROM draft WHERE id = ?')
    .get(id);
  return row === undefined
    ? null
    : { id, revision: row.revision, content: draftContentSchema.parse(JSON.parse(row.content)), updatedAt: row.updated_at };
}

export function addDraft(store: Store, id: string, content: DraftContent, at: number): void {
  store
    .prepare('INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES (?, 0, ?, ?, ?)')
    .run(id, JSON.stringify(content), at, at);
}

/** The stored revision and time after saving; an older or equal revision changes nothing. Null: there is no such draft. */
export function saveDraft(
  store: Store,
  id: string,
  revision: number,
  content: DraftContent,
  session: Session | null,
  at: number,
): { readonly revision: number; readonly savedAt: number } | null {
  const stored = store.prepare<{ revision: number; updated_at: number }>('SELECT revision, updated_at FROM draft WHERE id = ?').get(id);
  if (stored === undefined) return null;
  if (revision <= stored.revision) return { revision: stored.revision, savedAt: stored.updated_at };
  keepVersion(store, id, at);
  store.prepare('UPDATE draft SET revision = ?, content = ?, updated_at = ? WHERE id = ?').run(revision, JSON.stringify(content), at, id);
  keepSession(store, id, revision, session);
  return { revision, savedAt: at };
}

/** Says that something about the draft changed that has no revision: its attachments. */
export const touchDraft = (store: Store, id: string, at: number): void =>
  void store.prepare('UPDATE draft SET updated_at = ? WHERE id = ?').run(at, id);

/** Removes the draft and its versions; its attachments are the caller's. */
export const removeDraft = (store: Store, id: string): boolean => store.prepare('DELETE FROM draft WHERE id = ?').run(id).changes > 0;

/** Which drafts there are, the newest first. */
export const draftOrder = (store: Store): readonly { readonly id: string; readonly updatedAt: number }[] =>
  store.prepare<{ id: string; updatedAt: number }>('SELECT id, updated_at AS updatedAt FROM draft ORDER BY updated_at DESC, id').all();

/** In the order of `ids`. Only the beginning of each letter is read. */
export function summarizeDrafts(store: Store, ids: readonly string[]): DraftSummary[] {
  return store
    .prepare<{
      id: string;
      account_id: string | null;
      recipients: string;
      subject: string;
      html: string;
      updated_at: number;
      attachments: number;
    }>(
      `SELECT draft.id, content ->> '$.accountId' AS account_id, json_array(content -> '$.to', content -> '$.cc', content -> '$.bcc') AS recipients,
              content ->> '$.subject' AS subject, substr(content ->> '$.html', 1, 4000) AS html, updated_at,
              (SELECT count(*) FROM attachment WHERE owner_kind = 'draft' AND owner_id = draft.id AND cid IS NULL) AS attachments
       FROM json_each(?) AS wanted JOIN draft ON draft.id = wanted.value ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({
      id: row.id,
      accountId: row.account_id,
      to: namesIn(row.recipients),
      subject: row.subject,
      snippet: plainText(row.html).slice(0, snippetLength),
      updatedAt: row.updated_at,
      attachments: row.attachments,
    }));
}

/** Signs. */
const snippetLength = 160;

const recipientsSchema = draftContentSchema.shape.to;

function namesIn(json: string): string[] {
  const fields: unknown = JSON.parse(json);
  return (Array.isArray(fields) ? fields : []).flatMap((field) => {
    const recipients = recipientsSchema.safeParse(field);
    return (recipients.data ?? []).map((one) => (one.kind === 'bad' ? one.text : one.name === '' ? one.address : one.name));
  });
}

// The statements about templates and snippets, their files, their pictures, and what their fields were filled in with.
import type { Attachment } from '../../contract/model/drafts';
import { type TemplateContent, type TemplateFile, type TemplateKind, templateContentSchema } from '../../contract/model/templates';
import { picturesOf } from '../../domain/identities/signature';
import { nameKey } from '../../domain/templates/names';
import type { Store } from './open';

export type StoredTemplate = {
  readonly id: string;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly content: TemplateContent;
};
export type TemplatePicture = Pick<Attachment, 'name' | 'type' | 'size' | 'sha256'>;
type Row = { readonly id: string; readonly kind: TemplateKind; readonly name: string; readonly content: string };

const columns = 'id, kind, name, content';
const toTemplate = ({ id, kind, name, content }: Row): StoredTemplate => ({
  id,
  kind,
  name,
  content: templateContentSchema.parse(JSON.parse(content)),
});

export const listTemplates = (store: Store): StoredTemplate[] =>
  store.prepare<Row>(`SELECT ${columns} FROM template WHERE removed_at IS NULL ORDER BY key, id LIMIT 10000`).all().map(toTemplate);

export function readTemplate(store: Store, id: string): StoredTemplate | null {
  const row = store.prepare<Row>(`SELECT ${columns} FROM template WHERE id = ? AND removed_at IS NULL`).get(id);
  return row === undefined ? null : toTemplate(row);
}

/** The id of the one that has this name; null: it is free. */
export const templateNamed = (store: Store, kind: TemplateKind, name: string): string | null =>
  store.prepare<{ id: string }>('SELECT id FROM template WHERE kind = ? AND key = ? AND removed_at IS NULL').get(kind, nameKey(name))?.id ??
  null;

export const putTemplate = (store: Store, { id, kind, name, content }: StoredTemplate, at: number): void =>
  void store
    .prepare(
      `INSERT INTO template (id, kind, name, key, content, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (id) DO UPDATE SET name = ?3, key = ?4, content = ?5, updated_at = ?6`,
    )
    .run(id, kind, name, nameKey(name), JSON.stringify(content), at);

/** A new one that is among the removed until it is put back. */
export const putHidden = (store: Store, { id, kind, name, content }: StoredTemplate, at: number): void =>
  void store
    .prepare('INSERT INTO template (id, kind, name, key, content, updated_at, removed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)')
    .run(id, kind, name, nameKey(name), JSON.stringify(content), at);

export const markRemoved = (store: Store, id: string, at: number): void =>
  void store.prepare('UPDATE template SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(at, id);

/** One that was removed, and its name. */
export const readRemoved = (store: Store, id: string): Pick<StoredTemplate, 'kind' | 'name'> | null =>
  store.prepare<Pick<StoredTemplate, 'kind' | 'name'>>('SELECT kind, name FROM template WHERE id = ? AND removed_at IS NOT NULL').get(id) ??
  null;

export const putBack = (store: Store, id: string, name: string): void =>
  void store.prepare('UPDATE template SET removed_at = NULL, name = ?, key = ? WHERE id = ?').run(name, nameKey(name), id);

/** For good: those removed before `before`; the hashes of their files, for dropping those after the commit. */
export function purgeRemoved(store: Store, before: number): string[] {
  const files = store
    .prepare<{ sha256: string }>(
      'SELECT sha256 FROM template_file JOIN template ON template.id = template_id WHERE removed_at IS NOT NULL AND removed_at < ?',
    )
    .all(before);
  store.prepare('DELETE FROM template WHERE removed_at IS NOT NULL AND removed_at < ?').run(before);
  return files.map(({ sha256 }) => sha256);
}

export const filesOf = (store: Store, templateId: string): TemplateFile[] =>
  store
    .prepare<TemplateFile>('SELECT id, name, type, size, sha256 FROM template_file WHERE template_id = ? ORDER BY rowid')
    .all(templateId)
    .map((row) => ({ ...row }));

export const countFiles = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .prepare<{ id: string; n: number }>('SELECT template_id AS id, count(*) AS n FROM template_file GROUP BY template_id')
      .all()
      .map(({ id, n }) => [id, n]),
  );

export const addTemplateFile = (store: Store, templateId: string, { id, name, type, size, sha256 }: TemplateFile): void =>
  void store
    .prepare('INSERT INTO template_file (id, template_id, name, type, size, sha256) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, templateId, name, type, size, sha256);

/** Its hash, for dropping the file after the commit. */
export const removeTemplateFile = (store: Store, id: string): string[] =>
  store
    .prepare<{ sha256: string }>('DELETE FROM template_file WHERE id = ? RETURNING sha256')
    .all(id)
    .map(({ sha256 }) => sha256);

export const addTemplatePicture = (store: Store, { sha256, name, type, size }: TemplatePicture, at: number): void =>
  void store
    .prepare(
      `INSERT INTO template_picture (sha256, name, type, size, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET at = excluded.at`,
    )
    .run(sha256, name, type, size, at);

export function findTemplatePicture(store: Store, sha256: string): TemplatePicture | null {
  const row = store.prepare<TemplatePicture>('SELECT sha256, name, type, size FROM template_picture WHERE sha256 = ?').get(sha256);
  return row === undefined ? null : { ...row };
}

/** Takes away the pictures that no text shows, removed ones among them, and that were kept before `before`; their hashes. */
export function removeUnshown(store: Store, before: number): string[] {
  const old = store.prepare<{ sha256: string }>('SELECT sha256 FROM template_picture WHERE at < ?').all(before);
  if (old.length === 0) return [];
  const shown = new Set(
    store
      .prepare<{ content: string }>('SELECT content FROM template')
      .all()
      .flatMap(({ content }) => picturesOf(content)),
  );
  const gone = old.flatMap(({ sha256 }) => (shown.has(sha256) ? [] : [sha256]));
  for (const sha256 of gone) store.prepare('DELETE FROM template_picture WHERE sha256 = ?').run(sha256);
  return gone;
}

export const lastValueOf = (store: Store, field: string): string | null =>
  store.prepare<{ value: string }>('SELECT value FROM template_value WHERE field = ?').get(field)?.value ?? null;

const mostValues = 1000;

export function keepValue(store: Store, field: string, value: string, at: number): void {
  store
    .prepare('INSERT INTO template_value (field, value, at) VALUES (?1, ?2, ?3) ON CONFLICT (field) DO UPDATE SET value = ?2, at = ?3')
    .run(field, value, at);
  store
    .prepare('DELETE FROM template_value WHERE field IN (SELECT field FROM template_value ORDER BY at DESC LIMIT -1 OFFSET ?)')
    .run(mostValues);
}

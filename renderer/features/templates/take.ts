// Using a template or a snippet: its fields are asked for, then it goes into the open letter or a new one.
import type { Template } from '../../../electron/contract/model/templates';
import { type FieldValues, fieldKey, fieldsIn } from '../../../electron/domain/templates/fields';
import { firstNameOf, knownField } from '../../../electron/domain/templates/known-fields';
import { call } from '../../api';
import { formatDay } from '../../strings/format';
import type { Language } from '../../strings/languages';
import { writeNew } from '../frame/navigation';
import { sayFailure } from '../frame/notices';
import { session } from '../frame/session';
import { openLetter, putWhenOpen, type TypedRange } from './open-letter';
import { showTemplates, templatesShown } from './shown';

/** What the program can say of a field by itself: who it is for, and the day. Empty: nothing. */
export function proposalFor(field: string, language: Language): string {
  const known = knownField(field);
  if (known === null) return '';
  if (known === 'date') return formatDay(Date.now(), language);
  const recipient = templatesShown.get().isForNew ? null : (openLetter.get().letter?.recipient() ?? null);
  const name = recipient?.kind === 'good' ? recipient.name : '';
  return known === 'name' ? name : firstNameOf(name);
}

/** A template always shows its fields, filled in as far as they are known; one without goes at once. */
export async function takeTemplate(id: string): Promise<void> {
  const { isForNew } = templatesShown.get();
  const template = await read(id);
  if (template === null) return;
  const put = (values: FieldValues): void => void putInto(template, values, isForNew);
  if (fieldsIn(template.content).length === 0) afterwards(() => put(new Map()));
  else showTemplates({ kind: 'fields', template, use: put });
}

/** In the place of what was typed for it. Its fields are asked for only where nobody but the person knows them. */
export async function takeSnippet(id: string, range: TypedRange, language: Language): Promise<void> {
  const template = await read(id);
  const { letter } = openLetter.get();
  if (template === null || letter === null) return;
  const put = (values: FieldValues): void => letter.put({ template, values, isNew: false, range });
  const known = fieldsIn(template.content).map((field) => [fieldKey(field), proposalFor(field, language)] as const);
  if (known.every(([, value]) => value !== '')) put(new Map(known));
  else showTemplates({ kind: 'fields', template, use: put });
}

async function read(id: string): Promise<Template | null> {
  const template = await call('templates.read', { id });
  if (template.ok) return template.value;
  sayFailure(template.failure);
  return null;
}

/** Once the dialogue is gone: the letter takes the keyboard. */
export function afterwards(run: () => void): void {
  showTemplates(null);
  requestAnimationFrame(run);
}

async function putInto(template: Template, values: FieldValues, isForNew: boolean): Promise<void> {
  const { letter } = openLetter.get();
  if (letter !== null && !isForNew) return letter.put({ template, values, isNew: false, range: null });
  if (session.get().letter !== null) return; // a window of its own makes no letters
  const draftId = await writeNew();
  if (draftId !== null) putWhenOpen(draftId, { template, values, isNew: true, range: null });
}

// What of the templates is on the screen, above everything else: their list, one being written, its fields being asked for.
import type { Template, TemplateKind } from '../../../electron/contract/model/templates';
import { createStore } from '../../hooks/create-store';
import { session } from '../frame/session';
import type { Filled } from './open-letter';

export type TemplatesView =
  | { readonly kind: 'list'; readonly of: TemplateKind }
  | { readonly kind: 'edit'; readonly of: TemplateKind; readonly template: Template | null }
  | { readonly kind: 'keep'; readonly draftId: string; readonly name: string; readonly hasRecipients: boolean; readonly hasFiles: boolean }
  | { readonly kind: 'fields'; readonly template: Template; readonly use: (values: Filled['values']) => void };

type Shown = {
  readonly view: TemplatesView | null;
  /** What is chosen becomes a letter of its own, whatever is being written. */
  readonly isForNew: boolean;
};
export const templatesShown = createStore<Shown>({ view: null, isForNew: false });

/** Shows it, in the place of what is shown and for the same end; null: nothing more. */
export const showTemplates = (view: TemplatesView | null): void =>
  templatesShown.set(({ isForNew }) => ({ view, isForNew: view !== null && isForNew }));

/** The list, for a new letter. A window of its own makes none. */
export function writeFromTemplate(): void {
  if (session.get().letter === null) templatesShown.set({ view: { kind: 'list', of: 'template' }, isForNew: true });
}

// What of the templates is on the screen, above everything else: their list, one being written, its fields being asked for.
import type { Template, TemplateKind } from '../../../electron/contract/model/templates';
import { createStore } from '../../hooks/create-store';
import type { Filled } from './open-letter';

export type TemplatesView =
  | { readonly kind: 'list'; readonly of: TemplateKind }
  | { readonly kind: 'edit'; readonly of: TemplateKind; readonly template: Template | null }
  | { readonly kind: 'keep'; readonly draftId: string; readonly name: string; readonly hasRecipients: boolean; readonly hasFiles: boolean }
  | { readonly kind: 'fields'; readonly template: Template; readonly use: (values: Filled['values']) => void };

export const templatesShown = createStore<{ readonly view: TemplatesView | null }>({ view: null });

/** Shows it; null: nothing more. */
export const showTemplates = (view: TemplatesView | null): void => templatesShown.set({ view });

// The letter that a template or snippet is put into: the open one, or one that is made for it.
import type { Recipient } from '../../../electron/contract/model/drafts';
import type { Template } from '../../../electron/contract/model/templates';
import type { FieldValues } from '../../../electron/domain/templates/fields';
import { createStore } from '../../hooks/create-store';

export type Filled = {
  readonly template: Template;
  readonly values: FieldValues;
  /** The letter was made for it. */
  readonly isNew: boolean;
  /** What it takes the place of; null: the selection. */
  readonly range: TypedRange | null;
};
/** In the editor's positions; `text`: what stood there when it was chosen, for the person may have gone on in the meantime. */
export type TypedRange = { readonly from: number; readonly to: number; readonly text: string };
export type OpenLetter = {
  readonly draftId: string;
  readonly put: (filled: Filled) => void;
  /** The first in To; null: nobody is. */
  readonly recipient: () => Recipient | null;
};

export const openLetter = createStore<{ readonly letter: OpenLetter | null }>({ letter: null });

let waiting: { readonly draftId: string; readonly filled: Filled } | null = null;

/** Puts it into a letter that is being opened, as soon as it is there. */
export function putWhenOpen(draftId: string, filled: Filled): void {
  const { letter } = openLetter.get();
  if (letter?.draftId === draftId) letter.put(filled);
  else waiting = { draftId, filled };
}

/** A letter is there: what has waited for it is put into it. The returned function says that it went. */
export function enterLetter(letter: OpenLetter): () => void {
  openLetter.set({ letter });
  if (waiting?.draftId === letter.draftId) letter.put(waiting.filled);
  waiting = null;
  return () => openLetter.set((now) => (now.letter === letter ? { letter: null } : now));
}

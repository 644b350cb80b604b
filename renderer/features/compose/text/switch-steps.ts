// Undo and redo go past the switch to plain text and back: where the editor's own steps end, the letter as it was before is next.
import { Extension } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import type { Whereabouts } from '../draft-keeper';

/** A letter before a switch or behind it. */
export type SwitchedLetter = { readonly html: string; readonly isPlain: boolean; readonly leftAt: Whereabouts | null };

/** False: there is nothing to go to. */
export type SwitchSteps = { readonly back: () => boolean; readonly forth: () => boolean };

/** Behind the editor's own commands, whose names these take. */
export const switchSteps = (steps: { readonly current: SwitchSteps }) =>
  Extension.create({
    name: 'switchSteps',
    priority: 10,
    addCommands: () => ({
      undo:
        () =>
        ({ state, dispatch }) =>
          undo(state, dispatch) || (dispatch !== undefined && steps.current.back()),
      redo:
        () =>
        ({ state, dispatch }) =>
          redo(state, dispatch) || (dispatch !== undefined && steps.current.forth()),
    }),
  });

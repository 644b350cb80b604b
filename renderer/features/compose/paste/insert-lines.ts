// Puts very many lines into the letter at once: blocks of lines, and one step for undo.
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { linesNodes } from '../text/lines-node';

/** Behind the block the cursor is in; the cursor stays. */
export function insertLines({ state, view }: Editor, text: string): void {
  const { $to } = state.selection;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  const isLast = at === state.doc.content.size;
  const after = isLast ? state.schema.nodes.paragraph?.create() : undefined; // so that one can write on below
  view.dispatch(closeHistory(state.tr.insert(at, [...linesNodes(text, state.schema), ...(after === undefined ? [] : [after])])));
}

/** In the place of the selection, as any paste. */
export function pasteLines(view: EditorView, text: string): void {
  const { state } = view;
  const slice = new Slice(Fragment.from(linesNodes(text, state.schema)), 0, 0);
  view.dispatch(closeHistory(state.tr.replaceSelection(slice)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

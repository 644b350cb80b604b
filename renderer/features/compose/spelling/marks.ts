// The marks under misspelt words: decorations of the editor, which are no part of the letter. Where somebody is typing there are none:
// a word is not wrong before it is whole.
import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { longestWord } from '../../../../electron/domain/spelling/words';

export type Mark = { readonly from: number; readonly to: number; readonly word: string };
type Range = Pick<Mark, 'from' | 'to'>;
type State = {
  readonly shown: DecorationSet;
  /** Where the word is that is being typed; null: none is. */
  readonly typing: number | null;
};
type Order = { readonly marks: readonly Mark[] } | 'word-is-whole';

const key = new PluginKey<State>('spelling');
const nothing: State = { shown: DecorationSet.empty, typing: null };

const decorationOf = ({ from, to, word }: Mark): Decoration =>
  Decoration.inline(from, to, { class: 'misspelt', 'aria-invalid': 'spelling' }, { word });

/** Whether nothing but letters is between the two. */
function isOneWord(doc: Node, one: number, other: number): boolean {
  const [from, to] = one < other ? [one, other] : [other, one];
  return (
    to - from <= longestWord &&
    doc.resolve(from).sameParent(doc.resolve(to)) &&
    !/[\s\uFFFC]/u.test(doc.textBetween(from, to, '\n', '\uFFFC'))
  );
}

/** The marks of the word that has the cursor in it or at one of its ends. */
const ofWordAt = (shown: DecorationSet, doc: Node, at: number): Decoration[] =>
  shown.find(Math.max(0, at - longestWord), at).filter(({ from, to }) => isOneWord(doc, Math.min(Math.max(at, from), to), at));

export const SpellingMarks = Extension.create({
  name: 'spelling',
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before) {
          const order = tr.getMeta(key) as Order | undefined;
          if (order === 'word-is-whole') return { ...before, typing: null };
          if (order !== undefined) return { ...before, shown: DecorationSet.create(tr.doc, order.marks.map(decorationOf)) };
          const { selection } = tr;
          if (tr.docChanged) {
            const shown = before.shown.map(tr.mapping, tr.doc);
            if (!selection.empty) return { shown, typing: null };
            return { shown: shown.remove(ofWordAt(shown, tr.doc, selection.head)), typing: selection.head };
          }
          if (!tr.selectionSet || before.typing === null) return before;
          const isThere = selection.empty && isOneWord(tr.doc, before.typing, selection.head);
          return { ...before, typing: isThere ? before.typing : null };
        },
      },
      props: { decorations: (state) => key.getState(state)?.shown ?? null },
    }),
  ],
});

const stateOf = (editor: Editor): State => key.getState(editor.state) ?? nothing;

/** In the order of the letter. */
export const marksOf = (editor: Editor): readonly Mark[] =>
  stateOf(editor)
    .shown.find()
    .map(({ from, to, spec }) => ({ from, to, word: String(spec.word) }))
    .sort((a, b) => a.from - b.from);

/** The one that is chosen, or has the cursor in it or at one of its ends. */
export const markHere = (editor: Editor, { from, to }: Range = editor.state.selection): Mark | null =>
  marksOf(editor).find((mark) => mark.from <= to && mark.to >= from) ?? null;

/** Whether a word is being typed. */
export const isTyping = (editor: Editor): boolean => stateOf(editor).typing !== null && editor.isFocused;

/** Somebody asks about the word in the midst of typing it. */
export const takeAsWhole = (editor: Editor): void =>
  editor.view.dispatch(editor.state.tr.setMeta(key, 'word-is-whole' satisfies Order).setMeta('addToHistory', false));

/** Puts these in the place of those that are there; the word that is being typed stays without. */
export function putMarks(editor: Editor, wanted: readonly Mark[]): void {
  const typing = isTyping(editor) ? stateOf(editor).typing : null;
  const marks = wanted.filter(({ from, to }) => typing === null || typing < from || typing > to);
  const before = marksOf(editor);
  const isSame =
    before.length === marks.length && before.every(({ from, to }, index) => marks[index]?.from === from && marks[index]?.to === to);
  if (!isSame) editor.view.dispatch(editor.state.tr.setMeta(key, { marks } satisfies Order).setMeta('addToHistory', false));
}

/** To the next one behind the cursor (1), or the one before it (-1), around the end; null: there is none. */
export function goToMark(editor: Editor, step: 1 | -1): { readonly mark: Mark; readonly at: number; readonly count: number } | null {
  const marks = marksOf(editor);
  const { from, to } = editor.state.selection;
  const found = step === 1 ? marks.findIndex((mark) => mark.from >= to) : marks.findLastIndex((mark) => mark.to <= from);
  const at = found === -1 ? (step === 1 ? 0 : marks.length - 1) : found;
  const mark = marks[at];
  if (mark === undefined) return null;
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, mark.from, mark.to)).scrollIntoView());
  editor.view.focus();
  return { mark, at, count: marks.length };
}

/** Puts the right word in the place of the mark, as a step of its own for undo; what stays of the word keeps its look. */
export function correct(editor: Editor, { from, to }: Mark, word: string): void {
  const { state, schema } = editor;
  const old = state.doc.textBetween(from, to);
  let head = 0;
  while (head < Math.min(old.length, word.length) && old[head] === word[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, word.length) - head && old.at(-1 - tail) === word.at(-1 - tail)) tail += 1;
  const [start, end] = [from + head, to - tail];
  const put = word.slice(head, word.length - tail);
  const marks = state.doc.nodeAt(Math.max(from, end > start ? start : start - 1))?.marks ?? [];
  const tr = closeHistory(state.tr);
  if (put === '') tr.delete(start, end);
  else tr.replaceWith(start, end, schema.text(put, marks));
  tr.setSelection(TextSelection.create(tr.doc, from + word.length));
  editor.view.dispatch(tr.scrollIntoView());
}

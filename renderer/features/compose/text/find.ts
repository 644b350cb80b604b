// Finding words in the letter: which places there are, which of them one is at, and how they are shown. Nothing is looked for while
// nothing is asked for.
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export type Range = { readonly from: number; readonly to: number };
export type Query = { readonly words: string; readonly isExact: boolean };
export type Search = {
  readonly query: Query | null;
  readonly places: readonly Range[];
  /** Which of them; -1: there is none. */
  readonly at: number;
};
type State = Search & { readonly shown: DecorationSet };

const key = new PluginKey<State>('find');
/** More than anybody goes through one by one. */
const MOST = 5000;
const nothing: State = { query: null, places: [], at: -1, shown: DecorationSet.empty };

/** What was found in a paragraph before holds as long as the paragraph is the same one. */
type Known = WeakMap<Node, readonly Range[]>;
let known: { readonly query: string; readonly blocks: Known } = { query: '', blocks: new WeakMap() };

function inBlock(block: Node, pattern: RegExp, blocks: Known): readonly Range[] {
  const before = blocks.get(block);
  if (before !== undefined) return before;
  const text = block.textBetween(0, block.content.size, undefined, '\uFFFC');
  const found = [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ from: index, to: index + words.length }));
  blocks.set(block, found);
  return found;
}

export function findPlaces(doc: Node, { words, isExact }: Query): Range[] {
  if (words === '') return [];
  const name = `${isExact} ${words}`;
  if (known.query !== name) known = { query: name, blocks: new WeakMap() };
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '[\\s\\u00a0]+'), isExact ? 'g' : 'gi');
  const places: Range[] = [];
  doc.descendants((node, at) => {
    if (places.length >= MOST || !node.isTextblock) return places.length < MOST;
    for (const { from, to } of inBlock(node, pattern, known.blocks)) places.push({ from: at + 1 + from, to: at + 1 + to });
    return false;
  });
  return places.slice(0, MOST);
}

function search(state: EditorState, query: Query | null, near: number): State {
  if (query === null) return nothing;
  const places = findPlaces(state.doc, query);
  const next = places.findIndex(({ from }) => from >= near);
  return withShown(state.doc, { query, places, at: next === -1 ? Math.min(0, places.length - 1) : next });
}

const withShown = (doc: Node, found: Search): State => ({
  ...found,
  shown: DecorationSet.create(
    doc,
    found.places.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === found.at ? 'found found-here' : 'found' })),
  ),
});

type Order = { readonly query: Query | null } | { readonly at: number };

export const Finding = Extension.create({
  name: 'finding',
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before, _old, state) {
          const order = tr.getMeta(key) as Order | undefined;
          if (order !== undefined && 'query' in order) return search(state, order.query, state.selection.from);
          if (order !== undefined) return withShown(tr.doc, { ...before, at: order.at });
          if (before.query === null || !tr.docChanged) return before;
          const here = before.places[before.at];
          return search(state, before.query, here === undefined ? 0 : tr.mapping.map(here.from));
        },
      },
      props: { decorations: (state) => key.getState(state)?.shown ?? null },
    }),
  ],
});

export const searchOf = (editor: Editor): Search => key.getState(editor.state) ?? nothing;

export function askFor(editor: Editor, query: Query | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { query } satisfies Order));
  if (query !== null) show(editor);
}

/** To the next place (1) or the one before (-1), around the end. */
export function goOn(editor: Editor, step: 1 | -1): void {
  const { places, at } = searchOf(editor);
  if (places.length === 0) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, { at: (at + step + places.length) % places.length } satisfies Order));
  show(editor);
}

/** Brings the place into view; the focus stays where it is. */
function show(editor: Editor): void {
  const { places, at } = searchOf(editor);
  const here = places[at];
  if (here === undefined) return;
  const { node } = editor.view.domAtPos(here.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'nearest' });
}

/** Puts the words in the place one is at, in the look of those that stood there, and goes to the next. */
export function replaceHere(editor: Editor, words: string): void {
  const { places, at } = searchOf(editor);
  const here = places[at];
  if (here === undefined) return;
  const { tr } = editor.state;
  put(editor, tr, here, words);
  editor.view.dispatch(tr);
  const after = searchOf(editor);
  const next = after.places.findIndex(({ from }) => from >= here.from + words.length);
  if (after.places.length > 0) editor.view.dispatch(editor.state.tr.setMeta(key, { at: next === -1 ? 0 : next } satisfies Order));
  show(editor);
}

/** All of them, one step for undo; how many there were. */
export function replaceAll(editor: Editor, words: string): number {
  const { query } = searchOf(editor);
  const places = query === null ? [] : findPlaces(editor.state.doc, query);
  const { tr } = editor.state;
  for (const place of places.toReversed()) put(editor, tr, place, words);
  if (places.length > 0) editor.view.dispatch(tr);
  return places.length;
}

function put(editor: Editor, tr: EditorState['tr'], { from, to }: Range, words: string): void {
  const marks = editor.state.doc.nodeAt(from)?.marks ?? [];
  if (words === '') tr.delete(from, to);
  else tr.replaceWith(from, to, editor.schema.text(words, marks));
}

/** Ends it with the cursor on what was found last. */
export function leaveSearch(editor: Editor): void {
  const { places, at } = searchOf(editor);
  const here = places[at];
  const { tr } = editor.state;
  if (here !== undefined) tr.setSelection(TextSelection.create(tr.doc, here.from, here.to));
  editor.view.dispatch(tr.setMeta(key, { query: null } satisfies Order));
  editor.commands.focus();
}

// The undo history inside the editor's state, as plain parts. The library keeps it to itself: what is read here is held against
// its shape, and where that is another one, nothing is kept and nothing is restored. The text never depends on it.
import { type EditorState, NodeSelection, type Plugin, Selection, type SelectionBookmark, TextSelection } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';

export type UndoItem = {
  /** Takes the change back; undefined: a change that undo leaves alone lies between. */
  readonly step: Step | undefined;
  /** Where the selection was before the change; only on the first item of what is undone at once. */
  readonly selection: SelectionBookmark | undefined;
};
/** The oldest first. */
export type UndoState = { readonly done: readonly UndoItem[]; readonly undone: readonly UndoItem[] };

/** The library's key for its part of the state, and for the transaction that replaces it. */
export const HISTORY_KEY = 'history$';

export const historyPlugin = ({ plugins }: Pick<EditorState, 'plugins'>): Plugin | null =>
  plugins.find((plugin) => (plugin as unknown as { readonly key: string }).key === HISTORY_KEY) ?? null;

type Rope = { readonly forEach: (each: (item: unknown) => void) => void };

const isRope = (value: unknown): value is Rope =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'forEach') === 'function';
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function itemsOf(branch: unknown): readonly UndoItem[] | null {
  const rope = partOf(branch, 'items');
  if (!isRope(rope)) return null;
  const items: UndoItem[] = [];
  let isKnown = true;
  rope.forEach((item) => {
    const step = partOf(item, 'step');
    if (typeof item !== 'object' || item === null || (step !== undefined && !(step instanceof Step))) isKnown = false;
    else items.push(item as UndoItem);
  });
  return isKnown ? items : null;
}

/** Null: the library keeps it otherwise than it did when this was written. */
export function undoStateOf(state: EditorState): UndoState | null {
  const kept: unknown = historyPlugin(state)?.getState(state);
  const done = itemsOf(partOf(kept, 'done'));
  const undone = itemsOf(partOf(kept, 'undone'));
  return done === null || undone === null ? null : { done, undone };
}

/** `[anchor, head]` in a text, `[at]` for a chosen picture, `[]` for everything. */
export type Bookmark = readonly number[];

export function bookmarkOf(bookmark: SelectionBookmark): Bookmark {
  const { anchor, head } = bookmark as { readonly anchor?: number; readonly head?: number };
  return anchor === undefined ? [] : head === undefined ? [anchor] : [anchor, head];
}

/** The nearest selection that there can be. */
export function selectionAt(doc: EditorState['doc'], [anchor = 0, head]: Bookmark): Selection {
  const inside = (position: number): number => Math.min(Math.max(0, position), doc.content.size);
  if (head !== undefined) return TextSelection.between(doc.resolve(inside(anchor)), doc.resolve(inside(head)));
  const at = inside(anchor);
  const node = doc.nodeAt(at);
  return node !== null && NodeSelection.isSelectable(node) ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at));
}

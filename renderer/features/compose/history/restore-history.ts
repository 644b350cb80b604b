// Gives an editor back what could be undone and redone in it. The changes are made again on a copy, from the first one kept to the
// text as it stands: only where that leads to this very text is the history taken over; in any other case it is dropped.
import { closeHistory, history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';
import { z } from 'zod';
import { type Bookmark, HISTORY_KEY, historyPlugin, selectionAt } from './undo-state';

const bookmark = z.array(z.number().int().min(0)).max(2);
const items = z.array(z.union([z.tuple([z.unknown()]), z.tuple([z.unknown(), bookmark])]));
const keptSchema = z.object({ size: z.number(), done: items, undone: items });

/** One thing that is undone at once: the steps as they were made, in their order. */
type Event = { readonly before: Bookmark; readonly steps: readonly Step[] };

/** The transaction that does it; null: what was kept does not fit. Throws nothing. */
export function restoreHistory(state: EditorState, kept: string): Transaction | null {
  if (kept === '') return null;
  try {
    const value = keptSchema.parse(JSON.parse(kept));
    const plugin = historyPlugin(state);
    if (plugin === null || value.size !== state.doc.content.size) return null;
    const replayed = replay(state, plugin.spec.config as { readonly depth: number }, value);
    const historyState: unknown = replayed === null ? undefined : historyPlugin(replayed)?.getState(replayed);
    if (historyState === undefined) return null;
    return state.tr.setMeta(HISTORY_KEY, { redo: false, historyState }).setMeta('addToHistory', false);
  } catch {
    return null; // steps of another version of the editor; the text is as it was saved
  }
}

function replay(state: EditorState, config: { readonly depth: number }, { done, undone }: z.infer<typeof keptSchema>): EditorState | null {
  const { doc, schema } = state;
  const back = walk(doc, (at) => Step.fromJSON(schema, at), [...done].reverse());
  const forth = walk(doc, (at) => Step.fromJSON(schema, at), [...undone].reverse());
  if (back === null || forth === null) return null;
  let copy = EditorState.create({ doc: back.end, plugins: [history({ ...config, newGroupDelay: Number.MAX_SAFE_INTEGER })] });
  for (const event of eventsOf(back.passed.reverse().map(({ inverted, selection }) => ({ step: inverted, selection })))) {
    copy = enact(copy, event);
  }
  if (!copy.doc.eq(doc)) return null;
  const redone = redoEvents(forth.passed);
  for (const event of redone) copy = enact(copy, event);
  for (let count = redone.length; count > 0; count -= 1) {
    const given = undone.filter(([, selection]) => selection !== undefined)[redone.length - count]?.[1];
    if (given !== undefined) copy = copy.apply(copy.tr.setSelection(selectionAt(copy.doc, given)));
    undo(copy, (tr) => {
      copy = copy.apply(tr);
    });
  }
  return copy.doc.eq(doc) ? copy.apply(closeHistory(copy.tr)) : null;
}

type Passed = { readonly step: Step; readonly inverted: Step; readonly selection: Bookmark | undefined };
type Items = z.infer<typeof items>;

/** Applies the steps one after the other; null: one of them can't be. */
function walk(from: Node, read: (json: unknown) => Step, list: Items): { readonly end: Node; readonly passed: Passed[] } | null {
  let end = from;
  const passed: Passed[] = [];
  for (const [json, selection] of list) {
    const step = read(json);
    const result = step.apply(end);
    if (result.doc === null) return null;
    passed.push({ step, inverted: step.invert(end), selection });
    end = result.doc;
  }
  return { end, passed };
}

/** What was done, the oldest first: each event begins with the step that knows a selection. */
function eventsOf(steps: readonly { readonly step: Step; readonly selection: Bookmark | undefined }[]): Event[] {
  const events: { before: Bookmark; steps: Step[] }[] = [];
  for (const { step, selection } of steps) {
    if (selection !== undefined) events.push({ before: selection, steps: [] });
    events.at(-1)?.steps.push(step);
  }
  return events;
}

/** What was undone, in the order in which it is redone: each event ends with the step that knows a selection. */
function redoEvents(passed: readonly Passed[]): Event[] {
  const events: Event[] = [];
  let steps: Step[] = [];
  for (const { step, selection } of passed) {
    steps.push(step);
    if (selection === undefined) continue;
    events.push({ before: [], steps });
    steps = [];
  }
  return events;
}

function enact(state: EditorState, { before, steps }: Event): EditorState {
  const placed = before.length === 0 ? state : state.apply(state.tr.setSelection(selectionAt(state.doc, before)));
  const tr = closeHistory(placed.tr);
  for (const step of steps) tr.step(step);
  return placed.apply(tr);
}

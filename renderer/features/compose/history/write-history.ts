// What can be undone and redone in the text, as one text to keep with the draft. Only steps that are new since the last time are
// written out anew, so that keeping it costs no more than what was typed meanwhile.
import type { EditorState } from '@tiptap/pm/state';
import { longestHistory } from '../../../../electron/contract/model/draft-desk';
import { bookmarkOf, type UndoItem, undoStateOf } from './undo-state';

/** Items are never changed, only replaced. */
const written = new WeakMap<UndoItem, string>();

function itemText(item: UndoItem): string {
  const known = written.get(item);
  if (known !== undefined) return known;
  const { step, selection } = item;
  const text = JSON.stringify([step?.toJSON(), ...(selection === undefined ? [] : [bookmarkOf(selection)])]);
  written.set(item, text);
  return text;
}

/** The newest whole events that fit into `room` signs. Behind a change that undo leaves alone nothing older can be kept. */
function newest(items: readonly UndoItem[], room: number): readonly string[] {
  const kept: string[] = [];
  let event: string[] = [];
  let used = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item?.step === undefined) break;
    const text = itemText(item);
    used += text.length + 1;
    if (used > room) break;
    event.push(text);
    if (item.selection === undefined) continue;
    kept.push(...event);
    event = [];
  }
  return kept.reverse();
}

/** The document's size says, beside its text, that it is the one the steps were made for. */
export function writeHistory(state: EditorState): string {
  const undo = undoStateOf(state);
  if (undo === null) return '';
  const frame = 100;
  // What was taken back is of less worth than what can be.
  const undone = newest(undo.undone, longestHistory / 4);
  const room = longestHistory - frame - undone.reduce((sum, text) => sum + text.length + 1, 0);
  const done = newest(undo.done, room);
  return done.length + undone.length === 0
    ? ''
    : `{"size":${state.doc.content.size},"done":[${done.join(',')}],"undone":[${undone.join(',')}]}`;
}

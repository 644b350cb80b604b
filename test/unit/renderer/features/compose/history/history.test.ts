// What could be undone and redone in a letter can be again after it was closed: written down, and made anew from that.
import { getSchema } from '@tiptap/core';
import { closeHistory, history, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { Node } from '@tiptap/pm/model';
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestHistory } from '../../../../../../electron/contract/model/draft-desk';
import { restoreHistory } from '../../../../../../renderer/features/compose/history/restore-history';
import { writeHistory } from '../../../../../../renderer/features/compose/history/write-history';
import { letterExtensions } from '../../../../../../renderer/features/compose/letter-extensions';

const schema = getSchema(letterExtensions(''));
const paragraph = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const picture = (): Node => schema.node('image', { src: `app://brevduva/picture/${'a'.repeat(64)}`, cid: 'a@picture' });
const begin = (...texts: readonly string[]): EditorState =>
  EditorState.create({ doc: schema.node('doc', null, texts.map(paragraph)), plugins: [history({ depth: 100, newGroupDelay: 500 })] });
const run = (state: EditorState, command: Command): EditorState => {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
};
const type = (state: EditorState, text: string): EditorState => state.apply(closeHistory(state.tr.insertText(text)));

/** The same text in an editor that was opened anew. */
const reopened = ({ doc }: EditorState): EditorState =>
  EditorState.create({ doc: Node.fromJSON(schema, doc.toJSON()), plugins: [history({ depth: 100, newGroupDelay: 500 })] });
function restored(state: EditorState): EditorState {
  const fresh = reopened(state);
  const tr = restoreHistory(fresh, writeHistory(state));
  return tr === null ? fresh : fresh.apply(tr);
}
const all = (state: EditorState, command: Command): unknown[] => {
  const docs: unknown[] = [];
  for (let now = state; ; ) {
    const next = run(now, command);
    if (next === now) return docs;
    docs.push(next.doc.toJSON());
    now = next;
  }
};

describe('a letter that is opened again', () => {
  it('can be taken back to its beginning, and written again', () => {
    let state = begin('Hello');
    state = type(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 6))), ' Anna');
    state = state.apply(closeHistory(state.tr.addMark(1, 6, schema.mark('bold'))));
    state = state.apply(closeHistory(state.tr.insert(6, picture())));
    state = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 6)));
    state = state.apply(closeHistory(state.tr.deleteSelection()));
    state = run(state, undo);
    const again = restored(state);
    expect([undoDepth(again), redoDepth(again)]).toEqual([undoDepth(state), redoDepth(state)]);
    expect(all(again, undo)).toEqual(all(state, undo));
    expect(all(again, redo)).toEqual(all(state, redo));
    expect(run(again, redo).doc.textContent).toBe('Hello Anna');
  });

  it('puts the cursor where it was before what is taken back', () => {
    let state = begin('one', 'two');
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 4)));
    state = type(state, 'x');
    expect(run(restored(state), undo).selection.toJSON()).toEqual(run(state, undo).selection.toJSON());
  });

  it('goes on from there: what is typed next is undone by itself', () => {
    let state = type(begin('a'), 'b');
    state = restored(state);
    state = state.apply(state.tr.insertText('c', 1));
    expect(undoDepth(state)).toBe(2);
    expect(run(state, undo).doc.textContent).toBe('ba');
  });

  it('never harms the text: whatever was kept, it stands as it was saved', () => {
    const state = type(begin('Dear Anna'), 'x');
    const other = begin('Something else that is much longer');
    for (const kept of [
      writeHistory(state),
      '',
      'nonsense',
      '{}',
      '{"size":36,"done":[[{"stepType":"replace","from":900,"to":901},[1,1]]],"undone":[]}',
    ])
      expect(restoreHistory(other, kept)).toBeNull();
  });

  it('forgets what lies behind a change that undo leaves alone', () => {
    let state = type(begin('a'), 'before ');
    state = state.apply(state.tr.insertText('signature', state.doc.content.size - 1).setMeta('addToHistory', false));
    state = type(state, 'after ');
    const again = restored(state);
    expect(undoDepth(again)).toBe(1);
    expect(run(again, undo).doc.eq(run(state, undo).doc)).toBe(true);
  });

  it('drops the oldest where it would be too long', () => {
    let state = begin('');
    for (let count = 0; count < 12; count += 1) {
      state = type(state, String(count % 10).repeat(50_000));
      state = state.apply(closeHistory(state.tr.delete(1, state.doc.content.size - 1)));
    }
    expect(writeHistory(state).length).toBeLessThanOrEqual(longestHistory);
    const again = restored(state);
    expect(undoDepth(again)).toBeGreaterThan(10);
    expect(undoDepth(again)).toBeLessThan(24);
    expect(all(again, undo)).toEqual(all(state, undo).slice(0, undoDepth(again)));
  });
});

type Move = (state: EditorState) => EditorState;
const spot = ({ doc }: EditorState, part: number): number => Math.round(part * doc.content.size);
const range = (state: EditorState, a: number, b: number) => {
  const [from, to] = [spot(state, a), spot(state, b)].sort((one, two) => one - two);
  return { from: from ?? 0, to: to ?? 0 };
};
const parts = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(parts, fc.string({ minLength: 1, maxLength: 5 })).map(
    ([[a, b], text]): Move =>
      (state) => {
        const { from, to } = range(state, a, b);
        const at = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
        return state.apply(state.tr.setSelection(at).insertText(text));
      },
  ),
  parts.map(
    ([a, b]): Move =>
      (state) => {
        const { from, to } = range(state, a, b);
        return state.apply(closeHistory(state.tr.addMark(from, to, schema.mark('bold'))));
      },
  ),
  parts.map(
    ([a, b]): Move =>
      (state) => {
        const { from, to } = range(state, a, b);
        return state.apply(closeHistory(state.tr.deleteRange(from, to)));
      },
  ),
  parts.map(
    ([a]): Move =>
      (state) => {
        const { $from } = TextSelection.near(state.doc.resolve(spot(state, a)));
        return $from.parent.isTextblock ? state.apply(closeHistory(state.tr.split($from.pos))) : state;
      },
  ),
  fc.constant<Move>((state) => run(state, undo)),
  fc.constant<Move>((state) => run(state, redo)),
);

it('is the same history for whatever was written, formatted, undone and redone', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 25 }), (list) => {
      let state = begin('The first line', 'and another one');
      for (const move of list) state = move(state);
      const again = restored(state);
      expect(again.doc.eq(state.doc)).toBe(true);
      expect(all(again, undo)).toEqual(all(state, undo));
      expect(all(again, redo)).toEqual(all(state, redo));
      // And a second time, from what was restored.
      expect(all(restored(again), undo)).toEqual(all(state, undo));
    }),
    { numRuns: 200 },
  );
});

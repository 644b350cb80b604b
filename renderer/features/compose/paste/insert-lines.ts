// Puts very many lines into the letter, some at a time, so that the page can draw and take keys between them.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** Characters, and lines, that take a few ms. */
const AT_ONCE = 30_000;
const LINES_AT_ONCE = 500;
/** A line without end is broken: the page lays a paragraph out as a whole. */
const LONGEST = 4000;

function* portions(text: string): Generator<readonly string[]> {
  let lines: string[] = [];
  let size = 0;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    for (let at = 0; at === 0 || at < line.length; at += LONGEST) {
      const piece = line.slice(at, at + LONGEST);
      lines.push(piece);
      size += piece.length;
      if (size < AT_ONCE && lines.length < LINES_AT_ONCE) continue;
      yield lines;
      lines = [];
      size = 0;
    }
  }
  if (lines.length > 0) yield lines;
}

/** Behind the block the cursor is in. What is written meanwhile stays where it is. */
export async function insertLines(editor: Editor, text: string): Promise<void> {
  const { $to } = editor.state.selection;
  let at = $to.depth === 0 ? $to.pos : $to.after(1);
  const follow = ({ transaction }: { readonly transaction: Transaction }): void => {
    at = transaction.mapping.map(at);
  };
  const { paragraph } = editor.schema.nodes;
  if (paragraph === undefined) return;
  editor.on('transaction', follow);
  try {
    for (const lines of portions(text)) {
      if (editor.isDestroyed) return;
      const nodes: Node[] = lines.map((line) => paragraph.create(null, line === '' ? null : editor.schema.text(line)));
      editor.view.dispatch(editor.state.tr.insert(at, nodes)); // `follow` goes behind them
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    editor.off('transaction', follow);
  }
}

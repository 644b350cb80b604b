// Tables in a letter: rows and columns with lines. What is marked `data-grid` leaves as one; other people's layout tables don't.
import { Extension, mergeAttributes } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { Editor } from '@tiptap/react';

const grid = { 'data-grid': '' };

/** Without widths of its own: a phone is narrower than any that were set. */
const Grid = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes, grid), ['tbody', 0]],
}).configure({ resizable: false });

/** A line of cells, `| Name | Amount |`, becomes the head of a table with Enter. */
const GridByPipes = Extension.create({
  name: 'gridByPipes',
  priority: 200, // before the paragraph's own Enter
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from, empty } = this.editor.state.selection;
        const cells = empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' ? cellsIn($from.parent.textContent) : null;
        if (cells === null || $from.parentOffset !== $from.parent.content.size) return false;
        const row = (type: string, texts: readonly string[]) => ({
          type: 'tableRow',
          content: texts.map((text) => ({
            type,
            content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }],
          })),
        });
        const table = {
          type: 'table',
          content: [
            row('tableHeader', cells),
            row(
              'tableCell',
              cells.map(() => ''),
            ),
          ],
        };
        const head = cells.reduce((size, text) => size + text.length + 4, 2); // each cell and its paragraph open and close
        return this.editor
          .chain()
          .insertContentAt({ from: $from.before(), to: $from.after() }, table)
          .setTextSelection($from.before() + 1 + head + 3)
          .run();
      },
    };
  },
});

/** Null: the line is no row of a table. */
export function cellsIn(line: string): string[] | null {
  const inside = /^\s*\|(.+)\|\s*$/.exec(line)?.[1];
  const cells = inside?.split('|').map((cell) => cell.trim()) ?? [];
  return cells.length >= 2 && cells.length <= 20 && cells.some((cell) => cell !== '') ? cells : null;
}

export const gridExtensions = [
  Grid,
  TableRow,
  TableCell.configure({ HTMLAttributes: grid }),
  TableHeader.configure({ HTMLAttributes: grid }),
  GridByPipes,
];

export const insertGrid = (editor: Editor): void =>
  void editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();

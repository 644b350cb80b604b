// A block of plain lines in the letter, as very long text comes in. What is written in it is plain too; Enter makes the next line.
import { Node } from '@tiptap/core';
import type { Node as DocumentNode, Schema } from '@tiptap/pm/model';
import { lineBlocks } from '../../../../electron/domain/many-lines';

export const Lines = Node.create({
  name: 'lines',
  priority: 60, // a new paragraph is an ordinary one
  group: 'block',
  content: 'text*',
  marks: '',
  code: true, // lines and blanks stay as they are, and no shortcut is read in them
  defining: true,
  parseHTML: () => [{ tag: 'p[data-lines]', priority: 60, preserveWhitespace: 'full' }],
  renderHTML: () => ['p', { 'data-lines': '' }, 0],
});

/** Empty where the schema has no such blocks. */
export function linesNodes(text: string, schema: Schema): DocumentNode[] {
  const { lines } = schema.nodes;
  return lines === undefined ? [] : lineBlocks(text).map((block) => lines.create(null, block === '' ? null : schema.text(block)));
}

// The letter as HTML. Blocks that have not changed since the last time are not written out again: a save in the midst
// of a long letter costs as much as the paragraph that is being typed.
import { type Editor, getHTMLFromFragment } from '@tiptap/core';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';

/** The editor's blocks are never changed, only replaced. */
const written = new WeakMap<Node, string>();

export function letterHtml({ state, schema }: Editor): string {
  const blocks: string[] = [];
  state.doc.forEach((block) => {
    blocks.push(blockHtml(block, schema));
  });
  return blocks.join('');
}

export function blockHtml(block: Node, schema: Schema): string {
  const html = written.get(block) ?? getHTMLFromFragment(Fragment.from(block), schema);
  written.set(block, html);
  return html;
}

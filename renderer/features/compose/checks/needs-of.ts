// What the letter needs of mail programs, block by block: each is asked of the engine once, as it leaves.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { call } from '../../../api';
import { inSlices } from '../in-slices';
import { blockHtml } from '../letter-html';
import { readNeeds } from './read-needs';

/** The editor's blocks are never changed, only replaced. */
const known = new WeakMap<Node, readonly string[]>();

/** Characters: a longer one was pasted, and is not worth the engine's time. */
const LONGEST = 200_000;
const nothing: readonly string[] = [];

function blocksOf({ state: { doc } }: Editor): readonly Node[] {
  const blocks: Node[] = [];
  doc.forEach((node) => {
    blocks.push(node);
  });
  return blocks;
}

/**
 * Asks about those that are not known. Where the engine does not answer they are asked about the next time, and where `isStill` turns
 * false, the rest of them.
 */
export async function learnNeeds(editor: Editor, isStill: () => boolean): Promise<void> {
  const fresh = blocksOf(editor).flatMap((node) => (known.has(node) ? [] : [{ node, html: blockHtml(node, editor.schema) }]));
  for (const { node } of fresh.filter(({ html }) => html.length > LONGEST)) known.set(node, nothing);
  const asked = fresh.filter(({ html }) => html.length <= LONGEST);
  if (asked.length === 0) return;
  const answer = await call('letters.leaving', { blocks: asked.map(({ html }) => html) });
  if (!answer.ok) return;
  const leaving = answer.value.blocks;
  await inSlices(asked.entries(), isStill, ([index, { node }]) => known.set(node, readNeeds(leaving[index] ?? '')));
}

/** What is known of each block. */
export const needsOf = (editor: Editor): readonly (readonly string[])[] => blocksOf(editor).map((node) => known.get(node) ?? nothing);

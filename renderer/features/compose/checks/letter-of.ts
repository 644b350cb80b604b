// The editor's letter as the checks read it, and the way back: from the place of a finding to a place in the editor.
import type { Editor } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import type { Letter, LetterBlock, Place } from '../../../../electron/domain/letter-checks/letter';
import { blockHtml } from '../letter-html';
import { readBlock } from './read-letter';

/** The editor's blocks are never changed, only replaced: each is read once. */
const known = new WeakMap<Node, LetterBlock>();

export function blockOf(node: Node, schema: Schema): LetterBlock {
  const block = known.get(node) ?? readBlock(blockHtml(node, schema));
  known.set(node, block);
  return block;
}

export const letterOf = ({ state: { doc }, schema }: Editor): Letter => doc.children.map((node) => blockOf(node, schema));

export type Range = { readonly from: number; readonly to: number };

/** Where a finding is in the editor; null: it is not there any more. */
export function rangeOf(doc: Node, place: Place): Range | null {
  if (place.block >= doc.childCount) return null;
  const block = doc.child(place.block);
  let inside = 1; // behind the block's own opening
  for (let index = 0; index < place.block; index += 1) inside += doc.child(index).nodeSize;
  return place.kind === 'picture' ? pictureIn(block, inside, place.index) : wordsIn(block, inside, place);
}

function pictureIn(block: Node, inside: number, wanted: number): Range | null {
  let index = -1;
  let found: Range | null = null;
  block.descendants((node, offset) => {
    if (node.type.name !== 'image') return;
    index += 1;
    if (index === wanted) found = { from: inside + offset, to: inside + offset + node.nodeSize };
  });
  return found;
}

function wordsIn(block: Node, inside: number, { from, to }: Range): Range | null {
  let counted = 0;
  let start: number | null = null;
  let end: number | null = null;
  block.descendants((node, offset) => {
    const length = node.text?.length ?? 0;
    if (length === 0) return;
    if (start === null && from < counted + length) start = inside + offset + from - counted;
    if (end === null && to <= counted + length) end = inside + offset + Math.max(0, to - counted);
    counted += length;
  });
  return start === null || end === null || end < start ? null : { from: start, to: end };
}

// Reads the blocks of a letter that are new ahead of the checks, some milliseconds at a time: at once, a large paste would hold up the keys.
import type { Editor } from '@tiptap/core';
import { inSlices } from '../in-slices';
import { blockOf } from './letter-of';

/** False: `isStill` was false after a pause, and the rest was left. */
export async function readAhead({ state: { doc }, schema }: Editor, isStill: () => boolean): Promise<boolean> {
  const { readAlone } = await import('../../../../electron/domain/letter-checks/find');
  return inSlices(doc.children, isStill, (node) => readAlone(blockOf(node, schema)));
}

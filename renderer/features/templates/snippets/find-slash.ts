// What is being typed as the name of a snippet: a slash at the beginning of a line or behind a blank, and a word's beginning up to the cursor.
import type { ResolvedPos } from '@tiptap/pm/model';
import { slashIn } from './slash-text';

/** A longer name than any; more of the paragraph is not looked at, however long it is. */
const longest = 48;

type Match = { readonly range: { from: number; to: number }; readonly query: string; readonly text: string };

export function findSlash({ $position }: { readonly $position: ResolvedPos }): Match | null {
  const { parent, parentOffset, pos } = $position;
  if (!parent.isTextblock) return null;
  const from = Math.max(0, parentOffset - longest);
  // A line break and a picture count as one sign each, as they do in positions.
  const text = parent.textBetween(from, parentOffset, undefined, '\n');
  const query = slashIn(text, from === 0);
  if (query === null) return null;
  return { range: { from: pos - query.length - 1, to: pos }, query, text: `/${query}` };
}

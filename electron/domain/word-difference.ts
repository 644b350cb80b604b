// How far two texts are from each other, in words: how many only the one has, and how many only the other.

export type WordDifference = { readonly more: number; readonly fewer: number };

/** What `text` has more and fewer than `than`. Where the words stand does not matter. */
export function wordDifference(text: string, than: string): WordDifference {
  const counts = new Map<string, number>();
  const count = (of: string, by: number): void => {
    for (const word of of.split(/\s+/)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(text, 1);
  count(than, -1);
  let [more, fewer] = [0, 0];
  for (const left of counts.values()) {
    if (left > 0) more += left;
    else fewer -= left;
  }
  return { more, fewer };
}

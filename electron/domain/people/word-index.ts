// Where the words of everybody's name and address begin, by their first letters: whoever has a word is found without looking at anybody
// else. One text and four numbers a word, nothing for each question.
import { isLetter, matches } from './keys';

/** `at` and `who` belong together: in each letter's stretch of them the people stand in their own order. */
export type WordIndex<P extends { readonly folded: string }> = {
  readonly people: readonly P[];
  /** Everybody's folded name and address, one a line. */
  readonly text: string;
  /** Where a word begins in the text, and whose it is. */
  readonly at: Uint32Array;
  readonly who: Uint32Array;
  /** By the code of a first letter: its stretch. */
  readonly stretches: ReadonlyMap<number, Stretch>;
};
export type Stretch = { readonly from: number; readonly to: number };

const nowhere: Stretch = { from: 0, to: 0 };

/** @param people in the order in which they are to be found */
export function indexWords<P extends { readonly folded: string }>(people: readonly P[]): WordIndex<P> {
  const text = people.map(({ folded }) => folded).join('\n');
  const begins = beginningsIn(text);
  const next = new Uint32Array(65_536); // how many of each letter; then: the next free place in its stretch
  const codes: number[] = [];
  for (let index = 0; index < begins.length; index += 1) {
    const code = text.charCodeAt(begins[index] ?? 0);
    const count = next[code] ?? 0;
    if (count === 0) codes.push(code);
    next[code] = count + 1;
  }
  const stretches = new Map<number, Stretch>();
  let total = 0;
  for (const code of codes) {
    const to = total + (next[code] ?? 0);
    stretches.set(code, { from: total, to });
    next[code] = total;
    total = to;
  }
  const at = new Uint32Array(total);
  const who = new Uint32Array(total);
  let [line, lineEnd] = [-1, -1];
  for (let index = 0; index < begins.length; index += 1) {
    const begin = begins[index] ?? 0;
    while (begin > lineEnd) {
      line += 1;
      lineEnd += (people[line]?.folded.length ?? 0) + 1;
    }
    const code = text.charCodeAt(begin);
    const place = next[code] ?? 0;
    next[code] = place + 1;
    at[place] = begin;
    who[place] = line;
  }
  return { people, text, at, who, stretches };
}

/** Where words begin, in their order. */
function beginningsIn(text: string): Uint32Array {
  const begins = new Uint32Array(Math.ceil(text.length / 2)); // at most every other letter
  let count = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    const isWord = isLetter(text.charCodeAt(index));
    if (isWord && !isInside) {
      begins[count] = index;
      count += 1;
    }
    isInside = isWord;
  }
  return begins.subarray(0, count);
}

/** The beginnings with this first letter. */
export const stretchOf = ({ stretches }: Pick<WordIndex<never>, 'stretches'>, word: string): Stretch =>
  stretches.get(word.charCodeAt(0)) ?? nowhere;

/** Whether the word, whose first letter is there, stands at this place. */
export function standsAt(text: string, place: number, word: string): boolean {
  for (let index = 1; index < word.length; index += 1) if (text.charCodeAt(place + index) !== word.charCodeAt(index)) return false;
  return true;
}

/**
 * Tells of everybody who has all of the words, in their order, until `visit` answers false.
 * @param words at least one, each as of `searchWords`
 */
export function eachWith<P extends { readonly folded: string }>(
  index: WordIndex<P>,
  words: readonly string[],
  visit: (one: P) => boolean,
): void {
  const size = (word: string): number => stretchOf(index, word).to - stretchOf(index, word).from;
  const [rarest, ...others] = [...words].sort((a, b) => size(a) - size(b));
  if (rarest === undefined) return;
  const { people, text, at, who } = index;
  const { from, to } = stretchOf(index, rarest);
  let last = -1;
  for (let place = from; place < to; place += 1) {
    const line = who[place] ?? 0;
    if (line === last || !standsAt(text, at[place] ?? 0, rarest)) continue;
    last = line;
    const one = people[line];
    if (one !== undefined && matches(one.folded, others) && !visit(one)) return;
  }
}

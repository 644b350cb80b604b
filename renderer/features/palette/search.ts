// Finds what can be done by what a person types: in their own letters or without the dots and rings on them, in any order.

export type Searchable = {
  readonly id: string;
  readonly label: string /** Found by them too, after the label. */;
  readonly words?: string;
};

const unfolding: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ı: 'i' };

/** Lower case, without accents: "Återställ" and "aterstall" are the same. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœßðþłđı]/g, (letter) => unfolding[letter] ?? letter);

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}@.]+/u)
    .filter(Boolean);

/** How well one typed word fits; 0: not at all. */
function fit(typed: string, label: readonly string[], more: readonly string[]): number {
  if (label[0]?.startsWith(typed)) return 4;
  if (label.some((word) => word.startsWith(typed))) return 3;
  if (label.some((word) => word.includes(typed))) return 2;
  return more.some((word) => word.startsWith(typed)) ? 1 : 0;
}

/** Those in which every typed word is found, the best first; of equals the one that was used more lately, then as they were. */
export function findAll<T extends Searchable>(all: readonly T[], typed: string, recent: readonly string[]): readonly T[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return all;
  const agoOf = ({ id }: T): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return all
    .map((one) => {
      const [label, more] = [wordsOf(one.label), wordsOf(one.words ?? '')];
      const fits = wanted.map((word) => fit(word, label, more));
      return { one, score: fits.includes(0) ? 0 : fits.reduce((sum, each) => sum + each, 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || agoOf(a.one) - agoOf(b.one))
    .map(({ one }) => one);
}

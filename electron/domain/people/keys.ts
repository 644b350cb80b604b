// How names and addresses are searched.

/** Letters that are no plain letter with a mark to Unicode, but are to a person who types. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', œ: 'oe', ı: 'i' };

/** Without case, accents and doubled spaces: "Åsa  ØST" is "asa ost". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øæßđðþłœı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();

/** As it is searched and sorted: the name first, where there is one. */
export const foldPerson = (name: string, address: string): string => fold(`${name} ${address}`);

/** The words somebody looks for; what only separates is left out. */
export const searchWords = (text: string): readonly string[] =>
  fold(text)
    .split(/[\s<>"(),;]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');

/** Whether the code of a letter of a folded text stands within a word. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;

/**
 * How a text may go on: the words that are whole, and the one that the next letter lengthens ('' where it begins another word).
 */
export function unfinished(text: string): { readonly whole: readonly string[]; readonly stem: string } {
  const words = searchWords(`${text}x`);
  return { whole: words.slice(0, -1), stem: (words.at(-1) ?? 'x').slice(0, -1) };
}

/** Whether every word begins a word of the folded text; parts of an address are words too. */
export function matches(folded: string, words: readonly string[]): boolean {
  for (const word of words) if (!hasWord(folded, word)) return false;
  return true;
}

function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter(folded.charCodeAt(at - 1))) return true;
  }
  return false;
}

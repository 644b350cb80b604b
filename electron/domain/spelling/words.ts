// Which words of a text are looked up: those of a language with Latin letters, and nothing that is an address, a field, a number or a name
// in capitals. Each character is read once or twice, so that a text of any length and any making costs no more than its length.

/** `from` and `to`: its characters in the text. `word`: what is looked up. `also`: other ways to write it, of which one is enough. */
export type Word = { readonly from: number; readonly to: number; readonly word: string; readonly also: readonly string[] };

/** Signs: no word of the three languages that anybody writes is longer. */
export const longestWord = 64;
/** Signs without a space: it is an address, or a picture as text. */
const longestChunk = 400;

const joins = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const inside = `[\\p{L}\\p{M}\\p{N}_${joins}]`;
const wordPattern = new RegExp(`${inside}+(?:['’ʼ‐‑-]${inside}+)*`, 'gu');
const partPattern = new RegExp(`${inside}+(?:['’ʼ]${inside}+)*`, 'gu');
const unseen = new RegExp(`[${joins}]`, 'gu');

/** An address, a path, a mention, a name of a file or of something in a program; "end.Next" is taken for one as well. */
const isMachineWord = (chunk: string): boolean =>
  chunk.length > longestChunk ||
  /[@\\=]|:\/\/|^[("'“”‘’«»[<]*(?:www\.|[#/~]|\.{1,2}\/)|\/.*\/|[\p{L}\p{N}]\.\p{L}/u.test(chunk) ||
  /^[("'“”‘’]*:[\w+-]+:/u.test(chunk); // an emoji by its name

/** As dictionaries have it. */
const bare = (text: string): string => text.replace(unseen, '').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-').normalize('NFC');

/** Whether anybody would expect it in a dictionary. */
const isLookedUp = (word: string): boolean =>
  word.length > 1 &&
  word.length <= longestWord &&
  /^[\p{Script=Latin}\p{M}'-]+$/u.test(word) &&
  /\p{Ll}/u.test(word) && // not in capitals alone
  !/\p{Ll}\p{Lu}/u.test(word); // GitHub

const isHyphen = (sign: string | undefined): boolean => sign !== undefined && /[‐‑-]/.test(sign);
/** "för- och nackdelar", "-årig": a piece of a word whose rest is elsewhere. */
const hangs = (text: string, from: number, to: number): boolean =>
  (isHyphen(text[to]) && !isHyphen(text[to + 1])) || (isHyphen(text[from - 1]) && !isHyphen(text[from - 2]));

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const readable = text.replace(/\{\{[^{}\n]{0,200}\}\}/g, (field) => ' '.repeat(field.length));
  for (const { 0: chunk, index } of readable.matchAll(/[^\s\u00a0\uFFFC]+/gu)) {
    if (isMachineWord(chunk)) continue;
    for (const { 0: written, index: at } of chunk.matchAll(wordPattern)) {
      const from = index + at;
      const to = from + written.length;
      if (hangs(readable, from, to)) continue;
      const whole = bare(written);
      // "etc." may be known with its dot alone.
      const also = readable[to] === '.' && whole.length < longestWord ? [`${whole}.`] : [];
      if (!whole.includes('-')) {
        if (isLookedUp(whole)) words.push({ from, to, word: whole, also });
        continue;
      }
      if (whole.length > longestWord || /[\p{N}_]/u.test(whole)) continue; // "5-årig"
      for (const { 0: part, index: inWord } of written.matchAll(partPattern)) {
        const word = bare(part);
        if (isLookedUp(word)) words.push({ from: from + inWord, to: from + inWord + part.length, word, also: [whole] });
      }
    }
  }
  return words;
}

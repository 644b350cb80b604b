// What the page knows of words already, so that each is asked for once. A word and its other ways to write it are right where one of
// them is.
import type { CallInput, CallOutput } from '../../../../electron/contract/api';
import type { Result } from '../../../../electron/contract/failure';
import { mostAsked, type SpellingLanguage } from '../../../../electron/contract/model/spelling';
import type { Word } from '../../../../electron/domain/spelling/words';

export type Ask = (input: CallInput<'spelling.check'>) => Promise<Result<CallOutput<'spelling.check'>>>;
export type Lookups = {
  /** Whether a word is right in one of them; null: it has not been asked for yet. */
  readonly within: (languages: readonly SpellingLanguage[]) => (word: Pick<Word, 'word' | 'also'>) => boolean | null;
  /** Asks for those that nobody has asked for; false: nobody can tell just now. As many at a time as go into one question. */
  readonly lookUp: (words: Iterable<Pick<Word, 'word' | 'also'>>, languages: readonly SpellingLanguage[]) => Promise<boolean>;
  readonly forget: () => void;
};

/** Words of all languages together: some megabytes. */
const mostKnown = 100_000;

export function createLookups(ask: Ask): Lookups {
  const known = new Map<string, Map<string, boolean>>();
  let count = 0;
  const knownIn = (languages: readonly SpellingLanguage[]): Map<string, boolean> => {
    const key = [...languages].sort().join();
    const words = known.get(key) ?? new Map<string, boolean>();
    known.set(key, words);
    return words;
  };
  const forget = (): void => {
    known.clear();
    count = 0;
  };
  return {
    forget,
    within(languages) {
      const words = knownIn(languages);
      return ({ word, also }) => {
        let answer = words.get(word);
        for (const other of also) {
          const found = words.get(other);
          answer = answer === true || found === true ? true : answer === undefined || found === undefined ? undefined : false;
        }
        return answer ?? null;
      };
    },
    async lookUp(words, languages) {
      if (count > mostKnown) forget();
      const asked = new Set<string>();
      const before = knownIn(languages);
      for (const { word, also } of words) for (const spelling of [word, ...also]) if (!before.has(spelling)) asked.add(spelling);
      const all = [...asked];
      for (let from = 0; from < all.length; from += mostAsked) {
        const some = all.slice(from, from + mostAsked);
        const answer = await ask({ languages: [...languages], words: some });
        if (!answer.ok) return false;
        const wrong = new Set(answer.value.wrong);
        for (const [place, spelling] of some.entries()) before.set(spelling, !wrong.has(place));
        count += some.length;
      }
      return true;
    },
  };
}

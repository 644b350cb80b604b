// What the engine asks of the thread with the dictionaries, and what that answers. Both are ours, in one process.
import type { SpellingLanguage } from '../../contract/model/spelling';

export type Question =
  | { readonly kind: 'check'; readonly languages: readonly SpellingLanguage[]; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly languages: readonly SpellingLanguage[]; readonly word: string };
export type Answer = {
  readonly id: number;
  /** Places of wrong words, for a check. */
  readonly wrong: readonly number[];
  readonly suggestions: readonly string[];
  /** Languages whose dictionaries can't be read. */
  readonly missing: readonly SpellingLanguage[];
};
export type Numbered = Question & { readonly id: number };

// Which words of a paragraph are wrong, and of which nobody knows it yet. One that is as it was is judged once, not at every look: a long
// letter costs no more than the paragraph that is being written.
import type { Node } from '@tiptap/pm/model';
import type { SpellingLanguage } from '../../../../electron/contract/model/spelling';
import { isKnownName, isOwnWord } from '../../../../electron/domain/spelling/own-words';
import type { Word } from '../../../../electron/domain/spelling/words';
import type { Lookups } from './lookups';
import { readParagraph } from './own-text';

/** What decides besides the dictionaries. */
export type Rules = {
  readonly languages: readonly SpellingLanguage[];
  readonly own: ReadonlySet<string>;
  readonly ignored: readonly string[];
  readonly names: ReadonlySet<string>;
};
export type Verdict = { readonly unknown: readonly Word[]; readonly wrong: readonly Word[] };
export type Judge = { readonly under: (rules: Rules) => (paragraph: Node) => Verdict };

export function createJudge(lookups: Pick<Lookups, 'within'>): Judge {
  let before: Rules | null = null;
  let settled = new WeakMap<Node, Verdict>();
  return {
    under(rules) {
      if (before !== null && !areSame(before, rules)) settled = new WeakMap();
      before = rules;
      const isRight = lookups.within(rules.languages);
      const ignored = new Set(rules.ignored);
      const isFine = (word: string): boolean => ignored.has(word) || isOwnWord(word, rules.own) || isKnownName(word, rules.names);
      return (paragraph) => {
        const known = settled.get(paragraph);
        if (known !== undefined) return known;
        const [unknown, wrong]: [Word[], Word[]] = [[], []];
        for (const word of readParagraph(paragraph).words) {
          const answer = isRight(word);
          if (answer !== true && !isFine(word.word)) (answer === null ? unknown : wrong).push(word);
        }
        const verdict = { unknown, wrong };
        if (unknown.length === 0) settled.set(paragraph, verdict);
        return verdict;
      };
    },
  };
}

function areSame(one: Rules, other: Rules): boolean {
  if (one.own !== other.own || one.languages.join() !== other.languages.join()) return false;
  if (one.ignored !== other.ignored && one.ignored.join('\n') !== other.ignored.join('\n')) return false;
  return one.names.size === other.names.size && [...one.names].every((name) => other.names.has(name));
}

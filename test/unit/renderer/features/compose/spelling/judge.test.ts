// Paragraphs are judged once, until something else decides.
import { Schema } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { createJudge, type Rules } from '../../../../../../renderer/features/compose/spelling/judge';

const schema = new Schema({ nodes: { doc: { content: 'text*' }, text: {} } });
const paragraph = schema.node('doc', null, [schema.text('Dear Anna, the lettr')]);
const rules: Rules = { languages: ['en-GB'], own: new Set(), ignored: [], names: new Set() };
const wordsOf = (words: readonly { readonly word: string }[]): string[] => words.map(({ word }) => word);

it('judges a paragraph once it is known, and again when other words are fine', () => {
  const known = new Map<string, boolean>([['Dear', true]]);
  let asked = 0;
  const within = () => {
    return ({ word }: { readonly word: string }) => {
      asked += 1;
      return known.get(word) ?? null;
    };
  };
  const judge = createJudge({ within });
  expect(wordsOf(judge.under(rules)(paragraph).unknown)).toEqual(['Anna', 'the', 'lettr']);
  for (const [word, isRight] of [
    ['Anna', false],
    ['the', true],
    ['lettr', false],
  ] as const)
    known.set(word, isRight);
  expect(judge.under(rules)(paragraph)).toMatchObject({ unknown: [], wrong: [{ word: 'Anna' }, { word: 'lettr' }] });
  const before = asked;
  expect(wordsOf(judge.under({ ...rules, names: new Set() })(paragraph).wrong)).toEqual(['Anna', 'lettr']);
  expect(asked).toBe(before);
  expect(wordsOf(judge.under({ ...rules, names: new Set(['anna']) })(paragraph).wrong)).toEqual(['lettr']);
  expect(wordsOf(judge.under({ ...rules, ignored: ['lettr'] })(paragraph).wrong)).toEqual(['Anna']);
});

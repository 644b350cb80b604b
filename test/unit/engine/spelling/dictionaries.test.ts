// Several dictionaries as one: a word of any of them is right, and one that can't be read is left out.
import { expect, it } from 'vitest';
import { createDictionaries, type Dictionary, inTurn, type ReadDictionary } from '../../../../electron/engine/spelling/dictionaries';

const of = (words: string, ...suggestions: string[]): Dictionary => ({
  testSpelling: (word) => words.split(' ').includes(word),
  getSpellingSuggestions: () => suggestions,
});
const read: ReadDictionary = async (language) => {
  if (language === 'sv') return of('hej brev', 'hejsan', 'brev', 'brevet', 'brevets');
  if (language === 'en-GB') return of('letter', 'letter', 'brev', 'ladder');
  throw new Error('ENOENT');
};

it('a word is wrong where none of the languages has it', async () => {
  const dictionaries = createDictionaries(read);
  expect(await dictionaries.check(['sv', 'en-GB'], ['hej', 'letter', 'xyz'])).toEqual([2]);
  expect(await dictionaries.check(['sv'], ['hej', 'letter', 'xyz'])).toEqual([1, 2]);
});

it('a dictionary that can’t be read is left out, and told; without any nothing is wrong', async () => {
  const dictionaries = createDictionaries(read);
  expect(await dictionaries.check(['da', 'sv'], ['brev', 'xyz'])).toEqual([1]);
  expect(dictionaries.missing()).toEqual(['da']);
  expect(await dictionaries.check(['da'], ['xyz'])).toEqual([]);
});

it('each language suggests in its turn, five words at most, and each once', async () => {
  const dictionaries = createDictionaries(read);
  expect(await dictionaries.suggest(['sv', 'en-GB'], 'brv')).toEqual(['hejsan', 'letter', 'brev', 'brevet', 'ladder']);
  expect(await dictionaries.suggest(['sv'], 'x'.repeat(41))).toEqual([]);
  expect(inTurn([], 5)).toEqual([]);
});

// In which languages a letter is written, and whose paragraph nobody here can read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SpellingLanguage, spellingLanguages } from '../../../../electron/contract/model/spelling';
import { evidenceIn, isForeign, languagesOf } from '../../../../electron/domain/spelling/languages';
import { wordsOf } from '../../../../electron/domain/spelling/words';

const evidence = (text: string) => evidenceIn(wordsOf(text).map(({ word }) => word));
const languages = (paragraphs: readonly string[], allowed: readonly SpellingLanguage[] = ['en-GB', 'sv', 'da']) =>
  languagesOf(paragraphs.map(evidence), allowed);

const english = 'Thank you for your letter. I have attached the minutes of the meeting, as you asked.';
const swedish = 'Tack för ditt brev. Jag har bifogat protokollet från mötet, så att du kan läsa det.';
const danish = 'Tak for dit brev. Jeg har vedhæftet referatet fra mødet, så du kan læse det.';

describe('the languages of a letter', () => {
  it('are found from a sentence', () => {
    expect(languages([english])).toEqual(['en-GB']);
    expect(languages([swedish])).toEqual(['sv']);
    expect(languages([danish])).toEqual(['da']);
  });

  it('are found from a greeting, and are both where it is one in both', () => {
    expect(languages(['Dear Anna,'])).toEqual(['en-GB']);
    expect(languages(['Kära Anna,'])).toEqual(['sv']);
    expect(languages(['Kære Anna,'])).toEqual(['da']);
    expect(languages(['Hej Anna'])).toEqual(['sv', 'da']);
  });

  it('are all that are written in, the one of most of it first', () => {
    expect(languages([swedish, english, swedish])).toEqual(['sv', 'en-GB']);
    expect(languages([english, swedish, english])).toEqual(['en-GB', 'sv']);
  });

  it('are not one more for a word or two of another', () => {
    expect(languages([swedish, 'Boston for all'])).toEqual(['sv']);
    expect(languages([english, 'Smörgåsbord'])).toEqual(['en-GB']);
  });

  it('are all that are allowed where nothing tells, and none that is not', () => {
    expect(languages(['Xylofon kvadrat'])).toEqual(['en-GB', 'sv', 'da']);
    expect(languages([])).toEqual(['en-GB', 'sv', 'da']);
    expect(languages([danish], ['en-US', 'sv'])).toEqual(['sv']);
    expect(languages([danish], ['en-US'])).toEqual(['en-US']);
    expect(languages([english], ['en-US', 'en-GB', 'sv'])).toEqual(['en-US', 'en-GB']);
  });

  it('are some of the allowed ones, each once, whatever is written', () => {
    const counts = fc.record({ en: fc.nat(50), sv: fc.nat(50), da: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 20 }), fc.subarray([...spellingLanguages], { minLength: 1 }), (paragraphs, allowed) => {
        const found = languagesOf(paragraphs, allowed);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found).size).toBe(found.length);
        for (const language of found) expect(allowed).toContain(language);
      }),
    );
  });

  it('do not depend on the order of the paragraphs', () => {
    const counts = fc.record({ en: fc.nat(9), sv: fc.nat(9), da: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (paragraphs) => {
        expect(languagesOf(paragraphs.toReversed(), spellingLanguages)).toEqual(languagesOf(paragraphs, spellingLanguages));
      }),
    );
  });
});

describe('a paragraph nobody here can read', () => {
  it('is one of many words that are nearly all unknown', () => {
    expect(isForeign(10, 9)).toBe(true);
    expect(isForeign(10, 3)).toBe(false);
    expect(isForeign(4, 4)).toBe(false);
  });

  it('is never one without a wrong word, and stays one when one more word is wrong', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (words, wrong) => {
        expect(isForeign(words, 0)).toBe(false);
        if (isForeign(words, wrong)) expect(isForeign(words, wrong + 1)).toBe(true);
      }),
    );
  });
});

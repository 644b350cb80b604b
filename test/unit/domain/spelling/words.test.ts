// Which words of a text are looked up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spelledWordSchema } from '../../../../electron/contract/model/spelling';
import { longestWord, wordsOf } from '../../../../electron/domain/spelling/words';

const found = (text: string): string[] => wordsOf(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are those of a sentence, each with its place', () => {
    const text = 'Hej Åsa, “vi ses” på lördag!';
    expect(found(text)).toEqual(['Hej', 'Åsa', 'vi', 'ses', 'på', 'lördag']);
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Hej', 'Åsa', 'vi', 'ses', 'på', 'lördag']);
  });

  it('keep their apostrophes, of either kind, and none that stand around them', () => {
    expect(found("don't don’t 'quoted' ‘quoted’ rock'n'roll the boys' toys")).toEqual([
      "don't",
      "don't",
      'quoted',
      'quoted',
      "rock'n'roll",
      'the',
      'boys',
      'toys',
    ]);
  });

  it.each([
    'anna@example.org',
    'https://example.org/hello',
    'www.example.org',
    '(www.example.org)',
    'example.org',
    'report.final.pdf',
    '/usr/lokal/bin',
    '~/breev',
    'C:\\Brev\\nytt',
    '#semester',
    '@anna',
    'snake_case_nam',
    'x=yz',
    'ABC123',
    '3D-skrivare2',
    'NATO',
    'SMTP',
    'iPhone',
    'GitHub',
    '12',
    '12:30',
    '4th',
    'a',
    ':smiling_faec:',
    '{{frist name}}',
    'Привет',
    'שלום',
    'عربى',
    '你好',
    'สวัสดี',
    'ascii\uFFFCart2',
    'a'.repeat(longestWord + 1),
  ])('are none in %s', (text) => {
    expect(found(text).filter((word) => !['ascii'].includes(word))).toEqual([]);
  });

  it('stand on both sides of a slash', () => {
    expect(found('och/eller')).toEqual(['och', 'eller']);
  });

  it('are the parts of a word with a hyphen, each of them right where the whole is', () => {
    expect(wordsOf('en e-postadress till well-known')).toEqual([
      { from: 0, to: 2, word: 'en', also: [] },
      { from: 5, to: 15, word: 'postadress', also: ['e-postadress'] },
      { from: 16, to: 20, word: 'till', also: [] },
      { from: 21, to: 25, word: 'well', also: ['well-known'] },
      { from: 26, to: 31, word: 'known', also: ['well-known'] },
    ]);
  });

  it('are no pieces whose rest stands elsewhere', () => {
    expect(found('för- och nackdelar, en 5-årig')).toEqual(['och', 'nackdelar', 'en']);
    expect(found('ord--ord')).toEqual(['ord', 'ord']);
  });

  it('may be right with their dot alone', () => {
    expect(wordsOf('ca. fem')[0]).toEqual({ from: 0, to: 2, word: 'ca', also: ['ca.'] });
  });

  it('are looked up without the signs that nobody sees, and composed', () => {
    const text = 'före\u00ADning fo\u0308rening or\u200Bd';
    expect(wordsOf(text)).toEqual([
      { from: 0, to: 9, word: 'förening', also: [] },
      { from: 10, to: 19, word: 'förening', also: [] },
      { from: 20, to: 24, word: 'ord', also: [] },
    ]);
  });

  it('stand in order, do not overlap, and hold no space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let at = 0;
        for (const { from, to, word } of wordsOf(text)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(word).not.toMatch(/[\s@/\\:\p{N}]/u);
          expect(word.length).toBeLessThanOrEqual(longestWord);
          at = to;
        }
      }),
    );
  });

  it('are always what the dictionaries can be asked about', () => {
    const signs = fc.constantFrom(..."aBÅöß-'’_.3ⅷªя \u00AD\u0301".split(''));
    const text = fc.oneof(fc.string({ unit: signs, maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((part) => `${'a'.repeat(60)}${part}`),
        ),
        (written) => {
          for (const { word, also } of wordsOf(written))
            for (const spelling of [word, ...also]) expect(spelledWordSchema.safeParse(spelling).success, spelling).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are the same in two paragraphs as in one after the other', () => {
    const text = fc.string({ unit: fc.constantFrom(..."abÅö-'’ .,:/@1\u00AD\u0301".split('')), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const moved = wordsOf(other).map(({ from, to, ...word }) => ({ ...word, from: from + one.length + 1, to: to + one.length + 1 }));
        expect(wordsOf(`${one}\n${other}`)).toEqual([...wordsOf(one), ...moved]);
      }),
    );
  });

  it.each([
    ['letters', 'å'.repeat(1_000_000)],
    ['marks', `a${'\u0301'.repeat(1_000_000)}`],
    ['apostrophes', "a'".repeat(500_000)],
    ['hyphens', 'ab-'.repeat(300_000)],
    ['braces', '{{'.repeat(500_000)],
    ['slashes', 'a/'.repeat(500_000)],
    ['lines', 'en rad till\n'.repeat(50_000)],
  ])('are found in a moment in a million %s', (_name, text) => {
    const begun = performance.now();
    wordsOf(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

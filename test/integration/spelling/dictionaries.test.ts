// The dictionaries that come with the program, asked as they are: common words, usual slips, and words made of words.
import { expect, it } from 'vitest';
import type { SpellingLanguage } from '../../../electron/contract/model/spelling';
import { wordsOf } from '../../../electron/domain/spelling/words';
import { createDictionaries, readInstalled } from '../../../electron/engine/spelling/dictionaries';

const dictionaries = createDictionaries(readInstalled);

/** The words of a text that would be marked. */
async function wrongIn(text: string, ...languages: SpellingLanguage[]): Promise<string[]> {
  const words = wordsOf(text);
  const spellings = words.flatMap(({ word, also }) => [word, ...also]);
  const wrong = new Set((await dictionaries.check(languages, spellings)).map((place) => spellings[place]));
  return words.filter(({ word, also }) => [word, ...also].every((spelling) => wrong.has(spelling))).map(({ word }) => word);
}

it.each<[SpellingLanguage, string]>([
  ['en-GB', 'Dear all, thank you for the minutes of Tuesday’s meeting. We organise the programme, I don’t think we’ve a favourite colour.'],
  ['en-US', 'Dear all, thanks for the well-known color catalog; it’s our favorite. We’re organizing the e-mail archive, etc.'],
  [
    'sv',
    'Hej! Tack för senast. Jag bifogar årsredovisningen och kallelsen till föreningsstämman, så att ni kan läsa den före mötet på tisdag.',
  ],
  [
    'sv',
    'Styrelsemötet, försäkringskassan, kaffekoppen, skrivbordslampan, internationaliseringsprocess, e-postadressen, ca. fem, kl. tre.',
  ],
  [
    'da',
    'Kære alle. Tak for jeres hjælp med generalforsamlingen. Jeg har vedhæftet referatet fra mødet, og vi ses på onsdag, ca. klokken fem.',
  ],
  ['da', 'Børnehavepædagog, forsikringsselskab, skrivebordslampe, kaffekop, internationaliseringsproces, foreningsmøde, e-mail.'],
])('%s: ordinary words and words made of them are right: %s', async (language, text) => {
  expect(await wrongIn(text, language)).toEqual([]);
});

it.each<[SpellingLanguage, string, string]>([
  ['en-GB', 'recieve', 'receive'],
  ['en-GB', 'definately', 'definitely'],
  ['en-US', 'seperate', 'separate'],
  ['en-US', 'meetign', 'meeting'],
  ['sv', 'hälsnignar', 'hälsningar'],
  ['sv', 'rekomenderar', 'rekommenderar'],
  ['sv', 'förningsstämma', 'föreningsstämma'],
  ['sv', 'styrelsemötte', 'styrelsemöte'],
  ['da', 'generalforsamlign', 'generalforsamling'],
  ['da', 'hislen', 'hilsen'],
  ['da', 'intresse', 'interesse'],
])('%s: %s is marked, and %s suggested', async (language, slip, meant) => {
  expect(await wrongIn(`${slip} `, language)).toEqual([slip]);
  expect(await dictionaries.suggest([language], slip)).toContain(meant);
});

it('a word of one of the letter’s languages is right, and British and American English are two', async () => {
  expect(await wrongIn('Mötet blev cancelled', 'sv')).toEqual(['cancelled']);
  expect(await wrongIn('Mötet blev cancelled', 'sv', 'en-GB')).toEqual([]);
  expect(await wrongIn('colour color', 'en-GB')).toEqual(['color']);
  expect(await wrongIn('colour color', 'en-US')).toEqual(['colour']);
});

it('words nobody ever wrote are answered too', async () => {
  const words = ['å'.repeat(64), 'zz'.repeat(30), "'''", '---', 'a\u0301\u0302\u0303', 'שלום', '\u{1F54A}', '\uD800'];
  expect((await dictionaries.check(['en-GB', 'sv', 'da'], words)).length).toBeLessThanOrEqual(words.length);
  for (const word of words) expect((await dictionaries.suggest(['sv', 'da'], word)).length).toBeLessThanOrEqual(5);
});

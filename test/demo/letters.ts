// What the demo writes, in each of its languages.
export type DemoLanguage = 'en' | 'sv';
export type DemoLetter = {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** A sentence with a slip of the pen, the word it is in, and what was meant. */
  readonly slip: { readonly sentence: string; readonly word: string; readonly meant: string };
  readonly file: string;
  readonly fileText: string;
  readonly refusedTo: string;
  readonly refusedSubject: string;
  readonly refusedText: readonly string[];
};

export const letters: Readonly<Record<DemoLanguage, DemoLetter>> = {
  en: {
    to: 'Doris Ek <doris@example.org>, bo@example.net',
    subject: 'The pigeon race on Saturday',
    text: [
      'Dear Doris, dear Bo,',
      'the list of starters is here at last: forty-one birds from nine lofts. We let them go at eight, weather permitting.',
      'The badge for this year looks like this:',
      '',
    ],
    slip: { sentence: 'You will recieve the results on Sunday.', word: 'recieve', meant: 'receive' },
    file: 'List of starters.csv',
    fileText: 'loft;birds\nNorth;12\nHarbour;9\nMill;20\n',
    refusedTo: 'lost@nowhere.invalid',
    refusedSubject: 'Where are you?',
    refusedText: ['Dear friend,', 'this letter has nowhere to go.'],
  },
  sv: {
    to: 'Doris Ek <doris@example.org>, bo@example.net',
    subject: 'Duvtävlingen på lördag',
    text: [
      'Kära Doris, käre Bo,',
      'här kommer äntligen startlistan: fyrtioen duvor från nio duvslag. Vi släpper dem klockan åtta om vädret tillåter.',
      'Så här ser årets märke ut:',
      '',
    ],
    slip: { sentence: 'Resultaten kommer på söndag, tilsammans med bilderna.', word: 'tilsammans', meant: 'tillsammans' },
    file: 'Startlista.csv',
    fileText: 'duvslag;duvor\nNorra;12\nHamnen;9\nKvarnen;20\n',
    refusedTo: 'vilse@ingenstans.invalid',
    refusedSubject: 'Var är du?',
    refusedText: ['Kära vän,', 'det här brevet har ingenstans att ta vägen.'],
  },
};

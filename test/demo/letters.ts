// What the demo writes, in each of its languages.
export type DemoLanguage = 'en' | 'sv';
export type DemoLetter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly file: string;
  readonly fileText: string;
  readonly refusedTo: string;
  readonly refusedSubject: string;
  readonly refusedText: string;
};

export const letters: Readonly<Record<DemoLanguage, DemoLetter>> = {
  en: {
    to: 'Doris Ek <doris@example.org>, bo@example.net',
    subject: 'The pigeon race on Saturday',
    text: 'Dear Doris, dear Bo,\n\nthe list of starters is here at last: forty-one birds from nine lofts. We let them go at eight, weather permitting.\n\nThe badge for this year looks like this:\n',
    file: 'List of starters.csv',
    fileText: 'loft;birds\nNorth;12\nHarbour;9\nMill;20\n',
    refusedTo: 'lost@nowhere.invalid',
    refusedSubject: 'Where are you?',
    refusedText: 'Dear friend,\n\nthis letter has nowhere to go.\n',
  },
  sv: {
    to: 'Doris Ek <doris@example.org>, bo@example.net',
    subject: 'Duvtävlingen på lördag',
    text: 'Kära Doris, käre Bo,\n\nhär kommer äntligen startlistan: fyrtioen duvor från nio duvslag. Vi släpper dem klockan åtta om vädret tillåter.\n\nSå här ser årets märke ut:\n',
    file: 'Startlista.csv',
    fileText: 'duvslag;duvor\nNorra;12\nHamnen;9\nKvarnen;20\n',
    refusedTo: 'vilse@ingenstans.invalid',
    refusedSubject: 'Var är du?',
    refusedText: 'Kära vän,\n\ndet här brevet har ingenstans att ta vägen.\n',
  },
};

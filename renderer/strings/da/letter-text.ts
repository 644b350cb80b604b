// Words: the text of a letter, in Danish.
import type { Ink, Paper } from '../../../electron/contract/model/letter-text';
import type { Strings } from '../en';

const inks: Readonly<Record<Ink, string>> = { red: 'rød', orange: 'orange', green: 'grøn', blue: 'blå', purple: 'lilla', grey: 'grå' };
const papers: Readonly<Record<Paper, string>> = { yellow: 'gult', green: 'grønt', blue: 'blåt', pink: 'lyserødt' };

export const letterText: Strings['letterText'] = {
  more: 'Mere formatering',
  paragraph: 'Tekst',
  headingLevel: (level) => `Overskrift ${level}`,
  strike: 'Gennemstreget',
  code: 'Kode',
  codeBlock: 'Kodeblok',
  table: 'Tabel',
  rule: 'Streg på tværs',
  clear: 'Ryd formatering',
  ink: 'Ordenes farve',
  inkOf: (name) => `Tekst: ${inks[name]}`,
  noInk: 'Tekst: almindelig farve',
  paper: 'Bag ordene',
  paperOf: (name) => `Bag: ${papers[name]}`,
  noPaper: 'Bag: ingenting',
  emoji: 'Emoji',
  emojiSearch: 'Søg emoji',
  emojiNone: 'Der er ingen, der hedder det.',
  emojiFailed: 'Emojierne kunne ikke læses. Luk og åbn igen.',
  tableTools: 'Tabel',
  rowAbove: 'Række over',
  rowBelow: 'Række under',
  removeRow: 'Fjern rækken',
  columnBefore: 'Kolonne før',
  columnAfter: 'Kolonne efter',
  removeColumn: 'Fjern kolonnen',
  headRow: 'Første række er overskrift',
  removeTable: 'Fjern tabellen',
  find: 'Find i brevet',
  replaceWith: 'Erstat med',
  found: (at, count) => `${at} af ${count}`,
  notFound: 'Ikke fundet',
  next: 'Næste',
  previous: 'Forrige',
  replace: 'Erstat',
  replaceAll: 'Erstat alle',
  replaced: (count) => (count === 1 ? 'Ét sted blev erstattet.' : `${count} steder blev erstattet.`),
  matchCase: 'Skeln mellem store og små',
  closeFind: 'Luk',
  pastePlain: 'Indsæt som almindelig tekst',
  picturesLeftOut: (count) =>
    count === 1 ? 'Et billede, der ligger et andet sted, kom ikke med.' : `${count} billeder, der ligger et andet sted, kom ikke med.`,
  large: (size) => `Det, du indsatte, er langt: ${size}. Hvordan skal det med?`,
  largeFilesOnly: (size) => `Det, du indsatte, er for langt til et brev: ${size}. Det kan komme med som en fil.`,
  largeAsText: 'Som almindelig tekst',
  largeAsFile: 'Som vedhæftet fil',
  largeLeave: 'Lad være',
  pastedName: 'Indsat tekst.txt',
  makeRich: 'Med formatering',
  switchPlain: 'Almindelig tekst til eller fra',
  isPlain: 'Almindelig tekst',
  wouldLose: ({ formatting, links, pictures, tables }) => {
    const parts = [
      ...(formatting ? ['formateringen'] : []),
      ...(tables > 0 ? [tables === 1 ? 'linjerne i en tabel' : `linjerne i ${tables} tabeller`] : []),
      ...(links > 0 ? [links === 1 ? 'et link bag ord (adressen skrives ud)' : `${links} link bag ord (adresserne skrives ud)`] : []),
      ...(pictures > 0 ? [pictures === 1 ? 'et billede' : `${pictures} billeder`] : []),
    ];
    return `Som almindelig tekst mister brevet ${new Intl.ListFormat('da').format(parts)}.`;
  },
  plainAnyway: 'Gør det til almindelig tekst',
  keepAsIs: 'Behold det, som det er',
  plainFailed: 'Brevet kunne ikke gøres til almindelig tekst. Prøv igen.',
};

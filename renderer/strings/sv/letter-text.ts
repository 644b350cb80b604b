// Words: the text of a letter, in Swedish.
import type { Ink, Paper } from '../../../electron/contract/model/letter-text';
import type { Strings } from '../en';

const inks: Readonly<Record<Ink, string>> = { red: 'röd', orange: 'orange', green: 'grön', blue: 'blå', purple: 'lila', grey: 'grå' };
const papers: Readonly<Record<Paper, string>> = { yellow: 'gult', green: 'grönt', blue: 'blått', pink: 'rosa' };

export const letterText: Strings['letterText'] = {
  more: 'Mer formatering',
  paragraph: 'Text',
  headingLevel: (level) => `Rubrik ${level}`,
  strike: 'Genomstruken',
  code: 'Kod',
  codeBlock: 'Kodblock',
  table: 'Tabell',
  rule: 'Linje tvärs över',
  clear: 'Rensa formatering',
  ink: 'Ordens färg',
  inkOf: (name) => `Text: ${inks[name]}`,
  noInk: 'Text: vanlig färg',
  paper: 'Bakom orden',
  paperOf: (name) => `Bakom: ${papers[name]}`,
  noPaper: 'Bakom: ingenting',
  emoji: 'Emoji',
  emojiSearch: 'Sök emoji',
  emojiNone: 'Ingen heter så.',
  emojiFailed: 'Emojierna gick inte att läsa. Stäng och öppna igen.',
  tableTools: 'Tabell',
  rowAbove: 'Rad ovanför',
  rowBelow: 'Rad nedanför',
  removeRow: 'Ta bort raden',
  columnBefore: 'Kolumn före',
  columnAfter: 'Kolumn efter',
  removeColumn: 'Ta bort kolumnen',
  headRow: 'Första raden är rubrik',
  removeTable: 'Ta bort tabellen',
  find: 'Sök i brevet',
  replaceWith: 'Ersätt med',
  found: (at, count) => `${at} av ${count}`,
  notFound: 'Hittades inte',
  next: 'Nästa',
  previous: 'Föregående',
  replace: 'Ersätt',
  replaceAll: 'Ersätt alla',
  replaced: (count) => (count === 1 ? 'Ett ställe ersattes.' : `${count} ställen ersattes.`),
  matchCase: 'Skilj på stora och små',
  closeFind: 'Stäng',
  pastePlain: 'Klistra in som vanlig text',
  picturesLeftOut: (count) =>
    count === 1 ? 'En bild som ligger någon annanstans kom inte med.' : `${count} bilder som ligger någon annanstans kom inte med.`,
  large: (size) => `Det du klistrade in är långt: ${size}. Hur ska det komma med?`,
  largeFilesOnly: (size) => `Det du klistrade in är för långt för ett brev: ${size}. Det kan följa med som en fil.`,
  largeAsText: 'Som vanlig text',
  largeAsFile: 'Som bilaga',
  largeLeave: 'Låt bli',
  pastedName: 'Inklistrad text.txt',
  makeRich: 'Med formatering',
  switchPlain: 'Vanlig text av eller på',
  isPlain: 'Vanlig text',
  wouldLose: ({ formatting, links, pictures, tables }) => {
    const parts = [
      ...(formatting ? ['formateringen'] : []),
      ...(tables > 0 ? [tables === 1 ? 'linjerna i en tabell' : `linjerna i ${tables} tabeller`] : []),
      ...(links > 0 ? [links === 1 ? 'en länk bakom ord (adressen skrivs ut)' : `${links} länkar bakom ord (adresserna skrivs ut)`] : []),
      ...(pictures > 0 ? [pictures === 1 ? 'en bild' : `${pictures} bilder`] : []),
    ];
    return `Som vanlig text förlorar brevet ${new Intl.ListFormat('sv').format(parts)}.`;
  },
  plainAnyway: 'Gör om till vanlig text',
  keepAsIs: 'Behåll som det är',
  plainFailed: 'Det gick inte att göra om brevet till vanlig text. Försök igen.',
};

// Words: the palette of everything that can be done, and the list of keys.
import type { Strings } from '../en';

export const palette: Strings['palette'] = {
  title: 'Vad vill du göra?',
  button: 'Allt du kan göra',
  hint: 'Skriv vad du vill göra',
  nothing: 'Inget heter så.',
  found: (count) => (count === 1 ? '1 sak att göra' : `${count} saker att göra`),
  groups: {
    recent: 'Nyligen använt',
    letter: 'Det här brevet',
    format: 'Formatering',
    here: 'På skärmen',
    write: 'Skriv',
    rooms: 'Gå till',
    settings: 'Inställningar',
  },
  writeFrom: (who) => `Skriv från ${who}`,
  openAccount: (address) => `Öppna kontot ${address}`,
  choice: (what, chosen) => `${what}: ${chosen}`,
  turnOn: (what) => `${what}: slå på`,
  turnOff: (what) => `${what}: stäng av`,
};

export const keysList: Strings['keysList'] = {
  groups: {
    everywhere: 'Överallt',
    lists: 'I listor',
    outbox: 'I utkorgen',
    letter: 'I ett brev',
    text: 'I brevets text',
    recipients: 'På en mottagare',
  },
  first: 'Till den första',
  last: 'Till den sista',
  page: 'En sida upp eller ner',
  choose: 'Markera flera: den här också',
  range: 'Markera flera: ett område',
  all: 'Markera alla',
  none: 'Markera ingen',
  strike: 'Genomstruket',
  code: 'Kod',
  link: 'Länk, där text är markerad',
  heading: (level) => `Rubrik ${level}`,
  paragraph: 'Vanlig text',
  undo: 'Ångra i texten',
  redo: 'Gör om i texten',
  newLine: 'Ny rad, samma stycke',
  recipient: {
    card: 'Visa mer',
    edit: 'Ändra',
    remove: 'Ta bort',
    neighbour: 'Till den bredvid',
    choose: 'Välj den med den bredvid, den ensam, alla eller ingen',
    order: 'Flytta den i raden',
    field: 'Flytta den till ett annat fält',
  },
};

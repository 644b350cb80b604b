// Words: spelling, in Swedish.
import type { Strings } from '../en';

export const spelling: Strings['spelling'] = {
  title: 'Stavning',
  open: 'Stavning och språk',
  next: 'Nästa felstavade ord',
  previous: 'Föregående felstavade ord',
  here: (word, at, count) => `”${word}”, ${at} av ${count}`,
  count: (count) =>
    count === 0 ? 'Inget ord verkar felstavat' : count === 1 ? 'Ett ord kan vara felstavat' : `${count} ord kan vara felstavade`,
  none: 'Inget ord verkar felstavat.',
  isOff: 'Stavningen kontrolleras inte här.',
  noSuggestions: (word) => `Inget liknar ”${word}”`,
  add: 'Lägg till i ordlistan',
  added: (word) => `”${word}” finns i din ordlista.`,
  takeOut: 'Ta bort det igen',
  ignore: 'Ignorera i det här brevet',
  languages: 'Det här brevet är skrivet på',
  automatic: 'Det som det verkar vara',
  offHere: 'Kontrollera inte det här brevet',
  names: { 'en-GB': 'Engelska (brittisk)', 'en-US': 'Engelska (amerikansk)', sv: 'Svenska', da: 'Danska' },
  check: 'Kontrollera stavningen medan jag skriver',
  checkHint: 'På den här datorn, med ordlistorna som följer med Brevduva.',
  languagesIWrite: 'Jag skriver på',
  own: 'Min ordlista',
  ownHint: 'Ord som är rätt i alla brev.',
  ownWord: 'Ord',
  ownAdd: 'Lägg till',
  ownWrong: 'Ett ord har bokstäver och inget mellanslag.',
  remove: (word) => `Ta bort ”${word}”`,
  isBroken: 'Stavningskontrollen har stannat två gånger och är av tills Brevduva startas om.',
  isMissing: (languages) => `Ordlistan går inte att läsa: ${languages}.`,
};

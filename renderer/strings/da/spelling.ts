// Words: spelling, in Danish.
import type { Strings } from '../en';

export const spelling: Strings['spelling'] = {
  title: 'Stavning',
  open: 'Stavning og sprog',
  next: 'Næste stavefejl',
  previous: 'Forrige stavefejl',
  here: (word, at, count) => `»${word}«, ${at} af ${count}`,
  count: (count) =>
    count === 0
      ? 'Ingen ord ser ud til at være stavet forkert'
      : count === 1
        ? 'Ét ord kan være stavet forkert'
        : `${count} ord kan være stavet forkert`,
  none: 'Ingen ord ser ud til at være stavet forkert.',
  isOff: 'Stavningen kontrolleres ikke her.',
  noSuggestions: (word) => `Intet ligner »${word}«`,
  add: 'Føj til ordbogen',
  added: (word) => `»${word}« er i din ordbog.`,
  takeOut: 'Tag det ud igen',
  ignore: 'Ignorer i dette brev',
  languages: 'Dette brev er skrevet på',
  automatic: 'Det, som det ser ud til',
  offHere: 'Kontrollér ikke dette brev',
  names: { 'en-GB': 'Engelsk (britisk)', 'en-US': 'Engelsk (amerikansk)', sv: 'Svensk', da: 'Dansk' },
  check: 'Kontrollér stavningen, mens jeg skriver',
  checkHint: 'På denne computer, med de ordbøger, der følger med Brevduva.',
  languagesIWrite: 'Jeg skriver på',
  own: 'Min ordbog',
  ownHint: 'Ord, der er rigtige i alle breve.',
  ownWord: 'Ord',
  ownAdd: 'Tilføj',
  ownWrong: 'Et ord har bogstaver og intet mellemrum.',
  remove: (word) => `Fjern »${word}«`,
  isBroken: 'Stavekontrollen er standset to gange og er slået fra, til Brevduva startes igen.',
  isMissing: (languages) => `Ordbogen kan ikke læses: ${languages}.`,
};

// Words: the palette of everything that can be done, and the list of keys.
import type { Strings } from '../en';

export const palette: Strings['palette'] = {
  title: 'Hvad vil du gøre?',
  button: 'Alt, hvad du kan gøre',
  hint: 'Skriv, hvad du vil gøre',
  nothing: 'Der er ikke noget, der hedder det.',
  found: (count) => (count === 1 ? '1 ting at gøre' : `${count} ting at gøre`),
  groups: {
    recent: 'Brugt for nylig',
    letter: 'Dette brev',
    format: 'Formatering',
    here: 'På skærmen',
    write: 'Skriv',
    rooms: 'Gå til',
    settings: 'Indstillinger',
  },
  writeFrom: (who) => `Skriv fra ${who}`,
  openAccount: (address) => `Åbn kontoen ${address}`,
  choice: (what, chosen) => `${what}: ${chosen}`,
  turnOn: (what) => `${what}: slå til`,
  turnOff: (what) => `${what}: slå fra`,
};

export const keysList: Strings['keysList'] = {
  groups: {
    everywhere: 'Overalt',
    lists: 'I lister',
    outbox: 'I udbakken',
    letter: 'I et brev',
    text: 'I brevets tekst',
    recipients: 'På en modtager',
  },
  first: 'Til den første',
  last: 'Til den sidste',
  page: 'En side op eller ned',
  choose: 'Vælg flere: også denne',
  range: 'Vælg flere: et område',
  all: 'Vælg alle',
  none: 'Vælg ingen',
  strike: 'Gennemstreget',
  code: 'Kode',
  link: 'Link, hvor tekst er markeret',
  heading: (level) => `Overskrift ${level}`,
  paragraph: 'Almindelig tekst',
  undo: 'Fortryd i teksten',
  redo: 'Gentag i teksten',
  newLine: 'Ny linje, samme afsnit',
  recipient: {
    card: 'Vis mere',
    edit: 'Ret',
    remove: 'Fjern',
    neighbour: 'Til den ved siden af',
    choose: 'Vælg den med den ved siden af, den alene, alle eller ingen',
    order: 'Flyt den i rækken',
    field: 'Flyt den til et andet felt',
  },
};

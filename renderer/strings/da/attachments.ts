// Ord: brevets filer og billederne i teksten.
import type { Strings } from '../en';

export const attachments: Strings['attachments'] = {
  keys: 'Enter fortæller mere, F2 giver den et nyt navn, Delete fjerner den, Alt med piletasterne flytter den.',
  about: (name) => `Om ${name}`,
  lookOf: (name) => `Et kig i ${name}`,
  rename: 'Omdøb',
  newName: 'Nyt navn',
  applyName: 'Brug navnet',
  noName: 'Et navn skal have mindst ét bogstav eller ciffer.',
  earlier: 'Flyt frem',
  later: 'Flyt tilbage',
  remove: 'Fjern',
  stop: (name) => `Stop med at tilføje ${name}`,
  zipping: 'Pakkes',
  preparing: 'Gøres klar',
  isFolder: (name) => `»${name}« er en mappe. Den kan sendes som én zip-fil.`,
  zipIt: (name) => `Vedhæft ${name}`,
  asFile: 'Vedhæft det som fil',
  attachAgain: 'Vedhæft den igen',
  makeSmaller: (count) => (count === 1 ? 'Formindsk billedet' : `Formindsk ${count} billeder`),
  fromTo: (from, to) => `${from} → omkring ${to}`,
  madeSmaller: (count, from, to) =>
    count === 1 ? `Billedet er mindre nu: ${to} i stedet for ${from}.` : `${count} billeder er mindre nu: ${to} i stedet for ${from}.`,
  takeOriginals: (count) => (count === 1 ? 'Brug originalen' : 'Brug originalerne'),
  notSmaller: (count, name, kinds) =>
    count === 1
      ? `»${name}« kan ikke formindskes her (${kinds}). Det kan gå, som det er; gemt som JPEG kan det formindskes.`
      : `${count} billeder kan ikke formindskes her (${kinds}). De kan gå, som de er; gemt som JPEG kan de formindskes.`,
  leftAsIs: (count) =>
    count === 1
      ? 'Ét billede bliver, som det er: det kan ikke læses her, eller ville ikke blive mindre.'
      : `${count} billeder bliver, som de er: de kan ikke læses her, eller ville ikke blive mindre.`,
  dangers: {
    program: 'Et program: mange udbydere afviser breve med dem, og modtageren advares. Del det hellere med et link.',
    macros: 'Den kan rumme et program (makroer): mange udbydere afviser den. Gem den uden makroer, hvis de ikke er nødvendige.',
    disk: 'Et diskaftryk: mange udbydere afviser det, fordi det kan skjule programmer. Send hellere det, der er i det.',
  },
  dangerInside: (name) => `Den rummer et program, »${name}«: mange udbydere afviser dem, også i arkiver. Del det hellere med et link.`,
  dangerFound: (name) => `»${name}« er en slags fil, som mange udbydere afviser.`,
  dropInText: 'Slip her for at vise det i teksten, længere oppe for at vedhæfte det',
  picture: 'Billede',
  describe: 'Hvad viser det?',
  describeHint: 'Beskriv det for dem, der ikke kan se det',
  width: (percent) => `${percent} af bredden`,
  useOriginal: (size) => `Brug originalen (${size})`,
  originalHint: 'Som kameraet lavede det, med sted og tid, hvis de er med',
  useSmaller: 'Brug det mindre',
  takeOut: 'Fjern billedet',
  handle: 'Træk for at gøre det mindre eller større',
};

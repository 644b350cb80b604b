// Ord: brevets filer och bilderna i texten.
import type { Strings } from '../en';

export const attachments: Strings['attachments'] = {
  keys: 'Retur berättar mer, F2 ger den ett nytt namn, Delete tar bort den, Alt med piltangenterna flyttar den.',
  about: (name) => `Om ${name}`,
  lookOf: (name) => `En titt i ${name}`,
  rename: 'Byt namn',
  newName: 'Nytt namn',
  applyName: 'Använd namnet',
  noName: 'Ett namn behöver minst en bokstav eller siffra.',
  earlier: 'Flytta framåt',
  later: 'Flytta bakåt',
  remove: 'Ta bort',
  stop: (name) => `Sluta lägga till ${name}`,
  zipping: 'Packar',
  preparing: 'Görs i ordning',
  isFolder: (name) => `”${name}” är en mapp. Den kan skickas som en zip-fil.`,
  zipIt: (name) => `Bifoga ${name}`,
  asFile: 'Bifoga den som fil',
  attachAgain: 'Bifoga den igen',
  makeSmaller: (count) => (count === 1 ? 'Förminska bilden' : `Förminska ${count} bilder`),
  fromTo: (from, to) => `${from} → ungefär ${to}`,
  madeSmaller: (count, from, to) =>
    count === 1 ? `Bilden är mindre nu: ${to} i stället för ${from}.` : `${count} bilder är mindre nu: ${to} i stället för ${from}.`,
  takeOriginals: (count) => (count === 1 ? 'Använd originalet' : 'Använd originalen'),
  notSmaller: (count, name, kinds) =>
    count === 1
      ? `”${name}” kan inte förminskas här (${kinds}). Den kan gå som den är; sparad som JPEG kan den förminskas.`
      : `${count} bilder kan inte förminskas här (${kinds}). De kan gå som de är; sparade som JPEG kan de förminskas.`,
  leftAsIs: (count) =>
    count === 1
      ? 'En bild förblir som den är: den kan inte läsas här, eller skulle inte bli mindre.'
      : `${count} bilder förblir som de är: de kan inte läsas här, eller skulle inte bli mindre.`,
  dangers: {
    program: 'Ett program: många leverantörer nekar brev med sådana, och mottagaren varnas. Dela det hellre med en länk.',
    macros: 'Den kan innehålla ett program (makron): många leverantörer nekar den. Spara den utan makron om de inte behövs.',
    disk: 'En diskavbild: många leverantörer nekar den, eftersom den kan dölja program. Skicka hellre det som finns i den.',
  },
  dangerInside: (name) =>
    `Den innehåller ett program, ”${name}”: många leverantörer nekar sådana även i arkiv. Dela det hellre med en länk.`,
  dangerFound: (name) => `”${name}” är ett slags fil som många leverantörer nekar.`,
  dropInText: 'Släpp här för att visa den i texten, längre upp för att bifoga den',
  picture: 'Bild',
  describe: 'Vad visar den?',
  describeHint: 'Beskriv den för dem som inte kan se den',
  width: (percent) => `${percent} av bredden`,
  useOriginal: (size) => `Använd originalet (${size})`,
  originalHint: 'Som kameran gjorde den, med plats och tid om de finns med',
  useSmaller: 'Använd den mindre',
  takeOut: 'Ta bort bilden',
  handle: 'Dra för att göra den mindre eller större',
};

// Ord: ett brev som mottagaren ser det, innan det går.
import type { Strings } from '../en';

export const letterView: Strings['letterView'] = {
  title: 'Som mottagaren ser det',
  close: 'Tillbaka till brevet',
  ways: 'Sätt att se på brevet',
  way: {
    computer: 'Dator',
    phone: 'Telefon',
    dark: 'Mörkt',
    plainText: 'Ren text',
    headers: 'Brevhuvud',
    source: 'Källa',
    all: 'Allt på en gång',
  },
  darkNote: 'Vissa program vänder på alla färger i mörkret.',
  plainNote: 'För program som inte visar någon formatering.',
  obstacles: 'Så här kan det inte skickas än',
  headersNote: 'Datum och Message-ID sätts på nytt när det skickas.',
  size: (size) => `${size} med allt som följer med`,
  frame: (way) => `Brevet: ${way}`,
  waiting: 'Sätter ihop brevet',
  saveFile: 'Spara som .eml',
  print: 'Skriv ut',
  saved: (name) => `”${name}” har sparats.`,
  fileName: 'brev',
  attached: 'Bifogat',
  filesNotTaken: 'En länk kan inte ta med sig filer. Lägg själv till dem i brevet.',
  dragAgain: (name) => `”${name}” är hämtat. Dra det en gång till.`,
};

// Ord: et brev, som modtageren ser det, før det sendes.
import type { Strings } from '../en';

export const letterView: Strings['letterView'] = {
  title: 'Som modtageren ser det',
  close: 'Tilbage til brevet',
  ways: 'Måder at se brevet på',
  way: {
    computer: 'Computer',
    phone: 'Telefon',
    dark: 'Mørkt',
    plainText: 'Ren tekst',
    headers: 'Brevhoved',
    source: 'Kilde',
    all: 'Alt på én gang',
  },
  darkNote: 'Nogle programmer vender alle farver om i mørke.',
  plainNote: 'Til programmer, der ikke viser formatering.',
  obstacles: 'Sådan kan det ikke sendes endnu',
  headersNote: 'Dato og Message-ID sættes på ny, når det sendes.',
  size: (size) => `${size} med alt, hvad der følger med`,
  frame: (way) => `Brevet: ${way}`,
  waiting: 'Sætter brevet sammen',
  saveFile: 'Gem som .eml',
  print: 'Udskriv',
  saved: (name) => `“${name}” er gemt.`,
  fileName: 'brev',
  attached: 'Vedhæftet',
  filesNotTaken: 'Et link kan ikke tage filer med. Tilføj dem selv til brevet.',
  dragAgain: (name) => `»${name}« er hentet. Træk det en gang til.`,
};

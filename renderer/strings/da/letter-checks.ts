// Words: what a person may want to look at before a letter goes, in Danish.
import type { FindingKind, MailReader } from '../../../electron/contract/model/letter-checks';
import type { Strings } from '../en';

const readers: Readonly<Record<MailReader, string>> = {
  'outlook-windows': 'Outlook i Windows',
  'outlook-web': 'Outlook på nettet',
  'outlook-phone': 'Outlook på telefonen',
  gmail: 'Gmail på nettet',
  'gmail-phone': 'Gmail på telefonen',
  iphone: 'Mail på iPhone',
  samsung: 'Samsungs mailprogram',
};

const fixes: Readonly<Record<FindingKind, string>> = {
  'wrong-from': 'Brug den anden adresse',
  'address-doubted': 'Gå til adressen',
  'many-visible': 'Flyt til Skjult kopi',
  'attachment-forgotten': 'Vedhæft filer',
  large: 'Gå til filerne',
  'no-subject': 'Skriv et emne',
  placeholder: 'Sæt markøren dér',
  'greeting-empty': 'Sæt markøren dér',
  'link-differs': 'Vis det rigtige link',
  'picture-missing': 'Tag det ud',
  'only-pictures': 'Sæt markøren dér',
  'picture-undescribed': 'Beskriv billedet',
  'not-shown': 'Sæt markøren dér',
  'attachment-empty': 'Tag den ud',
  'attachment-dangerous': 'Gå til filerne',
};

export const letterChecks: Strings['letterChecks'] = {
  key: 'Se brevet igennem, før det sendes',
  nothing: 'Intet at se på.',
  fine: 'Det er fint',
  lookAgain: 'Vis igen det, der var fint',
  goThere: 'Vis, hvor det er',
  decorative: 'Det er kun til pynt',
  movedToBcc: 'Alle står i skjult kopi nu.',
  undo: 'Fortryd',
  mendKey: 'Før det sendes: ret linje 1 til 9',
  fineKey: 'Før det sendes: linje 1 til 9, eller denne, er fin',
  fixes,
  turnIntoPng: 'Lav det om til PNG',
  description: 'Hvad billedet viser',
  describe: 'Beskriv',
  readers: (names) => new Intl.ListFormat('da', { type: 'conjunction' }).format(names.map((name) => readers[name])),
  typos: (count, domain, meant) => `${count} adresser hos ${domain}: mente du ${meant}?`,
  manyVisible: (count) => `${count} personer kan se hinandens adresser. Skjult kopi skjuler dem.`,
  attachmentForgotten: (word) => `Du skrev »${word}«, men der er ikke vedhæftet noget.`,
  attachmentEmpty: (name) => `»${name}« er en tom fil.`,
  large: (size, limit) => `Brevet er cirka ${size}. Mange udbydere afviser mere end ${limit}.`,
  largeFile: (name) => `»${name}« fylder mest.`,
  noSubject: 'Den har intet emne.',
  placeholder: (text) => `»${text}« skulle udfyldes.`,
  greetingEmpty: (text) => `»${text}« hilser på ingen: navnet mangler.`,
  linkDiffers: (shows, goes) => `Linket siger ${shows}, men fører til ${goes}`,
  pictureMissing: 'Et billede er her ikke længere. Brevet kan ikke sendes med det.',
  onlyPictures: 'Der er ingen ord i brevet, kun et billede. Spamfiltre bryder sig ikke om det, og mange ser ikke billeder med det samme.',
  pictureUndescribed: (name) => `Intet fortæller, hvad billedet »${name}« viser, til dem, der ikke kan se det.`,
  pictureNotShown: (kind, who) => `${kind}-billeder vises ikke af ${who}.`,
  notShown: (name, who) => `»${name}« vises ikke af ${who}.`,
};

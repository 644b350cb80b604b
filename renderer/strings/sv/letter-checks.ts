// Words: what a person may want to look at before a letter goes, in Swedish.
import type { FindingKind, MailReader } from '../../../electron/contract/model/letter-checks';
import type { Strings } from '../en';

const readers: Readonly<Record<MailReader, string>> = {
  'outlook-windows': 'Outlook i Windows',
  'outlook-web': 'Outlook på webben',
  'outlook-phone': 'Outlook i telefonen',
  gmail: 'Gmail på webben',
  'gmail-phone': 'Gmail i telefonen',
  iphone: 'Mail i iPhone',
  samsung: 'Samsungs e-postprogram',
};

const fixes: Readonly<Record<FindingKind, string>> = {
  'wrong-from': 'Använd den andra adressen',
  'address-doubted': 'Gå till adressen',
  'many-visible': 'Flytta till Hemlig kopia',
  'attachment-forgotten': 'Bifoga filer',
  large: 'Gå till filerna',
  'no-subject': 'Skriv ett ämne',
  placeholder: 'Ställ markören där',
  'greeting-empty': 'Ställ markören där',
  'link-differs': 'Visa den riktiga länken',
  'picture-missing': 'Ta bort den',
  'only-pictures': 'Ställ markören där',
  'picture-undescribed': 'Beskriv bilden',
  'not-shown': 'Ställ markören där',
  'attachment-empty': 'Ta bort den',
  'attachment-dangerous': 'Gå till filerna',
};

export const letterChecks: Strings['letterChecks'] = {
  key: 'Titta igenom brevet innan det går i väg',
  nothing: 'Inget att titta på.',
  fine: 'Det är bra',
  lookAgain: 'Visa igen det som var bra',
  goThere: 'Visa var det är',
  decorative: 'Den är bara till prydnad',
  movedToBcc: 'Alla står i Hemlig kopia nu.',
  undo: 'Ångra',
  mendKey: 'Innan det går iväg: åtgärda rad 1 till 9',
  fineKey: 'Innan det går iväg: rad 1 till 9, eller den här, är bra så',
  fixes,
  turnIntoPng: 'Gör om den till PNG',
  description: 'Vad bilden visar',
  describe: 'Beskriv',
  readers: (names) => new Intl.ListFormat('sv', { type: 'conjunction' }).format(names.map((name) => readers[name])),
  typos: (count, domain, meant) => `${count} adresser på ${domain}: menade du ${meant}?`,
  manyVisible: (count) => `${count} personer kommer att se varandras adresser. Hemlig kopia döljer dem.`,
  attachmentForgotten: (word) => `Du skrev ”${word}”, men inget är bifogat.`,
  attachmentEmpty: (name) => `”${name}” är en tom fil.`,
  large: (size, limit) => `Brevet är cirka ${size}. Många leverantörer tar inte emot mer än ${limit}.`,
  largeFile: (name) => `”${name}” väger mest.`,
  noSubject: 'Det har inget ämne.',
  placeholder: (text) => `”${text}” skulle fyllas i.`,
  greetingEmpty: (text) => `”${text}” hälsar på ingen: namnet saknas.`,
  linkDiffers: (shows, goes) => `I länken står det ${shows}, men den leder till ${goes}`,
  pictureMissing: 'En bild finns inte kvar. Brevet kan inte skickas med den.',
  onlyPictures: 'Brevet har inga ord, bara en bild. Skräppostfilter ogillar det, och många ser inte bilder direkt.',
  pictureUndescribed: (name) => `Inget berättar vad bilden ”${name}” visar för den som inte kan se den.`,
  pictureNotShown: (kind, who) => `${kind}-bilder visas inte av ${who}.`,
  notShown: (name, who) => `”${name}” visas inte av ${who}.`,
};

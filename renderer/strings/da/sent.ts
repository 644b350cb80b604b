// Words: sent mail, an opened message, and the practice mailbox.
import type { Strings } from '../en';

export const sent: Strings['sent'] = {
  sent: 'Sendt',
  account: 'Konto',
  empty: 'Der er ikke sendt noget herfra endnu.',
  noFolder: 'Der er ingen mappe til sendt post på serveren endnu. Den bliver lavet, når det første brev sendes.',
  noAccount: 'Sendt post vises her, når en konto er sat op.',
  loading: 'Læser mappen med sendt post',
  loadingMessage: 'Åbner beskeden',
  again: 'Prøv igen',
  count: (count) => `${count} beskeder`,
  noSubject: '(intet emne)',
  noRecipient: '(ingen modtager)',
  hasAttachments: 'Har vedhæftede filer',
  to: (who) => `Til ${who}`,

  practice: 'Øvepostkassen',
  practiceEmpty: 'Breve fra øvekontoen lander her og ingen andre steder.',
  practiceNote: 'Sådan ser modtageren det. Det har ikke forladt denne computer.',
  clear: 'Tøm postkassen',
  cleared: 'Øvepostkassen er tømt.',

  message: 'Besked',
  from: 'Fra',
  toField: 'Til',
  cc: 'Kopi',
  bcc: 'Skjult kopi',
  date: 'Dato',
  noDate: 'ingen dato',
  envelope: 'Kuvert',
  envelopeNote: 'Det, serverne går efter.',
  headersNote: 'Det, brevet siger om sig selv.',
  envelopeFrom: 'Afsender',
  envelopeTo: 'Modtagere',
  fate: 'Hvordan det gik',
  everyone: 'Serveren tog imod den til alle.',
  ways: 'Måder at se den på',
  letter: 'Brev',
  plainText: 'Ren tekst',
  headers: 'Brevhoved',
  source: 'Kilde',
  sourceCut: 'Kun begyndelsen vises; beskeden er større.',
  noText: 'Beskeden har ingen tekst.',
  remoteBlocked: (count) =>
    count === 1
      ? 'Et billede fra internettet vises ikke: At hente det ville røbe for ejeren, at du har kigget.'
      : `${count} billeder fra internettet vises ikke: At hente dem ville røbe for ejerne, at du har kigget.`,
  hugePictures: (count: number) =>
    count === 1
      ? 'Et billede vises ikke: pakket ud er det større, end computeren kan klare.'
      : `${count} billeder vises ikke: pakket ud er de større, end computeren kan klare.`,
  tooIntricate: 'Brevet er lavet så indviklet, at det ville tage minutter at vise det. Her er dets tekst.',
  frameTitle: 'Brevet',
  attachments: 'Vedhæftede filer',
  save: (name) => `Gem ${name}`,
  saved: (name) => `»${name}« er gemt.`,
  reply: 'Svar',
  replyAll: 'Svar alle',
  forward: 'Videresend',
  writeAgain: 'Skriv igen',
  copy: 'Kopiér',
  copied: 'Kopieret.',
};

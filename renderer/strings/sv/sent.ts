// Words: sent mail, an opened message, and the practice mailbox.
import type { Strings } from '../en';

export const sent: Strings['sent'] = {
  sent: 'Skickat',
  account: 'Konto',
  empty: 'Inget har skickats härifrån än.',
  noFolder: 'Det finns ingen mapp för skickat på servern än. Den görs när det första brevet går i väg.',
  noAccount: 'Skickad post visas här när ett konto är inställt.',
  loading: 'Läser mappen med skickat',
  loadingMessage: 'Öppnar meddelandet',
  again: 'Försök igen',
  count: (count) => `${count} meddelanden`,
  noSubject: '(inget ämne)',
  noRecipient: '(ingen mottagare)',
  hasAttachments: 'Har bilagor',
  to: (who) => `Till ${who}`,

  practice: 'Övningsbrevlådan',
  practiceEmpty: 'Brev från övningskontot hamnar här och ingen annanstans.',
  practiceNote: 'Så här ser mottagaren det. Det har inte lämnat den här datorn.',
  clear: 'Töm brevlådan',
  cleared: 'Övningsbrevlådan tömdes.',

  message: 'Meddelande',
  from: 'Från',
  toField: 'Till',
  cc: 'Kopia',
  bcc: 'Hemlig kopia',
  date: 'Datum',
  noDate: 'inget datum',
  envelope: 'Kuvert',
  envelopeNote: 'Det som servrarna går efter.',
  headersNote: 'Det som brevet säger om sig självt.',
  envelopeFrom: 'Avsändare',
  envelopeTo: 'Mottagare',
  fate: 'Hur det gick',
  everyone: 'Servern tog emot det för alla.',
  ways: 'Sätt att se på det',
  letter: 'Brev',
  plainText: 'Ren text',
  headers: 'Brevhuvud',
  source: 'Källa',
  sourceCut: 'Bara början visas; meddelandet är större.',
  noText: 'Meddelandet har ingen text.',
  remoteBlocked: (count) =>
    count === 1
      ? 'En bild från internet visas inte: att hämta den skulle avslöja för ägaren att du har tittat.'
      : `${count} bilder från internet visas inte: att hämta dem skulle avslöja för ägarna att du har tittat.`,
  hugePictures: (count: number) =>
    count === 1
      ? 'En bild visas inte: uppackad blir den större än vad datorn orkar med.'
      : `${count} bilder visas inte: uppackade blir de större än vad datorn orkar med.`,
  tooIntricate: 'Brevet är så invecklat gjort att det skulle ta minuter att visa det. Här är dess text.',
  frameTitle: 'Brevet',
  attachments: 'Bilagor',
  save: (name) => `Spara ${name}`,
  saved: (name) => `”${name}” sparades.`,
  reply: 'Svara',
  replyAll: 'Svara alla',
  forward: 'Vidarebefordra',
  writeAgain: 'Skriv igen',
  copy: 'Kopiera',
  copied: 'Kopierat.',
};

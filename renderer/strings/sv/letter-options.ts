// Ord: vad man kan begära för ett brev utöver vem det är till.
import type { HeaderProblem } from '../../../electron/contract/model/letter-options';
import type { Strings } from '../en';

const headerProblems: Readonly<Record<HeaderProblem, string>> = {
  name: 'Ett namn har bokstäver, siffror och bindestreck, som i X-Projekt.',
  'not-allowed': 'Det fältet går inte att ange själv. Namn som börjar på X- går bra.',
  empty: 'Skriv vad som ska stå i fältet.',
  twice: 'Namnet finns redan.',
};

export const letterOptions: Strings['letterOptions'] = {
  title: 'Alternativ för brevet',
  priority: 'Prioritet',
  priorities: { usual: 'Vanlig', high: 'Hög', low: 'Låg' },
  report: 'Be mottagarens server om en leveransrapport',
  reportHint: 'Den kommer till din inkorg. Servrar får låta bli.',
  reportOffered: (server) => `${server} skickar begäran vidare.`,
  reportNotOffered: (server) => `${server} erbjuder inga leveransrapporter. Brevet går i väg utan begäran.`,
  reportUnknown: 'Om din server erbjuder det visar sig när du har skickat genom den en gång.',
  reportOn: 'Rapportera när det',
  occasions: { success: 'har kommit fram', failure: 'inte kunde levereras', delay: 'är försenat' },
  returns: 'Vid ett fel kommer tillbaka',
  returned: { headers: 'brevhuvudet', whole: 'hela brevet' },
  receipt: 'Be om läskvitto',
  receiptHint: 'Många program frågar läsaren först, och många läsare säger nej.',
  replyTo: 'Svar går till',
  replyToHint: (usual) => `Tomt: till ${usual}.`,
  replyToBad: 'Det är inte en e-postadress.',
  noCopy: 'Spara ingen kopia i Skickat',
  noCopyHint: 'Ingen kan slå upp vad som skickades.',
  noCopyServer: (provider) =>
    `${provider} lägger själv varje brev den skickar i Skickat. Brevduva lägger ingen dit, och kan inte hindra den kopian.`,
  headers: 'Egna fält i brevhuvudet',
  headersHint: 'För e-postlistor och system som läser dem. Mottagarna kan se dem.',
  headerName: 'Namn',
  headerValue: 'Värde',
  addHeader: 'Lägg till ett fält',
  removeHeader: (name) => (name === '' ? 'Ta bort fältet' : `Ta bort ${name}`),
  headerProblems,
  done: 'Klar',
  inForce: {
    label: 'Alternativ som gäller',
    high: 'Hög prioritet',
    low: 'Låg prioritet',
    report: 'Leveransrapport',
    receipt: 'Läskvitto',
    replyTo: (address) => `Svar till ${address}`,
    noCopy: 'Ingen kopia i Skickat',
    headers: (count) => (count === 1 ? '1 eget fält' : `${count} egna fält`),
    change: 'Ändra alternativen',
  },
};

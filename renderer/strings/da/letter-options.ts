// Ord: hvad man kan bede om for et brev ud over, hvem det er til.
import type { HeaderProblem } from '../../../electron/contract/model/letter-options';
import type { Strings } from '../en';

const headerProblems: Readonly<Record<HeaderProblem, string>> = {
  name: 'Et navn har bogstaver, tal og bindestreger, som i X-Projekt.',
  'not-allowed': 'Det felt kan du ikke selv sætte. Navne, der begynder med X-, kan du.',
  empty: 'Skriv, hvad der skal stå i feltet.',
  twice: 'Navnet er der allerede.',
};

export const letterOptions: Strings['letterOptions'] = {
  title: 'Indstillinger for brevet',
  priority: 'Prioritet',
  priorities: { usual: 'Almindelig', high: 'Høj', low: 'Lav' },
  report: 'Bed modtagerens server om en leveringsrapport',
  reportHint: 'Den kommer til din indbakke. Servere må lade være.',
  reportOffered: (server) => `${server} sender ønsket videre.`,
  reportNotOffered: (server) => `${server} tilbyder ikke leveringsrapporter. Brevet sendes uden ønsket.`,
  reportUnknown: 'Om din server tilbyder det, viser sig, når du har sendt gennem den én gang.',
  reportOn: 'Giv besked, når det',
  occasions: { success: 'er kommet frem', failure: 'ikke kunne leveres', delay: 'er forsinket' },
  returns: 'Ved en fejl kommer tilbage',
  returned: { headers: 'brevhovedet', whole: 'hele brevet' },
  receipt: 'Bed om en læsekvittering',
  receiptHint: 'Mange programmer spørger læseren først, og mange læsere siger nej.',
  replyTo: 'Svar går til',
  replyToHint: (usual) => `Tomt: til ${usual}.`,
  replyToBad: 'Det er ikke én mailadresse.',
  noCopy: 'Gem ingen kopi i Sendt',
  noCopyHint: 'Ingen kan slå op, hvad der blev sendt.',
  noCopyServer: (provider) =>
    `${provider} lægger selv hvert brev, den sender, i Sendt. Brevduva lægger ingen derhen og kan ikke forhindre den kopi.`,
  headers: 'Egne felter i brevhovedet',
  headersHint: 'Til postlister og systemer, der læser dem. Modtagerne kan se dem.',
  headerName: 'Navn',
  headerValue: 'Værdi',
  addHeader: 'Tilføj et felt',
  removeHeader: (name) => (name === '' ? 'Fjern feltet' : `Fjern ${name}`),
  headerProblems,
  done: 'Færdig',
  inForce: {
    label: 'Indstillinger, der gælder',
    high: 'Høj prioritet',
    low: 'Lav prioritet',
    report: 'Leveringsrapport',
    receipt: 'Læsekvittering',
    replyTo: (address) => `Svar til ${address}`,
    noCopy: 'Ingen kopi i Sendt',
    headers: (count) => (count === 1 ? '1 eget felt' : `${count} egne felter`),
    change: 'Ændr indstillingerne',
  },
};

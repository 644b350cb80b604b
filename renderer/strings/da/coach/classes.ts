// Words of the coach: codes that are not in the catalogue, by their class and subject (RFC 3463 3), in Danish.
import { type AdviceWords, advice } from '../../advice-words';

type About = { readonly what: string; readonly cause: string };
const about = {
  other: { what: 'noget, den ikke nævner', cause: 'Mere siger serverens kode ikke.' },
  address: { what: 'en adresse', cause: 'Koden handler om en adresse: modtagerens eller din.' },
  mailbox: { what: 'postkassen', cause: 'Koden handler om modtagerens postkasse.' },
  system: { what: 'mailsystemet', cause: 'Koden handler om serverens egen tilstand.' },
  network: { what: 'vejen dertil', cause: 'Koden handler om vejen til modtagerens server.' },
  protocol: { what: 'samtalen', cause: 'Koden handler om samtalen mellem serverne.' },
  content: { what: 'indholdet', cause: 'Koden handler om beskedens form eller indhold.' },
  policy: { what: 'en regel eller sikkerheden', cause: 'Koden handler om en regel hos serveren eller om sikkerhed.' },
} as const satisfies Readonly<Record<string, About>>;

const later = ({ what, cause }: About): AdviceWords =>
  advice(
    `Ikke nu, på grund af ${what}`,
    `${cause} Den begynder med 4: det skulle gå over.`,
    'Vent: det prøves igen af sig selv. Serverens egne ord siger måske mere.',
  );
const never = ({ what, cause }: About): AdviceWords =>
  advice(
    `Afvist på grund af ${what}`,
    `${cause} Den begynder med 5: den samme besked vil blive afvist igen.`,
    'Serverens egne ord siger måske, hvad der skal rettes. Spørg ellers udbyderen.',
  );

export const classes = {
  'later-other': later(about.other),
  'later-address': later(about.address),
  'later-mailbox': later(about.mailbox),
  'later-system': later(about.system),
  'later-network': later(about.network),
  'later-protocol': later(about.protocol),
  'later-content': later(about.content),
  'later-policy': later(about.policy),
  'never-other': never(about.other),
  'never-address': never(about.address),
  'never-mailbox': never(about.mailbox),
  'never-system': never(about.system),
  'never-network': never(about.network),
  'never-protocol': never(about.protocol),
  'never-content': never(about.content),
  'never-policy': never(about.policy),
};

// Words of the coach: codes that are not in the catalogue, by their class and subject (RFC 3463 3), in Swedish.
import { type AdviceWords, advice } from '../../advice-words';

type About = { readonly what: string; readonly cause: string };
const about = {
  other: { what: 'något som den inte nämner', cause: 'Mer än så säger inte serverns kod.' },
  address: { what: 'en adress', cause: 'Koden handlar om en adress: mottagarens eller din.' },
  mailbox: { what: 'brevlådan', cause: 'Koden handlar om mottagarens brevlåda.' },
  system: { what: 'e-postsystemet', cause: 'Koden handlar om hur servern själv mår.' },
  network: { what: 'vägen dit', cause: 'Koden handlar om vägen till mottagarens server.' },
  protocol: { what: 'samtalet', cause: 'Koden handlar om samtalet mellan servrarna.' },
  content: { what: 'innehållet', cause: 'Koden handlar om brevets form eller innehåll.' },
  policy: { what: 'en regel eller säkerheten', cause: 'Koden handlar om en regel hos servern, eller om säkerhet.' },
} as const satisfies Readonly<Record<string, About>>;

const later = ({ what, cause }: About): AdviceWords =>
  advice(
    `Inte nu, på grund av ${what}`,
    `${cause} Den börjar med 4: det sägs gå över.`,
    'Vänta: det prövas igen av sig självt. Serverns egna ord kan säga mer.',
  );
const never = ({ what, cause }: About): AdviceWords =>
  advice(
    `Nekades, på grund av ${what}`,
    `${cause} Den börjar med 5: samma brev kommer att nekas igen.`,
    'Serverns egna ord kan säga vad som bör ändras. Fråga annars leverantören.',
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

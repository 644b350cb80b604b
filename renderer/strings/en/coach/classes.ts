// Words of the coach: codes that are not in the catalogue, by their class and subject (RFC 3463 3).
import { type AdviceWords, advice } from '../../advice-words';

type About = { readonly what: string; readonly cause: string };
const about = {
  other: { what: 'something it does not name', cause: 'The server’s code says no more than that.' },
  address: { what: 'an address', cause: 'The code is about an address: the recipient’s or yours.' },
  mailbox: { what: 'the mailbox', cause: 'The code is about the recipient’s mailbox.' },
  system: { what: 'the mail system', cause: 'The code is about the server’s own state.' },
  network: { what: 'the way there', cause: 'The code is about the way to the recipient’s server.' },
  protocol: { what: 'the conversation', cause: 'The code is about the conversation between the servers.' },
  content: { what: 'the content', cause: 'The code is about the form or content of the message.' },
  policy: { what: 'a rule or security', cause: 'The code is about a rule of the server, or about security.' },
} as const satisfies Readonly<Record<string, About>>;

const later = ({ what, cause }: About): AdviceWords =>
  advice(
    `Not now, because of ${what}`,
    `${cause} It begins with 4: that is said to pass.`,
    'Wait: it is tried again by itself. The server’s own words may say more.',
  );
const never = ({ what, cause }: About): AdviceWords =>
  advice(
    `Refused, because of ${what}`,
    `${cause} It begins with 5: the same message will be refused again.`,
    'The server’s own words may say what to change. Otherwise ask your provider.',
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

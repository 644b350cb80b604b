// The autoconfig format (config-v1.1.xml) that many providers publish: where to ask, and what a parsed answer says.
import type { Security, Server } from '../../contract/model/accounts';
import { isPublicHostName } from './host-name';

/** Where a domain itself publishes its settings; only the domain is told, never the address. */
export const autoconfigUrls = (domain: string): readonly string[] => [
  `https://autoconfig.${domain}/mail/config-v1.1.xml`,
  `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
];

/** The public database of providers that Thunderbird keeps. */
export const ispDatabaseUrl = (domain: string): string => `https://autoconfig.thunderbird.net/v1.1/${domain}`;

export type ToldServers = { readonly smtp: readonly Server[]; readonly imap: Server | null; readonly wantsOauth: boolean };

/** A parsed XML document: elements by name, repeated ones as arrays, attributes with "@" before the name. */
type Element = Readonly<Record<string, unknown>>;

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && !Array.isArray(value);
const child = (element: Element, name: string): Element => {
  const value = element[name];
  return isElement(value) ? value : {};
};
const children = (element: Element, name: string): readonly unknown[] => {
  const value = element[name];
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];
};
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : isElement(value) && typeof value['#text'] === 'string' ? value['#text'].trim() : '';

/** What the document offers for this address, TLS from the first byte before STARTTLS; null where it offers no way to send safely. */
export function readAutoconfig(document: unknown, address: string): ToldServers | null {
  const provider = isElement(document) ? child(child(document, 'clientConfig'), 'emailProvider') : {};
  const offered = (name: string, type: string): Offer[] =>
    children(provider, name)
      .flatMap((server) => (isElement(server) && textOf(server['@type']) === type ? [server] : []))
      .flatMap((server) => readServer(server, address) ?? []);
  const outgoing = offered('outgoingServer', 'smtp');
  const incoming = offered('incomingServer', 'imap');
  if (outgoing.length === 0) return null;
  return {
    smtp: preferred(outgoing),
    imap: preferred(incoming)[0] ?? null,
    wantsOauth: outgoing.every(({ methods }) => methods.length > 0 && methods.every((method) => method === 'OAuth2')),
  };
}

type Offer = { readonly server: Server; readonly methods: readonly string[] };

const preferred = (offers: readonly Offer[]): Server[] =>
  offers
    .map(({ server }) => server)
    .sort((a, b) => Number(b.security === 'tls') - Number(a.security === 'tls'))
    .slice(0, 10);

const securityOf: ReadonlyMap<string, Security> = new Map([
  ['SSL', 'tls'],
  ['STARTTLS', 'starttls'],
]);

function readServer(element: Element, address: string): Offer | null {
  const host = fill(textOf(element.hostname), address).toLowerCase().replace(/\.$/, '');
  const port = Number(textOf(element.port));
  const security = securityOf.get(textOf(element.socketType));
  if (security === undefined || !isPublicHostName(host) || !Number.isInteger(port) || port < 1 || port > 65535) return null;
  const user = fill(textOf(element.username) || '%EMAILADDRESS%', address);
  if (user.length > 320 || /\p{Cc}/u.test(user)) return null;
  return { server: { host, port, security, user }, methods: children(element, 'authentication').map(textOf) };
}

/** The placeholders of the format. */
function fill(text: string, address: string): string {
  const at = address.lastIndexOf('@');
  return text
    .replaceAll('%EMAILADDRESS%', () => address)
    .replaceAll('%EMAILLOCALPART%', () => address.slice(0, at))
    .replaceAll('%EMAILDOMAIN%', () => address.slice(at + 1));
}

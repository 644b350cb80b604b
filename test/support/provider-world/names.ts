// Where the providers live in the test's own network: each of their names has an address of its own.
import { type Provider, providers } from '../../../electron/domain/providers';

const signInNames = ['accounts.google.com', 'login.microsoftonline.com'] as const;

const serversOf = ({ kind, servers }: Provider): readonly string[] =>
  kind === 'practice' ? [] : servers.flatMap(({ smtp, imap }) => [...smtp, ...(imap === null ? [] : [imap])].map(({ host }) => host));

const all: readonly string[] = [
  ...new Set([...signInNames, ...Object.values<Provider>(providers).flatMap(serversOf)].filter((name) => !name.includes('{'))),
];

/** Throws for a name that nobody has here. */
export function addressOf(name: string): string {
  const index = all.indexOf(name);
  if (index < 0) throw new Error(`Nobody is called ${name} in this network`);
  return `10.25.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
}

/** For the DNS server. */
export const providerHosts = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(all.map((name) => [name, addressOf(name)])),
  'oauth2.googleapis.com': addressOf('accounts.google.com'),
});

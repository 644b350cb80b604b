// The mail providers the program knows: one row for each, with servers, sign-in, who files the Sent copy, limits and help.
// The page proposes from this table, the engine decides from it. State of the facts: November 2026.
import type { Account, OauthProviderId, ProviderId, Security, SentPolicy } from '../contract/model/accounts';
import { mailboxes } from './provider-mailboxes';
import { bothDoors, fullAddress, imaps, tls, unknownLimits } from './provider-parts';
import { relays } from './provider-relays';

export type Endpoint = { readonly host: string; readonly port: number; readonly security: Security };

/** One set of servers; a provider with regions or plans has several, the first is proposed where the domain says nothing. */
export type ServerChoice = {
  /** A region or plan, e.g. "eu-west-1"; a fact, not a word to translate. */
  readonly key: string;
  /** Mail domains that mean this choice; `name.*` stands for name.com, name.se, name.co.uk. */
  readonly domains: readonly string[];
  /** The preferred one first; port 25 stands last, and only with relays that name it: elsewhere it is for servers among themselves. */
  readonly smtp: readonly [Endpoint, ...Endpoint[]];
  readonly imap: Endpoint | null;
};

/** `address`: the full address. `literal`: this very word. `free`: something the provider gave the person. */
export type UserNameForm = { readonly kind: 'address' } | { readonly kind: 'literal'; readonly value: string } | { readonly kind: 'free' };

/** `oauth2-only`: a password would be refused, so none is asked for; `oauth` says who signs people in. `key`: a key or token made at the provider. */
export type SignInKind = 'password' | 'app-password' | 'oauth2-only' | 'key';

/** Each has its sentence in renderer/strings. */
export const providerNotes = [
  'own-password-refused',
  'two-step-needed',
  'app-password-with-two-step',
  'browser-only',
  'turn-on-imap',
  'no-sent-folder',
  'user-name-is-fixed',
  'token-is-user-and-password',
  'key-and-secret',
  'smtp-key-not-api-key',
  'credentials-of-region',
  'sandbox-catches',
  'verified-sender',
  'settings-from-provider',
  'stays-on-this-computer',
] as const;
export type ProviderNote = (typeof providerNotes)[number];

/** What the provider lets through; a missing figure is unknown. */
export type Limits = {
  readonly messagesPerDay?: number;
  readonly recipientsPerDay?: number;
  readonly recipientsPerMessage?: number;
  readonly messagesPerMinute?: number;
  /** Octets. */
  readonly messageSize?: number;
  /** False: from second hand or of another plan; never shown as certain. */
  readonly isConfirmed: boolean;
};

export type Provider = {
  readonly id: ProviderId;
  /** The provider's own name; null: a word of ours, in renderer/strings. */
  readonly title: string | null;
  readonly kind: 'mailbox' | 'relay' | 'practice';
  readonly servers: readonly [ServerChoice, ...ServerChoice[]];
  readonly userName: UserNameForm;
  readonly signIn: SignInKind;
  /** Who signs people in with the browser; absent: nobody. */
  readonly oauth?: OauthProviderId;
  readonly sentPolicy: SentPolicy;
  readonly limits: Limits;
  /** Of a mailbox under a domain of one's own, where it is let through more; absent: the same. */
  readonly ownDomainLimits?: Limits;
  /** The provider's own pages; `password` is where an app password or key is made. */
  readonly links: { readonly password?: string; readonly help?: string };
  readonly notes: readonly ProviderNote[];
};

export const providers: { readonly [Id in ProviderId]: Provider & { readonly id: Id } } = {
  ...mailboxes,
  ...relays,
  other: {
    id: 'other',
    title: null,
    kind: 'mailbox',
    servers: [{ key: 'other', domains: [], smtp: bothDoors('smtp.{domain}'), imap: imaps('imap.{domain}') }],
    userName: fullAddress,
    signIn: 'password',
    oauth: 'own',
    sentPolicy: 'search-first',
    limits: unknownLimits,
    links: {},
    notes: ['settings-from-provider'],
  },
  practice: {
    id: 'practice',
    title: null,
    kind: 'practice',
    servers: [{ key: 'practice', domains: [], smtp: [tls('localhost')], imap: null }],
    userName: fullAddress,
    signIn: 'password',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: {},
    notes: ['stays-on-this-computer', 'no-sent-folder'],
  },
};

const allProviders: readonly Provider[] = Object.values(providers);

/** The part after the last @, lower case, without a final dot; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0
    ? ''
    : address
        .slice(at + 1)
        .trim()
        .toLowerCase()
        .replace(/\.$/, '');
}

// Yahoo! Japan is another company with other servers.
const strangers: ReadonlySet<string> = new Set(['yahoo.co.jp']);
// A country's own ending, never somebody's domain below it: hotmail.co.uk, but not hotmail.example.com.
const ending = /^(?:[a-z]{2,3}|(?:co|com|net|org)\.[a-z]{2})$/;

function fits(pattern: string, domain: string): boolean {
  if (pattern.startsWith('*.')) return domain.endsWith(pattern.slice(1));
  if (!pattern.endsWith('.*')) return domain === pattern;
  const stem = pattern.slice(0, -1);
  return domain.startsWith(stem) && ending.test(domain.slice(stem.length)) && !strangers.has(domain);
}

const choiceFor = (provider: Provider, domain: string): ServerChoice | undefined =>
  provider.servers.find((choice) => choice.domains.some((pattern) => fits(pattern, domain)));

/** The provider that an address belongs to by its domain; null: none of those known. Also works while the address is being typed. */
export function recognise(address: string): ProviderId | null {
  const domain = domainOf(address);
  return allProviders.find((provider) => choiceFor(provider, domain) !== undefined)?.id ?? null;
}

/** What an account may send: a business mailbox more than a person's own at the same provider. */
export function limitsOf({ provider, address }: Pick<Account, 'provider' | 'address'>): Limits {
  const row: Provider = providers[provider];
  const isOwnDomain = row.ownDomainLimits !== undefined && choiceFor(row, domainOf(address)) === undefined;
  return isOwnDomain ? row.ownDomainLimits : row.limits;
}

/** Ports of a known host beside the usual ones that it can be tried at; port 25 of a relay. */
export const extraPorts = (host: string): readonly Endpoint[] => {
  const id = recogniseHost(host);
  const row: Provider | null = id === null ? null : providers[id];
  return row?.servers.flatMap(({ smtp }) => smtp.filter((door) => door.host === currentHost(host).toLowerCase() && door.port === 25)) ?? [];
};

/** Hosts of older guides, and where their mail goes today. */
const movedHosts: Readonly<Record<string, string>> = {
  'smtp.live.com': 'smtp-mail.outlook.com',
  'imap-mail.outlook.com': 'outlook.office365.com',
};
export const currentHost = (host: string): string => movedHosts[host.trim().toLowerCase()] ?? host.trim();

/** The provider whose server this is: someone may set up a known one by hand. Null: none of those known. */
export function recogniseHost(host: string): ProviderId | null {
  const wanted = currentHost(host).toLowerCase();
  const has = (choice: ServerChoice): boolean => choice.imap?.host === wanted || choice.smtp.some((endpoint) => endpoint.host === wanted);
  return allProviders.find((provider) => provider.id !== 'practice' && provider.servers.some(has))?.id ?? null;
}

export type ProposedAccount = Omit<Account, 'id'>;

function userNameFor(provider: Provider, address: string): string {
  switch (provider.userName.kind) {
    case 'address':
      return address;
    case 'literal':
      return provider.userName.value;
    case 'free':
      return '';
  }
}

/** What the wizard fills in for a provider: everything of an account but its id. `choice` is a ServerChoice's key. */
export function presetFor(id: ProviderId, address: string, name: string, choice?: string): ProposedAccount {
  const provider: Provider = providers[id];
  const domain = domainOf(address);
  const servers = provider.servers.find(({ key }) => key === choice) ?? choiceFor(provider, domain) ?? provider.servers[0];
  const user = userNameFor(provider, address.trim());
  const server = (endpoint: Endpoint) => ({ ...endpoint, host: endpoint.host.replace('{domain}', domain), user });
  return {
    provider: id,
    name,
    address: address.trim(),
    smtp: server(servers.smtp[0]),
    imap: servers.imap === null ? null : server(servers.imap),
    sentPolicy: provider.sentPolicy,
    sentFolder: null,
  };
}

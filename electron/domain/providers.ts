// The mail providers the program knows: one row for each, with servers, sign-in, who files the Sent copy, limits and help.
// The page proposes from this table, the engine decides from it. State of the facts: November 2026.
import type { Account, ProviderId, Security, SentPolicy } from '../contract/model';

export type Endpoint = { readonly host: string; readonly port: number; readonly security: Security };

/** One set of servers; a provider with regions or plans has several, the first is proposed where the domain says nothing. */
export type ServerChoice = {
  /** A region or plan, e.g. "eu-west-1"; a fact, not a word to translate. */
  readonly key: string;
  /** Mail domains that mean this choice; `name.*` stands for name.com, name.se, name.co.uk. */
  readonly domains: readonly string[];
  /** The preferred one first; port 25 never stands here, it is for servers among themselves. */
  readonly smtp: readonly [Endpoint, ...Endpoint[]];
  readonly imap: Endpoint | null;
};

/** `address`: the full address. `literal`: this very word. `free`: something the provider gave the person. */
export type UserNameForm = { readonly kind: 'address' } | { readonly kind: 'literal'; readonly value: string } | { readonly kind: 'free' };

/** `oauth2-only`: a password would be refused, so none is asked for. `key`: a key or token made at the provider. */
export type SignInKind = 'password' | 'app-password' | 'oauth2-only' | 'key';

/** Each has its sentence in renderer/strings. */
export const providerNotes = [
  'own-password-refused', 'two-step-needed', 'app-password-with-two-step', 'cannot-sign-in-yet', 'turn-on-imap',
  'no-sent-folder', 'user-name-is-fixed', 'token-is-user-and-password', 'key-and-secret', 'smtp-key-not-api-key', 'credentials-of-region',
  'sandbox-catches', 'verified-sender', 'settings-from-provider', 'stays-on-this-computer',
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
  readonly sentPolicy: SentPolicy;
  readonly limits: Limits;
  /** The provider's own pages; `password` is where an app password or key is made. */
  readonly links: { readonly password?: string; readonly help?: string };
  readonly notes: readonly ProviderNote[];
};

const megabyte = 1024 * 1024;
const tls = (host: string, port = 465): Endpoint => ({ host, port, security: 'tls' });
const starttls = (host: string, port = 587): Endpoint => ({ host, port, security: 'starttls' });
const imaps = (host: string): Endpoint => tls(host, 993);
/** The two doors nearly every provider has: TLS from the first byte is preferred (RFC 8314). */
const bothDoors = (host: string): readonly [Endpoint, ...Endpoint[]] => [tls(host), starttls(host)];

const fullAddress: UserNameForm = { kind: 'address' };
const given: UserNameForm = { kind: 'free' };
const unknownLimits: Limits = { isConfirmed: false };

const zoho = (region: string, domains: readonly string[]): ServerChoice => ({
  key: region, domains, smtp: bothDoors(`smtp.zoho.${region}`), imap: imaps(`imap.zoho.${region}`),
});
const zohoPaid = (region: string): ServerChoice => ({
  key: `${region} (paid)`, domains: [], smtp: bothDoors(`smtppro.zoho.${region}`), imap: imaps(`imappro.zoho.${region}`),
});
const ses = (region: string): ServerChoice => {
  const host = `email-smtp.${region}.amazonaws.com`;
  return { key: region, domains: [], smtp: [tls(host), starttls(host), tls(host, 2465), starttls(host, 2587)], imap: null };
};

const microsoftImap = imaps('outlook.office365.com');
const microsoftLinks = { help: 'https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040' };

export const providers: { readonly [Id in ProviderId]: Provider & { readonly id: Id } } = {
  gmail: {
    id: 'gmail', title: 'Gmail', kind: 'mailbox',
    servers: [{ key: 'gmail', domains: ['gmail.com', 'googlemail.com'], smtp: bothDoors('smtp.gmail.com'), imap: imaps('imap.gmail.com') }],
    userName: fullAddress, signIn: 'app-password', sentPolicy: 'server',
    limits: { messagesPerDay: 500, recipientsPerMessage: 100, isConfirmed: false },
    links: { password: 'https://myaccount.google.com/apppasswords', help: 'https://support.google.com/accounts/answer/185833' },
    notes: ['own-password-refused', 'two-step-needed'],
  },
  outlook: {
    id: 'outlook', title: 'Outlook', kind: 'mailbox',
    servers: [{ key: 'outlook', domains: ['outlook.*', 'live.*', 'msn.com'], smtp: [starttls('smtp-mail.outlook.com')], imap: microsoftImap }],
    userName: fullAddress, signIn: 'oauth2-only', sentPolicy: 'server',
    limits: { recipientsPerDay: 5000, recipientsPerMessage: 500, isConfirmed: false },
    links: microsoftLinks, notes: ['cannot-sign-in-yet', 'turn-on-imap'],
  },
  // Older guides say smtp.live.com; that door is gone, the mail goes through Outlook's.
  hotmail: {
    id: 'hotmail', title: 'Hotmail', kind: 'mailbox',
    servers: [{ key: 'hotmail', domains: ['hotmail.*'], smtp: [starttls('smtp-mail.outlook.com')], imap: microsoftImap }],
    userName: fullAddress, signIn: 'oauth2-only', sentPolicy: 'server',
    limits: { recipientsPerDay: 5000, recipientsPerMessage: 500, isConfirmed: false },
    links: microsoftLinks, notes: ['cannot-sign-in-yet', 'turn-on-imap'],
  },
  microsoft365: {
    id: 'microsoft365', title: 'Microsoft 365', kind: 'mailbox',
    servers: [{ key: 'microsoft365', domains: ['*.onmicrosoft.com'], smtp: [starttls('smtp.office365.com')], imap: microsoftImap }],
    userName: fullAddress, signIn: 'oauth2-only', sentPolicy: 'server',
    limits: { recipientsPerDay: 10_000, messagesPerMinute: 30, isConfirmed: true },
    links: { help: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission' },
    notes: ['cannot-sign-in-yet'],
  },
  yahoo: {
    id: 'yahoo', title: 'Yahoo', kind: 'mailbox',
    servers: [{ key: 'yahoo', domains: ['yahoo.*', 'ymail.com', 'rocketmail.com', 'myyahoo.com'], smtp: bothDoors('smtp.mail.yahoo.com'), imap: imaps('imap.mail.yahoo.com') }],
    userName: fullAddress, signIn: 'app-password', sentPolicy: 'search-first',
    limits: { messagesPerDay: 500, recipientsPerMessage: 100, isConfirmed: true },
    links: { password: 'https://login.yahoo.com/account/security', help: 'https://help.yahoo.com/kb/SLN15241.html' },
    notes: ['own-password-refused'],
  },
  icloud: {
    id: 'icloud', title: 'iCloud', kind: 'mailbox',
    servers: [{ key: 'icloud', domains: ['icloud.com', 'me.com', 'mac.com'], smtp: [starttls('smtp.mail.me.com')], imap: imaps('imap.mail.me.com') }],
    userName: fullAddress, signIn: 'app-password', sentPolicy: 'search-first',
    limits: { messagesPerDay: 1000, recipientsPerDay: 1000, recipientsPerMessage: 500, messageSize: 20 * megabyte, isConfirmed: true },
    links: { password: 'https://account.apple.com/', help: 'https://support.apple.com/102654' },
    notes: ['own-password-refused', 'two-step-needed'],
  },
  fastmail: {
    id: 'fastmail', title: 'Fastmail', kind: 'mailbox',
    servers: [{
      key: 'fastmail', domains: ['fastmail.com', 'fastmail.fm', 'fastmail.net', 'fastmail.org', 'fastmail.se', 'fastmail.de', 'fastmail.co.uk', 'fastmail.com.au'],
      smtp: [tls('smtp.fastmail.com')], imap: imaps('imap.fastmail.com'),
    }],
    userName: fullAddress, signIn: 'app-password', sentPolicy: 'search-first', limits: unknownLimits,
    links: { password: 'https://app.fastmail.com/settings/security/apps', help: 'https://www.fastmail.help/hc/en-us/articles/360058752854' },
    notes: ['own-password-refused'],
  },
  zoho: {
    id: 'zoho', title: 'Zoho', kind: 'mailbox',
    servers: [
      zoho('com', ['zoho.com', 'zohomail.com']), zoho('eu', ['zoho.eu', 'zohomail.eu']), zoho('in', ['zoho.in', 'zohomail.in']),
      zoho('com.au', ['zoho.com.au', 'zohomail.com.au']), zoho('jp', ['zoho.jp', 'zohomail.jp']), zohoPaid('com'), zohoPaid('eu'), zohoPaid('in'),
    ],
    // Zoho files the copy itself unless the person turned that off there: so look before filing one.
    userName: fullAddress, signIn: 'password', sentPolicy: 'search-first', limits: unknownLimits,
    links: { password: 'https://accounts.zoho.com/home#security/app_password', help: 'https://www.zoho.com/mail/help/imap-access.html' },
    notes: ['app-password-with-two-step', 'turn-on-imap'],
  },
  gmx: {
    id: 'gmx', title: 'GMX', kind: 'mailbox',
    servers: [
      { key: 'gmx.net', domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.eu', 'gmx.org'], smtp: bothDoors('mail.gmx.net'), imap: imaps('imap.gmx.net') },
      { key: 'gmx.com', domains: ['gmx.com', 'gmx.us', 'gmx.co.uk', 'gmx.fr', 'gmx.es'], smtp: bothDoors('mail.gmx.com'), imap: imaps('imap.gmx.com') },
    ],
    userName: fullAddress, signIn: 'password', sentPolicy: 'search-first', limits: unknownLimits,
    links: { help: 'https://support.gmx.com/pop-imap/toggle.html' }, notes: ['turn-on-imap', 'app-password-with-two-step'],
  },
  sendgrid: {
    id: 'sendgrid', title: 'SendGrid', kind: 'relay',
    servers: [{ key: 'sendgrid', domains: [], smtp: [...bothDoors('smtp.sendgrid.net'), starttls('smtp.sendgrid.net', 2525)], imap: null }],
    userName: { kind: 'literal', value: 'apikey' }, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://app.sendgrid.com/settings/api_keys', help: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api' },
    notes: ['user-name-is-fixed', 'verified-sender', 'no-sent-folder'],
  },
  // 465 hangs at Postmark: never offered.
  postmark: {
    id: 'postmark', title: 'Postmark', kind: 'relay',
    servers: [
      { key: 'transactional', domains: [], smtp: [starttls('smtp.postmarkapp.com'), starttls('smtp.postmarkapp.com', 2525)], imap: null },
      { key: 'broadcast', domains: [], smtp: [starttls('smtp-broadcasts.postmarkapp.com'), starttls('smtp-broadcasts.postmarkapp.com', 2525)], imap: null },
    ],
    userName: given, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://account.postmarkapp.com/api_tokens', help: 'https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using' },
    notes: ['token-is-user-and-password', 'verified-sender', 'no-sent-folder'],
  },
  mailjet: {
    id: 'mailjet', title: 'Mailjet', kind: 'relay',
    servers: [{ key: 'mailjet', domains: [], smtp: bothDoors('in-v3.mailjet.com'), imap: null }],
    userName: given, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://app.mailjet.com/account/apikeys', help: 'https://dev.mailjet.com/smtp-relay/configuration/' },
    notes: ['key-and-secret', 'verified-sender', 'no-sent-folder'],
  },
  brevo: {
    id: 'brevo', title: 'Brevo', kind: 'relay',
    servers: [{ key: 'brevo', domains: [], smtp: [...bothDoors('smtp-relay.brevo.com'), starttls('smtp-relay.brevo.com', 2525)], imap: null }],
    userName: given, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://app.brevo.com/settings/keys/smtp', help: 'https://developers.brevo.com/docs/smtp-integration' },
    notes: ['smtp-key-not-api-key', 'verified-sender', 'no-sent-folder'],
  },
  ses: {
    id: 'ses', title: 'Amazon SES', kind: 'relay',
    servers: [
      ses('eu-north-1'), ses('eu-west-1'), ses('eu-west-2'), ses('eu-west-3'), ses('eu-central-1'), ses('eu-south-1'), ses('us-east-1'), ses('us-east-2'),
      ses('us-west-1'), ses('us-west-2'), ses('ca-central-1'), ses('sa-east-1'), ses('ap-south-1'), ses('ap-southeast-1'), ses('ap-southeast-2'),
      ses('ap-northeast-1'), ses('ap-northeast-2'), ses('me-south-1'), ses('af-south-1'),
    ],
    userName: given, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://console.aws.amazon.com/ses/home#/smtp', help: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html' },
    notes: ['credentials-of-region', 'verified-sender', 'no-sent-folder'],
  },
  mailtrap: {
    id: 'mailtrap', title: 'Mailtrap', kind: 'relay',
    servers: [
      { key: 'live', domains: [], smtp: [starttls('live.smtp.mailtrap.io')], imap: null },
      { key: 'sandbox', domains: [], smtp: [starttls('sandbox.smtp.mailtrap.io', 2525)], imap: null },
    ],
    // Not confirmed for the sandbox, whose inboxes have names of their own: a proposal that the person can change.
    userName: { kind: 'literal', value: 'api' }, signIn: 'key', sentPolicy: 'local', limits: unknownLimits,
    links: { password: 'https://mailtrap.io/api-tokens', help: 'https://docs.mailtrap.io/email-api-smtp/setup/smtp-integration' },
    notes: ['user-name-is-fixed', 'sandbox-catches', 'no-sent-folder'],
  },
  other: {
    id: 'other', title: null, kind: 'mailbox',
    servers: [{ key: 'other', domains: [], smtp: bothDoors('smtp.{domain}'), imap: imaps('imap.{domain}') }],
    userName: fullAddress, signIn: 'password', sentPolicy: 'search-first', limits: unknownLimits, links: {}, notes: ['settings-from-provider'],
  },
  practice: {
    id: 'practice', title: null, kind: 'practice',
    servers: [{ key: 'practice', domains: [], smtp: [tls('localhost')], imap: null }],
    userName: fullAddress, signIn: 'password', sentPolicy: 'local', limits: unknownLimits, links: {}, notes: ['stays-on-this-computer', 'no-sent-folder'],
  },
};

const allProviders: readonly Provider[] = Object.values(providers);

/** The part after the last @, lower case, without a final dot; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).trim().toLowerCase().replace(/\.$/, '');
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
    provider: id, name, address: address.trim(),
    smtp: server(servers.smtp[0]),
    imap: servers.imap === null ? null : server(servers.imap),
    sentPolicy: provider.sentPolicy,
    sentFolder: null,
  };
}

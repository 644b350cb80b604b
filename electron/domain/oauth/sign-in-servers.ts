// Where people sign in at each provider, what is asked for there, and which mail servers may be shown the token.
import type { OauthProviderId } from '../../contract/model/accounts';
import type { BrowserSignIn, OauthClients } from '../../contract/model/oauth';

/** The provider's own addresses; null: they are found by the issuer's metadata (RFC 8414, OpenID Connect Discovery). */
export type SignInEndpoints = { readonly authorize: string; readonly token: string; readonly revoke: string | null };

export type SignInServer = {
  readonly provider: OauthProviderId;
  readonly issuer: string;
  readonly endpoints: SignInEndpoints | null;
  readonly clientId: string;
  /** Empty: a public client. */
  readonly clientSecret: string;
  /** Separated by spaces. */
  readonly scope: string;
  /** Beside those of RFC 6749. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As which host our end of the redirect is registered; Microsoft lets the port differ for this name alone. */
  readonly redirectHost: '127.0.0.1' | 'localhost';
  /** The only hosts the token may be shown to; null: those the account had when its owner signed in. */
  readonly mailHosts: readonly string[] | null;
};

const google = ({ clientId, clientSecret }: OauthClients['google']): SignInServer => ({
  provider: 'google',
  issuer: 'https://accounts.google.com',
  endpoints: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    revoke: 'https://oauth2.googleapis.com/revoke',
  },
  clientId,
  clientSecret,
  scope: 'https://mail.google.com/',
  // Without these two a second sign-in brings no refresh token.
  parameters: { access_type: 'offline', prompt: 'consent' },
  redirectHost: '127.0.0.1',
  mailHosts: ['smtp.gmail.com', 'imap.gmail.com'],
});

const microsoft = ({ clientId, tenant }: OauthClients['microsoft']): SignInServer => {
  const base = `https://login.microsoftonline.com/${tenant === '' ? 'common' : tenant}`;
  return {
    provider: 'microsoft',
    issuer: `${base}/v2.0`,
    // There is no address at which a token could be taken back.
    endpoints: { authorize: `${base}/oauth2/v2.0/authorize`, token: `${base}/oauth2/v2.0/token`, revoke: null },
    clientId,
    clientSecret: '',
    // A token is for one resource: both of these belong to Outlook's, so one token does for sending and for Sent.
    scope: 'https://outlook.office.com/SMTP.Send https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
    parameters: {},
    redirectHost: 'localhost',
    mailHosts: ['smtp-mail.outlook.com', 'smtp.office365.com', 'outlook.office365.com'],
  };
};

const own = ({ issuer, scopes, clientId, clientSecret }: OauthClients['own']): SignInServer => ({
  provider: 'own',
  issuer,
  endpoints: null,
  clientId,
  clientSecret,
  scope: scopes.trim().split(/\s+/).join(' '),
  // OpenID Connect Core 11: offline access is granted only where the person was asked.
  parameters: { prompt: 'consent' },
  redirectHost: '127.0.0.1',
  mailHosts: null,
});

/** Null: the program has no client id there. */
export function signInServer(provider: OauthProviderId, clients: OauthClients): SignInServer | null {
  switch (provider) {
    case 'google':
      return clients.google.clientId === '' ? null : google(clients.google);
    case 'microsoft':
      return clients.microsoft.clientId === '' ? null : microsoft(clients.microsoft);
    case 'own':
      return clients.own.clientId === '' || clients.own.issuer === '' ? null : own(clients.own);
  }
}

/** Which providers can be used with these ids. */
export const readyProviders = (clients: OauthClients): BrowserSignIn => ({
  google: signInServer('google', clients) !== null,
  microsoft: signInServer('microsoft', clients) !== null,
  own: signInServer('own', clients) === null ? null : clients.own.name || new URL(clients.own.issuer).host,
});

/** Where Google and Microsoft are asked for tokens. */
export const signInHosts: ReadonlySet<string> = new Set(['accounts.google.com', 'oauth2.googleapis.com', 'login.microsoftonline.com']);

const plain = (host: string): string => host.trim().toLowerCase().replace(/\.$/, '');

/** Whether a token may be shown to all of these hosts; `bound`: those the account had when its owner signed in. */
export function maySeeToken(hosts: readonly string[], server: Pick<SignInServer, 'mailHosts'>, bound: readonly string[]): boolean {
  const allowed = new Set((server.mailHosts ?? bound).map(plain));
  return hosts.every((host) => allowed.has(plain(host)));
}

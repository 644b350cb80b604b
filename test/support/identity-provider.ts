// An identity provider on this computer, over https with the test run's authority: signs anybody in who says who they are,
// and tells mail servers whom a token belongs to (RFC 7662).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Configuration } from 'oidc-provider';
import type { OauthClients } from '../../electron/contract/model/oauth';
import { issueCertificate } from './certificates';
import { freePorts } from './ports';
import { testAuthority } from './test-ca';

export type IdentityProvider = {
  readonly issuer: string;
  /** For the program's settings. */
  readonly clients: OauthClients;
  /** Where a mail server asks about a token; with the mail server's own sign-in in it. */
  readonly introspection: string;
  /** "METHOD /path" of every request, in order. */
  readonly asked: readonly string[];
  readonly count: (request: string) => number;
  /** Every access and refresh token given out so far. */
  readonly tokens: () => readonly string[];
  /** Takes back everything that was ever given out, as somebody does on the provider's page. */
  readonly revokeAll: () => Promise<void>;
  /** Answers in the provider's place; false: the provider does. */
  readonly intercept: (answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | null) => void;
  readonly stop: () => Promise<void>;
};

/** A provider under its own names and addresses: only in a network of the test's own. */
export type IdentityPlace = {
  readonly issuer: string;
  /** Where the names below lead; the port is 443. */
  readonly address: string;
  readonly names: readonly string[];
  /** The paths of its endpoints, where they are not oidc-provider's own. */
  readonly routes: { readonly authorization: string; readonly token: string; readonly revocation?: string };
  readonly scopes: readonly string[];
  readonly client: { readonly id: string /** Empty: a public client. */; readonly secret: string; readonly redirect: string };
  readonly clients: OauthClients;
};

export type IdentityProviderOptions = {
  readonly place?: IdentityPlace;
  /** Seconds that an access token lives. Default: 3600. */
  readonly tokenLife?: number;
  /** Seconds that it says an access token lives, where that is not so. */
  readonly statedLife?: number;
  /** Seconds that an ID token is good. Default: 3600. */
  readonly idTokenLife?: number;
};

const silence = { warn: console.warn, info: console.info };

export async function startIdentityProvider({
  tokenLife = 3600,
  statedLife,
  idTokenLife = 3600,
  place,
}: IdentityProviderOptions = {}): Promise<IdentityProvider> {
  const port = place === undefined ? (await freePorts(['idp'])).idp : 443;
  const issuer = place?.issuer ?? `https://localhost:${port}`;
  const host = place?.names[0] ?? `localhost:${port}`;
  const given = new Map<string, { destroy: () => Promise<void> }>();
  const provider = await quietly(
    async () => new (await import('oidc-provider')).default(issuer, configuration(tokenLife, idTokenLife, place)),
  );
  const asked: string[] = [];
  let instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | null = null;
  const remember = (token: { readonly jti: string; readonly destroy: () => Promise<void> }): void => void given.set(token.jti, token);
  provider.on('access_token.saved', remember);
  provider.on('refresh_token.saved', remember);
  const serve = provider.callback();
  const server = createServer(
    await issueCertificate(await testAuthority(), place === undefined ? {} : { names: place.names }),
    (request, response) => {
      asked.push(`${request.method ?? ''} ${(request.url ?? '').replace(/\?.*/, '')}`);
      if (instead?.(request, response) === true) return;
      if (statedLife !== undefined && request.url === (place?.routes.token ?? '/token')) stateLife(response, statedLife);
      void serve(request, response);
    },
  );
  await new Promise<void>((resolve) => server.listen(port, place?.address ?? '127.0.0.1', resolve));
  return {
    issuer,
    clients: place?.clients ?? {
      google: { clientId: '', clientSecret: '' },
      microsoft: { clientId: '', tenant: '' },
      own: { name: 'Test identity', issuer, scopes: 'openid offline_access mail', clientId: 'brevduva', clientSecret: '' },
    },
    introspection: `https://mail-host:mail-host-secret@${host}/token/introspection`,
    asked,
    count: (request) => asked.filter((one) => one === request).length,
    tokens: () => [...given.keys()],
    async revokeAll() {
      await Promise.all([...given.values()].map((token) => token.destroy()));
    },
    intercept(answer) {
      instead = answer;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The provider's own answer, with another life of the token in it. */
function stateLife(response: ServerResponse, seconds: number): void {
  const end = response.end.bind(response);
  const restate = (body?: unknown): ServerResponse => {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body.toString() : '';
    if (!text.startsWith('{')) return end(body);
    const restated = JSON.stringify({ ...(JSON.parse(text) as object), expires_in: seconds });
    response.setHeader('content-length', Buffer.byteLength(restated));
    return end(restated);
  };
  Object.assign(response, { end: restate });
}

/** It warns of everything that makes it a provider for tests. */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await make();
  } finally {
    Object.assign(console, silence);
  }
}

const configuration = (tokenLife: number, idTokenLife: number, place: IdentityPlace | undefined): Configuration => ({
  clients: [
    {
      client_id: place?.client.id ?? 'brevduva',
      ...(place === undefined || place.client.secret === ''
        ? { token_endpoint_auth_method: 'none' }
        : { token_endpoint_auth_method: 'client_secret_post', client_secret: place.client.secret }),
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [place?.client.redirect ?? 'http://127.0.0.1'],
    },
    { client_id: 'mail-host', client_secret: 'mail-host-secret', grant_types: [], response_types: [], redirect_uris: [] },
  ],
  scopes: ['openid', 'offline_access', ...(place?.scopes ?? ['mail'])],
  ...(place === undefined ? {} : { routes: { ...place.routes, introspection: '/token/introspection' } }),
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: id }) }),
  features: {
    devInteractions: { enabled: true },
    introspection: { enabled: true, allowedPolicy: () => true },
    revocation: { enabled: true, allowedPolicy: () => true },
  },
  issueRefreshToken: () => true,
  ttl: { AccessToken: tokenLife, RefreshToken: 86_400, Interaction: 600, Session: 600, Grant: 86_400, IdToken: idTokenLife },
});

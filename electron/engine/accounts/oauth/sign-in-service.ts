// A provider's sign-in service over oauth4webapi: its metadata, the page to open, and the three things its endpoints do.
import * as oauth from 'oauth4webapi';
import { fail, type Result, succeed } from '../../../contract/failure';
import { refusalCode } from '../../../domain/oauth/refusal';
import type { SignInServer } from '../../../domain/oauth/sign-in-servers';
import { createTokenRedact, oneLine, type Redact } from '../../mail/redact';
import type { Way } from '../../mail/way';
import { boundedFetch, failed, fetchFailure, placeOf } from './bounded-fetch';

export type Granted = {
  readonly access: string;
  /** Null: none was given, or the one there is stays good. */
  readonly refresh: string | null;
  /** Seconds; undefined: not said. */
  readonly expiresIn: number | undefined;
};

export type Asking = { readonly redirectUri: string; readonly state: string; readonly verifier: string; readonly address: string };

export type SignInService = {
  /** The page that the person's browser opens (RFC 6749 4.1.1, RFC 7636). */
  readonly pageFor: (asking: Asking) => Promise<string>;
  /** Failures of these: oauth-*, those of "reaching the server" and "encryption", cancelled. */
  readonly redeem: (answer: URLSearchParams, asking: Asking, signal: AbortSignal) => Promise<Result<Granted>>;
  readonly renew: (refresh: string, signal: AbortSignal) => Promise<Result<Granted>>;
  /** RFC 7009; false: there is nowhere to take it back. */
  readonly revoke: (token: string, signal: AbortSignal) => Promise<Result<boolean>>;
};

type Moment = 'sign-in' | 'renewal';

/** Asks for the metadata where the table has none. */
export async function openSignInService(server: SignInServer, way: Way, signal: AbortSignal): Promise<Result<SignInService>> {
  const metadata = await metadataOf(server, way, signal);
  if (!metadata.ok) return metadata;
  const as = metadata.value;
  // We make no use of an ID token's claims: a wrong clock of ours must not turn it into an error.
  const client: oauth.Client = { client_id: server.clientId, [oauth.clockTolerance]: 86_400 };
  const auth = clientAuth(server, as);
  const options = (during: AbortSignal) => ({ [oauth.customFetch]: boundedFetch(way, during) });
  /** Whatever goes wrong at the token endpoint, as a failure without secrets. */
  const attempt = async <T>(work: () => Promise<T>, moment: Moment, redact: Redact, during: AbortSignal): Promise<Result<T>> => {
    try {
      return succeed(await work());
    } catch (error) {
      return explain(error, as.token_endpoint ?? server.issuer, moment, redact, during);
    }
  };
  return succeed({
    async pageFor({ redirectUri, state, verifier, address }) {
      const page = new URL(as.authorization_endpoint ?? '');
      const parameters = {
        response_type: 'code',
        client_id: server.clientId,
        redirect_uri: redirectUri,
        scope: server.scope,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        login_hint: address,
        ...server.parameters,
      };
      for (const [name, value] of Object.entries(parameters)) page.searchParams.set(name, value);
      return page.href;
    },
    async redeem(answer, { redirectUri, state, verifier }, during) {
      const { redact, hide } = createTokenRedact(verifier);
      for (const code of answer.getAll('code')) hide(code);
      const checked = readAnswer(as, client, answer, state, redact);
      if (!checked.ok) return checked;
      const work = async (): Promise<Granted> => {
        const response = await oauth.authorizationCodeGrantRequest(as, client, auth, checked.value, redirectUri, verifier, options(during));
        return granted(await oauth.processAuthorizationCodeResponse(as, client, response));
      };
      return attempt(work, 'sign-in', redact, during);
    },
    renew(refresh, during) {
      const work = async (): Promise<Granted> => {
        const response = await oauth.refreshTokenGrantRequest(as, client, auth, refresh, options(during));
        return granted(await oauth.processRefreshTokenResponse(as, client, response));
      };
      return attempt(work, 'renewal', createTokenRedact(refresh).redact, during);
    },
    async revoke(token, during) {
      if (as.revocation_endpoint === undefined) return succeed(false);
      const work = async (): Promise<boolean> => {
        await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, auth, token, options(during)));
        return true;
      };
      return attempt(work, 'renewal', createTokenRedact(token).redact, during);
    },
  });
}

const granted = ({ access_token, refresh_token, expires_in }: oauth.TokenEndpointResponse): Granted => ({
  access: access_token,
  refresh: refresh_token ?? null,
  expiresIn: expires_in,
});

function clientAuth({ provider, clientSecret }: SignInServer, as: oauth.AuthorizationServer): oauth.ClientAuth {
  if (clientSecret === '') return oauth.None();
  const methods = as.token_endpoint_auth_methods_supported;
  const takesBasic = provider === 'own' && (methods === undefined || methods.includes('client_secret_basic')); // RFC 8414 2: the default
  return takesBasic ? oauth.ClientSecretBasic(clientSecret) : oauth.ClientSecretPost(clientSecret);
}

async function metadataOf({ issuer, endpoints }: SignInServer, way: Way, signal: AbortSignal): Promise<Result<oauth.AuthorizationServer>> {
  if (endpoints !== null) {
    const { authorize, token, revoke } = endpoints;
    return succeed({
      issuer,
      authorization_endpoint: authorize,
      token_endpoint: token,
      ...(revoke === null ? {} : { revocation_endpoint: revoke }),
    });
  }
  let last: Result<never> = fail('oauth-unavailable', placeOf(issuer));
  for (const algorithm of ['oidc', 'oauth2'] as const) {
    try {
      const url = new URL(issuer);
      const response = await oauth.discoveryRequest(url, { algorithm, [oauth.customFetch]: boundedFetch(way, signal) });
      const found = await oauth.processDiscoveryResponse(url, response);
      const isUsable = [found.authorization_endpoint, found.token_endpoint].every((one) => one !== undefined && isHttps(one));
      if (isUsable) return succeed(found);
      last = fail('oauth-unavailable', { ...placeOf(issuer), detail: 'the metadata names no https: endpoints' });
    } catch (error) {
      const place = placeOf(issuer);
      last = failed(fetchFailure(error, signal) ?? { code: 'oauth-unavailable', ...place, detail: nameOf(error) });
    }
  }
  return last;
}

const isHttps = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';

/** The library's own code for what is wrong; never its message, which may quote the answer. */
const nameOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown error';
};

/** `state`, and `iss` where there is one (RFC 9207): an answer of another sign-in, or of another provider, is not used. */
function readAnswer(
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  answer: URLSearchParams,
  state: string,
  redact: Redact,
): Result<URLSearchParams> {
  const { host } = placeOf(as.issuer);
  try {
    return succeed(oauth.validateAuthResponse(as, client, answer, state));
  } catch (error) {
    return error instanceof oauth.AuthorizationResponseError
      ? fail(refusalCode(error.error, 'sign-in'), { host, ...words(error.error_description ?? '', redact) })
      : fail('oauth-mismatch', { host });
  }
}

function explain(error: unknown, endpoint: string, moment: Moment, redact: Redact, signal: AbortSignal): Result<never> {
  const place = placeOf(endpoint);
  const lost = fetchFailure(error, signal);
  if (lost !== null) return failed(lost);
  if (error instanceof oauth.ResponseBodyError) {
    const code = error.status >= 500 ? 'oauth-unavailable' : refusalCode(error.error, moment);
    return fail(code, { host: place.host, ...words(error.error_description ?? error.error, redact) });
  }
  return fail('oauth-unavailable', { ...place, detail: nameOf(error) });
}

const words = (text: string, redact: Redact): { readonly said?: string } => {
  const said = oneLine(redact(text));
  return said === '' ? {} : { said };
};

// fetch for servers that may be hostile: a time limit, a size limit, no redirects; by the account's way; and what its errors mean.
import { request } from 'node:http';
import { type Failure, fail, type Result } from '../../../contract/failure';
import { dialTls } from '../../mail/connect';
import { connectionFailure, type Place } from '../../mail/connection-failure';
import type { Way } from '../../mail/way';

/** ms and octets: a token's answer is some kilobytes. */
const patience = 30_000;
const largest = 1024 * 1024;

/** What went wrong, with its failure: the library that calls us knows errors only. */
class Trouble extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

type Options = { readonly method: string; readonly headers: Record<string, string>; readonly body?: unknown };

/** Reads the whole answer, or gives up. A redirect is answered as it is. https only. */
export function boundedFetch(way: Way, signal: AbortSignal): (url: string, options: Options) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const target = new URL(url);
    const place = placeOf(url);
    if (target.protocol !== 'https:') throw new Trouble({ code: 'oauth-unavailable', ...place, detail: 'not https:' });
    const late = AbortSignal.timeout(Math.max(patience, way.patience.connect));
    const limit = AbortSignal.any([signal, late]);
    const secured = await dialTls(place, way, limit);
    if (!secured.ok) throw late.aborted ? tooLate(place) : new Trouble(secured.failure);
    const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : null;
    const isForm = body instanceof URLSearchParams && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    return new Promise((resolve, reject) => {
      const refuse = (failure: Failure): void => {
        reject(late.aborted ? tooLate(place) : new Trouble(failure));
        secured.value.destroy();
      };
      const lost = (error: Error): void => refuse(asService(connectionFailure(error, place)));
      const asked = request(
        {
          method,
          path: target.pathname + target.search,
          headers: {
            ...headers,
            host: target.host,
            ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } : {}),
            ...(text === null ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
          },
          createConnection: () => secured.value,
          signal: limit,
        },
        (response) => {
          const chunks: Buffer[] = [];
          let octets = 0;
          response.on('error', lost);
          response.on('data', (chunk: Buffer) => {
            octets += chunk.length;
            if (octets > largest) refuse({ code: 'oauth-unavailable', ...place, detail: 'the answer is too large' });
            else chunks.push(chunk);
          });
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            if (status < 200 || status > 599) return refuse({ code: 'oauth-unavailable', ...place, detail: `status ${status}` });
            const hasBody = octets > 0 && ![204, 205, 304].includes(status);
            const known = new Headers();
            for (const [name, value] of Object.entries(response.headersDistinct)) for (const one of value ?? []) known.append(name, one);
            resolve(new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers: known }));
            secured.value.destroy();
          });
        },
      );
      asked.on('error', lost);
      asked.end(text ?? undefined);
    });
  };
}

const tooLate = (place: Place): Trouble => new Trouble({ code: 'oauth-unavailable', ...place, detail: 'no answer in time' });

export const placeOf = (address: string): Place => {
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port) };
};

/** Null: not an error of the connection. */
export const fetchFailure = (error: unknown, signal: AbortSignal): Failure | null =>
  signal.aborted ? { code: 'cancelled' } : error instanceof Trouble ? error.failure : null;

/** The connection stood: what goes wrong after that is the service's doing, and says nothing of the network. */
const asService = (failure: Failure): Failure => ({ ...failure, code: 'oauth-unavailable' });

export const failed = (failure: Failure): Result<never> => fail(failure.code, failure);

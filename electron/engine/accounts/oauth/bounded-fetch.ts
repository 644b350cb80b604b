// fetch for servers that may be hostile: a time limit, a size limit, no redirects; and what its errors mean.
import { type Failure, fail, type Result } from '../../../contract/failure';
import { connectionFailure, errorCode, type Place } from '../../mail/connection-failure';

/** ms and octets: a token's answer is some kilobytes. */
const patience = 30_000;
const largest = 1024 * 1024;

class TooLarge extends Error {}

type Options = { readonly method: string; readonly headers: Record<string, string>; readonly body?: unknown };

/** Reads the whole answer, or gives up. A redirect is answered as it is. */
export function boundedFetch(signal: AbortSignal): (url: string, options: Options) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const response = await fetch(url, {
      method,
      headers,
      ...(body instanceof URLSearchParams || typeof body === 'string' ? { body } : {}),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    const chunks: Uint8Array[] = [];
    let octets = 0;
    for await (const chunk of response.body ?? []) {
      octets += chunk.length;
      if (octets > largest) throw new TooLarge('the answer is too large');
      chunks.push(chunk);
    }
    const hasBody = octets > 0 && ![204, 205, 304].includes(response.status);
    return new Response(hasBody ? Buffer.concat(chunks) : null, { status: response.status, headers: response.headers });
  };
}

export const placeOf = (address: string): Place => {
  const { hostname, port } = new URL(address);
  return { host: hostname, port: port === '' ? 443 : Number(port) };
};

/** Null: not an error of the connection. */
export function fetchFailure(error: unknown, place: Place, signal: AbortSignal): Failure | null {
  if (signal.aborted) return { code: 'cancelled' };
  if (error instanceof TooLarge) return { code: 'oauth-unavailable', ...place, detail: error.message };
  if (error instanceof Error && error.name === 'TimeoutError') return { code: 'oauth-unavailable', ...place, detail: 'no answer in time' };
  // Node's fetch wraps what really happened.
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return error instanceof TypeError && cause !== undefined && errorCode(cause) !== '' ? asNetwork(connectionFailure(cause, place)) : null;
}

/** Its parser's errors (an answer that is no HTTP) say nothing of the network. */
const asNetwork = (failure: Failure): Failure =>
  failure.detail?.startsWith('HPE_') || failure.detail?.startsWith('UND_ERR_') ? { ...failure, code: 'oauth-unavailable' } : failure;

export const failed = (failure: Failure): Result<never> => fail(failure.code, failure);

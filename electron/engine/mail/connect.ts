// The first steps to any mail server: its name, a connection to one of its addresses, TLS. Each step can be called off.

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { fail, type Result, succeed } from '../../contract/failure';
import { connectionFailure, type Place, watchCertificate } from './connection-failure';

/** ms. A person waits for these in the wizard. */
const patience = { resolve: 20_000, connect: 30_000, handshake: 30_000 } as const;

/** Settles with the first of: the work, the end of patience, the calling-off. `stop` ends the work that lost. */
async function within<T>(
  work: Promise<Result<T>>,
  ms: number,
  late: () => Result<T>,
  signal: AbortSignal,
  stop: () => void,
): Promise<Result<T>> {
  if (signal.aborted) {
    stop();
    return fail('cancelled');
  }
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const other = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms);
    onAbort = () => resolve(fail('cancelled'));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  const first = await Promise.race([work, other]);
  clearTimeout(timer);
  if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  if (!first.ok) stop();
  return first;
}

/** All addresses of a host, IPv6 and IPv4 as the system orders them. Failure: dns-failed, cancelled. */
export function resolveHost(place: Place, signal: AbortSignal): Promise<Result<readonly LookupAddress[]>> {
  const failed = (error: unknown): Result<readonly LookupAddress[]> => ({
    ok: false,
    failure: { ...connectionFailure(error, place), code: 'dns-failed' },
  });
  const work = lookup(place.host, { all: true }).then(
    (addresses): Result<readonly LookupAddress[]> => (addresses.length === 0 ? failed(null) : succeed(addresses)),
    failed,
  );
  return within(
    work,
    patience.resolve,
    () => failed(new Error('no answer')),
    signal,
    () => undefined,
  );
}

/**
 * A TCP connection to the first address that answers; a family that does not work costs a fraction of a second (RFC 8305).
 * Failures: connect-refused, connect-timeout, offline, cancelled.
 */
export function connectTcp(place: Place, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<Result<Socket>> {
  const known: LookupFunction = (_host, options, answer) => {
    const first = addresses[0];
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 4);
  };
  const socket = connectPlain({
    host: place.host,
    port: place.port,
    lookup: known,
    autoSelectFamily: true,
    noDelay: true,
    keepAlive: true,
  });
  const work = new Promise<Result<Socket>>((resolve) => {
    socket.once('connect', () => resolve(succeed(socket)));
    socket.once('error', (error) => resolve({ ok: false, failure: connectionFailure(error, place) }));
  });
  socket.on('error', () => undefined); // an error after the race is over must not end the process
  return within(
    work,
    patience.connect,
    () => fail('connect-timeout', { ...place }),
    signal,
    () => socket.destroy(),
  );
}

/** How a server has to prove who it is. `trust`: the only authority that counts for this account; null: the usual ones. */
export const tlsOptions = (host: string, trust: string | null): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  rejectUnauthorized: true, // said, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would accept anybody
  ...(isIP(host) === 0 ? { servername: host } : {}), // SNI takes no address (RFC 6066 3)
  ...(trust === null ? {} : { ca: trust }),
});

/**
 * TLS over a connection. The socket answers only once the server has proved who it is.
 * Failures: certificate-*, encryption-failed, connection-lost, cancelled.
 */
export function encrypt(socket: Socket, place: Place, trust: string | null, signal: AbortSignal): Promise<Result<TLSSocket>> {
  const secured = connectTls({ socket, host: place.host, ...tlsOptions(place.host, trust) });
  const certificate = watchCertificate(secured);
  const work = new Promise<Result<TLSSocket>>((resolve) => {
    secured.once('secureConnect', () => resolve(succeed(secured)));
    secured.once('error', (error) => resolve({ ok: false, failure: connectionFailure(error, place, certificate()) }));
    secured.once('close', () => resolve(fail('connection-lost', { ...place })));
  });
  secured.on('error', () => undefined);
  return within(
    work,
    patience.handshake,
    () => fail('encryption-failed', { ...place, detail: 'the handshake took too long' }),
    signal,
    () => secured.destroy(),
  );
}

/** What was agreed on, e.g. "TLSv1.3, TLS_AES_256_GCM_SHA384". */
export function describeTls(socket: TLSSocket): string {
  const cipher = socket.getCipher();
  return [socket.getProtocol() ?? 'TLS', cipher.standardName || cipher.name].join(', ');
}

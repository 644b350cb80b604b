// The first steps to any server: its name, a connection to one of its addresses or through a proxy, TLS. Each step can be called off.
// Every connection of the engine begins here.

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { connect as connectPlain, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { fail, type Result, succeed } from '../../contract/failure';
import { connectionFailure, type Place, watchCertificate } from './connection-failure';
import { changedFailure, isProven, tlsOptions } from './trust';
import type { Way } from './way';
import { within } from './within';

/** ms. A person waits for this in the wizard. */
const resolvePatience = 20_000;

export type DialHooks = {
  /** By which addresses, or through which proxy. */
  readonly onWay?: (found: string) => void;
};

/**
 * A connection to the server by the account's way. With a proxy nothing goes around it, not even the question for the server's name.
 * Failures: dns-failed, connect-*, offline, proxy-*, not-a-proxy, vault-*, cancelled.
 */
export async function dial(place: Place, way: Way, signal: AbortSignal, { onWay }: DialHooks = {}): Promise<Result<Socket>> {
  const { connect } = way.patience;
  void way.trust(place); // read while the name is looked up; `encrypt` waits for it
  const asked = await within(way.route(place), resolvePatience, () => fail('not-a-proxy', { ...place }), signal);
  if (!asked.ok) return asked;
  const route = asked.value;
  switch (route.kind) {
    case 'unusable':
      return fail('not-a-proxy', { ...place, detail: 'the system names no proxy of a kind that is known here' });
    case 'proxy': {
      const { connectThrough, placeText } = await import('./proxy');
      onWay?.(`${route.proxy.kind === 'socks5' ? 'SOCKS5' : 'HTTP'} ${placeText(route.proxy)}`);
      return connectThrough(route.proxy, place, connect, signal);
    }
    case 'direct': {
      const addresses = await resolveHost(place, signal);
      if (!addresses.ok) return addresses;
      onWay?.([...new Set(addresses.value.map(({ address }) => address))].join(', '));
      return connectTcp(place, addresses.value, connect, signal);
    }
  }
}

/** The same with TLS on top. Failures: those of both. */
export async function dialTls(place: Place, way: Way, signal: AbortSignal): Promise<Result<TLSSocket>> {
  const socket = await dial(place, way, signal);
  return socket.ok ? encrypt(socket.value, place, way, signal) : socket;
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
  return within(work, resolvePatience, () => failed(new Error('no answer')), signal);
}

/**
 * A TCP connection to the first address that answers; a family that does not work costs a fraction of a second (RFC 8305).
 * Failures: connect-refused, connect-timeout, offline, cancelled.
 */
export function connectTcp(place: Place, addresses: readonly LookupAddress[], ms: number, signal: AbortSignal): Promise<Result<Socket>> {
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
    ms,
    () => fail('connect-timeout', { ...place }),
    signal,
    () => socket.destroy(),
  );
}

/**
 * TLS over a connection. The socket answers only once the server has proved who it is.
 * Failures: certificate-*, encryption-failed, connection-lost, cancelled.
 */
export async function encrypt(socket: Socket, place: Place, way: Way, signal: AbortSignal): Promise<Result<TLSSocket>> {
  const trust = await way.trust(place);
  if (socket.destroyed) return fail('connection-lost', { ...place });
  const secured = connectTls({ socket, host: place.host, ...tlsOptions(place.host, trust) });
  const certificate = watchCertificate(secured);
  const work = new Promise<Result<TLSSocket>>((resolve) => {
    secured.once('secureConnect', () =>
      resolve(isProven(secured, trust) ? succeed(secured) : { ok: false, failure: changedFailure(place, trust, certificate()) }),
    );
    secured.once('error', (error) => resolve({ ok: false, failure: connectionFailure(error, place, certificate()) }));
    secured.once('close', () => resolve(fail('connection-lost', { ...place })));
  });
  secured.on('error', () => undefined);
  return within(
    work,
    way.patience.handshake,
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

// A connection through a proxy: SOCKS5 (RFC 1928, 1929) by the socks library, CONNECT (RFC 9110 9.3.6) by Node's own client.
// The proxy gets the server's name and looks it up itself: nothing of it is asked here.
import { request } from 'node:http';
import { isIP, isIPv6, type Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { type Failure, type FailureCode, type Result, succeed } from '../../contract/failure';
import type { ProxyServer } from '../../domain/way/route';
import { connectTcp, resolveHost } from './connect';
import { errorCode, type Place } from './connection-failure';
import { oneLine } from './redact';
import { within } from './within';

export const placeText = ({ host, port }: Place): string => (isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`);

/** The proxy's own troubles are never mistaken for the mail server's. */
const onTheWay: Readonly<Partial<Record<FailureCode, FailureCode>>> = {
  'dns-failed': 'proxy-unreachable',
  'connect-refused': 'proxy-unreachable',
  'connect-timeout': 'proxy-silent',
  'connection-lost': 'proxy-unreachable',
};

/** Failures: proxy-*, not-a-proxy, offline, cancelled. `ms`: for the connection to the proxy, and again for its answer. */
export async function connectThrough(proxy: ProxyServer, place: Place, ms: number, signal: AbortSignal): Promise<Result<Socket>> {
  const at: Place = { host: proxy.host, port: proxy.port };
  const about = (failure: Failure): Result<never> => ({
    ok: false,
    failure:
      failure.code === 'cancelled' ? failure : { ...failure, ...place, code: onTheWay[failure.code] ?? failure.code, proxy: placeText(at) },
  });
  const addresses = await resolveHost(at, signal);
  if (!addresses.ok) return about(addresses.failure);
  const connected = await connectTcp(at, addresses.value, ms, signal);
  if (!connected.ok) return about(connected.failure);
  const socket = connected.value;
  const there = { host: nameFor(place.host), port: place.port };
  const asked = proxy.kind === 'socks5' ? askSocks(socket, proxy, there, ms) : askHttp(socket, proxy, there);
  const late = (): Result<Socket> => about({ code: 'proxy-silent' });
  const tunnel = await within(asked, ms, late, signal, () => socket.destroy());
  return tunnel.ok ? tunnel : about(tunnel.failure);
}

/** As both kinds of proxy can be told it: a name in other letters than ASCII goes in its other form (RFC 5891). */
const nameFor = (host: string): string => (isIP(host) === 0 ? domainToASCII(host) || host : host);
const canBeTold = (host: string): boolean => /^[\x21-\x7e]{1,255}$/.test(host);
/** RFC 1929 counts octets, in one. The library throws out of its own ear where there are more, and nobody could catch that. */
const fits = (word: string): boolean => Buffer.byteLength(word) <= 255;

const refusal = (code: FailureCode, words: string): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { code, said: oneLine(words).slice(0, 200) },
});

async function askSocks(socket: Socket, { host, port, user, password }: ProxyServer, place: Place, ms: number): Promise<Result<Socket>> {
  if (!fits(user) || !fits(password)) return refusal('proxy-sign-in', '');
  if (!canBeTold(place.host)) return refusal('proxy-refused', '');
  const { SocksClient } = await import('socks'); // read when somebody has such a proxy
  try {
    await SocksClient.createConnection({
      proxy: { host, port, type: 5, ...(user === '' ? {} : { userId: user, password }) },
      destination: { host: place.host, port: place.port },
      command: 'connect',
      existing_socket: socket,
      timeout: ms,
    });
    return succeed(await settled(socket));
  } catch (error) {
    // The library's errors hold the password in their options: nothing of them is kept but the words.
    return explainSocks(error instanceof Error ? error.message : '');
  }
}

/** The library has only sentences for its errors. */
function explainSocks(message: string): Result<never> {
  if (/authentication failed|no accepted authentication|unknown authentication/i.test(message)) return refusal('proxy-sign-in', '');
  const rejected = /rejected connection(?: - (.*))?/i.exec(message);
  if (rejected !== null) return refusal('proxy-refused', rejected[1] ?? '');
  return refusal(/timed out/i.test(message) ? 'proxy-silent' : 'not-a-proxy', '');
}

/** What the server said in the same packet as the proxy: the library hands it out in the next turn, when nobody may be listening yet. */
async function settled(socket: Socket): Promise<Socket> {
  const early: Buffer[] = [];
  const keep = (bytes: Buffer): void => void early.push(bytes);
  socket.on('data', keep);
  await new Promise((resolve) => setImmediate(resolve));
  socket.off('data', keep);
  socket.pause();
  if (early.length > 0) socket.unshift(Buffer.concat(early));
  return socket;
}

async function askHttp(socket: Socket, { user, password }: ProxyServer, place: Place): Promise<Result<Socket>> {
  if (!canBeTold(place.host)) return refusal('proxy-refused', '');
  const authority = placeText(place);
  const credentials = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  return new Promise((resolve) => {
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(user === '' ? {} : { 'proxy-authorization': `Basic ${credentials}` }) },
      createConnection: () => socket,
    });
    asked.once('connect', ({ statusCode = 0, statusMessage = '' }, _tunnel, head) => {
      if (statusCode < 200 || statusCode > 299) return resolve(refusal(codeOfStatus(statusCode), `${statusCode} ${statusMessage}`));
      socket.pause();
      if (head.length > 0) socket.unshift(head);
      resolve(succeed(socket));
    });
    asked.on('error', (error) => resolve(refusal('not-a-proxy', errorCode(error).startsWith('HPE_') ? '' : errorCode(error))));
    asked.end();
  });
}

/** A web server that is no proxy does not know the method, or takes the authority for a bad path. */
function codeOfStatus(status: number): FailureCode {
  if (status === 407 || status === 401) return 'proxy-sign-in'; // some answer a wrong password as a web server would
  return status === 400 || status === 404 || status === 405 || status === 501 ? 'not-a-proxy' : 'proxy-refused';
}

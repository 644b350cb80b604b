// Finds out what speaks on a port where a mail conversation failed: a web server, TLS on a plain port, or the reverse.
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { tlsOptions } from './connect';
import { type Place, watchCertificate } from './connection-failure';

/** `mail`: speaks SMTP or IMAP in the clear. `tls`: wants TLS from the first byte. `http`, `other`: no mail server. */
export type Answerer = 'mail' | 'tls' | 'http' | 'other' | 'silent';

/** ms for a server to speak by itself, and then to answer a hello. */
const patience = { greeting: 1000, answer: 2000 } as const;

function recognise(bytes: Buffer): Answerer {
  const text = bytes.toString('latin1');
  if (/^HTTP\//.test(text) || /^\s*<(!doctype|html)/i.test(text)) return 'http';
  // A TLS record: alert or handshake, version 3.x (RFC 8446 5.1).
  if ((bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 0x03) return 'tls';
  if (/^[2-5]\d\d[ -]/.test(text) || /^\* (OK|PREAUTH|BYE)/i.test(text)) return 'mail';
  return 'other';
}

/**
 * Listens, then says hello both in the clear and in TLS, on connections of its own that carry nothing of the account.
 * `open`: how the connection is made where it is TLS already.
 */
export function whatAnswers(place: Place, signal: AbortSignal, open?: () => Socket): Promise<Answerer> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('silent');
    const sockets: Socket[] = [];
    const settle = (answerer: Answerer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      for (const socket of sockets) socket.destroy();
      resolve(answerer);
    };
    const onAbort = (): void => settle('silent');
    const add = <S extends Socket>(socket: S): S => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      return socket;
    };
    const speak = (): void => {
      timer = setTimeout(() => settle('silent'), patience.answer);
      first.write('EHLO [127.0.0.1]\r\n\r\n'); // two line ends: enough of a request for a web server to answer
      if (open === undefined) onHandshake(add(connectTls({ ...place, ...tlsOptions(place.host, null) })), () => settle('tls'));
    };
    let timer = setTimeout(speak, patience.greeting);
    signal.addEventListener('abort', onAbort, { once: true });
    const first = add((open ?? (() => connect({ ...place })))());
    first.once('data', (bytes: Buffer) => settle(recognise(bytes)));
  });
}

/** Any certificate will do here, good or bad: that one was shown is the answer. */
function onHandshake(socket: TLSSocket, found: () => void): void {
  const certificate = watchCertificate(socket);
  socket.once('secureConnect', found);
  socket.once('error', () => certificate() !== null && found());
}

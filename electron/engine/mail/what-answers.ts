// Finds out what speaks on a port where a mail conversation failed: a web server, TLS on a plain port, or the reverse.
import type { Socket } from 'node:net';
import type { Result } from '../../contract/failure';
import { dial, dialTls } from './connect';
import type { Place } from './connection-failure';
import type { Way } from './way';

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
 * `open`: how the connection is made where it is TLS already, or there already.
 */
export function whatAnswers(place: Place, way: Way, signal: AbortSignal, open?: () => Promise<Result<Socket>>): Promise<Answerer> {
  const over = new AbortController();
  const limit = AbortSignal.any([signal, over.signal]);
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('silent');
    let timer: NodeJS.Timeout | undefined;
    const sockets: Socket[] = [];
    const settle = (answerer: Answerer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      over.abort();
      for (const socket of sockets) socket.destroy();
      resolve(answerer);
    };
    const onAbort = (): void => settle('silent');
    signal.addEventListener('abort', onAbort, { once: true });
    const speak = (first: Socket): void => {
      timer = setTimeout(() => settle('silent'), patience.answer);
      first.write('EHLO [127.0.0.1]\r\n\r\n'); // two line ends: enough of a request for a web server to answer
      // Any certificate will do here, good or bad: that one was shown is the answer.
      if (open === undefined)
        void dialTls(place, way, limit).then((secured) => {
          if (secured.ok) secured.value.destroy();
          if (secured.ok || secured.failure.certificate !== undefined) settle('tls');
        });
    };
    void (open ?? (() => dial(place, way, limit)))().then((dialled) => {
      if (!dialled.ok) return settle('silent');
      const first = dialled.value;
      sockets.push(first);
      if (limit.aborted) return first.destroy();
      first.on('error', () => undefined);
      first.once('data', (bytes: Buffer) => settle(recognise(bytes)));
      timer = setTimeout(() => speak(first), patience.greeting);
    });
  });
}

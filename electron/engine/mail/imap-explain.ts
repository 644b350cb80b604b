// Why an IMAP connection could not be opened, where the library's error does not tell: the wrong port, a web server, whose certificate.
import type { TLSSocket } from 'node:tls';
import { type Failure, fail, type Result } from '../../contract/failure';
import type { Server } from '../../contract/model/accounts';
import { dial, dialTls, encrypt } from './connect';
import type { Place } from './connection-failure';
import type { Way } from './way';
import { whatAnswers } from './what-answers';
import { within } from './within';

type Target = { readonly server: Server; readonly way: Way };

/** ms without a greeting before we find out what is there. */
const silence = 3_000;

/** Settles only when what answers is no IMAP server; ends quietly with the signal. */
export function watchSilence({ server, way }: Target, isGreeted: () => boolean, signal: AbortSignal): Promise<'http' | 'other' | 'tls'> {
  const place = { host: server.host, port: server.port };
  const open = server.security === 'tls' ? () => dialTls(place, way, signal) : undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (isGreeted() || signal.aborted) return;
      void whatAnswers(place, way, signal, open).then((answerer) => {
        if (!signal.aborted && (answerer === 'http' || answerer === 'other' || answerer === 'tls')) resolve(answerer);
      });
    }, silence);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/** The failure with what can be found out besides. Nothing of the account goes over these connections. */
export async function explainOpening(failure: Failure, isGreeted: boolean, target: Target, signal: AbortSignal): Promise<Failure> {
  const { server, way } = target;
  const place = { host: server.host, port: server.port };
  if (failure.code.startsWith('certificate-') && failure.certificate === undefined) return seenCertificate(failure, target, signal);
  if (isGreeted) return failure;
  if (failure.code !== 'encryption-failed' && failure.code !== 'connection-lost') return failure;
  const open = server.security === 'tls' && failure.code === 'connection-lost' ? () => dialTls(place, way, signal) : undefined;
  const answerer = await whatAnswers(place, way, signal, open);
  if (answerer === 'http' || answerer === 'other') return { ...failure, code: 'not-mail-server' };
  const speaksOtherwise = (server.security === 'tls') === (answerer === 'mail') && open === undefined && answerer !== 'silent';
  return speaksOtherwise ? { ...failure, code: 'wrong-security' } : failure;
}

/** With what the server shows, by a handshake that is given up right after: the library forgets the certificate it refuses. */
async function seenCertificate(failure: Failure, target: Target, signal: AbortSignal): Promise<Failure> {
  const { server, way } = target;
  const place = { host: server.host, port: server.port };
  const secured = server.security === 'tls' ? await dialTls(place, way, signal) : await startTls(target, place, signal);
  if (secured.ok) secured.value.destroy();
  return secured.ok || secured.failure.certificate === undefined ? failure : { ...failure, certificate: secured.failure.certificate };
}

/** As far as the handshake: a greeting, STARTTLS (RFC 3501 6.2.1), its answer. */
async function startTls({ way }: Target, place: Place, signal: AbortSignal): Promise<Result<TLSSocket>> {
  const dialled = await dial(place, way, signal);
  if (!dialled.ok) return dialled;
  const socket = dialled.value;
  const lost = (): Result<null> => fail('connection-lost', { ...place });
  const asked = new Promise<Result<null>>((resolve) => {
    let heard = '';
    const hear = (bytes: Buffer): void => {
      heard = (heard + bytes.toString('latin1')).slice(-4096);
      if (/^a [^\n]*\n/m.test(heard)) {
        socket.off('data', hear);
        socket.pause();
        resolve(/^a OK/im.test(heard) ? { ok: true, value: null } : lost());
      } else if (/^\* (OK|PREAUTH)[^\n]*\n$/i.test(heard)) socket.write('a STARTTLS\r\n');
    };
    socket.on('data', hear);
    socket.once('close', () => resolve(lost()));
  });
  const answered = await within(asked, way.patience.greeting, lost, signal, () => socket.destroy());
  return answered.ok ? encrypt(socket, place, way, signal) : answered;
}

// Why an IMAP connection could not be opened, where the library's error does not tell: the wrong port, a web server, whose certificate.
import { connect as connectTls } from 'node:tls';
import type { Failure } from '../../contract/failure';
import { connectTcp, encrypt, resolveHost, tlsOptions } from './connect';
import type { ImapTarget } from './imap';
import { whatAnswers } from './what-answers';

/** ms without a greeting before we find out what is there. */
const silence = 3_000;

/** Settles only when what answers is no IMAP server; ends quietly with the signal. */
export function watchSilence(
  { server, trust }: ImapTarget,
  isGreeted: () => boolean,
  signal: AbortSignal,
): Promise<'http' | 'other' | 'tls'> {
  const place = { host: server.host, port: server.port };
  const open = server.security === 'tls' ? () => connectTls({ ...place, ...tlsOptions(place.host, trust) }) : undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (isGreeted() || signal.aborted) return;
      void whatAnswers(place, signal, open).then((answerer) => {
        if (!signal.aborted && (answerer === 'http' || answerer === 'other' || answerer === 'tls')) resolve(answerer);
      });
    }, silence);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/** The failure with what can be found out besides. Nothing of the account goes over these connections. */
export async function explainOpening(failure: Failure, isGreeted: boolean, target: ImapTarget, signal: AbortSignal): Promise<Failure> {
  const { server, trust } = target;
  const place = { host: server.host, port: server.port };
  if (failure.code.startsWith('certificate-') && failure.certificate === undefined && server.security === 'tls') {
    return { ...failure, ...(await seenCertificate(target, signal)) };
  }
  if (isGreeted || (failure.code !== 'encryption-failed' && failure.code !== 'connection-lost')) return failure;
  const open =
    server.security === 'tls' && failure.code === 'connection-lost'
      ? () => connectTls({ ...place, ...tlsOptions(place.host, trust) })
      : undefined;
  const answerer = await whatAnswers(place, signal, open);
  if (answerer === 'http' || answerer === 'other') return { ...failure, code: 'not-mail-server' };
  const speaksOtherwise = (server.security === 'tls') === (answerer === 'mail') && open === undefined && answerer !== 'silent';
  return speaksOtherwise ? { ...failure, code: 'wrong-security' } : failure;
}

/** What the server shows, by a handshake that is given up right after: the library forgets the certificate it refuses. */
async function seenCertificate({ server, trust }: ImapTarget, signal: AbortSignal): Promise<Pick<Failure, 'certificate'>> {
  const place = { host: server.host, port: server.port };
  const addresses = await resolveHost(place, signal);
  if (!addresses.ok) return {};
  const socket = await connectTcp(place, addresses.value, signal);
  if (!socket.ok) return {};
  const secured = await encrypt(socket.value, place, trust, signal);
  if (secured.ok) secured.value.destroy();
  return secured.ok || secured.failure.certificate === undefined ? {} : { certificate: secured.failure.certificate };
}

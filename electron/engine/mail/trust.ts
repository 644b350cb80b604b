// How a server has to prove who it is: to an authority, or by being the very one that the person has looked at.
import { isIP } from 'node:net';
import { type ConnectionOptions, type SecureContext, TLSSocket } from 'node:tls';
import type { Certificate, Failure } from '../../contract/failure';
import type { Place } from './connection-failure';

export type Trust = {
  /** PEM: the only authority that counts; null: the usual ones. */
  readonly authority: string | null;
  /** The usual ones with the system's and the company's; null: those that Node brings are all. */
  readonly context: SecureContext | null;
  /** SHA-256 of the only certificate that counts (`isProven` has to be asked); null: authorities decide. */
  readonly pin: string | null;
};

/** The certificates that Node brings, and nothing else. */
export const usualTrust: Trust = { authority: null, context: null, pin: null };
export const trustOnly = (authority: string): Trust => ({ ...usualTrust, authority });

export const tlsOptions = (host: string, { authority, context, pin }: Trust): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  // Said, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would accept anybody. One that is trusted by its fingerprint
  // may have run out or bear another name: it is compared as a whole before anything is told to the server.
  rejectUnauthorized: pin === null,
  ...(isIP(host) === 0 ? { servername: host } : {}), // SNI takes no address (RFC 6066 3)
  ...(authority !== null ? { ca: authority } : context !== null ? { secureContext: context } : {}),
});

/** Whether the other end is who it should be. Anything that is no TLS connection is not. */
export function isProven(socket: unknown, { pin }: Trust): socket is TLSSocket {
  if (!(socket instanceof TLSSocket)) return false;
  // Not getPeerX509Certificate: see watchCertificate.
  return pin === null ? socket.authorized : socket.getPeerCertificate().fingerprint256 === pin;
}

/** Another certificate came than the one that is trusted. */
export const changedFailure = (place: Place, { pin }: Trust, certificate: Certificate | null): Failure => ({
  code: pin === null ? 'certificate-untrusted' : 'certificate-changed',
  host: place.host,
  port: place.port,
  ...(pin === null ? {} : { trusted: pin }),
  ...(certificate === null ? {} : { certificate }),
});

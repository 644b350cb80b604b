// What an error of a socket, a name look-up or a TLS handshake means to a person. For every protocol.
import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Certificate, Failure } from '../../contract/failure';
import { socketFailureCode } from '../../domain/smtp-failure';
import { oneLine, type Redact } from './redact';

export type Place = { readonly host: string; readonly port: number };

/** The longest chain that is looked at: a hostile one may be endless. */
const longestChain = 10;

const textOf = (error: unknown, key: string): string | null => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : null;
};

/** Libraries put their own code over the system's; `originalCode` is where nodemailer keeps it. An AggregateError holds one per address. */
export function errorCode(error: unknown): string {
  const inner: unknown = error instanceof AggregateError ? error.errors.at(-1) : undefined;
  return textOf(error, 'originalCode') ?? textOf(inner, 'code') ?? textOf(error, 'code') ?? '';
}

/**
 * The failure behind an error of the connection. `certificate`: what the server showed, as far as it was seen.
 * Codes: dns-failed, offline, connect-*, connection-lost, encryption-failed, certificate-*.
 */
export function connectionFailure(error: unknown, { host, port }: Place, certificate: Certificate | null = null): Failure {
  const code = socketFailureCode(errorCode(error));
  const shown = code.startsWith('certificate-') ? (certificate ?? certificateIn(error)) : null;
  const detail = oneLine(error instanceof Error ? `${errorCode(error)} ${error.message}` : 'unknown error').slice(0, 300);
  return { code, host, port, detail, ...(shown === null ? {} : { certificate: shown }) };
}

/**
 * An error in the midst of a conversation: whatever it was, what counts is that the line is gone. The library puts the server's
 * last words into its message, and those may echo the password.
 */
export const lostFailure = (error: Error | null, { host, port }: Place, redact: Redact): Failure => ({
  code: 'connection-lost',
  host,
  port,
  ...(error === null ? {} : { detail: oneLine(redact(`${errorCode(error)} ${error.message}`)).slice(0, 300) }),
});

/** Node attaches the certificate to the error when its name is the wrong one. */
function certificateIn(error: unknown): Certificate | null {
  const cert: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cert') : undefined;
  const raw: unknown = typeof cert === 'object' && cert !== null ? Reflect.get(cert, 'raw') : undefined;
  return raw instanceof Uint8Array ? describeCertificate(new X509Certificate(raw)) : null;
}

const nameOf = (distinguished: string): string => oneLine(/^CN=(.*)$/m.exec(distinguished)?.[1] ?? distinguished.split('\n').join(', '));

function namesOf(certificate: X509Certificate): string[] {
  // Node quotes names that hold a comma, so that one name can't pass for two.
  const found = certificate.subjectAltName?.match(/(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g) ?? [];
  return found.slice(0, 100).map((name) => oneLine(name.replace(/^[^:]*:/, '').trim()));
}

/** What a certificate says of itself. `chain`: the names from the server's certificate up to the authority's, as far as known. */
export function describeCertificate(certificate: X509Certificate, chain: readonly string[] = [nameOf(certificate.subject)]): Certificate {
  return {
    subject: nameOf(certificate.subject),
    names: namesOf(certificate),
    issuer: nameOf(certificate.issuer),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    fingerprint256: certificate.fingerprint256,
    chain: [...chain],
  };
}

/** Node's older description of a certificate, whose issuer may be missing, or itself. */
type Shown = { readonly raw: Buffer; readonly issuerCertificate?: Shown };

function describeShown(shown: Shown): Certificate {
  const chain: string[] = [];
  let last: Shown | undefined;
  for (let one: Shown | undefined = shown; one !== undefined && one !== last && chain.length < longestChain; one = one.issuerCertificate) {
    chain.push(nameOf(new X509Certificate(one.raw).subject));
    last = one;
  }
  return describeCertificate(new X509Certificate(shown.raw), chain);
}

/**
 * Looks at the server's certificate before the handshake judges it: afterwards a refused socket has forgotten it.
 * The returned function answers what was seen.
 */
export function watchCertificate(socket: TLSSocket): () => Certificate | null {
  let seen: Certificate | null = null;
  // "secure" comes when the handshake is through and nothing is verified yet; Node's own check listens to it as well.
  socket.prependListener('secure', () => {
    // Not getPeerX509Certificate: once it was called, Node's own check finds no names in the certificate and refuses it.
    const shown: Partial<Shown> = socket.getPeerCertificate(true);
    if (shown.raw !== undefined) seen = describeShown({ ...shown, raw: shown.raw });
  });
  return () => seen;
}

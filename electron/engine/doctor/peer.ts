// Who a mail server proved to be: its certificate, and whether its authority is one that browsers trust.
import { X509Certificate } from 'node:crypto';
import { type DetailedPeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import type { Certificate } from '../../contract/failure';
import { describeCertificate } from '../mail/connection-failure';

export type Peer = { readonly certificate: Certificate | null; readonly isKnownRoot: boolean };

const longest = 10;
let known: ReadonlySet<string> | null = null;
const knownRoots = (): ReadonlySet<string> => {
  known ??= new Set(rootCertificates.map((pem) => new X509Certificate(pem).fingerprint256));
  return known;
};

/** Of a connection whose handshake is through and was accepted. */
export function describePeer(socket: TLSSocket): Peer {
  // Node's own description: the issuer of a self-signed certificate is itself, and of an unknown one is missing.
  const shown: Partial<DetailedPeerCertificate> = socket.getPeerCertificate(true);
  if (shown.raw === undefined) return { certificate: null, isKnownRoot: false };
  const chain: Partial<DetailedPeerCertificate>[] = [];
  let next: Partial<DetailedPeerCertificate> | undefined = shown;
  while (next !== undefined && !chain.includes(next) && chain.length < longest) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  const names = chain.map(({ subject }) =>
    String(subject?.CN ?? '?')
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, 200),
  );
  const root = chain.at(-1)?.fingerprint256 ?? '';
  return { certificate: describeCertificate(new X509Certificate(shown.raw), names), isKnownRoot: knownRoots().has(root) };
}

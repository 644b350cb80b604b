// What the doctor says of a certificate that was accepted.
import type { Certificate } from '../../contract/failure';
import type { Shown } from './report';

const day = 24 * 60 * 60_000;
/** A certificate that ends sooner than this should have been renewed: authorities renew at 30 days. */
const soon = 14 * day;

/** `protocol`: e.g. "TLSv1.3, TLS_AES_256_GCM_SHA384". `isKnownRoot`: its authority is one that browsers trust. */
export function judgeCertificate(protocol: string, certificate: Certificate | null, isKnownRoot: boolean, now: number): Shown {
  const facts =
    certificate === null
      ? [protocol]
      : [
          protocol,
          certificate.names.slice(0, 5).join(', '),
          certificate.chain.join(' < '),
          `${new Date(certificate.validFrom).toISOString().slice(0, 10)} .. ${new Date(certificate.validTo).toISOString().slice(0, 10)}`,
        ];
  if (certificate !== null && certificate.validTo - now < soon) return { state: 'attention', facts, finding: 'certificate-soon' };
  return isKnownRoot ? { state: 'fine', facts } : { state: 'attention', facts, finding: 'foreign-root' };
}

// The certificates in a file that a person got from their company, for them to look at before anything trusts them.
import { X509Certificate } from 'node:crypto';
import { type Certificate, fail, type Result, succeed } from '../../contract/failure';
import { describeCertificate } from './connection-failure';

export type ReadCertificate = { readonly certificate: Certificate; readonly pem: string; readonly isAuthority: boolean };

const mostInAFile = 30;

/** Failure: invalid-input where there is none, or one that can't be read. */
export function readCertificates(text: string): Result<ReadCertificate[]> {
  const found = text.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]*-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || found.length > mostInAFile) return fail('invalid-input');
  try {
    return succeed(
      found.map((pem) => {
        const certificate = new X509Certificate(pem);
        return { certificate: describeCertificate(certificate), pem: certificate.toString(), isAuthority: certificate.ca };
      }),
    );
  } catch {
    return fail('invalid-input');
  }
}

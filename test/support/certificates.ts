// Certificates for test servers: an authority of one's own, and servers that are right or wrong in one respect.
import 'reflect-metadata'; // first: @peculiar/x509 refuses to load without it
import { createPrivateKey, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const hour = 3_600_000;
const day = 24 * hour;

/** PEM texts. `cert` may hold the chain, leaf first. */
export type KeyAndCertificate = { readonly key: string; readonly cert: string };

export type CertificateWishes = {
  /** DNS names and IP addresses of the server. */
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
};

/** Names under which every test server on this computer is reached. */
const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '127.0.0.2', '::1'];

const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

async function makeKeys(): Promise<{ keys: webcrypto.CryptoKeyPair; pem: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const pem = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
  return { keys, pem };
}

function serverExtensions(names: readonly string[]): x509.Extension[] {
  return [
    new x509.SubjectAlternativeNameExtension(
      names.map((value): x509.JsonGeneralName => ({ type: isAddress(value) ? 'ip' : 'dns', value })),
    ),
    new x509.BasicConstraintsExtension(false),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
  ];
}

const dates = ({ validFrom, validTo }: CertificateWishes) => ({
  notBefore: validFrom ?? new Date(Date.now() - hour),
  notAfter: validTo ?? new Date(Date.now() + 30 * day),
});

/** A new authority, valid for 30 days. */
export async function createAuthority(name = 'Brevduva test authority'): Promise<KeyAndCertificate> {
  const { keys, pem } = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    ...dates({}),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  return { key: pem, cert: certificate.toString('pem') };
}

/** A server's certificate, issued by the authority. */
export async function issueCertificate(authority: KeyAndCertificate, wishes: CertificateWishes = {}): Promise<KeyAndCertificate> {
  const { names = loopbackNames } = wishes;
  const { keys, pem } = await makeKeys();
  const der = createPrivateKey(authority.key).export({ format: 'der', type: 'pkcs8' });
  const signingKey = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0] ?? 'localhost'}`,
    issuer: new x509.X509Certificate(authority.cert).subject,
    publicKey: keys.publicKey,
    signingKey,
    ...dates(wishes),
    signingAlgorithm: algorithm,
    extensions: serverExtensions(names),
  });
  return { key: pem, cert: certificate.toString('pem') };
}

/** A server's certificate that nobody vouches for. */
export async function selfSignedCertificate(wishes: CertificateWishes = {}): Promise<KeyAndCertificate> {
  const { names = loopbackNames } = wishes;
  const { keys, pem } = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${names[0] ?? 'localhost'}`,
    keys,
    ...dates(wishes),
    signingAlgorithm: algorithm,
    extensions: serverExtensions(names),
  });
  return { key: pem, cert: certificate.toString('pem') };
}

/** The certificates a person can meet that are wrong in exactly one respect. */
export const wrongCertificates = {
  expired: (authority: KeyAndCertificate) =>
    issueCertificate(authority, { validFrom: new Date(Date.now() - 60 * day), validTo: new Date(Date.now() - 30 * day) }),
  'not-yet-valid': (authority: KeyAndCertificate) =>
    issueCertificate(authority, { validFrom: new Date(Date.now() + 30 * day), validTo: new Date(Date.now() + 60 * day) }),
  'other-name': (authority: KeyAndCertificate) => issueCertificate(authority, { names: ['mail.elsewhere.test'] }),
  'self-signed': () => selfSignedCertificate(),
  'unknown-authority': async () => issueCertificate(await createAuthority('Unknown authority')),
} as const;

// The practice server's own authority and certificate: made in memory at first need, gone when the engine ends.
// smtp-server's built-in certificate has expired; and nothing may ever be trusted "because it is local".
import { createPrivateKey, webcrypto } from 'node:crypto';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;

export type PracticeCertificate = {
  /** PEM, of the server. */
  readonly key: string;
  readonly certificate: string;
  /** PEM: the authority, to be trusted for the practice account only. */
  readonly authority: string;
};

async function keyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** An authority (P-256) and one certificate of it for 127.0.0.1 and localhost. The authority's key is thrown away. */
export async function makePracticeCertificate(): Promise<PracticeCertificate> {
  await import('reflect-metadata'); // @peculiar/x509 refuses to load without it
  const x509 = await import('@peculiar/x509');
  const makeKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [authorityKeys, serverKeys] = await Promise.all([makeKeys(), makeKeys()]);
  // The system's own time, not the engine's clock: TLS compares with that one.
  const dates = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 365 * day) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Brevduva practice mailbox',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    ...dates,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    ...dates,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  return { key: await keyPem(serverKeys), certificate: certificate.toString('pem'), authority: authority.toString('pem') };
}

// Whom we trust beside those that Node brings: real servers, real handshakes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { connect, createServer, type SecureContext } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { createRoots } from '../../../electron/engine/mail/roots';
import { createAuthority, issueCertificate, type KeyAndCertificate } from '../../support/certificates';
import { portOf } from '../../support/ports';
import { temporaryFolder } from '../../support/profile';
import { testAuthority } from '../../support/test-ca';

async function serverOf(authority: KeyAndCertificate): Promise<number> {
  const server = createServer(await issueCertificate(authority), (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return portOf(server);
}

/** "fine", or the code of the refusal. */
const shake = (port: number, context: SecureContext | null): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ...(context === null ? {} : { secureContext: context }) });
    socket.once('secureConnect', () => resolve('fine'));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    socket.once('close', () => socket.destroy());
  });

it("trusts the system's and the company's authorities beside those of Node, and nobody else", async () => {
  const [ofSystem, ofCompany, stranger] = await Promise.all([
    createAuthority('System'),
    createAuthority('Company'),
    createAuthority('Stranger'),
  ]);
  const file = path.join(temporaryFolder(), 'system.pem');
  // One that nobody can read stands among them.
  writeFileSync(file, `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${ofSystem.cert}`);
  const roots = createRoots({ ...process.env, SSL_CERT_FILE: file });
  roots.setCompany([ofCompany.cert]);
  const context = await roots.context();
  expect(context).not.toBeNull();
  for (const authority of [ofSystem, ofCompany, await testAuthority()])
    expect(await shake(await serverOf(authority), context)).toBe('fine');
  expect(await shake(await serverOf(stranger), context)).toMatch(/^(UNABLE_TO_|SELF_SIGNED)/);
  // Other connections of this process know nothing of them.
  expect(await shake(await serverOf(ofCompany), null)).toMatch(/^(UNABLE_TO_|SELF_SIGNED)/);
});

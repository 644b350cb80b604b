// The IMAP half of the staged check failing, for one reason at a time.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, CheckReport } from '../../../electron/contract/model/accounts';
import { wrongCertificates } from '../../support/certificates';
import { type CheckBench, failedAt, openCheckBench, stageOf } from '../../support/check-bench';
import { accountOn } from '../../support/imap-account';
import type { OddKind } from '../../support/odd-servers';
import { freePorts } from '../../support/ports';
import { testAuthority } from '../../support/test-ca';

let checks: CheckBench;
beforeEach(() => {
  checks = openCheckBench();
});
afterEach(() => checks.end());

describe('the IMAP half of a check fails', () => {
  const afterSmtp = async (imapPort: number, change: Partial<Account['smtp']> = {}): Promise<CheckReport> => {
    const { port } = await checks.smtp();
    const account = accountOn({ smtp: port, imap: imapPort });
    return checks.done({ ...account, imap: account.imap && { ...account.imap, ...change } });
  };

  it('at a closed port', async () => {
    const { shut } = await freePorts(['shut']);
    expect(failedAt(await afterSmtp(shut))).toBe('imap: connect-refused');
  });
  it.each<[OddKind, 'tls' | 'starttls', string]>([
    ['http-first', 'starttls', 'not-mail-server'],
    ['http', 'starttls', 'not-mail-server'],
    ['garbage', 'starttls', 'not-mail-server'],
    ['http-first', 'tls', 'not-mail-server'],
    ['hangs-up', 'starttls', 'connection-lost'],
  ])('at a port where something else lives (%s by %s)', async (kind, security, code) => {
    const { port } = await checks.odd(kind);
    expect(failedAt(await afterSmtp(port, { security }))).toBe(`imap: ${code}`);
  });
  it('at TLS on a plain port, and the reverse', async () => {
    const plain = await checks.imap({ security: 'plain' });
    expect(failedAt(await afterSmtp(plain.port, { security: 'tls' }))).toBe('imap: wrong-security');
    const tls = await checks.imap();
    expect(failedAt(await afterSmtp(tls.port, { security: 'starttls' }))).toBe('imap: wrong-security');
  });
  it('where the server refuses encryption, without a word about the account', async () => {
    const plain = await checks.imap({ security: 'plain' });
    expect(failedAt(await afterSmtp(plain.port, { security: 'starttls' }))).toBe('imap: encryption-refused');
    expect(plain.count('LOGIN') + plain.count('AUTHENTICATE')).toBe(0);
  });
  it.each([
    ['expired', 'certificate-expired'],
    ['not-yet-valid', 'certificate-not-yet-valid'],
    ['other-name', 'certificate-name'],
    ['self-signed', 'certificate-untrusted'],
    ['unknown-authority', 'certificate-untrusted'],
  ] as const)('at a certificate that is %s', async (kind, code) => {
    const server = await checks.imap({ certificate: await wrongCertificates[kind](await testAuthority()) });
    const report = await afterSmtp(server.port);
    expect(failedAt(report)).toBe(`imap: ${code}`);
    expect(stageOf(report, 'imap')?.failure?.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(server.commands).toEqual([]);
  });
  it.each<[string, string, string]>([
    ['refuses the password', 'NO [AUTHENTICATIONFAILED] Invalid credentials', 'imap-sign-in-refused'],
    ['wants an app password', 'NO [ALERT] Application-specific password required: https://support.example', 'app-password-needed'],
    ['has trouble of its own', 'NO [UNAVAILABLE] Internal error', 'sign-in-temporary'],
    ['has passwords switched off', 'NO LOGIN failed: BasicAuthBlocked', 'oauth-needed'],
  ])('where the server %s', async (_what, answer, code) => {
    const server = await checks.imap({ answer: (verb) => (verb === 'LOGIN' ? answer : undefined) });
    expect(failedAt(await afterSmtp(server.port))).toBe(`imap: ${code}`);
    expect(server.count('LOGIN')).toBe(1);
  });
  it('where the server takes no sign-in', async () => {
    const server = await checks.imap({ capabilities: ['LOGINDISABLED'] });
    expect(failedAt(await afterSmtp(server.port))).toBe('imap: sign-in-not-offered');
    expect(server.count('LOGIN')).toBe(0);
  });
  it('where the line breaks while the folders are listed', async () => {
    const server = await checks.imap({ answer: (verb, rest) => (verb === 'LIST' && rest.includes('*') ? 'cut' : undefined) });
    expect(failedAt(await afterSmtp(server.port))).toBe('sent-folder: connection-lost');
  });
});

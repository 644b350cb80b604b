// The staged check failing: at each stage of sending, for one reason at a time; and the other ports that are tried then.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wrongCertificates } from '../../support/certificates';
import { type CheckBench, failedAt, openCheckBench, stageOf } from '../../support/check-bench';
import { accountOn } from '../../support/imap-account';
import type { OddKind } from '../../support/odd-servers';
import { freePorts } from '../../support/ports';
import type { SmtpScript } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

let checks: CheckBench;
beforeEach(() => {
  checks = openCheckBench();
});
afterEach(() => checks.end());

describe('a check that fails', () => {
  it('at a name that does not exist', async () => {
    const account = accountOn({ smtp: 465 });
    expect(failedAt(await checks.done({ ...account, smtp: { ...account.smtp, host: 'nowhere.invalid' } }))).toBe('resolve: dns-failed');
  });

  it('at a closed port', async () => {
    const { shut } = await freePorts(['shut']);
    expect(failedAt(await checks.done(accountOn({ smtp: shut })))).toBe('connect: connect-refused');
  });

  it.each<[OddKind, string]>([
    ['http', 'not-mail-server'],
    ['http-first', 'not-mail-server'],
    ['garbage', 'not-mail-server'],
  ])('at a port where something else lives (%s)', async (kind, code) => {
    const { port } = await checks.odd(kind);
    const account = accountOn({ smtp: port });
    expect(failedAt(await checks.done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe(`greeting: ${code}`);
  });

  it('at TLS on a plain port, and the reverse', async () => {
    const plain = await checks.smtp({ security: 'starttls' });
    expect(failedAt(await checks.done(accountOn({ smtp: plain.port })))).toBe('encrypt: wrong-security');
    const tls = await checks.smtp({ security: 'tls' });
    const account = accountOn({ smtp: tls.port });
    expect(failedAt(await checks.done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe('greeting: wrong-security');
  });

  it.each([
    ['expired', 'certificate-expired'],
    ['not-yet-valid', 'certificate-not-yet-valid'],
    ['other-name', 'certificate-name'],
    ['self-signed', 'certificate-untrusted'],
    ['unknown-authority', 'certificate-untrusted'],
  ] as const)('at a certificate that is %s, and never shows the password', async (kind, code) => {
    const certificate = await wrongCertificates[kind](await testAuthority());
    const server = await checks.smtp({ certificate });
    const report = await checks.done(accountOn({ smtp: server.port }));
    expect(failedAt(report)).toBe(`encrypt: ${code}`);
    expect(stageOf(report, 'encrypt')?.failure?.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(server.commands).toEqual([]);
  });

  it('where the server refuses encryption, without a word about the account', async () => {
    const server = await checks.smtp({ security: 'plain', answer: (step) => (step === 'STARTTLS' ? '502 5.5.1 no' : undefined) });
    const account = accountOn({ smtp: server.port });
    expect(failedAt(await checks.done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe(
      'encrypt: encryption-refused',
    );
    expect(server.count('AUTH')).toBe(0);
  });

  it.each<[string, SmtpScript, string]>([
    ['offers no sign-in', { keywords: ['8BITMIME'] }, 'sign-in-not-offered'],
    ['offers only methods we lack', { keywords: ['AUTH NTLM'] }, 'sign-in-method'],
    ['wants OAuth2', { keywords: ['AUTH XOAUTH2'] }, 'oauth-needed'],
    ['refuses the password', { answer: (step) => (step === 'AUTH' ? '535 5.7.8 no' : undefined) }, 'sign-in-refused'],
    [
      'wants an app password',
      { answer: (step) => (step === 'AUTH' ? '534 5.7.9 Application-specific password required' : undefined) },
      'app-password-needed',
    ],
    [
      'can not check it just now',
      { answer: (step) => (step === 'AUTH' ? '454 4.7.0 Temporary authentication failure' : undefined) },
      'sign-in-temporary',
    ],
  ])('where the server %s', async (_what, script, code) => {
    const server = await checks.smtp(script);
    const report = await checks.done(accountOn({ smtp: server.port }));
    expect(failedAt(report)).toBe(`sign-in: ${code}`);
  });

  it('where the vault has no password, without connecting', async () => {
    const server = await checks.smtp();
    const report = await checks.done(accountOn({ smtp: server.port }), { kind: 'stored' });
    expect(failedAt(report)).toBe('sign-in: secret-missing');
    expect(server.connections()).toBe(0);
  });

  it('where the stored password would go to another server than it was stored for, without connecting', async () => {
    const server = await checks.smtp();
    const account = accountOn({ smtp: server.port });
    checks.bench.keepSecret(account.id, 'correct horse battery');
    checks.bench.accounts.set([{ ...account, smtp: { ...account.smtp, host: 'smtp.example.test' } }]);
    expect(failedAt(await checks.done(account, { kind: 'stored' }))).toBe('sign-in: secret-missing');
    expect(server.connections()).toBe(0);
    checks.bench.accounts.set([account]);
    expect(await checks.done(account, { kind: 'stored' })).toMatchObject({ canSend: true });
  });

  it.each(['outlook', 'hotmail', 'microsoft365'] as const)('for %s, which takes no password: none is sent anywhere', async (provider) => {
    const server = await checks.smtp();
    const report = await checks.done(accountOn({ smtp: server.port }, { provider }));
    expect(failedAt(report)).toBe('sign-in: oauth-needed');
    expect(server.connections()).toBe(0);
  });

  it('for a Microsoft server that was typed by hand', async () => {
    const account = accountOn({ smtp: 587 });
    expect(failedAt(await checks.done({ ...account, smtp: { ...account.smtp, host: 'SMTP.Office365.com' } }))).toBe(
      'sign-in: oauth-needed',
    );
  });
});

describe('another port', () => {
  /** The well-known port on an address of this computer that nobody else uses in the tests. */
  const listenOn2525 = async (): Promise<void> => {
    const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => server.listen(2525, '127.83.7.1', resolve));
    checks.onEnd(() => new Promise((resolve) => server.close(resolve)));
  };
  it('that answers is named when the chosen one is closed', async () => {
    await listenOn2525();
    const account = accountOn({ smtp: 24_999 });
    const report = await checks.done({ ...account, smtp: { ...account.smtp, host: '127.83.7.1' } });
    expect(failedAt(report)).toBe('connect: connect-refused');
    expect(report.otherPorts).toEqual([{ port: 2525, security: 'starttls' }]);
  });
  it('is not named when nothing answers', async () => {
    const account = accountOn({ smtp: 24_999 });
    expect((await checks.done({ ...account, smtp: { ...account.smtp, host: '127.83.7.2' } })).otherPorts).toEqual([]);
  });
});

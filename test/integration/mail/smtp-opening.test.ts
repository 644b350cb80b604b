// Opening an SMTP session with real Postfix, and with servers that are wrong in one respect.
import { createServer as createHttp } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../../../electron/contract/failure';
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { openSmtp, type SmtpStageId, type SmtpTarget } from '../../../electron/engine/mail/smtp';
import { wrongCertificates } from '../../support/certificates';
import { forThisTest } from '../../support/for-this-test';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { portOf } from '../../support/ports';
import { type SmtpScript, startScriptedSmtp } from '../../support/scripted-smtp';
import { alice, letter, never, openSession, targetOn, text } from '../../support/smtp-client';
import { testAuthority } from '../../support/test-ca';

let host: MailHost;
const servers: NetServer[] = [];
beforeAll(async () => {
  host = await startMailHost();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => host.stop());

async function listen(server: NetServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}
async function failureOf(target: SmtpTarget): Promise<Failure> {
  const result = await openSmtp(target, {}, never);
  if (result.ok) throw new Error('It opened');
  return result.failure;
}

describe('opening a session', () => {
  it.each(['tls', 'starttls'] as const)('signs in over %s and tells each stage as it happens', async (security) => {
    const seen: string[] = [];
    const found: Partial<Record<SmtpStageId, string>> = {};
    const onStage = (stage: SmtpStageId, state: string, what?: string): void => {
      seen.push(`${stage} ${state}`);
      if (what !== undefined) found[stage] = what;
    };
    const result = await openSmtp(
      targetOn(host, security === 'tls' ? host.ports.submissions : host.ports.submission, security),
      { onStage },
      never,
    );
    expect(result.ok).toBe(true);
    const encrypt = ['encrypt running', 'encrypt fine'];
    const greeting = ['greeting running', 'greeting fine'];
    expect(seen).toEqual([
      'resolve running',
      'resolve fine',
      'connect running',
      'connect fine',
      ...(security === 'tls' ? [...encrypt, ...greeting] : [...greeting, ...encrypt]),
      'sign-in running',
      'sign-in fine',
    ]);
    expect(found.encrypt).toMatch(/^TLSv1\.[23], TLS_/);
    expect(found.resolve).toBe('127.0.0.1');
    if (result.ok) await result.value.close();
  });

  it('shows the conversation without a trace of the password', async () => {
    const lines: TranscriptLine[] = [];
    const session = await openSession(targetOn(host, host.ports.submission, 'starttls'), (line) => lines.push(line));
    await session.send(letter(['bob@example.test']));
    await session.close();
    const all = lines.map((line) => line.text).join('\n');
    const { password } = host.user(alice);
    for (const secret of [password, Buffer.from(password).toString('base64'), Buffer.from(`\0${alice}\0${password}`).toString('base64')])
      expect(all).not.toContain(secret);
    expect(all).toMatch(/^AUTH [A-Z0-9-]+( \(hidden\))?$/m);
    expect(all).toContain('EHLO [127.0.0.1]');
    expect(all).toContain(`(message, ${text.length} octets)`);
    expect(all).not.toContain('Subject: Hello');
    expect(lines.some((line) => line.from === 'server' && line.text.startsWith('250 2.0.0 Ok'))).toBe(true);
  });

  it('says that the password is wrong and with whose name', async () => {
    expect(await failureOf(targetOn(host, host.ports.submissions, 'tls', { password: 'wrong horse' }))).toMatchObject({
      code: 'sign-in-refused',
      reply: 535,
      address: alice,
    });
  });

  it('says that nothing listens', async () => {
    const port = await listen(createServer());
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await failureOf(targetOn(host, port))).toMatchObject({ code: 'connect-refused', host: '127.0.0.1', port });
  });

  it('says that the name is not known', async () => {
    expect((await failureOf(targetOn(host, 587, 'starttls', { host: 'no-such-host.invalid' }))).code).toBe('dns-failed');
  });

  it('can be called off at any stage', async () => {
    const port = await listen(createServer());
    const control = new AbortController();
    const opening = openSmtp(
      targetOn(host, port, 'starttls'),
      { onStage: (stage) => stage === 'greeting' && control.abort() },
      control.signal,
    );
    expect(await opening).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });

  it.each([
    ['expired', 'certificate-expired'],
    ['not-yet-valid', 'certificate-not-yet-valid'],
    ['other-name', 'certificate-name'],
    ['self-signed', 'certificate-untrusted'],
    ['unknown-authority', 'certificate-untrusted'],
  ] as const)('stops at a certificate that is %s, shows it, and sends no password', async (kind, code) => {
    const pair = await wrongCertificates[kind](await testAuthority());
    let heard = '';
    const tlsPort = await listen(
      createTls(pair, (socket) => socket.on('data', (data) => (heard += String(data))).on('error', () => undefined)),
    );
    const failure = await failureOf(targetOn(host, tlsPort));
    expect(failure.code).toBe(code);
    expect(failure.certificate?.names.length).toBeGreaterThan(0);
    expect(failure.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(heard).toBe('');
  });

  it('shows the certificate after STARTTLS as well', async () => {
    const other = await startMailHost({ certificate: await wrongCertificates.expired(await testAuthority()) });
    try {
      const failure = await failureOf(targetOn(host, other.ports.submission, 'starttls'));
      expect(failure.code).toBe('certificate-expired');
      expect(failure.certificate?.validTo).toBeLessThan(Date.now());
    } finally {
      await other.stop();
    }
  });

  it('recognises TLS asked of a plain port, and the reverse', async () => {
    expect((await failureOf(targetOn(host, host.ports.submission, 'tls'))).code).toBe('wrong-security');
    expect((await failureOf(targetOn(host, host.ports.submissions, 'starttls'))).code).toBe('wrong-security');
  });

  it.each(['tls', 'starttls'] as const)('recognises a web server (%s)', async (security) => {
    const port = await listen(createHttp());
    expect((await failureOf(targetOn(host, port, security))).code).toBe('not-mail-server');
  });

  it('recognises a greeting that is none', async () => {
    const port = await listen(createServer((socket) => socket.on('error', () => undefined).write('SSH-2.0-OpenSSH_9.2\r\n')));
    expect((await failureOf(targetOn(host, port, 'starttls'))).code).toBe('not-mail-server');
  });

  it.each([
    ['421 4.3.2 too many', 'server-busy'],
    ['554 5.7.1 go away', 'connect-refused'],
    ['450 4.3.2 later', 'temporarily-refused'],
  ])('understands the greeting "%s"', async (greeting, code) => {
    const port = await listen(createServer((socket) => socket.on('error', () => undefined).end(`${greeting}\r\n`)));
    expect((await failureOf(targetOn(host, port, 'starttls'))).code).toBe(code);
  });

  const scripted = (script: SmtpScript) => forThisTest(startScriptedSmtp(script));

  it.each([
    ['does not know STARTTLS', '502 5.5.2 what?', 'encryption-refused'],
    ['can not encrypt right now', '454 4.7.0 later', 'temporarily-refused'],
  ])('sends no password to a server that %s', async (_what, answer, code) => {
    const server = await scripted({ security: 'plain', answer: (step) => (step === 'STARTTLS' ? answer : undefined) });
    expect((await failureOf(targetOn(host, server.port, 'starttls'))).code).toBe(code);
    expect(server.commands).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });

  it.each([
    ['offers no sign-in', ['SIZE 1000'], 'sign-in-not-offered'],
    ['offers what we can not do', ['AUTH GSSAPI'], 'sign-in-method'],
    ['wants OAuth2', ['AUTH XOAUTH2 OAUTHBEARER'], 'oauth-needed'],
  ] as const)('says that the server %s', async (_what, keywords, code) => {
    const server = await scripted({ keywords });
    expect((await failureOf(targetOn(host, server.port))).code).toBe(code);
    expect(server.count('AUTH')).toBe(0);
  });

  it.each([
    [
      'wants an app password',
      ['534-5.7.9 Application-specific password required. For more information, go to', '534 5.7.9 https://support.example/mail'],
      'app-password-needed',
    ],
    ['can not check passwords right now', '454 4.7.0 Temporary authentication failure', 'sign-in-temporary'],
    ['refuses passwords for good', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'oauth-needed'],
  ] as const)('says that the server %s', async (_what, answer, code) => {
    const server = await scripted({ answer: (step) => (step === 'AUTH' ? answer : undefined) });
    expect((await failureOf(targetOn(host, server.port))).code).toBe(code);
  });

  it('falls back to PLAIN where CRAM-MD5 is offered and broken, and hides an echoed secret', async () => {
    const server = await scripted({
      keywords: ['AUTH PLAIN CRAM-MD5'],
      answer: (step, line) => (step !== 'AUTH' ? undefined : line.includes('CRAM') ? '535 5.7.8 no' : `535 5.7.8 bad: ${line}`),
    });
    const failure = await failureOf(targetOn(host, server.port));
    expect(server.commands.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'EHLO [127.0.0.1]',
      'AUTH CRAM-MD5',
      'AUTH PLAIN',
    ]);
    expect(failure).toMatchObject({ code: 'sign-in-refused', said: 'bad: AUTH PLAIN (hidden)' });
  });
});

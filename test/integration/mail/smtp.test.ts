// The SMTP client against real Postfix, and against servers that are wrong in one respect.
import { createServer as createHttp } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { Readable } from 'node:stream';
import { createServer as createTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSmtp, type SmtpStageId, type SmtpTarget } from '../../../electron/engine/mail/smtp';
import type { Outgoing, SendOutcome, SmtpSession } from '../../../electron/engine/mail/smtp-session';
import type { Security, TranscriptLine } from '../../../electron/contract/model';
import { wrongCertificates } from '../../support/certificates';
import { forThisTest } from '../../support/for-this-test';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { portOf } from '../../support/ports';
import { type SmtpAnswer, type SmtpScript, type SmtpStep, startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

let host: MailHost;
const servers: NetServer[] = [];
beforeAll(async () => {
  host = await startMailHost({ limits: { size: 100_000 } });
});
afterEach(() => {
  host.policy.set(null);
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => host.stop());

const alice = 'alice@example.test';
const never = new AbortController().signal;
const targetOn = (port: number, security: Security = 'tls', more: { password?: string; host?: string; user?: string; trust?: string | null } = {}): SmtpTarget => ({
  server: { host: more.host ?? '127.0.0.1', port, security, user: more.user ?? alice },
  password: more.password ?? host.user(alice).password,
  trust: more.trust === undefined ? host.ca : more.trust,
});
async function listen(server: NetServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}
const failureOf = async (target: SmtpTarget) => {
  const result = await openSmtp(target, {}, never);
  if (result.ok) throw new Error('It opened');
  return result.failure;
};
async function open(target: SmtpTarget, onLine?: (line: TranscriptLine) => void): Promise<SmtpSession> {
  const result = await openSmtp(target, onLine === undefined ? {} : { onLine }, never);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const text = 'From: alice@example.test\r\nDate: Sun, 1 Nov 2026 12:00:00 +0000\r\nMessage-ID: <1@example.test>\r\nSubject: Hello\r\n\r\n.dot\r\nThere\r\n';
const letter = (to: string[], more: Partial<Outgoing> = {}): Outgoing => ({
  from: alice, to, size: text.length, stream: Readable.from([Buffer.from(text)]), signal: never,
  beforeDot: () => ({ ok: true, value: null }), onChunk: () => undefined, streamFailure: () => ({ code: 'changed-on-disk' }), ...more,
});
const failureIn = (outcome: SendOutcome) => (outcome.kind === 'accepted' ? null : outcome.failure);

describe('opening a session', () => {
  it.each(['tls', 'starttls'] as const)('signs in over %s and tells each stage as it happens', async (security) => {
    const seen: string[] = [];
    const found: Partial<Record<SmtpStageId, string>> = {};
    const onStage = (stage: SmtpStageId, state: string, what?: string): void => {
      seen.push(`${stage} ${state}`);
      if (what !== undefined) found[stage] = what;
    };
    const result = await openSmtp(targetOn(security === 'tls' ? host.ports.submissions : host.ports.submission, security), { onStage }, never);
    expect(result.ok).toBe(true);
    const encrypt = ['encrypt running', 'encrypt fine'];
    const greeting = ['greeting running', 'greeting fine'];
    expect(seen).toEqual(['resolve running', 'resolve fine', 'connect running', 'connect fine', ...(security === 'tls' ? [...encrypt, ...greeting] : [...greeting, ...encrypt]), 'sign-in running', 'sign-in fine']);
    expect(found.encrypt).toMatch(/^TLSv1\.[23], TLS_/);
    expect(found.resolve).toBe('127.0.0.1');
    if (result.ok) await result.value.close();
  });

  it('shows the conversation without a trace of the password', async () => {
    const lines: TranscriptLine[] = [];
    const session = await open(targetOn(host.ports.submission, 'starttls'), (line) => lines.push(line));
    await session.send(letter(['bob@example.test']));
    await session.close();
    const all = lines.map((line) => line.text).join('\n');
    const { password } = host.user(alice);
    for (const secret of [password, Buffer.from(password).toString('base64'), Buffer.from(`\0${alice}\0${password}`).toString('base64')]) expect(all).not.toContain(secret);
    expect(all).toMatch(/^AUTH [A-Z0-9-]+( \(hidden\))?$/m);
    expect(all).toContain('EHLO [127.0.0.1]');
    expect(all).toContain(`(message, ${text.length} octets)`);
    expect(all).not.toContain('Subject: Hello');
    expect(lines.some((line) => line.from === 'server' && line.text.startsWith('250 2.0.0 Ok'))).toBe(true);
  });

  it('says that the password is wrong and with whose name', async () => {
    expect(await failureOf(targetOn(host.ports.submissions, 'tls', { password: 'wrong horse' }))).toMatchObject({ code: 'sign-in-refused', reply: 535, address: alice });
  });

  it('says that nothing listens', async () => {
    const port = await listen(createServer());
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await failureOf(targetOn(port))).toMatchObject({ code: 'connect-refused', host: '127.0.0.1', port });
  });

  it('says that the name is not known', async () => {
    expect((await failureOf(targetOn(587, 'starttls', { host: 'no-such-host.invalid' }))).code).toBe('dns-failed');
  });

  it('can be called off at any stage', async () => {
    const port = await listen(createServer());
    const control = new AbortController();
    const opening = openSmtp(targetOn(port, 'starttls'), { onStage: (stage) => stage === 'greeting' && control.abort() }, control.signal);
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
    const tlsPort = await listen(createTls(pair, (socket) => socket.on('data', (data) => (heard += String(data))).on('error', () => undefined)));
    const failure = await failureOf(targetOn(tlsPort));
    expect(failure.code).toBe(code);
    expect(failure.certificate?.names.length).toBeGreaterThan(0);
    expect(failure.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(heard).toBe('');
  });

  it('shows the certificate after STARTTLS as well', async () => {
    const other = await startMailHost({ certificate: await wrongCertificates.expired(await testAuthority()) });
    try {
      const failure = await failureOf(targetOn(other.ports.submission, 'starttls'));
      expect(failure.code).toBe('certificate-expired');
      expect(failure.certificate?.validTo).toBeLessThan(Date.now());
    } finally {
      await other.stop();
    }
  });

  it('recognises TLS asked of a plain port, and the reverse', async () => {
    expect((await failureOf(targetOn(host.ports.submission, 'tls'))).code).toBe('wrong-security');
    expect((await failureOf(targetOn(host.ports.submissions, 'starttls'))).code).toBe('wrong-security');
  });

  it.each(['tls', 'starttls'] as const)('recognises a web server (%s)', async (security) => {
    const port = await listen(createHttp());
    expect((await failureOf(targetOn(port, security))).code).toBe('not-mail-server');
  });

  it('recognises a greeting that is none', async () => {
    const port = await listen(createServer((socket) => socket.on('error', () => undefined).write('SSH-2.0-OpenSSH_9.2\r\n')));
    expect((await failureOf(targetOn(port, 'starttls'))).code).toBe('not-mail-server');
  });

  it.each([
    ['421 4.3.2 too many', 'server-busy'],
    ['554 5.7.1 go away', 'connect-refused'],
    ['450 4.3.2 later', 'temporarily-refused'],
  ])('understands the greeting "%s"', async (greeting, code) => {
    const port = await listen(createServer((socket) => socket.on('error', () => undefined).end(`${greeting}\r\n`)));
    expect((await failureOf(targetOn(port, 'starttls'))).code).toBe(code);
  });

  const scripted = (script: SmtpScript) => forThisTest(startScriptedSmtp(script));

  it.each([
    ['does not know STARTTLS', '502 5.5.2 what?', 'encryption-refused'],
    ['can not encrypt right now', '454 4.7.0 later', 'temporarily-refused'],
  ])('sends no password to a server that %s', async (_what, answer, code) => {
    const server = await scripted({ security: 'plain', answer: (step) => (step === 'STARTTLS' ? answer : undefined) });
    expect((await failureOf(targetOn(server.port, 'starttls'))).code).toBe(code);
    expect(server.commands).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });

  it.each([
    ['offers no sign-in', ['SIZE 1000'], 'sign-in-not-offered'],
    ['offers what we can not do', ['AUTH GSSAPI'], 'sign-in-method'],
    ['wants OAuth2', ['AUTH XOAUTH2 OAUTHBEARER'], 'oauth-needed'],
  ] as const)('says that the server %s', async (_what, keywords, code) => {
    const server = await scripted({ keywords });
    expect((await failureOf(targetOn(server.port))).code).toBe(code);
    expect(server.count('AUTH')).toBe(0);
  });

  it.each([
    ['wants an app password', ['534-5.7.9 Application-specific password required. For more information, go to', '534 5.7.9 https://support.example/mail'], 'app-password-needed'],
    ['can not check passwords right now', '454 4.7.0 Temporary authentication failure', 'sign-in-temporary'],
    ['refuses passwords for good', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'oauth-needed'],
  ] as const)('says that the server %s', async (_what, answer, code) => {
    const server = await scripted({ answer: (step) => (step === 'AUTH' ? answer : undefined) });
    expect((await failureOf(targetOn(server.port))).code).toBe(code);
  });

  it('falls back to PLAIN where CRAM-MD5 is offered and broken, and hides an echoed secret', async () => {
    const server = await scripted({ keywords: ['AUTH PLAIN CRAM-MD5'], answer: (step, line) => (step !== 'AUTH' ? undefined : line.includes('CRAM') ? '535 5.7.8 no' : `535 5.7.8 bad: ${line}`) });
    const failure = await failureOf(targetOn(server.port));
    expect(server.commands.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['EHLO [127.0.0.1]', 'AUTH CRAM-MD5', 'AUTH PLAIN']);
    expect(failure).toMatchObject({ code: 'sign-in-refused', said: 'bad: AUTH PLAIN (hidden)' });
  });
});

describe('sending', () => {
  it('delivers the bytes and tells who was accepted; one session serves several messages', async () => {
    const session = await open(targetOn(host.ports.submissions));
    const dots: string[] = [];
    const first = await session.send(letter(['carol@example.test', 'carol@example.test'], { beforeDot: () => { dots.push('dot'); return { ok: true, value: null }; } }));
    expect(first).toMatchObject({ kind: 'accepted', accepted: ['carol@example.test'], refused: [] });
    expect(await session.reset()).toBe(true);
    expect((await session.send(letter(['carol@example.test']))).kind).toBe('accepted');
    expect(dots).toEqual(['dot']);
    const messages = await host.mailbox('carol@example.test').waitForMessages(2);
    expect(messages.map(({ content }) => content.toString())).toEqual([text, text]);
    await session.close();
  });

  it('keeps the dot back when the program says so, and nothing arrives', async () => {
    const session = await open(targetOn(host.ports.submissions));
    const outcome = await session.send(letter(['dieter@example.test'], { beforeDot: () => ({ ok: false, failure: { code: 'disk-full' } }) }));
    expect(outcome).toEqual({ kind: 'nothing-sent', failure: { code: 'disk-full' }, refused: [] });
    expect(session.isOpen()).toBe(false);
    const next = await open(targetOn(host.ports.submissions));
    await next.send(letter(['dieter@example.test']));
    expect(await host.mailbox('dieter@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it('stops when the stored bytes can not be read', async () => {
    const session = await open(targetOn(host.ports.submissions));
    const stream = Readable.from((async function* () { yield Buffer.from('Subject: half\r\n'); throw new Error('gone'); })());
    expect(failureIn(await session.send(letter(['bob@example.test'], { stream })))).toEqual({ code: 'changed-on-disk' });
  });

  it('tells the refused recipients from the accepted ones', async () => {
    host.policy.set(({ stage, recipient }) => (stage === 'RCPT' && recipient.startsWith('bob') ? '550 5.1.1 no such person' : 'DUNNO'));
    const session = await open(targetOn(host.ports.submissions));
    const outcome = await session.send(letter(['bob@example.test', 'nils@example.test']));
    expect(outcome).toMatchObject({ kind: 'accepted', accepted: ['nils@example.test'], refused: [{ address: 'bob@example.test', failure: { code: 'recipients-refused', reply: 550, enhanced: '5.1.1' } }] });
    const all = await session.send(letter(['bob@example.test']));
    expect(all).toMatchObject({ kind: 'nothing-sent', failure: { code: 'recipients-refused' }, refused: [{ address: 'bob@example.test' }] });
    expect(session.isOpen()).toBe(true);
    await session.close();
  });

  it('says that a message is too large before it is uploaded', async () => {
    const session = await open(targetOn(host.ports.limited));
    const outcome = await session.send(letter(['bob@example.test'], { size: 30_000_000 }));
    expect(failureIn(outcome)).toMatchObject({ code: 'message-too-large', size: 30_000_000, limit: 100_000 });
    await session.close();
  });

  it.each([
    ['4xx after the dot', '451 4.3.0 later', 'temporarily-refused', true],
    ['5xx after the dot', '554 5.6.0 spam', 'message-refused', true],
  ])('knows that nothing was sent after %s', async (_what, answer, code) => {
    host.policy.set(({ stage }) => (stage === 'END-OF-MESSAGE' ? answer : 'DUNNO'));
    const session = await open(targetOn(host.ports.submissions));
    expect(await session.send(letter(['bob@example.test']))).toMatchObject({ kind: 'nothing-sent', failure: { code } });
    await session.close();
  });

  const against = async (script: SmtpScript, more: Partial<Outgoing> = {}): Promise<SendOutcome> => {
    const server = await forThisTest(startScriptedSmtp(script));
    const session = await open(targetOn(server.port));
    return session.send(letter(['bob@example.test'], more));
  };
  const at = (wanted: SmtpStep, answer: SmtpAnswer): SmtpScript => ({ answer: (step) => (step === wanted ? answer : undefined) });

  it.each([
    ['the line is reset after the dot', { do: 'cut', how: 'reset' }],
    ['the line ends after the dot', { do: 'cut', how: 'end' }],
    ['garbage comes after the dot', 'hello there'],
    ['a reply of another kind comes after the dot', '354 go'],
  ] as const)('does not know whether it was sent when %s', async (_what, answer) => {
    expect(await against(at('message', answer))).toMatchObject({ kind: 'unknown', failure: { code: 'outcome-unknown' } });
  });

  it.each([
    ['the line is cut at the sender', at('MAIL', { do: 'cut', how: 'reset' }), 'connection-lost'],
    ['the line is cut at the recipient', at('RCPT', { do: 'cut', how: 'end' }), 'connection-lost'],
    ['the server is busy', at('MAIL', '421 4.3.2 busy'), 'server-busy'],
    ['the server is busy after the dot', at('message', '421 4.3.2 busy'), 'server-busy'],
    ['the sender is refused', at('MAIL', '550 5.7.1 not yours'), 'sender-refused'],
    ['the size is refused', at('MAIL', '552 5.3.4 too big'), 'message-too-large'],
    ['relaying is denied', at('RCPT', '554 5.7.1 Relay access denied'), 'relay-denied'],
    ['the data is refused', at('DATA', '554 5.5.1 no'), 'message-refused'],
    ['the mailbox is busy', at('RCPT', '450 4.2.1 busy'), 'temporarily-refused'],
    ['the server talks nonsense', at('MAIL', 'HTTP/1.1 400 Bad Request'), 'not-mail-server'],
  ] as const)('knows that nothing was sent when %s', async (_what, script, code) => {
    expect(await against(script)).toMatchObject({ kind: 'nothing-sent', failure: { code } });
  });

  it('knows that nothing was sent when the line is cut within the data', async () => {
    const size = 20_000_000;
    const stream = Readable.from((function* () { for (let at = 0; at < size; at += 64) yield Buffer.from(`${'x'.repeat(62)}\r\n`); })());
    expect(await against({ cutsBodyAfter: 100_000 }, { size, stream })).toMatchObject({ kind: 'nothing-sent', failure: { code: 'connection-lost' } });
  });

  it('does not take an early reply for an acceptance', async () => {
    const outcome = await against(at('DATA', ['354 go', '250 2.0.0 already']), { stream: Readable.from((async function* () { yield Buffer.from(text); await new Promise(setImmediate); })()) });
    expect(outcome.kind).not.toBe('accepted');
  });

  it('can be called off before the dot, and not after it', async () => {
    const control = new AbortController();
    let chunks = 0;
    const endless = Readable.from((async function* () { for (;;) { yield Buffer.from('more\r\n'); await new Promise(setImmediate); } })());
    expect(await against({}, { stream: endless, signal: control.signal, onChunk: () => (chunks += 1) > 100 && control.abort() })).toMatchObject({ kind: 'nothing-sent', failure: { code: 'cancelled' } });
    const late = new AbortController();
    expect((await against({ answer: (step) => void (step === 'message' && late.abort()) }, { signal: late.signal })).kind).toBe('accepted');
  });

  it('says that a server does not take international addresses', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN'] }));
    const session = await open(targetOn(server.port));
    expect(failureIn(await session.send(letter(['på@example.test'])))).toMatchObject({ code: 'address-invalid', address: 'på@example.test' });
    expect(server.count('MAIL')).toBe(0);
  });
});

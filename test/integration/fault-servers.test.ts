// The servers that misbehave on purpose: each does what its test asks for, and remembers what reached it.
import { connect as connectTls } from 'node:tls';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { wrongCertificates } from '../support/certificates';
import { type FaultProxyOptions, type FaultRule, startFaultProxy } from '../support/fault-proxy';
import { startOddServer } from '../support/odd-servers';
import { startScriptedImap } from '../support/scripted-imap';
import { type SmtpScript, startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';

const stops: (() => Promise<void>)[] = [];
const started = async <T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting;
  stops.push(server.stop);
  return server;
};
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const letter = { from: 'a@example.test', to: ['b@example.test', 'c@example.test'], subject: 'x', text: 'One\r\n.\r\nTwo' };
const send = (port: number, security: 'tls' | 'starttls' | 'plain' = 'tls') =>
  createTransport({
    host: '127.0.0.1',
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    auth: { user: 'a', pass: 'b' },
    greetingTimeout: 500,
    socketTimeout: 500,
  }).sendMail(letter);

describe('the scripted SMTP server', () => {
  it.each(['tls', 'starttls', 'plain'] as const)('keeps what it took over %s', async (security) => {
    const server = await started(startScriptedSmtp({ security }));
    await send(server.port, security);
    expect(server.received[0]).toMatchObject({ from: 'a@example.test', to: ['b@example.test', 'c@example.test'] });
    expect(server.received[0]?.raw.toString()).toMatch(/\r\n\r\nOne\r\n\.\r\nTwo\r\n$/);
    expect(server.count('AUTH')).toBe(1);
  });

  it('answers as it was told at every step', async () => {
    const server = await started(
      startScriptedSmtp({ answer: (step, line) => (step === 'RCPT' && line.includes('c@') ? '550 5.1.1 nobody' : undefined) }),
    );
    await expect(send(server.port)).resolves.toMatchObject({ rejected: ['c@example.test'] });
    server.script((step) => (step === 'message' ? { do: 'cut', how: 'reset' } : undefined));
    await expect(send(server.port)).rejects.toThrow();
    expect(server.received).toHaveLength(1);
  });

  it('can lose its answer after it took the message, or the line amid the message', async () => {
    const lost = await started(
      startScriptedSmtp({ keepsUnanswered: true, answer: (step) => (step === 'message' ? { do: 'cut', how: 'end' } : undefined) }),
    );
    await expect(send(lost.port)).rejects.toThrow();
    expect(lost.received).toHaveLength(1);
    const half = await started(startScriptedSmtp({ cutsBodyAfter: 10 } satisfies SmtpScript));
    await expect(send(half.port)).rejects.toThrow();
    expect(half.received).toHaveLength(0);
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['unknown-authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('shows a certificate that is %s', async (kind, code) => {
    const server = await started(startScriptedSmtp({ certificate: await wrongCertificates[kind](await testAuthority()) }));
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => {
      connectTls({ host: '127.0.0.1', port: server.port }).on('error', resolve);
    });
    expect(error.code).toBe(code);
    expect(server.commands).toEqual([]);
  });
});

describe('the scripted IMAP server', () => {
  it('appends, searches and refuses', async () => {
    const server = await started(startScriptedImap({ folders: { Sent: '\\Sent' } }));
    const client = new ImapFlow({ host: '127.0.0.1', port: server.port, secure: true, logger: false, auth: { user: 'a', pass: 'b' } });
    client.on('error', () => undefined);
    await client.connect();
    await client.append('Sent', 'Message-ID: <one@example.test>\r\n\r\nx\r\n');
    await client.mailboxOpen('Sent');
    expect(await client.search({ header: { 'message-id': '<one@example.test>' } }, { uid: true })).toEqual([1]);
    server.script((verb) => (verb === 'APPEND' ? 'NO [OVERQUOTA] full' : undefined));
    await expect(client.append('Sent', 'x')).rejects.toMatchObject({ serverResponseCode: 'OVERQUOTA' });
    expect(server.appended[0]?.raw.toString()).toBe('Message-ID: <one@example.test>\r\n\r\nx\r\n');
    await client.logout();
  });
});

describe('the fault proxy', () => {
  const through = async (security: FaultProxyOptions['security'], ...rules: FaultRule[]) => {
    const server = await started(startScriptedSmtp({ security }));
    const proxy = await started(startFaultProxy({ target: server.port, security }));
    proxy.set(...rules);
    return { server, proxy };
  };

  it.each(['tls', 'starttls', 'plain'] as const)('passes everything on over %s', async (security) => {
    const { server, proxy } = await through(security);
    await send(proxy.port, security);
    expect(server.received[0]?.raw.toString()).toMatch(/\r\n\r\nOne\r\n\.\r\nTwo\r\n$/);
  });

  it.each([
    ['cuts before the final dot', { do: 'cut', how: 'reset' }, 0],
    ['cuts after the server took the message', { do: 'pass-then-cut', how: 'reset' }, 1],
    ['falls silent', { do: 'stall' }, 0],
    ['loses a line', { do: 'drop' }, 0],
    ['cuts a line in half', { do: 'truncate' }, 0],
  ] as const)('%s', async (_title, action, received) => {
    const { server, proxy } = await through('starttls', { from: 'client', line: /^\.$/, after: /^DATA/, action });
    await expect(send(proxy.port, 'starttls')).rejects.toThrow();
    expect(server.received).toHaveLength(received);
    expect(proxy.struck).toEqual(['.']);
  });

  it('says something else than the server', async () => {
    const { server, proxy } = await through('tls', {
      from: 'server',
      line: /^250 2\.0\.0 taken/,
      action: { do: 'replace', text: '451 4.3.0 later' },
    });
    await expect(send(proxy.port)).rejects.toMatchObject({ responseCode: 451 });
    expect(server.received).toHaveLength(1);
    proxy.set({ from: 'client', line: /^MAIL/, action: { do: 'answer', text: '550 5.7.1 not you' } });
    await expect(send(proxy.port)).rejects.toMatchObject({ responseCode: 550 });
    proxy.set({ from: 'server', line: /^354/, action: { do: 'delay', ms: 50 } });
    await send(proxy.port);
    expect(server.received).toHaveLength(2);
  });

  it('refuses connections, then takes them again', async () => {
    const { proxy } = await through('plain');
    await proxy.refuse();
    await expect(send(proxy.port, 'plain')).rejects.toThrow(/ECONNREFUSED/);
    await proxy.accept();
    await send(proxy.port, 'plain');
  });
});

describe('servers that are no mail servers', () => {
  it.each(['http', 'http-first', 'garbage', 'silent', 'hangs-up'] as const)('there is one of the kind %s', async (kind) => {
    const server = await started(startOddServer(kind));
    await expect(send(server.port, 'plain')).rejects.toThrow();
  });
});

// Nothing leaves unencrypted, and no password goes to a server that has not proved who it is.
import { describe, expect, it } from 'vitest';
import { wrongCertificates } from '../support/certificates';
import type { AccountWithSecret, TestEngine } from '../support/engine';
import { startEngine } from '../support/engine';
import { startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { relayAccount, send } from '../support/letters';
import { startScriptedImap } from '../support/scripted-imap';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';
import { toldEverywhere } from '../support/told';

/** Sends a letter, waits until the account stands still, and answers the reason. The letter must still be there, and say why as `words`. */
async function sendInVain(engine: TestEngine, { account }: AccountWithSecret, words: RegExp) {
  const id = await send(engine, { account });
  const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
  const entry = await engine.settle('outbox.entry', { id }, (value) => value?.item.failure !== null);
  expect(entry?.item.accepted).toBe(0);
  expect(entry?.item.failure?.code).toBe(paused[0]?.failure.code);
  if (entry === null) throw new Error('the letter is gone');
  const { en } = toldEverywhere(entry, engine.clock.now());
  expect(en).toMatch(/^Waiting since .+ until the account is mended/);
  expect(en).toMatch(words);
  return paused[0]?.failure;
}

function heardNoSecret(server: ScriptedSmtp): void {
  expect(server.count('AUTH')).toBe(0);
  expect(server.count('MAIL')).toBe(0);
  expect(server.received).toEqual([]);
}

const certificates = [
  ['expired', 'certificate-expired', /The certificate of .+ expired on .+\. Your password was not sent\./],
  ['not-yet-valid', 'certificate-not-yet-valid', /The certificate of .+ is valid only from .+\. Your password was not sent\./],
  ['other-name', 'certificate-name', /belongs to mail\.elsewhere\.test, not to 127\.0\.0\.1\. Your password was not sent\./],
  ['self-signed', 'certificate-untrusted', /comes from .+ this computer does not trust\. Your password was not sent\./],
  ['unknown-authority', 'certificate-untrusted', /comes from .+ this computer does not trust\. Your password was not sent\./],
] as const;
const refusedEncryption = /The server refused encryption; nothing was sent\./;

describe.each(['tls', 'starttls'] as const)('a certificate (%s)', (security) => {
  it.each(certificates)('that is %s stops everything before the sign-in, and is shown', async (kind, code, words) => {
    const certificate = await wrongCertificates[kind](await testAuthority());
    const server = await forThisTest(startScriptedSmtp({ security, certificate }));
    const relay = relayAccount(server.port, security);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const failure = await sendInVain(engine, relay, words);
    expect(failure?.code).toBe(code);
    const shown = failure?.certificate;
    expect(shown?.names).toContain(kind === 'other-name' ? 'mail.elsewhere.test' : '127.0.0.1');
    expect(shown?.validTo).toBeGreaterThan(shown?.validFrom ?? Number.MAX_VALUE);
    if (kind === 'expired') expect(shown?.validTo).toBeLessThan(Date.now());
    if (kind === 'not-yet-valid') expect(shown?.validFrom).toBeGreaterThan(Date.now());
    expect(shown?.issuer).not.toBe('');
    heardNoSecret(server);
  });
});

describe('encryption', () => {
  it('that the server does not offer means that nothing is sent', async () => {
    const server = await forThisTest(startScriptedSmtp({ security: 'plain' }));
    const relay = relayAccount(server.port, 'starttls');
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    expect(await sendInVain(engine, relay, refusedEncryption)).toMatchObject({ code: 'encryption-refused', port: server.port });
    heardNoSecret(server);
  });

  it.each(['454 4.7.0 TLS not available', '500 5.5.1 what?', '502 5.5.1 no'])(
    'that the server refuses (%s) means that nothing is sent',
    async (answer) => {
      const server = await forThisTest(
        startScriptedSmtp({ security: 'starttls', answer: (step) => (step === 'STARTTLS' ? answer : undefined) }),
      );
      const relay = relayAccount(server.port, 'starttls');
      const engine = await forThisTest(startEngine({ accounts: [relay] }));
      const id = await send(engine, { account: relay.account });
      const entry = await engine.settle('outbox.entry', { id }, (value) => value !== null && value.item.failure !== null);
      expect(entry?.item.failure?.code).toBe(answer.startsWith('4') ? 'temporarily-refused' : 'encryption-refused');
      heardNoSecret(server);
    },
  );

  it('that somebody on the way strips means that nothing is sent', async () => {
    const server = await forThisTest(startScriptedSmtp({ security: 'starttls' }));
    const proxy = await forThisTest(startFaultProxy({ target: server.port, security: 'plain' }));
    proxy.set(
      { from: 'server', line: /^250[ -]STARTTLS$/, times: 99, action: { do: 'replace', text: '250-XXXXXXXX' } },
      { from: 'client', line: /^STARTTLS$/, times: 99, action: { do: 'answer', text: '502 5.5.1 what?' } },
    );
    const relay = relayAccount(proxy.port, 'starttls');
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    expect(await sendInVain(engine, relay, refusedEncryption)).toMatchObject({ code: 'encryption-refused' });
    heardNoSecret(server);
  });

  it('cannot be undermined by words sent along before it', async () => {
    const injected = ['220 2.0.0 go ahead', '250-evil.test', '250 AUTH LOGIN'];
    const server = await forThisTest(
      startScriptedSmtp({ security: 'starttls', keywords: ['AUTH PLAIN'], answer: (step) => (step === 'STARTTLS' ? injected : undefined) }),
    );
    const relay = relayAccount(server.port, 'starttls');
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account });
    const entry = await engine.settle(
      'outbox.entry',
      { id },
      (value) => value !== null && /^(accepted|queued|deferred|failed)$/.test(value.item.state) && value.story.length > 1,
    );
    // Either the connection is given up, or everything starts anew under TLS: what was injected counts for nothing.
    expect(server.count('AUTH LOGIN')).toBe(0);
    const [, , ...encrypted] = server.commands.map((line) => line.split(' ')[0]);
    if (entry?.item.state === 'accepted') expect(encrypted.slice(0, 4)).toEqual(['EHLO', 'AUTH', 'MAIL', 'RCPT']);
    else heardNoSecret(server);
  });

  it('of IMAP is as strict: the copy waits, and the letter counts as sent', async () => {
    const certificate = await wrongCertificates['other-name'](await testAuthority());
    const smtp = await forThisTest(startScriptedSmtp());
    const imap = await forThisTest(startScriptedImap({ certificate }));
    const plain = await forThisTest(startScriptedImap({ security: 'plain' }));
    for (const [port, security, code] of [
      [imap.port, 'tls', 'certificate-name'],
      [plain.port, 'starttls', 'encryption-refused'],
    ] as const) {
      const relay = relayAccount(smtp.port, 'tls', {
        imap: { host: '127.0.0.1', port, security, user: 'alice@example.test' },
        sentPolicy: 'append',
        sentFolder: 'Sent',
      });
      const engine = await forThisTest(startEngine({ accounts: [relay] }));
      const id = await send(engine, { account: relay.account });
      const entry = await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'failing');
      expect(entry?.item).toMatchObject({ state: 'accepted', copyFailure: { code } });
    }
    expect([...imap.commands, ...plain.commands].filter((line) => /LOGIN|AUTHENTICATE/.test(line))).toEqual([]);
  });
});

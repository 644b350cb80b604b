// Sending over an SMTP session: what arrives, and that every outcome is known for what it is.
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../electron/engine/mail/smtp-outcome';
import type { Outgoing } from '../../../electron/engine/mail/smtp-session';
import { forThisTest } from '../../support/for-this-test';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { type SmtpAnswer, type SmtpScript, type SmtpStep, startScriptedSmtp } from '../../support/scripted-smtp';
import { failureIn, letter, openSession, targetOn, text } from '../../support/smtp-client';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost({ limits: { size: 100_000 } });
});
afterEach(() => host.policy.set(null));
afterAll(() => host.stop());

describe('sending', () => {
  it('delivers the bytes and tells who was accepted; one session serves several messages', async () => {
    const session = await openSession(targetOn(host, host.ports.submissions));
    const dots: string[] = [];
    const first = await session.send(
      letter(['carol@example.test', 'carol@example.test'], {
        beforeDot: () => {
          dots.push('dot');
          return { ok: true, value: null };
        },
      }),
    );
    expect(first).toMatchObject({ kind: 'accepted', accepted: ['carol@example.test'], refused: [] });
    expect(await session.reset()).toBe(true);
    expect((await session.send(letter(['carol@example.test']))).kind).toBe('accepted');
    expect(dots).toEqual(['dot']);
    const messages = await host.mailbox('carol@example.test').waitForMessages(2);
    expect(messages.map(({ content }) => content.toString())).toEqual([text, text]);
    await session.close();
  });

  it('keeps the dot back when the program says so, and nothing arrives', async () => {
    const session = await openSession(targetOn(host, host.ports.submissions));
    const outcome = await session.send(
      letter(['dieter@example.test'], { beforeDot: () => ({ ok: false, failure: { code: 'disk-full' } }) }),
    );
    expect(outcome).toEqual({ kind: 'nothing-sent', failure: { code: 'disk-full' }, refused: [] });
    expect(session.isOpen()).toBe(false);
    const next = await openSession(targetOn(host, host.ports.submissions));
    await next.send(letter(['dieter@example.test']));
    expect(await host.mailbox('dieter@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it('stops when the stored bytes can not be read', async () => {
    const session = await openSession(targetOn(host, host.ports.submissions));
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('Subject: half\r\n');
        throw new Error('gone');
      })(),
    );
    expect(failureIn(await session.send(letter(['bob@example.test'], { stream })))).toEqual({ code: 'changed-on-disk' });
  });

  it('tells the refused recipients from the accepted ones', async () => {
    host.policy.set(({ stage, recipient }) => (stage === 'RCPT' && recipient.startsWith('bob') ? '550 5.1.1 no such person' : 'DUNNO'));
    const session = await openSession(targetOn(host, host.ports.submissions));
    const outcome = await session.send(letter(['bob@example.test', 'nils@example.test']));
    expect(outcome).toMatchObject({
      kind: 'accepted',
      accepted: ['nils@example.test'],
      refused: [{ address: 'bob@example.test', failure: { code: 'recipients-refused', reply: 550, enhanced: '5.1.1' } }],
    });
    const all = await session.send(letter(['bob@example.test']));
    expect(all).toMatchObject({
      kind: 'nothing-sent',
      failure: { code: 'recipients-refused' },
      refused: [{ address: 'bob@example.test' }],
    });
    expect(session.isOpen()).toBe(true);
    await session.close();
  });

  it('says that a message is too large before it is uploaded', async () => {
    const session = await openSession(targetOn(host, host.ports.limited));
    const outcome = await session.send(letter(['bob@example.test'], { size: 30_000_000 }));
    expect(failureIn(outcome)).toMatchObject({ code: 'message-too-large', size: 30_000_000, limit: 100_000 });
    await session.close();
  });

  it.each([
    ['4xx after the dot', '451 4.3.0 later', 'temporarily-refused', true],
    ['5xx after the dot', '554 5.6.0 spam', 'message-refused', true],
  ])('knows that nothing was sent after %s', async (_what, answer, code) => {
    host.policy.set(({ stage }) => (stage === 'END-OF-MESSAGE' ? answer : 'DUNNO'));
    const session = await openSession(targetOn(host, host.ports.submissions));
    expect(await session.send(letter(['bob@example.test']))).toMatchObject({ kind: 'nothing-sent', failure: { code } });
    await session.close();
  });

  const against = async (script: SmtpScript, more: Partial<Outgoing> = {}): Promise<SendOutcome> => {
    const server = await forThisTest(startScriptedSmtp(script));
    const session = await openSession(targetOn(host, server.port));
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
    const stream = Readable.from(
      (function* () {
        for (let at = 0; at < size; at += 64) yield Buffer.from(`${'x'.repeat(62)}\r\n`);
      })(),
    );
    expect(await against({ cutsBodyAfter: 100_000 }, { size, stream })).toMatchObject({
      kind: 'nothing-sent',
      failure: { code: 'connection-lost' },
    });
  });

  it('does not take an early reply for an acceptance', async () => {
    const outcome = await against(at('DATA', ['354 go', '250 2.0.0 already']), {
      stream: Readable.from(
        (async function* () {
          yield Buffer.from(text);
          await new Promise(setImmediate);
        })(),
      ),
    });
    expect(outcome.kind).not.toBe('accepted');
  });

  it('can be called off before the dot, and not after it', async () => {
    const control = new AbortController();
    let chunks = 0;
    const abortSoon = (): void => {
      chunks += 1;
      if (chunks > 100) control.abort();
    };
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          yield Buffer.from('more\r\n');
          await new Promise(setImmediate);
        }
      })(),
    );
    expect(await against({}, { stream: endless, signal: control.signal, onChunk: abortSoon })).toMatchObject({
      kind: 'nothing-sent',
      failure: { code: 'cancelled' },
    });
    const late = new AbortController();
    expect((await against({ answer: (step) => void (step === 'message' && late.abort()) }, { signal: late.signal })).kind).toBe('accepted');
  });

  it('says that a server does not take international addresses', async () => {
    const server = await forThisTest(startScriptedSmtp({ keywords: ['AUTH PLAIN'] }));
    const session = await openSession(targetOn(host, server.port));
    expect(failureIn(await session.send(letter(['på@example.test'])))).toMatchObject({
      code: 'address-invalid',
      address: 'på@example.test',
    });
    expect(server.count('MAIL')).toBe(0);
  });
});

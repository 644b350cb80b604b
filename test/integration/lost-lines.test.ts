// A line that breaks: before the final dot the letter is sent again, after it nobody knows, and the program asks.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../support/engine';
import { type Cut, type FaultProxy, type FaultRule, startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { accountFor, fileOf, send } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { parse } from '../support/message';
import { toldEverywhere } from '../support/told';

let host: MailHost;
let proxy: FaultProxy;
beforeAll(async () => {
  host = await startMailHost();
});
beforeEach(async () => {
  proxy = await forThisTest(startFaultProxy({ target: host.ports.submissions, security: 'tls' }));
});
afterAll(() => host.stop());

/** Alice behind the proxy; `sentPolicy` decides what can settle an unknown outcome. */
async function alice(sentPolicy: 'append' | 'local' | 'server' = 'local', address = 'alice@example.test') {
  const { account, password } = accountFor(host, address, { sentPolicy });
  const broken = {
    ...account,
    smtp: { ...account.smtp, port: proxy.port },
    ...(sentPolicy === 'local' ? { imap: null, sentFolder: null } : {}),
  };
  return { account: broken, engine: await forThisTest(startEngine({ accounts: [{ account: broken, password }] })) };
}

/** How often a letter arrived, now that everything the server has taken is delivered. */
async function arrivedAt(address: string, subject: string): Promise<number> {
  await host.postfix.untilDelivered();
  const subjects = await Promise.all(
    host
      .mailbox(address)
      .messages()
      .map(async ({ content }) => (await parse(content)).subject),
  );
  return subjects.filter((one) => one === subject).length;
}

const cutAt = (line: RegExp, how: Cut = 'reset', after?: RegExp): FaultRule => ({
  from: 'client',
  line,
  ...(after === undefined ? {} : { after }),
  action: { do: 'cut', how },
});
const dot = { line: /^\.$/, after: /^DATA$/i } as const;

describe('a line that breaks before the final dot', () => {
  it.each([
    ['at the greeting', { from: 'server', line: /^220/, action: { do: 'cut', how: 'reset' } }],
    ['at the sign-in', cutAt(/^AUTH/i)],
    ['at the sender', cutAt(/^MAIL/i, 'end')],
    ['at the recipient', cutAt(/^RCPT/i)],
    ['at the go-ahead', { from: 'server', line: /^354/, action: { do: 'cut', how: 'reset' } }],
    ['within the message', cutAt(/^Subject:/i, 'reset', /^DATA$/i)],
    ['in the middle of a line', { from: 'client', line: /^Subject:/i, after: /^DATA$/i, action: { do: 'truncate' } }],
  ] as const)('%s: the letter is sent again and arrives once', async (title, rule) => {
    const { engine, account } = await alice();
    proxy.set(rule);
    // Large enough that the line breaks while the letter is still on its way.
    const attach = 'after' in rule ? [fileOf('large.bin', Buffer.alloc(1_500_000, 1))] : [];
    const id = await send(engine, { account, to: 'bob@example.test', subject: title, attach });
    const { item } = await engine.settleMessage(id, 'deferred');
    expect(item.failure?.code).toBe('connection-lost');
    expect(proxy.struck).toHaveLength(1);
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    expect(await arrivedAt('bob@example.test', title)).toBe(1);
  });

  it('amid a large attachment: the letter is sent again and arrives whole, once', async () => {
    const { engine, account } = await alice();
    const bytes = Buffer.alloc(3_000_000, 'pigeon ');
    proxy.set({ ...cutAt(/^[A-Za-z0-9+/]{76}$/), after: /^[A-Za-z0-9+/]{76}$/ });
    const id = await send(engine, { account, to: 'carol@example.test', subject: 'large', attach: [fileOf('large.bin', bytes)] });
    await engine.settleMessage(id, 'deferred');
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
    expect(await arrivedAt('carol@example.test', 'large')).toBe(1);
    const [message] = host.mailbox('carol@example.test').messages();
    expect(Buffer.from((await parse(message?.content)).attachments[0]?.content ?? []).equals(bytes)).toBe(true);
  });
});

describe('a line that breaks at the final dot', () => {
  const cases: readonly (readonly [string, FaultRule, number])[] = [
    ['reset, the server has it', { from: 'client', ...dot, action: { do: 'pass-then-cut', how: 'reset' } }, 1],
    ['closed, the server has it', { from: 'client', ...dot, action: { do: 'pass-then-cut', how: 'end' } }, 1],
    ['reset, the server does not have it', { from: 'client', ...dot, action: { do: 'cut', how: 'reset' } }, 0],
    ['the reply is garbage', { from: 'server', line: /^250.*queued as/, action: { do: 'replace', text: '\u0001\u0002 what' } }, 1],
    ['the reply is cut in half', { from: 'server', line: /^250.*queued as/, action: { do: 'truncate' } }, 1],
  ];

  it.each(cases)('%s: it may have been sent, and is never sent again by itself', async (title, rule, arrived) => {
    const { engine, account } = await alice();
    proxy.set(rule);
    const id = await send(engine, { account, to: 'nils@example.test', subject: title });
    const entry = await engine.settleMessage(id, 'uncertain');
    expect(entry.item.failure?.code).toBe('outcome-unknown');
    expect(toldEverywhere(entry, engine.clock.now()).en).toMatch(/^May have been sent\b/);
    expect(entry.recipients[0]?.state).toBe('uncertain');
    expect(engine.notices).toContainEqual(expect.objectContaining({ kind: 'uncertain', messageId: id }));
    for (let hour = 0; hour < 48; hour += 6) engine.clock.skip(6 * 3_600_000);
    await engine.restart();
    engine.clock.skip(24 * 3_600_000);
    expect((await engine.settle('status', {}, ({ sending, waiting }) => sending + waiting === 0)).needsYou).toBe(1);
    await engine.ask('outbox.retry', { ids: [id] });
    expect((await engine.settle('outbox.entry', { id }, (value) => value !== null && value.item.state !== 'sending'))?.item.state).toBe(
      'uncertain',
    );
    expect(await arrivedAt('nils@example.test', title)).toBe(arrived);
  });

  it('is settled by the person: sent, or sent again with the same bytes', async () => {
    const { engine, account } = await alice();
    proxy.set({ from: 'client', ...dot, action: { do: 'pass-then-cut', how: 'reset' } });
    const first = await send(engine, { account, to: 'svea@example.test', subject: 'was sent' });
    await engine.settleMessage(first, 'uncertain');
    await engine.call('outbox.settle', { id: first, as: 'sent' });
    await engine.settleMessage(first, 'accepted');
    proxy.set({ from: 'client', ...dot, action: { do: 'cut', how: 'reset' } });
    const second = await send(engine, { account, to: 'svea@example.test', subject: 'again' });
    const { messageId } = await engine.settleMessage(second, 'uncertain');
    await engine.call('outbox.settle', { id: second, as: 'send-again' });
    await engine.settleMessage(second, 'accepted');
    expect(await arrivedAt('svea@example.test', 'was sent')).toBe(1);
    expect(await arrivedAt('svea@example.test', 'again')).toBe(1);
    expect(
      host
        .mailbox('svea@example.test')
        .messages()
        .some(({ content }) => content.includes(messageId)),
    ).toBe(true);
  });

  it('is settled by the copy in Sent where the provider files it', async () => {
    const { engine, account } = await alice('server', 'gina@example.test');
    proxy.set({ from: 'client', ...dot, action: { do: 'pass-then-cut', how: 'reset' } });
    const id = await send(engine, { account, to: 'dieter@example.test', subject: 'found' });
    await engine.settleMessage(id, 'uncertain', 'accepted');
    await host.mailbox('gina@example.test').waitForMessages(1, '[Gmail]/Sent Mail');
    await engine.ask('outbox.checkSent', { id });
    await engine.settleMessage(id, 'accepted');
    expect(await arrivedAt('dieter@example.test', 'found')).toBe(1);
  });

  it('stays open when the copy is not in Sent', async () => {
    const { engine, account } = await alice('append');
    proxy.set({ from: 'client', ...dot, action: { do: 'cut', how: 'reset' } });
    const id = await send(engine, { account, to: 'dieter@example.test', subject: 'not found' });
    await engine.settleMessage(id, 'uncertain');
    expect(await engine.call('outbox.checkSent', { id })).toEqual({ wasFound: false });
    await engine.settleMessage(id, 'uncertain');
    expect(await arrivedAt('dieter@example.test', 'not found')).toBe(0);
  });
});

describe('a server that falls silent', () => {
  const silentBeforeDot: FaultRule = { from: 'server', line: /^354/, action: { do: 'stall' } };
  const silentAfterDot: FaultRule = { from: 'client', ...dot, action: { do: 'stall' } };

  it('before the dot: the end of the program puts the letter back, and it leaves once at the next start', async () => {
    const { engine, account } = await alice();
    proxy.set(silentBeforeDot);
    const id = await send(engine, { account, to: 'pia@example.test', subject: 'stopped' });
    await proxy.waitForStrikes(1);
    await engine.restart();
    await engine.settleMessage(id, 'accepted');
    expect(await arrivedAt('pia@example.test', 'stopped')).toBe(1);
  });

  it('before the dot: the letter can be called off or taken back, and does not arrive', async () => {
    const { engine, account } = await alice();
    proxy.set({ ...silentBeforeDot, times: 2 });
    const first = await send(engine, { account, to: 'pia@example.test', subject: 'called off' });
    await proxy.waitForStrikes(1);
    await engine.call('outbox.cancel', { ids: [first] });
    const second = await send(engine, { account, to: 'pia@example.test', subject: 'taken back' });
    await proxy.waitForStrikes(2);
    const { draftId } = await engine.call('outbox.edit', { id: second });
    expect((await engine.call('drafts.open', { draftId })).content.subject).toBe('taken back');
    expect((await engine.settle('status', {}, ({ sending, waiting }) => sending + waiting === 0)).needsYou).toBe(0);
    expect(await arrivedAt('pia@example.test', 'called off')).toBe(0);
    expect(await arrivedAt('pia@example.test', 'taken back')).toBe(0);
  });

  it('after the dot: it cannot be called off any more, and after the end of the program it may have been sent', async () => {
    const { engine, account } = await alice();
    proxy.set(silentAfterDot);
    const id = await send(engine, { account, to: 'pia@example.test', subject: 'silence' });
    await proxy.waitForStrikes(1);
    expect(await engine.ask('outbox.cancel', { ids: [id] })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    await engine.restart();
    const { item } = await engine.settleMessage(id, 'uncertain');
    expect(item.failure?.code).toBe('outcome-unknown');
    proxy.cutAll();
    expect(await arrivedAt('pia@example.test', 'silence')).toBe(0);
  });
});

describe('a line that breaks after the server has said yes', () => {
  it('changes nothing: it was sent', async () => {
    const { engine, account } = await alice();
    proxy.set(cutAt(/^QUIT/i));
    const id = await send(engine, { account, to: 'inga@example.test', subject: 'quit' });
    const entry = await engine.settleMessage(id, 'accepted');
    expect(toldEverywhere(entry, engine.clock.now()).en).toMatch(/^Sent /);
    engine.clock.skip(24 * 3_600_000);
    expect(await arrivedAt('inga@example.test', 'quit')).toBe(1);
  });
});

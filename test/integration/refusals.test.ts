// What a server refuses, whom it is about, and what can be done next.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { accountFor, relayAccount, send } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { type SmtpStep, startScriptedSmtp } from '../support/scripted-smtp';
import { toldEverywhere } from '../support/told';
import { until } from '../support/until';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterEach(() => host.policy.set(null));
afterAll(() => host.stop());

async function onHost(address = 'alice@example.test') {
  const account = accountFor(host, address, { imap: null, sentPolicy: 'local' });
  return { engine: await forThisTest(startEngine({ accounts: [account] })), account: account.account };
}

async function answering(step: SmtpStep, ...answers: readonly string[]) {
  const left = [...answers];
  const server = await forThisTest(startScriptedSmtp({ answer: (at) => (at === step ? left.shift() : undefined) }));
  const relay = relayAccount(server.port);
  return { server, engine: await forThisTest(startEngine({ accounts: [relay] })), account: relay.account };
}

describe('a refused recipient', () => {
  it('out of three is named; the two others get the letter, once', async () => {
    const { engine, account } = await onHost();
    const id = await send(engine, { account, to: 'bob@example.test, nobody@example.test', cc: 'carol@example.test' });
    const entry = await engine.settleMessage(id, 'partly');
    expect(entry.recipients.map(({ address, state, failure }) => [address, state, failure?.reply])).toEqual([
      ['bob@example.test', 'accepted', undefined],
      ['nobody@example.test', 'refused', 550],
      ['carol@example.test', 'accepted', undefined],
    ]);
    expect(entry.item).toMatchObject({ accepted: 2, refused: 1, recipients: 3 });
    expect(toldEverywhere(entry, engine.clock.now()).en).toMatch(/^Sent to 2 of 3\./);
    expect(entry.recipients[1]?.failure?.said).toMatch(/User unknown/i);
    await until(() => engine.notices.some(({ kind, ...about }) => kind === 'partly' && 'messageId' in about && about.messageId === id));
    await host.mailbox('bob@example.test').waitForMessages(1);
    await host.mailbox('carol@example.test').waitForMessages(1);
    for (let hour = 0; hour < 6; hour += 1) engine.clock.skip(3_600_000);
    await engine.settle('status', {}, ({ sending, waiting }) => sending + waiting === 0);
    expect(host.mailbox('bob@example.test').messages()).toHaveLength(1);
  });

  it('who is the only one means that nothing was sent, and the letter can be mended', async () => {
    const { engine, account } = await onHost();
    const id = await send(engine, { account, to: 'nobody@example.test', subject: 'Mine', html: '<p>Kept</p>' });
    const entry = await engine.settleMessage(id, 'failed');
    expect(entry.item.failure).toMatchObject({ code: 'recipients-refused', reply: 550 });
    const { en } = toldEverywhere(entry, engine.clock.now());
    expect(en).toMatch(/^Not sent\./);
    expect(en).toContain('nobody@example.test: There is no such mailbox');
    await until(() => engine.notices.some(({ kind, ...about }) => kind === 'failed' && 'messageId' in about && about.messageId === id));
    const { draftId } = await engine.call('outbox.edit', { id });
    expect((await engine.call('drafts.open', { draftId })).content).toMatchObject({
      subject: 'Mine',
      to: [{ kind: 'good', address: 'nobody@example.test' }],
    });
  });

  it('who is refused for now is tried again alone, and nobody else gets the letter twice', async () => {
    const { engine, account } = await onHost();
    host.policy.set(({ stage, recipient }) => (stage === 'RCPT' && recipient.startsWith('svea') ? '450 4.2.1 busy' : 'DUNNO'));
    const id = await send(engine, { account, to: 'svea@example.test, dieter@example.test' });
    const before = await engine.settleMessage(id, 'deferred');
    expect(before.recipients.map(({ state }) => state)).toEqual(['deferred', 'accepted']);
    expect(before.recipients[0]?.failure).toMatchObject({ code: 'temporarily-refused', reply: 450 });
    host.policy.set(null);
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    await host.mailbox('svea@example.test').waitForMessages(1);
    expect(host.mailbox('dieter@example.test').messages()).toHaveLength(1);
  });

  it('whom the server would have to relay to is told as such', async () => {
    const { engine, account } = await answering('RCPT', '554 5.7.1 <bob@example.test>: Relay access denied');
    const { item } = await engine.settleMessage(await send(engine, { account }), 'failed');
    expect(item.failure?.code).toBe('relay-denied');
  });
});

describe('a server that takes five recipients at a time', () => {
  it('gets the letter twice, and everyone gets it once', async () => {
    const alice = accountFor(host, 'alice@example.test', { imap: null, sentPolicy: 'local' });
    const account = { ...alice.account, smtp: { ...alice.account.smtp, port: host.ports.limited } };
    const engine = await forThisTest(startEngine({ accounts: [{ ...alice, account }] }));
    const to = ['work', 'home', 'choir', 'books', 'garden', 'sailing', 'news'].map((about) => `pia+${about}@example.test`);
    const id = await send(engine, { account, to: to[0] ?? '', bcc: to.slice(1).join(', ') });
    const { recipients } = await engine.settleMessage(id, 'deferred');
    expect(recipients.filter(({ state }) => state === 'accepted')).toHaveLength(5);
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    const arrived = await host.mailbox('pia@example.test').waitForMessages(7);
    expect(arrived.map(({ originalTo }) => originalTo).sort()).toEqual(to.toSorted());
  });
});

describe('a refused sender', () => {
  it('is named, and nothing was sent', async () => {
    const alice = accountFor(host, 'alice@example.test', { address: 'bob@example.test', imap: null, sentPolicy: 'local' });
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    const entry = await engine.settleMessage(await send(engine, { account: alice.account, to: 'inga@example.test' }), 'failed');
    expect(toldEverywhere(entry, engine.clock.now()).en).toContain('bob@example.test');
    expect(entry.item.failure).toMatchObject({ code: 'sender-refused', address: 'bob@example.test', reply: 553 });
    expect(host.mailbox('inga@example.test').messages()).toEqual([]);
  });
});

describe('a message that is refused after the final dot', () => {
  it.each([
    ['554 5.7.1 Rejected as spam', 'message-refused'],
    ['552 5.3.4 Message too big', 'message-too-large'],
  ])('for good (%s) fails, and is not sent again by itself', async (answer, code) => {
    const { server, engine, account } = await answering('message', answer);
    const id = await send(engine, { account });
    const entry = await engine.settleMessage(id, 'failed');
    for (const text of Object.values(toldEverywhere(entry, engine.clock.now()))) expect(text).toContain(answer);
    expect(entry.item.failure).toMatchObject({ code, said: expect.stringMatching(/Rejected|too big/) as string });
    engine.clock.skip(24 * 3_600_000);
    await engine.settle('status', {}, ({ sending }) => sending === 0);
    expect(server.count('DATA')).toBe(1);
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('in words that would play tricks on a screen is told without them', async () => {
    const server = await forThisTest(
      startScriptedSmtp({
        answer: (at) => (at === 'message' ? ['554-5.7.1 \u001b[31mRejected\u0007', '554 5.7.1 \u202eback\u0000wards'] : undefined),
      }),
    );
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const { item, transcript } = await engine.settleMessage(await send(engine, { account: relay.account }), 'failed');
    expect(item.failure?.said).toMatch(/Rejected/);
    expect([item.failure?.said, ...transcript.map(({ text }) => text)].join('')).not.toMatch(/\p{Cc}/u);
  });

  it.each(['451 4.3.0 try later', '421 4.3.2 closing'])("for now (%s) waits with the server's words, and leaves once", async (answer) => {
    const { server, engine, account } = await answering('message', answer);
    const id = await send(engine, { account });
    const { item } = await engine.settleMessage(id, 'deferred');
    expect(item.failure?.said).toMatch(/try later|closing/);
    expect(item.nextTryAt).toBeGreaterThan(engine.clock.now());
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('by a real server at the end of the data is the same', async () => {
    const { engine, account } = await onHost();
    host.policy.set(({ stage }) => (stage === 'END-OF-MESSAGE' ? '451 4.7.1 grey' : 'DUNNO'));
    const id = await send(engine, { account, to: 'olaf@example.test' });
    await engine.settleMessage(id, 'deferred');
    host.policy.set(null);
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
    expect(await host.mailbox('olaf@example.test').waitForMessages(1)).toHaveLength(1);
  });
});

describe('a server that is busy', () => {
  it.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)('(421 at %s) gets the letter later, once', async (step) => {
    const { server, engine, account } = await answering(step, '421 4.3.2 too busy');
    const id = await send(engine, { account });
    const entry = await engine.settleMessage(id, 'deferred');
    expect(entry.item.failure?.code).toBe('server-busy');
    for (const text of Object.values(toldEverywhere(entry, engine.clock.now()))) expect(text).toContain('421 4.3.2 too busy');
    await engine.settle('status', {}, ({ sending }) => sending === 0); // the account's pause begins when the disk has it
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('is tried ever more rarely, at most a quarter of an hour apart, and at once when the person asks', async () => {
    const { server, engine, account } = await answering('MAIL', ...Array.from({ length: 12 }, () => '451 4.3.2 later'));
    const id = await send(engine, { account });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await server.waitForCommands('MAIL', attempt);
      const entry = await engine.settle(
        'outbox.entry',
        { id },
        (value) => value?.item.state === 'deferred' && value.story.filter(({ event }) => event === 'attempt').length === attempt,
      );
      const wait = (entry?.item.nextTryAt ?? 0) - engine.clock.now();
      waits.push(wait);
      engine.clock.skip(wait + 1000);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(15 * 60_000);
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
    await engine.settleMessage(id, 'deferred');
    await server.waitForCommands('MAIL', 12);
    await engine.settle(
      'outbox.entry',
      { id },
      (value) => value?.item.state === 'deferred' && value.story.filter(({ event }) => event === 'attempt').length === 12,
    );
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
  });
});

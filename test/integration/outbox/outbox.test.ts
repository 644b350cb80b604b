// What a person does in the outbox, and what the outbox does with an account's messages as a whole.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueCertificate } from '../../support/certificates';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { fileOf, relayAccount, send } from '../../support/letters';
import { parse } from '../../support/message';
import { type SmtpScript, startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';
import { until } from '../../support/until';

async function relay(script: SmtpScript = {}) {
  const server = await forThisTest(startScriptedSmtp(script));
  const { account, password } = relayAccount(server.port);
  const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
  return { server, account, engine };
}
const outbox = (engine: TestEngine, isIt: Parameters<typeof engine.settle<'outbox.list'>>[2]) => engine.settle('outbox.list', {}, isIt);
const events = (entry: Awaited<ReturnType<TestEngine['settleMessage']>>) => entry.story.map(({ event }) => event);

describe('messages of one account', () => {
  it('go over one connection, one after the other', async () => {
    const { server, account, engine } = await relay();
    const ids = await Promise.all(['one', 'two', 'three'].map((subject) => send(engine, { account, subject })));
    for (const id of ids) await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(3);
    expect([server.connections(), server.count('AUTH')]).toEqual([1, 1]);
  });

  it('all go when the server ends the connection after each', async () => {
    let isTaken = false;
    const { server, account, engine } = await relay({
      answer: (step) => {
        if (step === 'greeting') isTaken = false;
        if (step === 'message') isTaken = true;
        return step === 'MAIL' && isTaken ? '421 4.7.0 one message for each connection' : undefined;
      },
    });
    const ids = await Promise.all(['one', 'two', 'three'].map((subject) => send(engine, { account, subject })));
    for (const id of ids) expect(events(await engine.settleMessage(id, 'accepted'))).not.toContain('deferred');
    expect([server.received.length, server.connections()]).toEqual([3, 3]);
  });

  it('do not hold each other up when the server dislikes one', async () => {
    const { server, account, engine } = await relay({
      answer: (step, line) => (step === 'RCPT' && line.includes('nobody') ? '450 4.2.1 later' : undefined),
    });
    const waiting = await send(engine, { account, to: 'nobody@example.test' });
    const going = await send(engine, { account, to: 'bob@example.test' });
    await engine.settleMessage(going, 'accepted');
    await engine.settleMessage(waiting, 'deferred');
    expect(server.received).toHaveLength(1);
  });

  it('wait together while the network is away, with its reason, and burn no attempt', async () => {
    const { account, password } = relayAccount(587, 'starttls', {});
    const far = { ...account, smtp: { ...account.smtp, host: 'mail.invalid' } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: far, password }] }));
    engine.setOnline(false);
    const id = await send(engine, { account: far });
    const entry = await engine.settleMessage(id, 'queued');
    expect(entry.item).toMatchObject({ failure: { code: 'offline', host: 'mail.invalid' }, nextTryAt: null });
    expect(events(entry)).toEqual(['frozen']);
    expect(await engine.settle('status', {}, () => true)).toMatchObject({ isOnline: false, waiting: 1, sending: 0 });
    expect(await engine.call('accounts.waiting', { accountId: far.id })).toEqual({ waiting: 1 });
    engine.setOnline(true);
    const tried = await engine.settleMessage(id, 'deferred');
    expect(tried.item.failure?.code).toBe('dns-failed');
    expect(events(tried)).toEqual(['frozen', 'attempt', 'deferred']);
  });

  it('begin anew when the network comes back while one hangs on a dead connection', async () => {
    // A number is a name to us and this computer to the system: a server that counts as far away.
    const name = '0x7f000001';
    const certificate = await issueCertificate(await testAuthority(), { names: [name] });
    const server = await forThisTest(
      startScriptedSmtp({ certificate, answer: (step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined) }),
    );
    const { account, password } = relayAccount(server.port);
    const far = { ...account, smtp: { ...account.smtp, host: name } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: far, password }] }));
    const id = await send(engine, { account: far });
    await server.waitForCommands('DATA', 1);
    server.script(undefined);
    engine.setOnline(false);
    engine.setOnline(true);
    expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'attempt', 'deferred', 'attempt', 'dot', 'accepted']);
    expect(server.received).toHaveLength(1);
  });

  it('wait for the server together: one of them tries it, and the others say what it met', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'greeting' ? '421 4.3.2 not now' : undefined) });
    const ids = await Promise.all(['one', 'two', 'three'].map((subject) => send(engine, { account, subject })));
    const items = await outbox(engine, (list) => list.length === 3 && list.every(({ failure }) => failure?.code === 'server-busy'));
    expect(items.map(({ state }) => state).sort()).toEqual(['deferred', 'queued', 'queued']);
    expect(items.every(({ nextTryAt }) => nextTryAt !== null)).toBe(true);
    expect(server.connections()).toBe(1);
    server.script(undefined);
    await engine.call('outbox.retry', { ids: [ids[0] ?? ''] });
    for (const id of ids) await engine.settleMessage(id, 'accepted');
  });
});

describe('a message that is being sent', () => {
  it('can be cancelled up to the final dot: nothing arrives, and the next one goes', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined) });
    const id = await send(engine, { account, subject: 'not this one' });
    await server.waitForCommands('DATA', 1);
    await engine.call('outbox.cancel', { ids: [id] });
    expect(events(await engine.settleMessage(id, 'cancelled'))).toEqual(['frozen', 'attempt', 'deferred', 'cancelled']);
    expect(await outbox(engine, () => true)).toEqual([]);
    server.script(undefined);
    await engine.settleMessage(await send(engine, { account, subject: 'this one' }), 'accepted');
    expect((await parse(server.received[0]?.raw)).subject).toBe('this one');
    expect(server.received).toHaveLength(1);
  });

  it('can not be cancelled any more behind the final dot', async () => {
    const { server, account, engine } = await relay({
      answer: (step) => (step === 'message' ? { do: 'say-nothing' } : undefined),
      keepsUnanswered: true,
    });
    const id = await send(engine, { account });
    await server.waitForMessages(1);
    const cancelling = engine.ask('outbox.cancel', { ids: [id] });
    await server.stop();
    expect(await cancelling).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    await engine.settleMessage(id, 'uncertain');
  });

  it('shows its conversation while it goes', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined) });
    const id = await send(engine, { account });
    await server.waitForCommands('DATA', 1);
    const entry = await engine.settle('outbox.entry', { id }, (value) => value?.transcript.some(({ text }) => text === 'DATA') ?? false);
    expect(entry?.item.state).toBe('sending');
    expect(JSON.stringify(entry?.transcript)).not.toContain('sesame');
  });
});

describe('a message that waits', () => {
  const refusing: SmtpScript = { answer: (step) => (step === 'RCPT' ? '550 5.1.1 nobody here' : undefined) };

  it('becomes a draft again with everything that was in it', async () => {
    const { account, engine } = await relay(refusing);
    const id = await send(engine, {
      account,
      to: 'Bob <bob@example.test>',
      bcc: 'carol@example.test',
      subject: 'Mended',
      attach: [fileOf('list.txt', 'one\ntwo\n')],
    });
    await engine.settleMessage(id, 'failed');
    const { draftId } = await engine.call('outbox.edit', { id });
    const draft = await engine.call('drafts.open', { draftId });
    expect(draft.content).toMatchObject({
      subject: 'Mended',
      to: [{ name: 'Bob', address: 'bob@example.test' }],
      bcc: [{ address: 'carol@example.test' }],
    });
    expect(draft.attachments).toMatchObject([{ name: 'list.txt', size: 8 }]);
    expect(await outbox(engine, () => true)).toEqual([]);
  });

  it('that some have got becomes a draft to the others alone', async () => {
    const { account, engine } = await relay({
      answer: (step, line) => (step === 'RCPT' && line.includes('bob') ? '550 5.1.1 no' : undefined),
    });
    const id = await send(engine, { account, to: 'bob@example.test, carol@example.test' });
    expect((await engine.settleMessage(id, 'partly')).item).toMatchObject({ accepted: 1, refused: 1, recipients: 2 });
    const { draftId } = await engine.call('outbox.edit', { id });
    expect((await engine.call('drafts.open', { draftId })).content.to).toMatchObject([{ address: 'bob@example.test' }]);
    expect(await outbox(engine, () => true)).toEqual([]);
  });

  it('goes to the refused ones alone when it is tried again', async () => {
    const { server, account, engine } = await relay({
      answer: (step, line) => (step === 'RCPT' && line.includes('bob') ? '550 5.1.1 no' : undefined),
    });
    const id = await send(engine, { account, to: 'bob@example.test, carol@example.test' });
    await engine.settleMessage(id, 'partly');
    server.script(undefined);
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
    expect(server.received.map(({ to }) => to)).toEqual([['carol@example.test'], ['bob@example.test']]);
  });

  it('is given up after two days of trying, with its whole story', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) });
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'deferred');
    // Nearly two hours at a time: more at once would be a computer that slept, which takes nothing off the two days.
    for (let tries = 1; tries <= 24; tries += 1) {
      engine.clock.skip(2 * 60 * 60_000 - 60_000);
      await server.waitForCommands('MAIL', tries + 1);
      await engine.settleMessage(id, 'deferred');
    }
    engine.clock.skip(60 * 60_000);
    const entry = await engine.settleMessage(id, 'failed');
    expect(entry.item.failure).toMatchObject({ code: 'temporarily-refused', said: 'later' });
    expect(engine.notices.map(({ kind }) => kind)).toEqual(['failed']);
  });

  it('does not go when its stored bytes are not those that were frozen', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'MAIL' ? '451 4.3.0 later' : undefined) });
    const id = await send(engine, { account, attach: [fileOf('contract.bin', Buffer.alloc(50_000, 1))] });
    await engine.settleMessage(id, 'deferred');
    const blobs = join(engine.profile, 'blobs');
    const file =
      readdirSync(blobs, { recursive: true, encoding: 'utf8' })
        .map((name) => join(blobs, name))
        .find((name) => statSync(name).size === 50_000) ?? '';
    writeFileSync(file, Buffer.alloc(50_000, 2));
    server.script(undefined);
    await engine.call('outbox.retry', { ids: [id] });
    expect((await engine.settleMessage(id, 'failed')).item.failure?.code).toBe('changed-on-disk');
    expect(server.received).toEqual([]);
  });

  it('says what can not be done with it', async () => {
    const { account, engine } = await relay();
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'accepted');
    for (const name of ['outbox.retry', 'outbox.cancel'] as const)
      expect(await engine.ask(name, { ids: [id] })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    expect(await engine.ask('outbox.edit', { id })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    expect(await engine.ask('outbox.retry', { ids: ['gone'] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await engine.ask('outbox.settle', { id, as: 'sent' })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
  });
});

describe('an engine that stops', () => {
  it('in the midst of a conversation sends the message at the next start, once', async () => {
    const { server, account, engine } = await relay({ answer: (step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined) });
    const id = await send(engine, { account });
    await server.waitForCommands('DATA', 1);
    server.script(undefined);
    await engine.restart();
    const entry = await engine.settleMessage(id, 'accepted');
    expect(events(entry)).not.toContain('crashed');
    await until(() => server.received.length === 1);
  });
});

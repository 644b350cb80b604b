// Signing in: a refused password pauses the account and is not tried again and again; a server's bad day is only waited out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { relayAccount, send } from '../support/letters';
import { startMailHost } from '../support/mail-host/mail-host';
import { type ScriptedSmtp, type SmtpScript, startScriptedSmtp } from '../support/scripted-smtp';
import { toldEverywhere } from '../support/told';

const answering = (step: string, answer: string): SmtpScript => ({ answer: (at) => (at === step ? answer : undefined) });

async function started(script: SmtpScript) {
  const server = await forThisTest(startScriptedSmtp(script));
  const relay = relayAccount(server.port);
  const engine = await forThisTest(startEngine({ accounts: [relay] }));
  return { server, relay, account: relay.account, engine };
}

/** What a person reads of the letter, as soon as it says why it waits. */
async function wordsOf(engine: TestEngine, id: string): Promise<string> {
  const entry = await engine.settle('outbox.entry', { id }, (value) => value !== null && value.item.failure !== null);
  if (entry === null) throw new Error('the letter is gone');
  return toldEverywhere(entry, engine.clock.now()).en;
}

/** Hours pass: nobody may knock at the server meanwhile. */
async function staysQuiet(engine: TestEngine, server: ScriptedSmtp): Promise<void> {
  const before = server.connections();
  for (let hour = 0; hour < 6; hour += 1) engine.clock.skip(3_600_000);
  await engine.settle('status', {}, ({ sending }) => sending === 0);
  expect(server.connections()).toBe(before);
}

describe('a password that is refused', () => {
  it.each([
    ['535 5.7.8 Username and password not accepted', 'sign-in-refused', /The server refused the user name or password/],
    ['534 5.7.9 Application-specific password required', 'app-password-needed', /wants an app password, not your usual password/],
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      'oauth-needed',
      /signs people in through its own web page/,
    ],
  ])('(%s) pauses the account, says so once, and is not tried again by itself', async (answer, code, words) => {
    const { server, engine, account } = await started(answering('AUTH', answer));
    const first = await send(engine, { account, subject: 'One' });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]).toMatchObject({ accountId: account.id, failure: { code } });
    expect(JSON.stringify(paused)).not.toContain('4711');
    await send(engine, { account, subject: 'Two' });
    await staysQuiet(engine, server);
    expect(server.connections()).toBe(1);
    expect(engine.notices.filter(({ kind }) => kind === 'paused')).toHaveLength(1);
    const entry = await engine.settle('outbox.entry', { id: first }, (value) => value?.item.failure !== null);
    expect(entry?.item.failure?.code).toBe(code);
    const told = await wordsOf(engine, first);
    expect(told).toMatch(/^Waiting since .+ until the account is mended/);
    expect(told).toMatch(words);
    expect(told).toContain(answer);
    expect(entry?.transcript.map(({ text }) => text).join('\n')).not.toMatch(/4711|b3BlbiBzZXNhbWU|AG9wZW4/);
  });

  it('lets everything that waits go once it is mended', async () => {
    const { server, engine, account, relay } = await started(answering('AUTH', '535 5.7.8 no'));
    const ids = [await send(engine, { account, subject: 'One' }), await send(engine, { account, subject: 'Two' })];
    await engine.settle('status', {}, (status) => status.paused.length === 1);
    server.script(() => undefined);
    engine.setAccounts({ ...relay, password: 'the right one' });
    await engine.call('accounts.resume', { accountId: account.id });
    for (const id of ids) await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(2);
    expect((await engine.settle('status', {}, () => true)).paused).toEqual([]);
  });

  it('stays refused over a restart, until the person has mended it', async () => {
    const { server, engine, account } = await started(answering('AUTH', '535 5.7.8 no'));
    await send(engine, { account });
    await engine.settle('status', {}, (status) => status.paused.length === 1);
    await engine.restart();
    expect((await engine.settle('status', {}, () => true)).paused).toHaveLength(1);
    await staysQuiet(engine, server);
  });

  it('is refused by a real server as well', async () => {
    const host = await forThisTest(startMailHost());
    const relay = { ...relayAccount(host.ports.submissions), password: 'wrong' };
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account });
    expect((await engine.settle('status', {}, (status) => status.paused.length === 1)).paused[0]?.failure).toMatchObject({
      code: 'sign-in-refused',
      reply: 535,
    });
    engine.setAccounts({ ...relay, password: host.user('alice@example.test').password });
    await engine.call('accounts.resume', { accountId: relay.account.id });
    await engine.settleMessage(id, 'accepted');
    expect(await host.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
  });
});

describe('a server that cannot sign in just now', () => {
  it.each(['454 4.7.0 Temporary authentication failure', '421 4.3.2 closing'])(
    '(%s) is waited for, without asking for the password',
    async (answer) => {
      const { server, engine, account } = await started(answering('AUTH', answer));
      const id = await send(engine, { account });
      const { item } = await engine.settleMessage(id, 'deferred');
      expect(item.failure?.code).toMatch(/^(sign-in-temporary|server-busy)$/);
      const told = await wordsOf(engine, id);
      expect(told).toMatch(/^Tried once\. Next try /);
      expect(told).toContain(answer);
      expect(told).not.toMatch(/enter|type.*password/i);
      expect((await engine.settle('status', {}, () => true)).paused).toEqual([]);
      server.script(() => undefined);
      engine.clock.skip(15 * 60_000);
      await engine.settleMessage(id, 'accepted');
      expect(server.received).toHaveLength(1);
    },
  );
});

describe('a server without a usable sign-in', () => {
  it('gets nothing where it offers none', async () => {
    const { server, engine, account } = await started({ keywords: ['8BITMIME'] });
    const id = await send(engine, { account });
    expect((await engine.settle('status', {}, (status) => status.paused.length === 1)).paused[0]?.failure.code).toBe('sign-in-not-offered');
    expect(await wordsOf(engine, id)).toMatch(/:\d+ offers no sign-in\./);
    expect(server.count('MAIL') + server.count('AUTH')).toBe(0);
  });

  it('gets nothing where it offers what a password cannot be used with', async () => {
    const { server, engine, account } = await started({ keywords: ['AUTH GSSAPI XOAUTH2', '8BITMIME'] });
    await send(engine, { account });
    expect((await engine.settle('status', {}, (status) => status.paused.length === 1)).paused[0]?.failure.code).toMatch(
      /^(sign-in-method|oauth-needed)$/,
    );
    expect(server.count('MAIL') + server.count('AUTH')).toBe(0);
  });

  it('is told from one with it by the check', async () => {
    const host = await forThisTest(startMailHost());
    const { account, password } = relayAccount(host.ports.smtp, 'starttls');
    const engine = await forThisTest(startEngine());
    const report = await engine.settle(
      'accounts.check',
      { account, secret: { kind: 'typed', password: password ?? '' } },
      ({ isDone }) => isDone,
    );
    expect(report.stages.find(({ state }) => state === 'failed')).toMatchObject({
      id: 'sign-in',
      failure: { code: 'sign-in-not-offered' },
    });
  });
});

describe('a password', () => {
  it('is nowhere on the disk, in whatever form, whether it was accepted or not', async () => {
    const { server, engine, relay } = await started({ keywords: ['AUTH LOGIN'] });
    await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
    server.script((step) => (step === 'AUTH' ? '535 5.7.8 b3BlbiBzZXNhbWUgNDcxMQ== "open sesame 4711" is wrong' : undefined));
    engine.clock.skip(60_000);
    await send(engine, { account: relay.account });
    await engine.settle('status', {}, (status) => status.paused.length === 1);
    const files = readdirSync(engine.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      const content = readFileSync(join(parentPath, name), 'latin1');
      for (const form of ['open sesame', 'b3BlbiBzZXNhbWU', 'AG9wZW4gc2VzYW1l']) expect(content).not.toContain(form);
    }
  });
});

describe('a password that is not there', () => {
  it('pauses the account without a connection', async () => {
    const { server, engine, relay } = await started({});
    engine.setAccounts({ ...relay, password: null });
    await send(engine, { account: relay.account });
    expect((await engine.settle('status', {}, (status) => status.paused.length === 1)).paused[0]?.failure.code).toBe('secret-missing');
    expect(server.connections()).toBe(0);
  });
});

// A server that cannot be reached, or is none: what the outbox says of it, and that the letter waits there.
import { describe, expect, it } from 'vitest';
import type { Security } from '../../electron/contract/model/accounts';
import { isTemporary } from '../../electron/domain/smtp-failure';
import { startEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { relayAccount, send } from '../support/letters';
import { type OddKind, startOddServer } from '../support/odd-servers';
import { freePorts } from '../support/ports';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { toldEverywhere } from '../support/told';

const closedPort = async (): Promise<number> => (await freePorts(['closed'])).closed;

describe('a server that does not answer', () => {
  it('is named with its port when the port is closed, and the letter is tried again when the server is back', async () => {
    const port = await closedPort();
    const relay = relayAccount(port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account });
    const entry = await engine.settleMessage(id, 'deferred');
    const { item } = entry;
    expect(item.failure).toMatchObject({ code: 'connect-refused', port });
    const texts = toldEverywhere(entry, engine.clock.now());
    expect(texts.en).toMatch(/^Tried once\. Next try /);
    expect(texts.en).toContain(`Can’t reach 127.0.0.1:${port}: the connection was refused.`);
    for (const text of Object.values(texts)) expect(text).toContain(`127.0.0.1:${port}`);
    expect(item.nextTryAt).toBeGreaterThan(engine.clock.now());
    expect(item.nextTryAt).toBeLessThanOrEqual(engine.clock.now() + 15 * 60_000);
    const server = await forThisTest(startScriptedSmtp());
    engine.setAccounts({ ...relay, account: { ...relay.account, smtp: { ...relay.account.smtp, port: server.port } } });
    engine.clock.skip(15 * 60_000);
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it('is named when its name does not exist, and the letter waits', async () => {
    const relay = relayAccount(465);
    const nowhere = { ...relay, account: { ...relay.account, smtp: { ...relay.account.smtp, host: 'no-such-host.invalid' } } };
    const engine = await forThisTest(startEngine({ accounts: [nowhere] }));
    const entry = await engine.settleMessage(await send(engine, { account: nowhere.account }), 'deferred');
    expect(entry.item.failure).toMatchObject({ code: 'dns-failed', host: 'no-such-host.invalid' });
    const { en } = toldEverywhere(entry, engine.clock.now());
    expect(en).toMatch(/^Waiting for network since .+\. Next try /);
    expect(en).toContain('No server with the name no-such-host.invalid can be found.');
  });

  it('that hangs is given up when the patience with it is over, and the letter waits', async () => {
    const silent = await forThisTest(startOddServer('silent'));
    const relay = relayAccount(silent.port, 'starttls', { way: { proxy: null, ehloName: null, timeoutSeconds: 10 } });
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const entry = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
    expect(entry.item.failure).toMatchObject({ code: 'greeting-timeout', port: silent.port });
    expect(toldEverywhere(entry, engine.clock.now()).en).toContain(`127.0.0.1:${silent.port} accepts the connection but says nothing.`);
  });

  it('that hangs does not hold up the end of the program, nor a letter of another account', async () => {
    const silent = await forThisTest(startOddServer('silent'));
    const server = await forThisTest(startScriptedSmtp());
    const hanging = relayAccount(silent.port, 'starttls', { id: 'hanging' });
    const fine = relayAccount(server.port, 'tls', { id: 'fine' });
    const engine = await forThisTest(startEngine({ accounts: [hanging, fine] }));
    const stuck = await send(engine, { account: hanging.account });
    await engine.settleMessage(stuck, 'sending');
    const id = await send(engine, { account: fine.account });
    await engine.settleMessage(id, 'accepted');
    await engine.restart();
    expect((await engine.settle('outbox.entry', { id: stuck }, (entry) => entry !== null))?.item.state).toMatch(
      /^(queued|sending|deferred)$/,
    );
  });
});

describe('something that is no mail server', () => {
  const cases: readonly (readonly [OddKind, Security, RegExp])[] = [
    ['http', 'starttls', /^not-mail-server$/],
    ['http-first', 'starttls', /^not-mail-server$/],
    ['garbage', 'starttls', /^not-mail-server$/],
    ['hangs-up', 'starttls', /^(not-mail-server|connection-lost)$/],
    ['http', 'tls', /^not-mail-server$/],
    ['garbage', 'tls', /^(not-mail-server|encryption-failed)$/],
  ];

  it.each(cases)('(%s, asked for %s) never hears the password, and the letter waits', async (kind, security, code) => {
    const server = await forThisTest(startOddServer(kind));
    const relay = relayAccount(server.port, security);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account });
    const entry = await engine.settle(
      'outbox.entry',
      { id },
      (value) => value !== null && value.item.failure !== null && value.item.state !== 'sending',
    );
    const failure = entry?.item.failure ?? { code: 'internal' };
    expect(failure.code).toMatch(code);
    if (entry === null) throw new Error('the letter is gone');
    const { en } = toldEverywhere(entry, engine.clock.now());
    if (failure.code === 'not-mail-server') expect(en).toMatch(/is not a mail server, or it is the wrong port or security\./);
    expect(en).toContain(`:${server.port}`);
    expect(entry?.item.state).toBe(isTemporary(failure) ? 'deferred' : 'queued');
    const { paused } = await engine.settle('status', {}, () => true);
    expect(paused).toHaveLength(isTemporary(failure) ? 0 : 1);
    expect(server.heard().toString()).not.toMatch(/AUTH|4711/);
  });
});

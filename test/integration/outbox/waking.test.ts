// Away and back: without a network nothing is tried, and when it is there again, or the computer wakes, mail moves at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startEngine } from '../../support/engine';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { type ForkedEngine, forkEngine } from '../../support/forked-engine';
import { relayAccount, send } from '../../support/letters';
import { events, farCertificate, farDesk, farName, relayDesk, status } from '../../support/outbox';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { temporaryRoot } from '../../support/temporary-root';
import { until } from '../../support/until';

/** ms in which mail has to move. */
const soon = 2_000;
const hangs = { answer: (step: string) => (step === 'DATA' ? ({ do: 'say-nothing' } as const) : undefined) };

describe('without a network', () => {
  it('nothing is tried however long it lasts, and everything moves within two seconds when it is back', async () => {
    const { engine, account, server } = await farDesk();
    engine.setOnline(false);
    const ids = [await send(engine, { account, subject: 'one' }), await send(engine, { account, subject: 'two' })];
    engine.clock.skip(24 * 3_600_000);
    engine.resumed();
    await status(engine, ({ waiting, isOnline }) => waiting === 2 && !isOnline);
    expect(server.connections()).toBe(0);
    const back = performance.now();
    engine.setOnline(true);
    await server.waitForMessages(2);
    expect(performance.now() - back).toBeLessThan(soon);
    for (const id of ids) expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'attempt', 'dot', 'accepted']);
  });

  it('this computer’s own servers are there all the same', async () => {
    const { engine, account } = await relayDesk();
    engine.setOnline(false);
    await engine.settleMessage(await send(engine, { account }), 'accepted');
    for (const host of ['localhost', 'mail.localhost']) {
      const local = { ...account, id: host, smtp: { ...account.smtp, host } };
      engine.setAccounts({ account: local, password: 'open sesame 4711' });
      const id = await send(engine, { account: local });
      expect((await engine.settleMessage(id, 'accepted', 'deferred', 'sending')).item.failure?.code).not.toBe('offline');
    }
  });
});

describe('when the computer wakes', () => {
  it('what hung on a dead line begins anew within two seconds, and arrives once', async () => {
    const { engine, account, server } = await farDesk(hangs);
    const id = await send(engine, { account });
    await server.waitForCommands('DATA', 1);
    server.script(undefined);
    engine.clock.skip(60_000);
    const woken = performance.now();
    engine.resumed();
    await server.waitForMessages(1);
    expect(performance.now() - woken).toBeLessThan(soon);
    expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'attempt', 'deferred', 'attempt', 'dot', 'accepted']);
    expect(server.received).toHaveLength(1);
  });

  it('what the server had put off because the line was bad goes within two seconds', async () => {
    const { engine, account, server } = await farDesk({
      answer: (step) => (step === 'greeting' ? { do: 'cut', how: 'reset' } : undefined),
    });
    const id = await send(engine, { account });
    await engine.settleMessage(id, 'deferred');
    server.script(undefined);
    const woken = performance.now();
    engine.resumed();
    await server.waitForMessages(1);
    expect(performance.now() - woken).toBeLessThan(soon);
    await engine.settleMessage(id, 'accepted');
  });
});

describe('an engine process that stood still in the midst of a send', () => {
  let built: BuiltEngine;
  beforeAll(async () => {
    built = await buildEngine();
  });
  afterAll(() => built.stop());

  it('sends the letter within two seconds after it goes on, once', async () => {
    const server = await forThisTest(startScriptedSmtp({ certificate: await farCertificate(), ...hangs }));
    const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
    const { account: near, password } = relayAccount(server.port);
    const account = { ...near, smtp: { ...near.smtp, host: farName } };
    const engine: ForkedEngine = await forkEngine({
      profile,
      accounts: [account],
      passwords: { relay: password ?? '' },
      script: built.script,
    });
    onTestFinished(async () => {
      engine.child.kill('SIGCONT');
      await engine.kill();
      rmSync(profile, { recursive: true, force: true });
    });
    const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    if (!draft.ok) throw new Error(draft.failure.code);
    const to = [{ kind: 'good' as const, name: '', address: 'bob@example.test' }];
    await engine.call('drafts.save', { draftId: draft.value.id, revision: 5, content: { ...draft.value.content, to } });
    const sent = await engine.call('outbox.enqueue', { draftId: draft.value.id, revision: 5 });
    expect(sent.ok).toBe(true);
    await server.waitForCommands('DATA', 1);
    engine.child.kill('SIGSTOP');
    server.script(undefined);
    engine.child.kill('SIGCONT');
    const woken = performance.now();
    engine.child.send({ kind: 'resumed' });
    await server.waitForMessages(1);
    expect(performance.now() - woken).toBeLessThan(soon);
    let waiting: number | null = null;
    engine.watch('status', {}, (result) => {
      if (result.ok) waiting = result.value.waiting + result.value.sending + result.value.needsYou;
    });
    await until(() => waiting === 0);
    expect(server.received).toHaveLength(1);
  });
});

describe('when the account gets another server', () => {
  it('what hangs on the old one goes over the new one at once, and arrives once', async () => {
    const [old, fresh] = [await forThisTest(startScriptedSmtp(hangs)), await forThisTest(startScriptedSmtp())];
    const { account, password } = relayAccount(old.port);
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const id = await send(engine, { account });
    await old.waitForCommands('DATA', 1);
    engine.setAccounts({ account: { ...account, smtp: { ...account.smtp, port: fresh.port } }, password });
    await fresh.waitForMessages(1);
    expect(events(await engine.settleMessage(id, 'accepted'))).toEqual(['frozen', 'attempt', 'deferred', 'attempt', 'dot', 'accepted']);
    expect([old.received.length, fresh.received.length]).toEqual([0, 1]);
  });
});

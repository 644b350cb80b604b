// Rows of the fault matrix by what a person reads of them, in three languages, and what the servers got.
import { describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { OutboxEntry } from '../../electron/contract/model/outbox';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { startHangingPort } from '../support/hanging-port';
import { relayAccount, send } from '../support/letters';
import { farDesk, relayDesk, status } from '../support/outbox';
import { startScriptedImap } from '../support/scripted-imap';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { toldEverywhere } from '../support/told';
import { until } from '../support/until';

const text = (engine: TestEngine, entry: OutboxEntry) => toldEverywhere(entry, engine.clock.now());

describe('without a network', () => {
  it('the person reads that the letter waits for it, and nothing is tried', async () => {
    const { engine, account, server } = await farDesk();
    engine.setOnline(false);
    const entry = await engine.settleMessage(await send(engine, { account }), 'queued');
    const { en, sv, da } = text(engine, entry);
    expect(en).toMatch(/^Waiting for network since .+\./);
    expect(sv).toMatch(/^Väntar på nätet sedan/);
    expect(da).toMatch(/^Har ventet på netværket siden/);
    expect([entry.item.failure?.code, server.connections()]).toEqual(['offline', 0]);
    engine.setOnline(true);
    await server.waitForMessages(1);
  });
});

describe('a port from which nothing comes back', () => {
  it('is named with its host, and the letter waits for another try', async () => {
    const hanging = await forThisTest(startHangingPort());
    const { account, password } = relayAccount(hanging.port, 'tls', { way: { proxy: null, ehloName: null, timeoutSeconds: 10 } });
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const entry = await engine.settleMessage(await send(engine, { account }), 'deferred');
    expect(entry.item.failure).toMatchObject({ code: 'connect-timeout', port: hanging.port });
    const texts = text(engine, entry);
    for (const one of Object.values(texts)) expect(one).toContain(`127.0.0.1:${hanging.port}`);
    expect(texts.en).toMatch(/^Tried once\. Next try /);
    expect(entry.item.nextTryAt).toBeGreaterThan(engine.clock.now());
  }, 40_000);
});

describe('a vault that does not give the password', () => {
  it('means that it is asked for again; the letter stays, and goes once it is there', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const { account, password } = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [{ account, password: null }] }));
    const id = await send(engine, { account });
    await status(engine, ({ paused }) => paused.length === 1);
    const entry = await engine.settleMessage(id, 'queued');
    expect(entry.item.failure?.code).toBe('secret-missing');
    const { en } = text(engine, entry);
    expect(en).toMatch(/password/i);
    expect([server.count('AUTH'), server.received.length, engine.notices.map(({ kind }) => kind)]).toEqual([0, 0, ['paused']]);
    engine.setAccounts({ account, password });
    await engine.call('accounts.resume', { accountId: account.id });
    await engine.settleMessage(id, 'accepted');
    expect(server.received).toHaveLength(1);
  });
});

describe('a copy for Sent that the mailbox does not take, once the letter has left', () => {
  async function desk(answer: (verb: string) => string | undefined) {
    const [smtp, imap] = [await forThisTest(startScriptedSmtp()), await forThisTest(startScriptedImap({ folders: { Sent: '\\Sent' } }))];
    imap.script(answer);
    const { account: relay, password } = relayAccount(smtp.port);
    const account: Account = {
      ...relay,
      imap: { host: '127.0.0.1', port: imap.port, security: 'tls', user: relay.address },
      sentPolicy: 'append',
    };
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const id = await send(engine, { account });
    const failing = await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'failing');
    if (failing === null) throw new Error('the message is gone');
    return { smtp, imap, engine, id, failing };
  }
  /** The letter went once, and only once, whatever became of its copy. */
  const staysSent = async ({ smtp, engine }: Awaited<ReturnType<typeof desk>>): Promise<void> => {
    for (let hour = 0; hour < 5; hour += 1) engine.clock.skip(3_600_000);
    await status(engine, ({ sending, waiting }) => sending + waiting === 0);
    expect([smtp.received.length, smtp.count('DATA')]).toEqual([1, 1]);
  };

  it('because it refuses the sign-in: the copy alone is tried again, and is there once', async () => {
    const here = await desk((verb) => (/^(LOGIN|AUTHENTICATE)$/.test(verb) ? 'NO [AUTHENTICATIONFAILED] wrong password' : undefined));
    const { engine, imap, id, failing } = here;
    expect(failing.item).toMatchObject({ state: 'accepted', copyFailure: { code: 'imap-sign-in-refused' } });
    const { en, sv, da } = text(engine, failing);
    expect(en).toMatch(/^Sent\. Copy not saved yet\./);
    expect(sv).toMatch(/^Skickat\./);
    expect(da).toMatch(/^Sendt\./);
    await staysSent(here);
    imap.script(undefined);
    await engine.call('outbox.retryCopy', { id });
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
    expect(imap.appended).toHaveLength(1);
    await staysSent(here);
  });

  it('because it is too large for it: that is said, the letter stays readable here, and is not sent again', async () => {
    const here = await desk((verb) => (verb === 'APPEND' ? 'NO [TOOBIG] message exceeds the limit' : undefined));
    const { engine, imap, id, failing } = here;
    expect(failing.item).toMatchObject({ state: 'accepted', copyFailure: { code: 'append-too-large' } });
    const { en } = text(engine, failing);
    expect(en).toMatch(/^Sent\. Copy not saved yet\.\nThe server takes no copy of this size\./);
    expect(en).not.toMatch(/shrink/); // the letter has left as it is
    await staysSent(here);
    const opened = await engine.call('messages.open', { ref: { kind: 'local', id } });
    expect(opened.to).toMatchObject([{ address: 'bob@example.test' }]);
    expect(imap.appended).toEqual([]);
    imap.script(undefined);
    await engine.call('outbox.retryCopy', { id });
    await until(() => imap.appended.length === 1);
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
    await staysSent(here);
  });
});

describe('a relay that is denied', () => {
  it('is told as such, with what to do', async () => {
    const { engine, account, server } = await relayDesk({
      answer: (step) => (step === 'RCPT' ? '554 5.7.1 <bob@example.test>: Relay access denied' : undefined),
    });
    const entry = await engine.settleMessage(await send(engine, { account }), 'failed');
    expect(entry.item.failure?.code).toBe('relay-denied');
    for (const one of Object.values(text(engine, entry))) expect(one).toContain('Relay access denied');
    expect(server.received).toEqual([]);
  });
});

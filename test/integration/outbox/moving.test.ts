// Moving what waits to another account: it leaves from there under another Message-ID, once, with its time and its files.
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { fileOf, relayAccount, send } from '../../support/letters';
import { parse } from '../../support/message';
import { events, listed, status } from '../../support/outbox';
import { type SmtpScript, startScriptedSmtp } from '../../support/scripted-smtp';

const hour = 3_600_000;
const zone = 'Europe/Stockholm';

/** Two accounts on two servers. */
async function twoAccounts(script: SmtpScript = {}, workScript: SmtpScript = {}) {
  const servers = [await forThisTest(startScriptedSmtp(script)), await forThisTest(startScriptedSmtp(workScript))] as const;
  const alice = relayAccount(servers[0].port, 'tls', { id: 'alice' });
  const work = relayAccount(servers[1].port, 'tls', { id: 'work', address: 'alice@work.test', name: 'Alice at work' });
  const engine = await forThisTest(startEngine({ accounts: [alice, work] }));
  return { engine, alice, work, first: servers[0], second: servers[1] };
}

/** The message that stands in the outbox alone. */
const theOne = async (engine: Awaited<ReturnType<typeof twoAccounts>>['engine'], not: string) =>
  (await listed(engine, (items) => items.length === 1 && items[0]?.id !== not))[0];

describe('moving a message to another account', () => {
  it('sends it from there with everything that was in it, under another Message-ID, and ends the old one', async () => {
    const { engine, alice, work, first, second } = await twoAccounts({ answer: (step) => (step === 'RCPT' ? '550 5.1.1 no' : undefined) });
    const id = await send(engine, {
      account: alice.account,
      to: 'Bob <bob@example.test>',
      bcc: 'carol@example.test',
      subject: 'Moved',
      attach: [fileOf('list.txt', 'one\r\ntwo\r\n')],
    });
    const before = await engine.settleMessage(id, 'failed');
    expect(before.item.canMove).toBe(true);
    await engine.call('outbox.move', { ids: [id], accountId: work.account.id });
    const old = await engine.settleMessage(id, 'cancelled');
    expect(events(old).at(-1)).toBe('moved');
    await second.waitForMessages(1);
    const received = second.received[0];
    expect(received).toMatchObject({ from: 'alice@work.test', to: ['bob@example.test', 'carol@example.test'] });
    const letter = await parse(received?.raw);
    expect(letter).toMatchObject({ subject: 'Moved', from: { name: 'Alice at work', address: 'alice@work.test' } });
    expect(Buffer.from(letter.attachments[0]?.content ?? []).toString()).toBe('one\r\ntwo\r\n');
    expect(letter.messageId).toMatch(/@work\.test>$/);
    expect(letter.messageId).not.toBe(before.messageId);
    expect(received?.raw.toString()).not.toContain('carol');
    expect(first.received).toEqual([]);
    expect(await status(engine, ({ sending }) => sending === 0)).toMatchObject({ needsYou: 0, waiting: 0 });
  });

  it('keeps its time, its undo time, and that it is kept', async () => {
    const { engine, alice, work, second } = await twoAccounts();
    const at = engine.clock.now() + hour;
    const { account } = alice;
    const scheduled = await send(engine, { account }, { kind: 'at', at, zone });
    await engine.call('outbox.move', { ids: [scheduled], accountId: work.account.id });
    const moved = await theOne(engine, scheduled);
    expect(moved).toMatchObject({ accountId: 'work', from: 'alice@work.test', state: 'scheduled', nextTryAt: at, zone });
    await engine.call('outbox.keep', { ids: [moved?.id ?? ''] });
    await engine.call('outbox.move', { ids: [moved?.id ?? ''], accountId: account.id });
    expect(await theOne(engine, moved?.id ?? '')).toMatchObject({ accountId: 'alice', state: 'kept', zone, failure: null });
    const held = await send(engine, { account, subject: 'held' }, { kind: 'undo', ms: 30_000 });
    await engine.call('outbox.move', { ids: [held], accountId: work.account.id });
    const inHold = (await listed(engine, (items) => items.some(({ state }) => state === 'held'))).find(({ state }) => state === 'held');
    expect(inHold?.accountId).toBe('work');
    expect(second.connections()).toBe(0);
    engine.clock.skip(30_000);
    await engine.settleMessage(inHold?.id ?? '', 'accepted');
    expect(second.received).toHaveLength(1);
  });

  it('helps what was kept because its account is gone', async () => {
    const { engine, alice, work, second } = await twoAccounts();
    const at = engine.clock.now() + hour;
    const id = await send(engine, { account: alice.account }, { kind: 'at', at, zone });
    engine.setAccounts(work);
    await engine.settleMessage(id, 'kept');
    await engine.call('outbox.move', { ids: [id], accountId: work.account.id });
    const moved = await theOne(engine, id);
    expect(moved).toMatchObject({ state: 'kept', failure: null });
    await engine.call('outbox.retry', { ids: [moved?.id ?? ''] });
    await second.waitForMessages(1);
  });

  it('is refused where the other server is known to take less, and the message stays as it was', async () => {
    const limit = 100_000;
    const { engine, alice, work, first, second } = await twoAccounts(
      {},
      { keywords: ['AUTH PLAIN LOGIN', '8BITMIME', 'SMTPUTF8', `SIZE ${limit}`] },
    );
    await engine.settleMessage(await send(engine, { account: work.account }), 'accepted');
    const at = engine.clock.now() + hour;
    const attach = [fileOf('film.mov', Buffer.alloc(200_000, 7))];
    const id = await send(engine, { account: alice.account, attach }, { kind: 'at', at, zone });
    expect(await engine.ask('outbox.move', { ids: [id], accountId: work.account.id })).toMatchObject({
      ok: false,
      failure: { code: 'message-too-large', name: 'film.mov', limit },
    });
    expect(await engine.settleMessage(id, 'scheduled')).toMatchObject({ item: { accountId: 'alice', nextTryAt: at } });
    expect(second.received).toHaveLength(1);
    expect(first.connections()).toBe(0);
  });

  it('calls off what is being sent, up to its final dot', async () => {
    const { engine, alice, work, first, second } = await twoAccounts({
      answer: (step) => (step === 'DATA' ? { do: 'say-nothing' } : undefined),
    });
    const id = await send(engine, { account: alice.account });
    await first.waitForCommands('DATA', 1);
    expect((await engine.settleMessage(id, 'sending')).item.canMove).toBe(true);
    await engine.call('outbox.move', { ids: [id], accountId: work.account.id });
    await second.waitForMessages(1);
    expect(first.received).toEqual([]);
  });

  it('is refused as soon as somebody has it or may have it', async () => {
    const { engine, alice, work, first, second } = await twoAccounts({
      answer: (step, line) => (step === 'RCPT' && line.includes('bob') ? '550 5.1.1 no' : undefined),
      keepsUnanswered: true,
    });
    const accountId = work.account.id;
    const partly = await send(engine, { account: alice.account, to: 'bob@example.test, carol@example.test' });
    expect((await engine.settleMessage(partly, 'partly')).item.canMove).toBe(false);
    first.script((step) => (step === 'message' ? { do: 'say-nothing' } : undefined));
    const dotted = await send(engine, { account: alice.account });
    await first.waitForMessages(2);
    expect((await engine.settleMessage(dotted, 'sending')).item.canMove).toBe(false);
    for (const id of [partly, dotted])
      expect(await engine.ask('outbox.move', { ids: [id], accountId })).toMatchObject({ ok: false, failure: { code: 'not-possible-now' } });
    await first.stop();
    expect((await engine.settleMessage(dotted, 'uncertain')).item.canMove).toBe(false);
    expect(await engine.ask('outbox.move', { ids: [dotted], accountId })).toMatchObject({ failure: { code: 'not-possible-now' } });
    expect(await engine.ask('outbox.move', { ids: [dotted], accountId: 'gone' })).toMatchObject({ failure: { code: 'account-missing' } });
    expect(await engine.ask('outbox.move', { ids: ['gone'], accountId })).toMatchObject({ failure: { code: 'not-found' } });
    expect(second.connections()).toBe(0);
  });
});

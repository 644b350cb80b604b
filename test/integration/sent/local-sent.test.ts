// What was sent from accounts without a Sent folder: kept here, listed and opened as any other; and the practice mailbox beside it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { fileOf, relayAccount, send } from '../../support/letters';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';

let server: ScriptedSmtp;
beforeEach(async () => {
  server = await startScriptedSmtp();
});
afterEach(() => server.stop());
const practiceAccount = () => {
  const known = relayAccount(465);
  return { account: { ...known.account, id: 'practice', provider: 'practice' as const }, password: null };
};

describe('the local Sent list', () => {
  it('shows what the server has accepted, the newest first, and nothing else', async () => {
    const known = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    const list = { accountId: known.account.id, offset: 0, limit: 50 };
    await engine.settle('sent.page', list, ({ state, total }) => state === 'ready' && total === 0);
    await engine.settleMessage(
      await send(engine, { account: known.account, subject: 'one', to: 'Bo <bob@example.test>', bcc: 'eve@example.test' }),
      'accepted',
    );
    await engine.settleMessage(
      await send(engine, { account: known.account, subject: 'two', attach: [fileOf('a.txt', 'hej')] }),
      'accepted',
    );
    server.script((step) => (step === 'RCPT' ? '550 5.1.1 nobody' : undefined));
    await engine.settleMessage(await send(engine, { account: known.account, subject: 'refused' }), 'failed');
    const { items, total, folder } = await engine.settle('sent.page', list, ({ total }) => total === 2);
    expect({ total, folder }).toEqual({ total: 2, folder: null });
    expect(items.map(({ subject, to, hasAttachments }) => [subject, to, hasAttachments])).toEqual([
      ['two', ['bob@example.test'], true],
      ['one', ['Bo'], false],
    ]);
    const second = await engine.settle('sent.page', { ...list, offset: 1, limit: 1 }, ({ state }) => state === 'ready');
    expect(second.items.map(({ subject }) => subject)).toEqual(['one']);
  });

  it('opens a message as it was sent, with Bcc, its file and its envelope', async () => {
    const known = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7) % 256));
    const id = await send(engine, {
      account: known.account,
      subject: 'Hej',
      bcc: 'eve@example.test',
      html: '<p>Hej <b>Bo</b></p>',
      attach: [fileOf('data.bin', bytes)],
    });
    await engine.settleMessage(id, 'accepted');
    const ref = { kind: 'local' as const, id };
    const opened = await engine.call('messages.open', { ref });
    expect(opened).toMatchObject({
      subject: 'Hej',
      bcc: [{ address: 'eve@example.test' }],
      envelope: { from: 'alice@example.test', to: ['bob@example.test', 'eve@example.test'] },
    });
    expect(opened.html).toContain('<b>Bo</b>');
    expect(opened.source).toMatch(/^Bcc:/);
    const saved = await engine.call('messages.attachment', { ref, index: opened.attachments.findIndex(({ name }) => name === 'data.bin') });
    expect(Buffer.from(saved.bytes).equals(bytes)).toBe(true);
    expect(server.received[0]?.raw.toString()).not.toMatch(/^Bcc:/im);
  });

  it('lets a sent message be written again: to the same people, with its file, its sender and its formatting, on no thread', async () => {
    const known = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    const id = await send(engine, {
      account: known.account,
      subject: 'Dues',
      to: 'Bo <bob@example.test>',
      bcc: 'eve@example.test',
      html: '<p>Hej <b>Bo</b></p>',
      attach: [fileOf('a.txt', 'content')],
    });
    await engine.settleMessage(id, 'accepted');
    const draft = await engine.call('drafts.create', { accountId: null, start: { kind: 'again', ref: { kind: 'local', id } } });
    expect(draft.content).toMatchObject({
      accountId: known.account.id,
      subject: 'Dues',
      to: [{ name: 'Bo', address: 'bob@example.test' }],
      bcc: [{ address: 'eve@example.test' }],
      html: '<p>Hej <b>Bo</b></p>',
      inReplyTo: null,
      references: [],
    });
    expect(draft.attachments.map(({ name, size }) => [name, size])).toEqual([['a.txt', 7]]);
    // What was sent stays as it is, and the new letter goes on its own.
    const { id: second } = await engine.call('outbox.enqueue', { draftId: draft.id, revision: draft.revision });
    await engine.settleMessage(second, 'accepted');
    expect(server.received).toHaveLength(2);
    const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('lets a sent message be forwarded with its file', async () => {
    const known = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    const id = await send(engine, { account: known.account, subject: 'Hej', attach: [fileOf('a.txt', 'content')] });
    await engine.settleMessage(id, 'accepted');
    const draft = await engine.call('drafts.create', {
      accountId: null,
      start: { kind: 'forward', ref: { kind: 'local', id }, intro: 'See this' },
    });
    expect(draft.attachments.map(({ name, size }) => [name, size])).toEqual([['a.txt', 7]]);
    expect(draft.content.accountId).toBe(known.account.id);
  });
});

describe('practice', () => {
  it('sends to the mailbox on this computer: caught as it was sent, and kept in Sent', async () => {
    const known = practiceAccount();
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    const id = await send(engine, {
      account: known.account,
      subject: 'Övning',
      to: 'Bo <bob@example.test>',
      bcc: 'eve@example.test',
      attach: [fileOf('a.txt', 'hej')],
    });
    await engine.settleMessage(id, 'accepted');
    const caught = await engine.settle('practice.page', { offset: 0, limit: 10 }, ({ total }) => total === 1);
    expect(caught.items[0]).toMatchObject({ subject: 'Övning', to: ['Bo'], hasAttachments: true });
    const ref = caught.items[0]?.ref;
    if (ref === undefined) throw new Error('nothing was caught');
    const received = await engine.call('messages.open', { ref });
    expect(received).toMatchObject({
      bcc: [],
      envelope: { from: 'alice@example.test', to: ['bob@example.test', 'eve@example.test'] },
      attachments: [{ name: 'a.txt', size: 3 }],
    });
    const sent = await engine.settle('sent.page', { accountId: known.account.id, offset: 0, limit: 10 }, ({ total }) => total === 1);
    const kept = await engine.call('messages.open', { ref: sent.items[0]?.ref ?? ref });
    expect(kept.bcc).toEqual([{ name: '', address: 'eve@example.test' }]);
    expect(kept.source.replace(/^Bcc:.*\r\n/, '')).toBe(received.source);
    await engine.call('practice.clear', {});
    await engine.settle('practice.page', { offset: 0, limit: 10 }, ({ total }) => total === 0);
  });

  it('is still there after a restart', async () => {
    const known = practiceAccount();
    const engine = await forThisTest(startEngine({ accounts: [known] }));
    await engine.settleMessage(await send(engine, { account: known.account }), 'accepted');
    await engine.restart();
    await engine.settle('practice.page', { offset: 0, limit: 10 }, ({ total }) => total === 1);
    await engine.settleMessage(await send(engine, { account: known.account }), 'accepted');
    await engine.settle('practice.page', { offset: 0, limit: 10 }, ({ total }) => total === 2);
  });
});

// What a person (or somebody who wants to trick them) can put into a letter that must not go out as it is.
import { existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftContent, Recipient } from '../../electron/contract/model/drafts';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { accountFor, fileOf, relayAccount, send, trySend, write } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { headerLines, parse, unfolded } from '../support/message';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { toldEverywhere } from '../support/told';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost({ limits: { size: 25_000_000 } });
});
afterAll(() => host.stop());

/** An engine on a server that takes everything: what must not go out would be seen there. */
async function withTakingServer() {
  const server = await forThisTest(startScriptedSmtp());
  const relay = relayAccount(server.port);
  const engine = await forThisTest(startEngine({ accounts: [relay] }));
  return { server, engine, account: relay.account };
}

async function draftIsThere(engine: TestEngine, draftId: string): Promise<DraftContent> {
  return (await engine.call('drafts.open', { draftId })).content;
}

const chip = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });

describe('an address that would reach somebody else', () => {
  const tricks = [
    'bob@example.test\r\nBcc: eve@example.test',
    'bob@example.test\r\nRCPT TO:<eve@example.test>',
    'bob@example.test\n',
    'bob@example.test>,<eve@example.test',
    'bob@example.test>, <eve@example.test',
    '<bob@example.test',
    'bob@example.test,eve@example.test',
    'bob@example.test eve@example.test',
    'bob\0@example.test',
    '"a@b"@example.test@eve.test',
  ];

  it.each(tricks)('turns red as a chip, or is read as the two people it names: %j', async (text) => {
    const { engine } = await withTakingServer();
    const chips = await engine.call('addresses.parse', { text });
    for (const one of chips) if (one.kind === 'good') expect(one.address).toMatch(/^[a-z]+@example\.test$/);
  });

  it.each(tricks)('is refused at Send even when it comes as a good chip, and the draft stays: %j', async (address) => {
    const { server, engine, account } = await withTakingServer();
    for (const field of ['to', 'cc', 'bcc'] as const) {
      const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
      const content = { ...draft.content, to: [chip('carol@example.test')], [field]: [chip(address)], subject: 'Mine' };
      const saved = await engine.ask('drafts.save', { draftId: draft.id, revision: 1, content });
      const sent = await engine.ask('outbox.enqueue', { draftId: draft.id, revision: saved.ok ? saved.value.revision : 0 });
      expect(sent.ok).toBe(false);
      if (!sent.ok) expect(sent.failure.code).toMatch(saved.ok ? /^address-invalid$/ : /^(address-invalid|no-recipient)$/);
      expect((await draftIsThere(engine, draft.id)).accountId).toBe(account.id);
    }
    expect(server.commands).toEqual([]);
  });

  it('cannot hide in a name', async () => {
    const { server, engine, account } = await withTakingServer();
    const names = [
      'Bob" <eve@example.test>, "',
      'Bob <eve@example.test>',
      'eve@example.test',
      '=?utf-8?Q?=3Ceve=40example=2Etest=3E?=',
      'a'.repeat(900),
    ];
    const addresses = ['bob', 'carol', 'doris', 'emil', 'frieda'].map((name) => `${name}@example.test`);
    const id = await send(engine, { account, changes: { to: names.map((name, n) => chip(addresses[n] ?? '', name)) } });
    await engine.settleMessage(id, 'accepted');
    expect(server.received[0]?.to).toEqual(addresses);
    const letter = await parse(server.received[0]?.raw);
    expect(letter.to?.map(({ address }) => address)).toEqual(addresses);
    expect(Math.max(...headerLines(server.received[0]?.raw).map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('cannot hide in the name of the account or the thread', async () => {
    const { server, engine, account } = await withTakingServer();
    engine.setAccounts({ account: { ...account, name: 'Alice" <eve@example.test>, "x' }, password: 'open sesame 4711' });
    const id = await send(engine, { account, changes: { inReplyTo: '<a@b> evil', references: ['<a@b>', 'x'.repeat(990)] } });
    await engine.settleMessage(id, 'accepted');
    expect((await parse(server.received[0]?.raw)).from?.address).toBe('alice@example.test');
    expect(Math.max(...headerLines(server.received[0]?.raw).map((line) => line.length))).toBeLessThanOrEqual(998);
  });
});

describe('a subject', () => {
  it.each([
    ['of 5,000 letters without a space', 'x'.repeat(5000)],
    ['of 5,000 letters with spaces', 'hello there '.repeat(417).trim()],
    ['of 5,000 letters outside ASCII', 'åäö'.repeat(1666)],
    ['of emoji', '🕊️👩‍👩‍👧‍👦🇸🇪 '.repeat(60).trim()],
    ['that looks encoded', '=?utf-8?Q?trick?= and =?bogus'],
  ])('%s arrives unchanged, in lines that every server takes', async (_title, subject) => {
    const { server, engine, account } = await withTakingServer();
    const id = await send(engine, { account, subject, html: '<p>As I said: it is the subject that is odd, not this.</p>' });
    await engine.settleMessage(id, 'accepted');
    const raw = server.received[0]?.raw;
    expect((await parse(raw)).subject).toBe(subject);
    expect(Math.max(...headerLines(raw).map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(headerLines(raw).join('')).toMatch(/^[\x20-\x7e\t]*$/);
  });

  it('cannot add a header', async () => {
    const { server, engine, account } = await withTakingServer();
    const draft = await write(engine, { account });
    const { content } = await engine.call('drafts.open', { draftId: draft.draftId });
    const saved = await engine.ask('drafts.save', {
      draftId: draft.draftId,
      revision: draft.revision + 1,
      content: { ...content, subject: 'Hi\r\nBcc: eve@example.test\r\n\r\nbody' },
    });
    const sent = await engine.ask('outbox.enqueue', { draftId: draft.draftId, revision: saved.ok ? saved.value.revision : draft.revision });
    if (!sent.ok) return expect(server.commands).toEqual([]);
    await engine.settleMessage(sent.value.id, 'accepted');
    expect(unfolded(server.received[0]?.raw).some((line) => /^bcc:/i.test(line))).toBe(false);
    expect(server.received[0]?.to).toEqual(['bob@example.test']);
  });
});

describe('a letter with nobody to go to', () => {
  it.each(['', 'bob', '@example.test', 'bob@'])('stays a draft: %j', async (to) => {
    const { server, engine, account } = await withTakingServer();
    const draft = await write(engine, { account, to, subject: 'Mine' });
    const answer = await engine.ask('outbox.enqueue', draft);
    expect(answer).toMatchObject({ ok: false, failure: { code: to === '' ? 'no-recipient' : 'address-invalid' } });
    expect((await draftIsThere(engine, draft.draftId)).subject).toBe('Mine');
    expect(server.commands).toEqual([]);
  });

  it('stays a draft when its account is gone', async () => {
    const { engine, account } = await withTakingServer();
    const draft = await write(engine, { account });
    engine.setAccounts();
    expect(await engine.ask('outbox.enqueue', draft)).toMatchObject({ ok: false, failure: { code: 'account-missing' } });
    await draftIsThere(engine, draft.draftId);
  });
});

describe('an attachment', () => {
  it('that is a folder is refused by name', async () => {
    const { engine, account } = await withTakingServer();
    const file = fileOf('inside.txt', 'x');
    const folder = join(file, '..', 'Holiday pictures');
    mkdirSync(folder);
    const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    expect(await engine.ask('drafts.attachFile', { draftId: draft.id, path: folder, isInline: false })).toMatchObject({
      ok: false,
      failure: { code: 'attachment-is-folder', name: 'Holiday pictures' },
    });
    expect((await engine.call('drafts.open', { draftId: draft.id })).attachments).toEqual([]);
  });

  it('that does not exist is refused by name', async () => {
    const { engine, account } = await withTakingServer();
    const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    const answer = await engine.ask('drafts.attachFile', { draftId: draft.id, path: '/nowhere/at/all.txt', isInline: false });
    expect(answer).toMatchObject({ ok: false, failure: { name: 'all.txt' } });
    expect(JSON.stringify(answer)).not.toContain('/nowhere');
  });

  it('that is deleted or changed after it was attached goes out as it was', async () => {
    const { server, engine, account } = await withTakingServer();
    const [gone, changed] = [fileOf('gone.txt', 'as it was'), fileOf('changed.txt', 'as it was')];
    const draft = await write(engine, { account, attach: [gone, changed] });
    rmSync(gone);
    truncateSync(changed, 2);
    expect(existsSync(gone)).toBe(false);
    const { id } = await engine.call('outbox.enqueue', draft);
    await engine.settleMessage(id, 'accepted');
    const { attachments } = await parse(server.received[0]?.raw);
    expect(attachments.map(({ content }) => Buffer.from(content).toString())).toEqual(['as it was', 'as it was']);
  });

  it('of 30 MB is refused before the upload where the server takes 25 MB, and the largest file is named', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const limited = { ...account, smtp: { ...account.smtp, port: host.ports.limited } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: limited, password }] }));
    const asked = host.policy.asked.length;
    const answer = await trySend(engine, {
      account: limited,
      attach: [fileOf('small.txt', 'x'), fileOf('film.mov', Buffer.alloc(30_000_000, 7))],
    });
    if (!answer.ok) return expect(answer.failure).toMatchObject({ code: 'message-too-large', name: 'film.mov', limit: 25_000_000 });
    const entry = await engine.settleMessage(answer.value.id, 'failed');
    const { item } = entry;
    expect(toldEverywhere(entry, engine.clock.now()).en).toMatch(
      /The message is too large: .+ MB, and the server takes 25 MB\. The largest file is film\.mov\. Nothing was sent\./,
    );
    expect(item.failure).toMatchObject({ code: 'message-too-large', name: 'film.mov', limit: 25_000_000, size: item.size });
    expect(host.policy.asked.slice(asked).filter(({ stage }) => stage === 'END-OF-MESSAGE')).toEqual([]);
    expect(host.mailbox('bob@example.test').messages()).toEqual([]);
    const { draftId } = await engine.call('outbox.edit', { id: item.id });
    expect((await engine.call('drafts.open', { draftId })).attachments.map(({ name }) => name)).toEqual(['small.txt', 'film.mov']);
  });
});

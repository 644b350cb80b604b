// Whom one writes to: learned from what was sent and from the Sent folder, on real servers; put down, grouped and found again.
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../electron/contract/model/people';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountOf } from '../../support/imap-account';
import { accountFor, relayAccount, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { startScriptedSmtp } from '../../support/scripted-smtp';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

const shown = (suggestions: readonly Suggestion[]): string[] =>
  suggestions.map((one) => (one.kind === 'group' ? `group ${one.name} (${one.members})` : `${one.name} <${one.address}>`));
const suggest = async (engine: TestEngine, text: string, accountId: string | null = null): Promise<string[]> =>
  shown((await engine.call('people.suggest', { text, accountId, limit: 8 })).items);
const put = async (engine: TestEngine, name: string, address: string): Promise<number> =>
  (await engine.call('people.save', { id: null, name, address })).id;

/** Files messages into Sent as another program would have. */
async function fileInSent(
  address: string,
  letters: readonly { readonly id: string; readonly to: string; readonly date: string }[],
): Promise<void> {
  const client = new ImapFlow({
    host: 'localhost',
    port: host.ports.imaps,
    secure: true,
    auth: { user: address, pass: host.user(address).password },
    logger: false,
  });
  await client.connect();
  const folder = host.layout(address).sent;
  if (folder === null) throw new Error('there is no Sent folder');
  for (const { id, to, date } of letters) {
    const message = `From: ${address}\r\nTo: ${to}\r\nSubject: About ${id}\r\nDate: ${date}\r\nMessage-ID: <${id}@old.example>\r\n\r\nHello\r\n`;
    await client.append(folder, Buffer.from(message), ['\\Seen']);
  }
  await client.logout();
}

describe('on the first day', () => {
  it('the Sent folder tells whom one writes to, the warmest first, and is read once', async () => {
    await fileInSent('svea@example.test', [
      { id: 'one', to: '"Berg, Anna" <anna.berg@choir.example>', date: 'Mon, 03 Nov 2025 10:00:00 +0000' },
      { id: 'two', to: 'Bo Annarsson <bo@choir.example>, ANNA.BERG@choir.example', date: 'Mon, 02 Nov 2026 10:00:00 +0000' },
      { id: 'three', to: 'bo@choir.example', date: 'Tue, 03 Nov 2026 10:00:00 +0000' },
      { id: 'four', to: 'undisclosed-recipients:;', date: 'Tue, 03 Nov 2026 11:00:00 +0000' },
    ]);
    const account = accountOf(host, 'svea@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password: host.user('svea@example.test').password }] }));
    await engine.call('people.prepare', { accountId: account.id });
    await engine.settle('people.page', { search: 'anna', groupId: null, offset: 0, limit: 10 }, ({ total }) => total === 2);
    expect(await suggest(engine, 'ann', account.id)).toEqual(['Bo Annarsson <bo@choir.example>', 'Berg, Anna <anna.berg@choir.example>']);
    expect(await engine.call('people.card', { address: 'anna.berg@choir.example' })).toMatchObject({
      name: 'Berg, Anna',
      times: 2,
      last: { subject: 'About two', ref: { kind: 'imap', accountId: account.id, folder: host.layout('svea@example.test').sent } },
    });
    expect((await engine.call('people.prepare', { accountId: account.id })).domains).toEqual(['choir.example']);

    // The last letter can be opened by what the card says of it.
    const card = await engine.call('people.card', { address: 'bo@choir.example' });
    if (card === null || card.last === null) throw new Error('nobody is there');
    expect((await engine.call('messages.open', { ref: card.last.ref })).subject).toBe('About three');

    // A person who was removed stays away, also after a restart: the folder is not read again.
    await engine.call('people.remove', { ids: [card.id] });
    await engine.restart();
    await engine.call('people.prepare', { accountId: account.id });
    await engine.settle('people.filling', {}, (filling) => filling === null);
    expect(await suggest(engine, 'bo', account.id)).toEqual([]);
  });

  it('no more than the newest two thousand letters are read', async () => {
    host.preload('bob@example.test', 2_150, 'Sent');
    const account = accountOf(host, 'bob@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password: host.user('bob@example.test').password }] }));
    await engine.call('people.prepare', { accountId: account.id });
    const most = await engine.settle('people.filling', {}, (filling) => filling !== null && filling.of > 0);
    expect(most?.of).toBe(2_000);
    await engine.settle('people.filling', {}, (filling) => filling === null);
    const { items } = await engine.settle('people.page', { search: '', groupId: null, offset: 0, limit: 200 }, ({ total }) => total > 0);
    expect(items.reduce((sum, { times }) => sum + times, 0)).toBe(2_000);
  });

  it('a folder whose reading was stopped is not read', async () => {
    host.preload('alice@example.test', 450, 'Sent');
    const account = accountOf(host, 'alice@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password: host.user('alice@example.test').password }] }));
    await engine.call('people.prepare', { accountId: account.id });
    await engine.settle('people.filling', {}, (filling) => filling !== null && filling.read > 0 && filling.read < filling.of);
    await engine.call('people.stopFilling', { accountId: account.id });
    await engine.settle('people.filling', {}, (filling) => filling === null);
    await engine.restart();
    await engine.call('people.prepare', { accountId: account.id });
    expect(await suggest(engine, 'example', account.id)).toEqual([]);
  });
});

describe('a letter that was sent', () => {
  it('counts for those who got it, once each, and is their last letter', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account, password }] }));
    const first = await send(engine, { account, to: 'Carol Ek <carol@example.test>, bob@example.test', subject: 'First' });
    await engine.settleMessage(first, 'accepted');
    await engine.call('people.prepare', { accountId: null });
    const second = await send(engine, { account, to: 'CAROL@example.test', subject: 'Second' });
    await engine.settleMessage(second, 'accepted');
    expect(await engine.call('people.card', { address: 'Carol@Example.test' })).toMatchObject({
      name: 'Carol Ek',
      times: 2,
      last: { subject: 'Second', ref: { kind: 'local', id: second } },
    });
    await engine.restart();
    await engine.call('people.prepare', { accountId: null });
    expect(await suggest(engine, 'example', account.id)).toEqual(['Carol Ek <carol@example.test>', ' <bob@example.test>']);
    expect(await engine.call('people.card', { address: 'carol@example.test' })).toMatchObject({ times: 2 });
  });

  it('counts for the address it was from: each of an account’s addresses has people of its own', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const alice = { ...account, aliases: [{ id: 'shop', name: 'The shop', address: 'alice+shop@example.test' }] };
    const engine = await forThisTest(startEngine({ accounts: [{ account: alice, password }] }));
    const own = await send(engine, { account: alice, to: 'Carol One <carol@example.test>' });
    await engine.settleMessage(own, 'accepted');
    const shop = await send(engine, { account: alice, to: 'Carol Two <bob@example.test>', changes: { identityId: 'shop' } });
    await engine.settleMessage(shop, 'accepted');
    await engine.call('people.prepare', { accountId: null });
    const from = async (identityId: string | null) =>
      shown((await engine.call('people.suggest', { text: 'carol', accountId: alice.id, identityId, limit: 8 })).items);
    expect(await from(null)).toEqual(['Carol One <carol@example.test>', 'Carol Two <bob@example.test>']);
    expect(await from('shop')).toEqual(['Carol Two <bob@example.test>', 'Carol One <carol@example.test>']);
  });

  it('does not count for those who were refused', async () => {
    const server = await forThisTest(
      startScriptedSmtp({ answer: (step, line) => (step === 'RCPT' && line.includes('bob@') ? '550 5.1.1 No such user' : undefined) }),
    );
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const id = await send(engine, { account: relay.account, to: 'carol@example.test, bob@example.test' });
    await engine.settleMessage(id, 'partly');
    await engine.call('people.prepare', { accountId: null });
    expect(await suggest(engine, 'example')).toEqual([' <carol@example.test>']);
  });

  it('from the practice account suggests to nobody but the practice account', async () => {
    const practice = {
      ...accountFor(host, 'alice@example.test').account,
      id: 'practice',
      provider: 'practice' as const,
      imap: null,
      sentPolicy: 'local' as const,
    };
    const real = accountFor(host, 'alice@example.test');
    const engine = await forThisTest(startEngine({ accounts: [{ account: practice, password: null }, real] }));
    const id = await send(engine, { account: practice, to: 'Made Up <madeup@example.test>' });
    await engine.settleMessage(id, 'accepted');
    await engine.call('people.prepare', { accountId: null });
    expect(await suggest(engine, 'made', 'practice')).toEqual(['Made Up <madeup@example.test>']);
    expect(await suggest(engine, 'made', real.account.id)).toEqual([]);
  });
});

describe('people', () => {
  it('are put down, changed, made one of two, and removed', async () => {
    const engine = await forThisTest(startEngine());
    const anna = await put(engine, 'Anna Berg', 'anna@example.org');
    expect(await put(engine, '', 'ANNA@example.org')).toBe(anna);
    expect(await suggest(engine, 'berg')).toEqual(['Anna Berg <ANNA@example.org>']);
    const other = await put(engine, 'A. B.', 'ab@example.org');
    expect(await engine.call('people.save', { id: other, name: 'Anna B.', address: 'anna@example.org' })).toEqual({ id: other });
    expect(await engine.call('people.read', { id: anna })).toBeNull();
    expect(await suggest(engine, 'anna')).toEqual(['Anna B. <anna@example.org>']);
    await engine.call('people.remove', { ids: [other] });
    expect(await suggest(engine, 'anna')).toEqual([]);
    expect(await engine.ask('people.save', { id: other, name: '', address: 'x@example.org' })).toMatchObject({
      failure: { code: 'not-found' },
    });
    expect(await engine.ask('people.save', { id: null, name: '', address: 'no address' })).toMatchObject({
      failure: { code: 'address-invalid' },
    });
  });

  it('are foreseen for each letter that may come next, as they are at that moment', async () => {
    const engine = await forThisTest(startEngine());
    const [anna, anders] = [await put(engine, 'Anna Berg', 'anna@example.org'), await put(engine, 'Anders Ek', 'ek@example.org')];
    const { id } = await engine.call('people.saveGroup', { id: null, name: 'Answers' });
    await engine.call('people.changeMembers', { groupId: id, add: [anna], remove: [] });
    const foreseen = async (text: string, words: string) => {
      const { ahead } = await engine.call('people.suggest', { text, accountId: null, limit: 8, ahead: 2 });
      const letter = ahead.letters.find((one) => one.words === words);
      return letter && shown(letter.places.flatMap((place) => ahead.known[place] ?? []));
    };
    expect(await foreseen('', 'a')).toEqual(['Anders Ek <ek@example.org>', 'Anna Berg <anna@example.org>', 'group Answers (1)']);
    expect(await foreseen('an', 'ann')).toEqual(['Anna Berg <anna@example.org>']);
    expect(await foreseen('an', 'ans')).toEqual(['group Answers (1)']);
    expect(await foreseen('Anna ', 'anna b')).toEqual(['Anna Berg <anna@example.org>']);
    await engine.call('people.save', { id: anders, name: 'Bo Ek', address: 'ek@example.org' });
    await put(engine, 'Åke', 'ake@example.org');
    expect(await foreseen('', 'a')).toEqual(['Åke <ake@example.org>', 'Anna Berg <anna@example.org>', 'group Answers (1)']);
    expect(await foreseen('', 'b')).toEqual(['Anna Berg <anna@example.org>', 'Bo Ek <ek@example.org>']);
    await engine.call('people.remove', { ids: [anna] });
    expect(await foreseen('', 'b')).toEqual(['Bo Ek <ek@example.org>']);
    expect((await engine.call('people.suggest', { text: '', accountId: null, limit: 8 })).ahead.letters).toEqual([]);
  });

  it('are listed by name, page by page, and searched without accents', async () => {
    const engine = await forThisTest(startEngine());
    for (const name of ['Östen', 'Åsa', 'Ärla', 'Bo', 'Zoë']) await put(engine, name, `${name.length}${name}@example.org`);
    const page = (search: string, offset = 0) => engine.settle('people.page', { search, groupId: null, offset, limit: 3 }, () => true);
    expect((await page('')).items.map(({ name }) => name)).toEqual(['Ärla', 'Åsa', 'Bo']);
    expect(await page('', 3)).toMatchObject({ total: 5, offset: 3, items: [{ name: 'Östen' }, { name: 'Zoë' }] });
    expect((await page('zoe')).items.map(({ name }) => name)).toEqual(['Zoë']);
  });
});

describe('a group', () => {
  it('is made, named, filled and found, and its members are who is written to', async () => {
    const engine = await forThisTest(startEngine());
    const [anna, bo] = [await put(engine, 'Anna', 'anna@example.org'), await put(engine, 'Bo', 'bo@example.org')];
    const { id } = await engine.call('people.saveGroup', { id: null, name: 'Board' });
    expect(await suggest(engine, 'boa')).toEqual([]);
    await engine.call('people.changeMembers', { groupId: id, add: [bo, anna, bo, 999], remove: [] });
    expect(await suggest(engine, 'boa')).toEqual(['group Board (2)']);
    expect(await engine.call('people.members', { groupId: id })).toMatchObject([
      { address: 'anna@example.org' },
      { address: 'bo@example.org' },
    ]);
    expect(await engine.ask('people.saveGroup', { id: null, name: 'BOARD' })).toMatchObject({ failure: { code: 'not-possible-now' } });
    await engine.call('people.saveGroup', { id, name: 'The board' });
    await engine.call('people.changeMembers', { groupId: id, add: [], remove: [anna] });
    expect(await engine.settle('people.groups', {}, () => true)).toEqual([{ id, name: 'The board', members: 1 }]);
    expect(await engine.call('people.card', { address: 'bo@example.org' })).toMatchObject({ groups: [{ name: 'The board' }] });
    await engine.call('people.removeGroup', { id });
    expect(await suggest(engine, 'the')).toEqual([]);
    expect(await suggest(engine, 'bo')).toEqual(['Bo <bo@example.org>']);
  });
});

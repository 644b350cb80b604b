// How letters begin: with the signature of the identity they go from, its pictures, and for an answer the address that was written to.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import type { Signature } from '../../../electron/contract/model/identities';
import type { MessageRef } from '../../../electron/contract/model/messages';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { parse } from '../../support/message';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const signature = (html: string, more: Partial<Signature> = {}): Signature => ({
  id: 'usual',
  label: '',
  html,
  place: 'above-quote',
  use: 'all',
  ...more,
});

async function aliceSigning(signatures: readonly Signature[]): Promise<{ engine: TestEngine; account: Account; password: string | null }> {
  const { account, password } = accountFor(host, 'alice@example.test', { name: 'Alice' });
  const shop = { id: 'shop', name: 'The Shop', address: 'alice+shop@example.test', signatures: [signature('<p>The shop</p>')] };
  const signing = { ...account, own: { signatures: [...signatures] }, aliases: [shop] };
  const engine = await forThisTest(startEngine({ accounts: [{ account: signing, password }] }));
  return { engine, account: signing, password };
}

/** The newest letter in Alice's Sent folder. */
async function newestSent(engine: TestEngine, accountId: string, subject: string): Promise<MessageRef> {
  const page = await engine.settle('sent.page', { accountId, offset: 0, limit: 10 }, ({ items }) => items[0]?.subject === subject);
  const [first] = page.items;
  if (first === undefined) throw new Error('nothing was sent');
  return first.ref;
}

describe('a new letter', () => {
  it('begins with its signature, marked, under room to write', async () => {
    const { engine, account } = await aliceSigning([
      signature('<p>Short</p>', { id: 'answers', use: 'answers' }),
      signature('<p>Alice</p>'),
    ]);
    const { content } = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    expect(content.html).toMatch(/^<p><\/p><div data-signature="usual" data-print="[0-9a-f]{8}"><p>Alice<\/p><\/div>$/);
  });

  it('carries the picture of its signature, which outlives the letter', async () => {
    const { engine, account, password } = await aliceSigning([]);
    const { sha256 } = await engine.call('identities.keepPicture', {
      accountId: account.id,
      name: 'logo.png',
      type: 'image/png',
      bytes: picture,
    });
    const html = `<p>Alice <img src="app://brevduva/picture/${sha256}" alt="logo"></p>`;
    engine.setAccounts({ account: { ...account, own: { signatures: [signature(html)] } }, password });
    const draft = await engine.call('drafts.create', {
      accountId: account.id,
      start: { kind: 'mailto', url: 'mailto:bob@example.test?body=Hello%20Bob,%20here%20are%20the%20papers%20you%20asked%20for.' },
    });
    expect(draft.attachments).toMatchObject([{ name: 'logo.png', sha256, size: picture.length }]);
    const mailbox = host.mailbox('bob@example.test');
    const before = mailbox.messages().length;
    await engine.call('outbox.enqueue', { draftId: draft.id, revision: draft.revision });
    const letter = await parse((await mailbox.waitForMessages(before + 1)).at(-1)?.content);
    expect(letter.html).toMatch(/<div><p dir="auto">Alice <img src="cid:[^"]+" alt="logo"/);
    expect(letter.html).not.toMatch(/<[^>]* data-/);
    expect(letter.attachments.map(({ content }) => Buffer.from(content))).toEqual([picture]);
    const file = join(engine.profile, 'blobs', sha256.slice(0, 2), sha256);
    const other = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    await engine.call('drafts.discard', { draftId: other.id });
    expect(existsSync(file)).toBe(true);
    // A draft of another address takes it when the signature is put into it, once.
    const third = await engine.call('drafts.create', { accountId: null, start: { kind: 'empty' } });
    const wanted = { draftId: third.id, hashes: [sha256, 'ab'.repeat(32)] };
    expect(await engine.call('drafts.takePictures', wanted)).toMatchObject([{ sha256 }]);
    expect(await engine.call('drafts.takePictures', wanted)).toEqual([]);
  });

  it.each([
    ['what is no picture', { name: 'x.txt', type: 'text/plain', bytes: picture }, 'attachment-unreadable'],
    ['one that is too large', { name: 'x.png', type: 'image/png', bytes: new Uint8Array(5_000_001) }, 'message-too-large'],
  ])('takes no signature with %s', async (_what, input, code) => {
    const { engine, account } = await aliceSigning([]);
    expect(await engine.ask('identities.keepPicture', { accountId: account.id, ...input })).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('an answer', () => {
  it.each([
    ['above-quote', /^<p><\/p><div data-signature="usual"[^>]*><p>Alice<\/p><\/div><p>You wrote:<\/p><blockquote>/],
    ['below-quote', /^<p><\/p><p>You wrote:<\/p><blockquote>.*<\/blockquote><div data-signature="usual"[^>]*><p>Alice<\/p><\/div>$/s],
  ] as const)('has its signature %s', async (place, expected) => {
    const { engine, account } = await aliceSigning([signature('<p>Alice</p>', { place })]);
    const subject = `Quoted ${place}`;
    await engine.settleMessage(await send(engine, { account, to: 'bob@example.test', subject }), 'accepted');
    const ref = await newestSent(engine, account.id, subject);
    const draft = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'reply', ref, intro: 'You wrote:' } });
    expect(draft.content.html).toMatch(expected);
    expect(draft.content.identityId).toBeUndefined();
  });

  it('goes from the address that its letter went from or came to, and never to that address itself', async () => {
    const { engine, account } = await aliceSigning([signature('<p>Alice</p>')]);
    const letter = { account, to: 'bob@example.test', cc: 'alice@example.test', subject: 'From the shop', changes: { identityId: 'shop' } };
    await engine.settleMessage(await send(engine, letter), 'accepted');
    const ref = await newestSent(engine, account.id, 'From the shop');
    const { content } = await engine.call('drafts.create', { accountId: account.id, start: { kind: 'reply-all', ref, intro: 'Then:' } });
    expect(content).toMatchObject({ accountId: account.id, identityId: 'shop', identityReason: 'written-to' });
    expect(content.html).toContain('<p>The shop</p>');
    expect([...content.to, ...content.cc]).toMatchObject([{ address: 'bob@example.test' }]);
  });
});

// Letters from several addresses of one account: what arrives, through which server it went, and who stands still when one refuses.
import { decodeWords } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, Alias } from '../../../electron/contract/model/accounts';
import type { DraftContent } from '../../../electron/contract/model/drafts';
import { laneId } from '../../../electron/domain/identities/identity';
import { type AccountWithSecret, startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, send, trySend } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { headerLines, parse } from '../../support/message';
import { until } from '../../support/until';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

/** Alice's account, which also writes for the shop, and as Bob through a server that only Bob may use. */
function aliceWith(changes: Partial<Account> = {}, bobsPassword = host.user('bob@example.test').password): AccountWithSecret {
  const { account, password } = accountFor(host, 'alice@example.test', { name: 'Alice Andersson' });
  const aliases: Alias[] = [
    {
      id: 'shop',
      name: 'Alice at the Shop',
      address: 'alice+shop@example.test',
      replyTo: 'The shop <svea@example.test>',
      organisation: 'Räksmörgås & Söner',
      bccSelf: true,
    },
    { id: 'bob', name: 'Bob', address: 'bob@example.test', smtp: { ...account.smtp, user: 'bob@example.test' } },
  ];
  return { account: { ...account, aliases, ...changes }, password, aliasPasswords: { bob: bobsPassword } };
}
const as = (identityId: string): { readonly changes: Partial<DraftContent> } => ({ changes: { identityId } });

describe('a letter from another address of the account', () => {
  it('bears its name, answer address and organisation, and its envelope comes from there', async () => {
    const alice = aliceWith();
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    const mailbox = host.mailbox('dieter@example.test');
    const before = mailbox.messages().length;
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', ...as('shop') });
    const entry = await engine.settleMessage(id, 'accepted');
    const message = (await mailbox.waitForMessages(before + 1)).at(-1);
    const letter = await parse(message?.content);
    expect(letter.from).toEqual({ name: 'Alice at the Shop', address: 'alice+shop@example.test' });
    expect(letter.replyTo).toEqual([{ name: 'The shop', address: 'svea@example.test' }]);
    expect(decodeWords(letter.headers.find(({ key }) => key === 'organization')?.value ?? '')).toBe('Räksmörgås & Söner');
    expect(message?.returnPath).toBe('alice+shop@example.test');
    expect(entry.item).toMatchObject({ accountId: alice.account.id, from: 'alice+shop@example.test' });
  });

  it('brings its writer a copy that no header of anybody’s copy tells of', async () => {
    const alice = aliceWith();
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    const [alices, dieters] = [host.mailbox('alice@example.test'), host.mailbox('dieter@example.test')];
    const sentFolder = host.layout('alice@example.test').sent ?? '';
    const counts = [alices.messages().length, dieters.messages().length, alices.messages(sentFolder).length] as const;
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', bcc: 'inga@example.test', ...as('shop') });
    const entry = await engine.settleMessage(id, 'accepted');
    const copies = await Promise.all([
      alices.waitForMessages(counts[0] + 1),
      dieters.waitForMessages(counts[1] + 1),
      alices.waitForMessages(counts[2] + 1, sentFolder),
    ]);
    const [own, theirs, filed] = copies.map((messages) => headerLines(messages.at(-1)?.content).filter((line) => /shop/i.test(line)));
    expect(own).toEqual(theirs);
    expect(filed?.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(headerLines(copies[1].at(-1)?.content).some((line) => /^bcc:/i.test(line))).toBe(false);
    expect(entry.recipients.map(({ field, address }) => `${field} ${address}`)).toEqual([
      'to dieter@example.test',
      'bcc inga@example.test',
      'bcc alice+shop@example.test',
    ]);
  });

  it('does not go at all from an address that the account has no more', async () => {
    const alice = aliceWith();
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    expect(await trySend(engine, { account: alice.account, ...as('gone') })).toMatchObject({
      ok: false,
      failure: { code: 'identity-missing' },
    });
  });

  it('is taken back as what it was, and moved to another account it goes from that one’s own address', async () => {
    const alice = aliceWith();
    const gina = accountFor(host, 'gina@example.test');
    const engine = await forThisTest(startEngine({ accounts: [alice, gina] }));
    const later = { kind: 'at', at: engine.clock.now() + 3_600_000, zone: 'Europe/Stockholm' } as const;
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', ...as('bob') }, later);
    expect(await engine.call('accounts.waiting', { accountId: alice.account.id })).toEqual({ waiting: 1 });
    const { draftId } = await engine.call('outbox.edit', { id });
    const draft = await engine.call('drafts.open', { draftId });
    expect(draft.content).toMatchObject({ accountId: alice.account.id, identityId: 'bob' });
    const again = await engine.call('outbox.enqueue', { draftId, revision: draft.revision, when: later });
    await engine.call('outbox.move', { ids: [again.id], accountId: gina.account.id });
    const [moved] = await engine.settle('outbox.list', {}, (items) => items.some(({ accountId }) => accountId === gina.account.id));
    expect(moved).toMatchObject({ accountId: gina.account.id, from: 'gina@example.test', state: 'scheduled' });
  });
});

describe('an identity with a server of its own', () => {
  it('is signed in for by itself, and its copy lies in the account’s Sent folder', async () => {
    const alice = aliceWith();
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    const sentFolder = host.layout('alice@example.test').sent ?? '';
    const sent = host.mailbox('alice@example.test');
    const before = sent.messages(sentFolder).length;
    const asked = host.policy.asked.length;
    const id = await send(engine, { account: alice.account, to: 'dieter@example.test', subject: 'Through Bob’s', ...as('bob') });
    await engine.settleMessage(id, 'accepted');
    expect(new Set(host.policy.asked.slice(asked).map(({ user, sender }) => `${user} ${sender}`))).toEqual(
      new Set(['bob@example.test bob@example.test']),
    );
    const copy = (await sent.waitForMessages(before + 1, sentFolder)).at(-1);
    expect((await parse(copy?.content)).from?.address).toBe('bob@example.test');
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
  });

  it('stands still alone when that server refuses its password, and goes on with the right one', async () => {
    const wrong = aliceWith({}, 'not the password');
    const engine = await forThisTest(startEngine({ accounts: [wrong] }));
    const stuck = await send(engine, { account: wrong.account, to: 'dieter@example.test', ...as('bob') });
    const lane = laneId(wrong.account.id, 'bob');
    const status = await engine.settle('status', {}, ({ paused }) => paused.length > 0);
    expect(status.paused).toMatchObject([{ accountId: lane, failure: { code: 'sign-in-refused' } }]);
    expect(engine.notices).toMatchObject([{ kind: 'paused', address: 'bob@example.test' }]);
    // What goes the account's own way is not held up.
    const free = await send(engine, { account: wrong.account, to: 'dieter@example.test', ...as('shop') });
    await engine.settleMessage(free, 'accepted');
    expect((await engine.settleMessage(stuck, 'queued')).item.failure?.code).toBe('sign-in-refused');
    engine.setAccounts(aliceWith());
    await engine.call('accounts.resume', { accountId: lane });
    await engine.settleMessage(stuck, 'accepted');
  });

  it('leaves what waits on it kept when it goes, and nothing else', async () => {
    const wrong = aliceWith({}, 'not the password');
    const engine = await forThisTest(startEngine({ accounts: [wrong] }));
    const stuck = await send(engine, { account: wrong.account, ...as('bob') });
    await engine.settle('status', {}, ({ paused }) => paused.length > 0);
    const { aliases: _gone, ...plain } = wrong.account;
    engine.setAccounts({ ...wrong, account: plain });
    expect((await engine.settleMessage(stuck, 'kept')).item.failure?.code).toBe('account-missing');
  });

  it('never shows its password to a server that is not its own', async () => {
    const alice = aliceWith();
    const engine = await forThisTest(startEngine({ accounts: [alice] }));
    const asked = engine.secretsAsked();
    const stranger = (id: string): Account => ({
      ...alice.account,
      id,
      imap: null,
      smtp: { host: 'stranger.example', port: 465, security: 'tls', user: 'x' },
    });
    for (const id of [laneId(alice.account.id, 'bob'), laneId(alice.account.id, 'not-saved')]) {
      const report = await engine.settle('accounts.check', { account: stranger(id), secret: { kind: 'stored' } }, ({ isDone }) => isDone);
      expect(report.stages.find(({ failure }) => failure !== null)?.failure?.code).toBe('secret-missing');
    }
    // Nor to the account's own mailbox server.
    const own = { ...stranger(laneId(alice.account.id, 'bob')), smtp: alice.account.smtp, imap: alice.account.imap };
    await engine.settle('accounts.check', { account: own, secret: { kind: 'stored' } }, ({ isDone }) => isDone);
    expect(engine.secretsAsked()).toBe(asked);
  });
});

it('is known by the one used last with somebody, as the letters tell that were sent', async () => {
  const alice = aliceWith();
  const engine = await forThisTest(startEngine({ accounts: [alice] }));
  const asked = { addresses: ['Dieter@example.test', 'svea@example.test', 'nobody@example.test'] };
  expect(await engine.call('identities.lastUsed', asked)).toEqual([]);
  for (const [to, identityId] of [
    ['dieter@example.test', 'bob'],
    ['dieter@example.test, svea@example.test', 'shop'],
  ] as const)
    await engine.settleMessage(await send(engine, { account: alice.account, to, ...as(identityId) }), 'accepted');
  const own = await send(engine, { account: alice.account, to: 'svea@example.test' });
  await engine.settleMessage(own, 'accepted');
  expect(await engine.call('identities.lastUsed', asked)).toEqual([
    { address: 'Dieter@example.test', accountId: alice.account.id, identityId: 'shop' },
    { address: 'svea@example.test', accountId: alice.account.id, identityId: null },
  ]);
  // A letter that is begun to him by a link starts from there.
  const draft = await engine.call('drafts.create', {
    accountId: alice.account.id,
    start: { kind: 'mailto', url: 'mailto:dieter@example.test' },
  });
  expect(draft.content).toMatchObject({ identityId: 'shop', identityReason: 'last-used' });
});

it('is learned for a domain: whom nobody has written to there is written to as the others are', async () => {
  const alice = aliceWith();
  const engine = await forThisTest(startEngine({ accounts: [alice] }));
  for (const to of ['dieter@example.test', 'svea@example.test', 'bob@example.test'])
    await engine.settleMessage(await send(engine, { account: alice.account, to, ...as('shop') }), 'accepted');
  await until(async () => {
    await engine.call('people.prepare', { accountId: null }); // reads on in what was sent
    return (await engine.call('identities.lastUsed', { addresses: ['new@example.test'] })).length > 0;
  });
  expect(await engine.call('identities.lastUsed', { addresses: ['new@example.test', 'new@elsewhere.test'] })).toEqual([
    { address: 'new@example.test', accountId: alice.account.id, identityId: 'shop', isByDomain: true },
  ]);
  const draft = await engine.call('drafts.create', {
    accountId: alice.account.id,
    start: { kind: 'mailto', url: 'mailto:new@example.test' },
  });
  expect(draft.content).toMatchObject({ identityId: 'shop', identityReason: 'domain-used' });
});

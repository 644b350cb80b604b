// The copy of a draft in the server's folder for drafts: one, whatever happens in between, and nothing else is touched there.
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { DraftContent } from '../../electron/contract/model/drafts';
import { startEngine, type TestEngine } from '../support/engine';
import { type BuiltEngine, buildEngine } from '../support/engine-build';
import { startFaultProxy } from '../support/fault-proxy';
import { forThisTest } from '../support/for-this-test';
import { forkEngine } from '../support/forked-engine';
import { accountFor } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { maildirOf } from '../support/mail-host/mailbox';
import { temporaryRoot } from '../support/temporary-root';
import { until } from '../support/until';

let host: MailHost;
beforeEach(async () => {
  host = await startMailHost();
});
afterEach(() => host.stop());

const contentOf = (account: Account, change: Partial<DraftContent> = {}): DraftContent => ({
  accountId: account.id,
  to: [{ kind: 'good', name: 'Bob', address: 'bob@example.test' }],
  cc: [],
  bcc: [],
  subject: 'Hej',
  html: '<p>Hej</p>',
  inReplyTo: null,
  references: [],
  ...change,
});

async function writer(address: string, changes: Partial<Account> = {}) {
  const known = accountFor(host, address, { keepsDraftsOnServer: true, ...changes });
  const engine = await forThisTest(startEngine({ accounts: [known] }));
  const save = (draftId: string, revision: number, change: Partial<DraftContent> = {}) =>
    engine.call('drafts.save', { draftId, revision, content: contentOf(known.account, change) });
  const begin = async (change: Partial<DraftContent> = {}): Promise<string> => {
    const { id } = await engine.call('drafts.create', { accountId: known.account.id, start: { kind: 'empty' } });
    await save(id, 1, change);
    return id;
  };
  return { known, account: known.account, engine, save, begin };
}

const copies = (address: string, folder = 'Drafts'): readonly string[] =>
  host
    .mailbox(address)
    .messages(folder)
    .map(({ raw }) => raw.toString());
const settled = (address: string, words: string, folder = 'Drafts'): Promise<unknown> =>
  until(() => copies(address, folder).length === 1 && copies(address, folder)[0]?.includes(words), {
    deadline: 15_000,
    describe: () => JSON.stringify(copies(address, folder).map((raw) => raw.slice(-300))),
  });
const gone = (address: string, folder = 'Drafts'): Promise<unknown> =>
  until(() => copies(address, folder).length === 0, { deadline: 15_000, describe: () => String(copies(address, folder).length) });
const left = (engine: TestEngine, draftId: string) => engine.call('drafts.left', { draftId });

describe('a draft on the server', () => {
  it.each([
    ['alice@example.test', 'Drafts'],
    ['svea@example.test', 'Utkast'],
    ['dieter@example.test', 'Entwürfe'],
    ['nils@example.test', 'Drafts'],
    ['pia@example.test', 'Drafts'],
    ['inga@example.test', 'Drafts'],
    ['gina@example.test', '[Gmail]/Drafts'],
  ])('of %s is one copy in %s after many changes, marked as a draft and read', async (address, folder) => {
    const { engine, save, begin } = await writer(address);
    const id = await begin({ subject: 'Change 1' });
    for (let change = 2; change <= 4; change += 1) {
      await left(engine, id);
      await settled(address, `Change ${change - 1}`, folder);
      await save(id, change, { subject: `Change ${change}` });
    }
    await left(engine, id);
    await settled(address, 'Change 4', folder);
    expect(host.mailbox(address).messages(folder)[0]).toMatchObject({ isSeen: true, isDraft: true });
    expect(host.mailbox('bob@example.test').messages()).toEqual([]);
  });

  it('waits until the typing rests, and an empty one is not put there', async () => {
    const { engine, save, begin, account } = await writer('alice@example.test');
    await engine.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    const id = await begin({ subject: 'One' });
    engine.clock.skip(20_000);
    await save(id, 2, { subject: 'Two' });
    engine.clock.skip(20_000);
    await save(id, 3, { subject: 'Three' });
    expect(copies('alice@example.test')).toEqual([]);
    engine.clock.skip(31_000);
    await settled('alice@example.test', 'Three');
  });

  it('has everything in it, hidden recipients and files too', async () => {
    const { engine, begin } = await writer('alice@example.test', { name: 'Alice Öst' });
    const id = await begin({
      subject: 'Årsmöte',
      html: '<p>Kära <strong>Bob</strong></p>',
      bcc: [{ kind: 'good', name: '', address: 'carol@example.test' }],
      cc: [{ kind: 'bad', text: 'nobody', problem: 'no-at' }],
    });
    await engine.call('drafts.attachBytes', {
      draftId: id,
      name: 'räkning.txt',
      type: 'text/plain',
      bytes: Buffer.from('42 kr'),
      isInline: false,
    });
    await left(engine, id);
    await settled('alice@example.test', 'multipart/mixed');
    const parsed = await PostalMime.parse(copies('alice@example.test')[0] ?? '');
    expect(parsed).toMatchObject({
      subject: 'Årsmöte',
      from: { name: 'Alice Öst', address: 'alice@example.test' },
      to: [{ address: 'bob@example.test' }],
      bcc: [{ address: 'carol@example.test' }],
      text: expect.stringContaining('Kära Bob'),
      html: expect.stringContaining('<strong>Bob</strong>'),
      attachments: [{ filename: 'räkning.txt' }],
    });
    expect(parsed.headers.filter(({ key }) => key.startsWith('x-'))).toEqual([]);
  });

  it('carries what was chosen for it, so that another program shows it; what was sent does not carry the marks of a draft', async () => {
    const { engine, begin } = await writer('alice@example.test');
    const id = await begin({
      subject: 'Chosen',
      html: '<p>Hej, så här blev det till slut, som vi sade på årsmötet.</p>', // words outside ASCII: an unsigned English one with a priority looks odd
      options: {
        priority: 'high',
        wantsReadReceipt: true,
        deliveryReport: { on: ['failure'], returns: 'headers' },
        replyTo: 'office@example.test',
        headers: [{ name: 'X-Case', value: '42' }],
      },
    });
    await left(engine, id);
    await settled('alice@example.test', 'Chosen');
    const raw = copies('alice@example.test')[0] ?? '';
    for (const line of [
      'Importance: high',
      'X-Priority: 1 (Highest)',
      'Disposition-Notification-To: <alice@example.test>',
      'Reply-To: <office@example.test>',
      'X-Case: 42',
      'X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=1; DSN=1; uuencode=0',
    ])
      expect(raw.replace(/\r?\n /g, ' ')).toContain(line);
    await engine.call('outbox.enqueue', { draftId: id, revision: 1 });
    await host.mailbox('bob@example.test').waitForMessages(1);
    const [sent] = host.mailbox('bob@example.test').messages();
    expect(sent?.raw.toString()).toContain('X-Case: 42');
    expect(sent?.raw.toString()).not.toMatch(/X-Mozilla|^Bcc/im);
  });

  it('to hidden recipients only, or to nobody yet, is not addressed to “undisclosed recipients”', async () => {
    const { engine, begin } = await writer('alice@example.test');
    const id = await begin({ subject: 'Hidden', to: [], bcc: [{ kind: 'good', name: '', address: 'carol@example.test' }] });
    await left(engine, id);
    await settled('alice@example.test', 'Hidden');
    expect(copies('alice@example.test')[0]).not.toMatch(/^To:/im);
    expect(copies('alice@example.test')[0]).toContain('Bcc: <carol@example.test>');
  });

  it('is taken away when the letter was sent, thrown away, or is to stay on this computer only', async () => {
    const address = 'alice@example.test';
    const { engine, begin, known, account } = await writer(address);
    const first = await begin({ subject: 'To be sent' });
    await left(engine, first);
    await settled(address, 'To be sent');
    await engine.call('outbox.enqueue', { draftId: first, revision: 1 });
    await gone(address);
    await host.mailbox('bob@example.test').waitForMessages(1);

    const second = await begin({ subject: 'To be thrown away' });
    await left(engine, second);
    await settled(address, 'To be thrown away');
    await engine.call('drafts.discard', { draftId: second });
    await gone(address);

    const third = await begin({ subject: 'To stay here' });
    await left(engine, third);
    await settled(address, 'To stay here');
    engine.setAccounts({ ...known, account: { ...account, keepsDraftsOnServer: false } });
    await gone(address);
    expect((await engine.call('drafts.open', { draftId: third })).content.subject).toBe('To stay here');
  });

  it('moves with the draft to another account', async () => {
    const { engine, save, begin, known } = await writer('alice@example.test');
    const other = accountFor(host, 'carol@example.test', { keepsDraftsOnServer: true });
    engine.setAccounts(known, other);
    const id = await begin({ subject: 'Moves' });
    await left(engine, id);
    await settled('alice@example.test', 'Moves');
    await save(id, 2, { subject: 'Moves', accountId: other.account.id });
    await left(engine, id);
    await settled('carol@example.test', 'Moves');
    await gone('alice@example.test');
  });

  it('leaves every other message alone, also one that somebody has marked as deleted', async () => {
    const address = 'alice@example.test';
    host.preload(address, 3, 'Drafts');
    const folder = join(maildirOf(join(host.dir, 'd/mail'), address, 'Drafts'), 'cur');
    const [one = ''] = readdirSync(folder);
    renameSync(join(folder, one), join(folder, `${one.replace(/:2,.*/, '')}:2,ST`));
    for (const hasUidPlus of [true, false]) {
      const proxy = await startFaultProxy({ target: host.ports.imaps, security: 'tls' });
      onTestFinished(() => proxy.stop());
      if (!hasUidPlus) proxy.set({ from: 'server', line: /^(.*) UIDPLUS(.*)$/, times: 1000, action: { do: 'replace', text: '$1$2' } });
      const { engine, save, begin } = await writer(address, {
        imap: { host: '127.0.0.1', port: proxy.port, security: 'tls', user: address },
      });
      const id = await begin({ subject: `First ${hasUidPlus}` });
      await left(engine, id);
      await until(() => copies(address).some((raw) => raw.includes(`First ${hasUidPlus}`)), { deadline: 15_000 });
      await save(id, 2, { subject: `Second ${hasUidPlus}` });
      await left(engine, id);
      const isDone = (): boolean =>
        copies(address).some((raw) => raw.includes(`Second ${hasUidPlus}`)) &&
        (hasUidPlus ? copies(address).length === 4 : readdirSync(folder).some((name) => /:2,[A-Z]*D[A-Z]*T/.test(name)));
      await until(isDone, { deadline: 15_000, describe: () => readdirSync(folder).join('\n') });
      expect(readdirSync(folder).some((name) => name.startsWith(one.replace(/:2,.*/, '')))).toBe(true);
    }
    expect(copies(address).filter((raw) => !raw.includes('First') && !raw.includes('Second'))).toHaveLength(3);
  });

  it('is late without a word to anyone while the server is away, and there when it is back', async () => {
    const address = 'alice@example.test';
    const { engine, begin } = await writer(address);
    await host.dovecot.down();
    const id = await begin({ subject: 'Patient' });
    await left(engine, id);
    await engine.settle('drafts.copy', { draftId: id }, ({ failure }) => failure?.code === 'connect-refused');
    expect(engine.notices).toEqual([]);
    await host.dovecot.up();
    engine.clock.skip(60_000);
    await settled(address, 'Patient');
    await engine.settle('drafts.copy', { draftId: id }, ({ failure }) => failure === null);
  });
});

describe('an engine that is killed', () => {
  let built: BuiltEngine;
  beforeAll(async () => {
    built = await buildEngine();
  });
  afterAll(() => built.stop());

  it('between the new copy and the removal of the old one leaves one copy after the next start, and after the one behind it', async () => {
    const address = 'alice@example.test';
    host.preload(address, 2, 'Drafts');
    const proxy = await startFaultProxy({ target: host.ports.imaps, security: 'tls' });
    onTestFinished(() => proxy.stop());
    const { account, password } = accountFor(host, address, {
      keepsDraftsOnServer: true,
      imap: { host: '127.0.0.1', port: proxy.port, security: 'tls', user: address },
    });
    const profile = mkdtempSync(join(temporaryRoot(), 'bd-profile-'));
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
    const start = async () => {
      const engine = await forkEngine({ profile, accounts: [account], passwords: { [account.id]: password ?? '' }, script: built.script });
      onTestFinished(() => engine.kill());
      return engine;
    };
    const first = await start();
    const made = await first.call('drafts.create', { accountId: account.id, start: { kind: 'empty' } });
    if (!made.ok) throw new Error(made.failure.code);
    const draftId = made.value.id;
    await first.call('drafts.save', { draftId, revision: 1, content: contentOf(account, { subject: 'Old one' }) });
    await first.call('drafts.left', { draftId });
    await host.mailbox(address).waitForMessages(3, 'Drafts');
    proxy.set({ from: 'client', line: /UID STORE/, action: { do: 'stall' } });
    await first.call('drafts.save', { draftId, revision: 2, content: contentOf(account, { subject: 'New one' }) });
    await first.call('drafts.left', { draftId });
    await proxy.waitForStrikes(1);
    expect(copies(address)).toHaveLength(4);
    await first.kill();
    for (let times = 0; times < 2; times += 1) {
      const next = await start();
      await next.call('drafts.left', { draftId });
      await until(() => copies(address).length === 3, { deadline: 15_000, describe: () => String(copies(address).length) });
      expect(copies(address).filter((raw) => raw.includes('New one'))).toHaveLength(1);
      await next.stop();
    }
  });
});

// The Sent list and its messages over IMAP, on real Dovecot.
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import type { MessagePage } from '../../../electron/contract/model/messages';
import { createPracticeRoom, type PracticeRoom } from '../../../electron/engine/practice/room';
import { createMessageRoom, type MessageRoom } from '../../../electron/engine/sent/room';
import { accountOf, accountOn } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { startScriptedImap } from '../../support/scripted-imap';
import { createTestClock } from '../../support/test-clock';
import { goodValue, openWorkbench, type Watched, type Workbench, watchQuery } from '../../support/workbench';

let host: MailHost;
let bench: Workbench;
let practice: PracticeRoom;
let room: MessageRoom;
beforeAll(async () => {
  host = await startMailHost();
  host.preload('alice@example.test', 250, 'Sent');
});
afterAll(() => host.stop());
beforeEach(() => {
  bench = openWorkbench();
  practice = createPracticeRoom(bench);
  room = createMessageRoom({ ...bench, practice });
});
afterEach(async () => {
  await Promise.all([room.stop(), practice.stop()]);
  bench.close();
});

function person(address: string, change: Partial<Account> = {}): Account {
  const account = accountOf(host, address, change);
  bench.keepSecret(account.id, host.user(address).password);
  bench.accounts.set([...bench.accounts.all().filter(({ id }) => id !== account.id), account]);
  return account;
}
const watch = (accountId: string, offset = 0, limit = 50): Watched<MessagePage> =>
  watchQuery(room.queries['sent.page'], { accountId, offset, limit });
const isReady = ({ state }: MessagePage): boolean => state === 'ready';
async function page(accountId: string, offset = 0, limit = 50): Promise<MessagePage> {
  const watched = watch(accountId, offset, limit);
  const found = await watched.waitFor(({ state }) => state !== 'loading');
  watched.end();
  return found;
}
/** Files a message as another program would. */
async function file(address: string, folder: string, raw: string): Promise<void> {
  const client = new ImapFlow({
    host: 'localhost',
    port: host.ports.imaps,
    secure: true,
    auth: { user: address, pass: host.user(address).password },
    logger: false,
  });
  await client.connect();
  await client.append(folder, Buffer.from(raw), ['\\Seen']);
  await client.logout();
}

describe('the Sent list', () => {
  it('shows the newest first, page by page', async () => {
    const { id } = person('alice@example.test');
    const first = await page(id, 0, 100);
    expect(first).toMatchObject({ state: 'ready', folder: 'Sent', total: 250, offset: 0, failure: null });
    expect(first.items).toHaveLength(100);
    expect(first.items[0]).toMatchObject({
      subject: 'Lätter 250',
      from: 'alice@example.test',
      to: ['Reader 0'],
      hasAttachments: false,
      ref: { kind: 'imap', accountId: id, folder: 'Sent' },
    });
    expect(first.items[99]?.subject).toBe('Lätter 151');
    expect(first.items[0]?.at).toBe(Date.UTC(2025, 0, 1) + 250 * 600_000);
    const last = await page(id, 240, 100);
    expect(last.items.map(({ subject }) => subject)).toEqual(Array.from({ length: 10 }, (_, n) => `Lätter ${10 - n}`));
    expect((await page(id, 1000, 100)).items).toEqual([]);
  });

  it('says that it is loading, then that it is there', async () => {
    const { id } = person('bob@example.test');
    const watched = watch(id);
    expect(watched.seen[0]).toMatchObject({ state: 'loading', items: [] });
    expect(await watched.waitFor(isReady)).toMatchObject({ total: 0, items: [], folder: 'Sent' });
    watched.end();
  });

  it('uses the folder that the account remembers', async () => {
    await file('dieter@example.test', 'Entwürfe', 'Subject: draft\r\n\r\nx\r\n');
    const { id } = person('dieter@example.test', { sentFolder: 'Entwürfe' });
    expect(await page(id)).toMatchObject({ folder: 'Entwürfe', items: [{ subject: 'draft' }] });
  });

  it('loads anew when a copy was filed, and shows what it had meanwhile', async () => {
    const { id } = person('svea@example.test');
    await file('svea@example.test', 'Skickat', 'From: Svea <svea@example.test>\r\nTo: a@example.test\r\nSubject: one\r\n\r\nx\r\n');
    const watched = watch(id);
    await watched.waitFor(({ state, total }) => state === 'ready' && total === 1);
    await file('svea@example.test', 'Skickat', 'From: Svea <svea@example.test>\r\nCc: Bo <b@example.test>\r\nSubject: two\r\n\r\nx\r\n');
    bench.bell.ring('sent');
    const { items } = await watched.waitFor(({ state, total }) => state === 'ready' && total === 2);
    expect(items.map(({ subject, to }) => [subject, to])).toEqual([
      ['two', ['Bo']],
      ['one', ['a@example.test']],
    ]);
    const reloading = watched.seen.filter(({ state }) => state === 'loading').at(-1);
    expect(reloading?.items).toHaveLength(1);
    watched.end();
  });

  it('marks messages that carry files', async () => {
    const { id } = person('nils@example.test');
    const picture =
      'Content-Type: image/png\r\nContent-ID: <p>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n';
    await file(
      'nils@example.test',
      'Sent',
      `Subject: picture\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:p">\r\n--b\r\n${picture}--b--\r\n`,
    );
    await file(
      'nils@example.test',
      'Sent',
      'Subject: file\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--\r\n',
    );
    expect((await page(id)).items.map(({ subject, hasAttachments }) => [subject, hasAttachments])).toEqual([
      ['file', true],
      ['picture', false],
    ]);
  });

  it('says why it can not be shown, and comes back by itself', async () => {
    const account = person('carol@example.test');
    await host.dovecot.down();
    const watched = watch(account.id);
    const failed = await watched.waitFor(({ state }) => state === 'failed');
    expect(failed.failure).toMatchObject({ code: 'connect-refused', host: 'localhost' });
    await host.dovecot.up();
    bench.bell.ring('network');
    await watched.waitFor(isReady);
    watched.end();
  });

  it('keeps showing what it had when the server goes away', async () => {
    const { id } = person('alice@example.test');
    const watched = watch(id, 0, 5);
    await watched.waitFor(isReady);
    await host.dovecot.down();
    bench.bell.ring('sent');
    const failed = await watched.waitFor(({ state }) => state === 'failed');
    expect(failed.items).toHaveLength(5);
    await host.dovecot.up();
    watched.end();
  });

  it('has no folder to show where there is none', async () => {
    const { id } = person('inga@example.test');
    expect(await page(id)).toMatchObject({ state: 'failed', failure: { code: 'no-sent-folder' }, items: [] });
  });

  it('follows the account when its settings change, or it goes', async () => {
    const account = person('bob@example.test', { imap: { host: 'localhost', port: 1, security: 'tls', user: 'bob@example.test' } });
    const watched = watch(account.id);
    await watched.waitFor(({ state }) => state === 'failed');
    person('bob@example.test');
    await watched.waitFor(isReady);
    bench.accounts.set([]);
    const gone = await watched.waitFor(({ state }) => state === 'failed');
    expect(gone.failure?.code).toBe('account-missing');
    watched.end();
  });

  it('says nothing more once nobody looks', async () => {
    const { id } = person('alice@example.test');
    const watched = watch(id);
    watched.end();
    const said = watched.seen.length;
    await page(id);
    expect(watched.seen).toHaveLength(said);
  });

  it('uses one connection however often it is asked', async () => {
    const server = await startScriptedImap({ folders: { Sent: '\\Sent' } });
    const account = accountOn({ imap: server.port });
    bench.keepSecret(account.id, 'pass phrase');
    bench.accounts.set([account]);
    await Promise.all([page(account.id), page(account.id, 50), page(account.id, 100)]);
    expect(server.count('LOGIN') + server.count('AUTHENTICATE')).toBe(1);
    await server.stop();
  });

  it('lets the connection go after a minute of rest, and comes back with another', async () => {
    const server = await startScriptedImap({ folders: { Sent: '\\Sent' } });
    const account = accountOn({ imap: server.port });
    const clock = createTestClock();
    const resting = openWorkbench([account], { clock });
    resting.keepSecret(account.id, 'pass phrase');
    const patient = createMessageRoom({ ...resting, practice });
    const look = async (): Promise<void> => {
      const watched = watchQuery(patient.queries['sent.page'], { accountId: account.id, offset: 0, limit: 5 });
      await watched.waitFor(isReady);
      watched.end();
    };
    await look();
    clock.skip(59_000);
    await look();
    expect(server.count('LOGOUT')).toBe(0);
    clock.skip(61_000);
    await server.waitForCommands('LOGOUT', 1);
    await look();
    expect(server.count('LOGIN') + server.count('AUTHENTICATE')).toBe(2);
    await patient.stop();
    clock.stop();
    resting.close();
    await server.stop();
  });
});

describe('a message of the Sent list', () => {
  const attachment = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 251));
  const lines = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
  const letter = [
    'From: =?utf-8?Q?P=C3=ADa?= <pia@example.test>',
    'To: Bo <bo@example.test>',
    'Bcc: hidden@example.test',
    'Subject: =?utf-8?Q?Bilder_=F0=9F=90=A6?=',
    'Message-ID: <m1@example.test>',
    'Date: Sun, 3 May 2026 10:20:30 +0200',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hej <img src="cid:pic%40x"></p><img src="cid:nowhere">',
    '--r',
    'Content-Type: image/png',
    'Content-ID: <pic@x>',
    'Content-Disposition: inline; filename=p.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--r--',
    '--m',
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="../data.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    lines(attachment),
    '--m--',
    '',
  ].join('\r\n');

  it('opens whole: who, what, its pictures in place, its files savable', async () => {
    const { id } = person('pia@example.test');
    await file('pia@example.test', 'INBOX.Sent', letter);
    const ref = (await page(id)).items[0]?.ref;
    if (ref === undefined) throw new Error('nothing was listed');
    const opened = goodValue(await room.open(ref));
    expect(opened).toMatchObject({
      ref,
      messageId: '<m1@example.test>',
      from: { name: 'Pía', address: 'pia@example.test' },
      to: [{ name: 'Bo' }],
      bcc: [{ address: 'hidden@example.test' }],
      subject: 'Bilder 🐦',
      at: Date.UTC(2026, 4, 3, 8, 20, 30),
      isSourceCut: false,
      envelope: null,
      attachments: [
        { index: 0, name: 'p.png', isInline: true },
        { index: 1, name: 'data.bin', size: 100_000, isInline: false },
      ],
    });
    expect(opened.html).toContain('<img src="data:image/png;base64,iVBORw0KGgo=">');
    expect(opened.html).toContain('cid:nowhere');
    expect(opened.text.trim()).toBe('Hej');
    expect(opened.source).toContain('Bcc: hidden@example.test');
    const saved = goodValue(await room.calls['messages.attachment']({ ref, index: 1 }));
    expect(saved).toMatchObject({ name: 'data.bin', type: 'application/octet-stream' });
    expect(Buffer.from(saved.bytes).equals(attachment)).toBe(true);
    expect(saved.bytes.buffer.byteLength).toBe(100_000);
    expect(await room.calls['messages.attachment']({ ref, index: 7 })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(Buffer.from(goodValue(await room.source(ref))).toString()).toBe(letter);
  });

  it('is not another one when it is gone or the folder was made anew', async () => {
    const { id } = person('alice@example.test');
    const { items } = await page(id, 0, 1);
    const ref = items[0]?.ref;
    if (ref?.kind !== 'imap') throw new Error('nothing was listed');
    expect(await room.open({ ...ref, uid: 4_000_000 })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await room.open({ ...ref, uidValidity: '1' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await room.open({ ...ref, folder: 'Nowhere' })).toMatchObject({
      ok: false,
      failure: { code: 'no-sent-folder', name: 'Nowhere' },
    });
    expect(await room.open({ ...ref, accountId: 'gone' })).toMatchObject({ ok: false, failure: { code: 'account-missing' } });
    expect(await room.open({ kind: 'local', id: 'gone' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await room.open({ kind: 'practice', id: 'gone' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('shows the beginning of a long source and says that it is cut', async () => {
    const { id } = person('gina@example.test');
    await file(
      'gina@example.test',
      '[Gmail]/Sent Mail',
      `Subject: long\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'å'.repeat(200)}\r\n`.replace(
        'å'.repeat(200),
        `x${'å'.repeat(400)}\r\n`.repeat(500),
      ),
    );
    const ref = (await page(id)).items[0]?.ref;
    if (ref === undefined) throw new Error('nothing was listed');
    const opened = goodValue(await room.open(ref));
    expect(opened.isSourceCut).toBe(true);
    expect(Buffer.byteLength(opened.source)).toBeLessThanOrEqual(256 * 1024);
    expect(opened.source).not.toContain('\uFFFD');
  });
});

// Drafts as the page writes them: saved, found again, with their files, turned into messages and back.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../../electron/contract/failure';
import type { Account, Draft, DraftContent, DraftSummary, OpenedMessage } from '../../../electron/contract/model';
import { type ComposeRoom, createComposeRoom } from '../../../electron/engine/compose/room';
import { wireStream } from '../../../electron/engine/compose/wire';
import { listAttachments } from '../../../electron/engine/store/attachments';
import { blobPath, sweepBlobs } from '../../../electron/engine/store/blobs';
import { openStore, type Store } from '../../../electron/engine/store/open';
import { temporaryFolder } from '../../support/profile';
import { valueOf as good, openWorkbench } from '../../support/workbench';

const account: Account = {
  id: 'account-1',
  provider: 'other',
  name: 'Me',
  address: 'me@example.se',
  smtp: { host: 'smtp.example.se', port: 465, security: 'tls', user: 'me' },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
};
const content = (change: Partial<DraftContent> = {}): DraftContent => ({
  accountId: account.id,
  to: [{ kind: 'good', name: 'Anna', address: 'anna@example.se' }],
  cc: [],
  bcc: [],
  subject: 'Hej',
  html: '<p>Hej</p>',
  inReplyTo: null,
  references: [],
  ...change,
});

type Desk = {
  readonly room: ComposeRoom;
  readonly store: Store;
  readonly at: (ms: number) => void;
  readonly create: (start?: Parameters<ComposeRoom['calls']['drafts.create']>[0]['start']) => Promise<Draft>;
};

function openDesk(): Desk {
  let now = 1_000_000;
  const bench = openWorkbench([account], { clock: { now: () => now, after: () => () => undefined } });
  onTestFinished(() => bench.close());
  const room = createComposeRoom(bench);
  return {
    room,
    store: bench.store,
    at: (ms) => {
      now = ms;
    },
    create: async (start = { kind: 'empty' }) => good(await room.calls['drafts.create']({ accountId: account.id, start })),
  };
}
const save = ({ room }: Desk, draftId: string, revision: number, change: Partial<DraftContent> = {}) =>
  room.calls['drafts.save']({ draftId, revision, content: content(change) });
const opened = async ({ room }: Desk, draftId: string): Promise<Draft> => good(await room.calls['drafts.open']({ draftId }));
const codeOf = (result: Result<unknown>): string => (result.ok ? 'fine' : result.failure.code);
const blobsIn = (store: Store): string[] =>
  existsSync(join(store.profile, 'blobs'))
    ? readdirSync(join(store.profile, 'blobs'), { recursive: true })
        .map(String)
        .filter((name) => /[0-9a-f]{64}$/.test(name))
    : [];

describe('writing', () => {
  test('what was saved is there again after a restart', async () => {
    const folder = join(temporaryFolder(), 'profile');
    const first = good(openStore(folder));
    const bench = openWorkbench([account]);
    onTestFinished(() => bench.close());
    const before = createComposeRoom({ ...bench, store: first });
    const { id } = good(await before.calls['drafts.create']({ accountId: account.id, start: { kind: 'empty' } }));
    await before.calls['drafts.save']({ draftId: id, revision: 1, content: content({ html: '<p>Kära Anna 🕊</p>' }) });
    first.close();
    const second = good(openStore(folder));
    onTestFinished(() => second.close());
    const after = createComposeRoom({ ...bench, store: second });
    expect(good(await after.calls['drafts.open']({ draftId: id }))).toMatchObject({
      revision: 1,
      content: content({ html: '<p>Kära Anna 🕊</p>' }),
      attachments: [],
    });
  });

  test('a revision that comes late changes nothing and tells what is stored', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    expect(good(await save(desk, id, 5, { subject: 'five' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    desk.at(1_000_500);
    expect(good(await save(desk, id, 4, { subject: 'four' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    expect(good(await save(desk, id, 5, { subject: 'again' }))).toEqual({ revision: 5, savedAt: 1_000_000 });
    expect((await opened(desk, id)).content.subject).toBe('five');
  });

  test('a draft that is gone says so', async () => {
    const desk = openDesk();
    expect(codeOf(await save(desk, 'nothing', 1))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: 'nothing' }))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.discard']({ draftId: 'nothing' }))).toBe('not-found');
    expect(codeOf(await desk.room.calls['drafts.attachFile']({ draftId: 'nothing', path: '/etc/hostname', isInline: false }))).toBe(
      'not-found',
    );
  });

  test('earlier states are kept one a minute, for a day', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const versions = () =>
      desk.store
        .prepare<{ revision: number }>('SELECT revision FROM draft_version WHERE draft_id = ? ORDER BY revision')
        .all(id)
        .map((row) => row.revision);
    for (let second = 1; second <= 180; second += 1) {
      desk.at(second * 1000);
      await save(desk, id, second);
    }
    expect(versions()).toEqual([0, 60, 120]);
    desk.at(24 * 3_600_000 + 65_000);
    await save(desk, id, 181);
    expect(versions()).toEqual([120, 180]);
  });

  test('the list tells who, what about and how it begins, the newest first', async () => {
    const desk = openDesk();
    const [one, two] = [await desk.create(), await desk.create()];
    desk.at(2_000_000);
    await save(desk, one.id, 1, {
      html: '<p>Fish &amp; chips</p><p>on <b>Friday</b></p>',
      to: [{ kind: 'bad', text: 'anna', problem: 'no-at' }],
      bcc: [{ kind: 'good', name: '', address: 'b@x.se' }],
    });
    let list: readonly DraftSummary[] = [];
    const end = desk.room.queries['drafts.list']({}, (result) => {
      list = good(result);
    });
    end();
    expect(list).toEqual([
      {
        id: one.id,
        accountId: account.id,
        to: ['anna', 'b@x.se'],
        subject: 'Hej',
        snippet: 'Fish & chips on Friday',
        updatedAt: 2_000_000,
        attachments: 0,
      },
      { id: two.id, accountId: account.id, to: [], subject: '', snippet: '', updatedAt: 1_000_000, attachments: 0 },
    ]);
  });

  test('a mailto: link fills in the letter, as text', async () => {
    const draft = await openDesk().create({
      kind: 'mailto',
      url: 'mailto:anna@example.se?subject=Hej&body=%3Cscript%3E%0D%0Arad%202%0D%0A%0D%0Astycke%202&attach=/etc/passwd',
    });
    expect(draft.content).toEqual({
      ...content({ to: [{ kind: 'good', name: '', address: 'anna@example.se' }], html: '<p>&lt;script&gt;<br>rad 2</p><p>stycke 2</p>' }),
    });
    expect(draft.attachments).toEqual([]);
  });

  test('a pasted megabyte of addresses is read while other work goes on', async () => {
    const { room } = openDesk();
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const read = good(await room.calls['addresses.parse']({ text: 'anna@example.se, bad; "Ek, Bo" <bo@example.se>\n'.repeat(2000) }));
    clearImmediate(timer);
    expect(read).toHaveLength(6000);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('attaching', () => {
  test('a file is copied: it may change or vanish afterwards', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const file = join(temporaryFolder(), 'Årsrapport.pdf');
    writeFileSync(file, 'first');
    const attachment = good(await desk.room.calls['drafts.attachFile']({ draftId: id, path: file, isInline: false }));
    expect(attachment).toMatchObject({ name: 'Årsrapport.pdf', type: 'application/pdf', size: 5, cid: null });
    writeFileSync(file, 'second');
    expect(readFileSync(blobPath(desk.store, attachment.sha256), 'utf8')).toBe('first');
    expect((await opened(desk, id)).attachments).toEqual([attachment]);
  });

  test('an empty file is a file', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const file = join(temporaryFolder(), 'empty.txt');
    writeFileSync(file, '');
    expect(good(await desk.room.calls['drafts.attachFile']({ draftId: id, path: file, isInline: false }))).toMatchObject({
      size: 0,
      type: 'text/plain',
    });
  });

  test('a pasted picture gets a name for the letter to show it by; another file does not', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const paste = (name: string, type: string) =>
      desk.room.calls['drafts.attachBytes']({ draftId: id, name, type, bytes: randomBytes(10), isInline: true });
    expect(good(await paste('image.png', 'image/png')).cid).toMatch(/^[0-9a-f]{32}@picture$/);
    expect(good(await paste('../x.html', 'text/html; charset=utf-8'))).toMatchObject({ cid: null, name: 'x.html', type: 'text/html' });
  });

  test.each([
    ['a folder', 'attachment-is-folder', (path: string) => void mkdirSync(path)],
    ['a file that is gone', 'attachment-unreadable', () => undefined],
    ['a link', 'attachment-unreadable', (path: string) => symlinkSync('/etc/hostname', path)],
    ['a pipe that nobody writes to', 'attachment-unreadable', (path: string) => void execFileSync('mkfifo', [path])],
  ])('%s is refused by its name', async (_what, code, make) => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), 'thing.dat');
    make(path);
    expect(await desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: false })).toMatchObject({
      ok: false,
      failure: { code, name: 'thing.dat' },
    });
    expect((await opened(desk, id)).attachments).toEqual([]);
  });

  test.each(['/dev/zero', '/etc/passwd\0.png', '/proc/self/mem'])('%j is refused', async (path) => {
    const desk = openDesk();
    const { id } = await desk.create();
    expect(codeOf(await desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: false }))).toBe('attachment-unreadable');
    expect(blobsIn(desk.store)).toEqual([]);
  });

  test('the same file twice is stored once, and stays while one needs it', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const attach = async () =>
      good(
        await desk.room.calls['drafts.attachBytes']({
          draftId: id,
          name: 'a.txt',
          type: 'text/plain',
          bytes: Buffer.from('same'),
          isInline: false,
        }),
      );
    const [one, two] = [await attach(), await attach()];
    await desk.room.calls['drafts.detach']({ draftId: id, attachmentId: one.id });
    expect(blobsIn(desk.store)).toHaveLength(1);
    await desk.room.calls['drafts.detach']({ draftId: id, attachmentId: two.id });
    expect(blobsIn(desk.store)).toEqual([]);
  });

  test('discarding a draft removes its files, and nobody else’s', async () => {
    const desk = openDesk();
    const [one, two] = [await desk.create(), await desk.create()];
    const attach = (draftId: string, text: string) =>
      desk.room.calls['drafts.attachBytes']({ draftId, name: 'a.txt', type: 'text/plain', bytes: Buffer.from(text), isInline: false });
    await attach(one.id, 'shared');
    await attach(one.id, 'own');
    await attach(two.id, 'shared');
    good(await desk.room.calls['drafts.discard']({ draftId: one.id }));
    expect(blobsIn(desk.store)).toHaveLength(1);
  });

  test('what a crash left behind is swept away, what is needed stays', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const needed = good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'a.txt',
        type: 'text/plain',
        bytes: Buffer.from('needed'),
        isInline: false,
      }),
    );
    const stray = '0'.repeat(64);
    mkdirSync(join(desk.store.profile, 'blobs', '00'), { recursive: true });
    writeFileSync(blobPath(desk.store, stray), 'x');
    writeFileSync(join(desk.store.profile, 'blobs', 'incoming', 'half'), 'x');
    await sweepBlobs(desk.store);
    expect(existsSync(blobPath(desk.store, stray))).toBe(false);
    expect(readdirSync(join(desk.store.profile, 'blobs', 'incoming'))).toEqual([]);
    expect(existsSync(blobPath(desk.store, needed.sha256))).toBe(true);
  });
});

describe('from draft to message and back', () => {
  test('only the stored revision is frozen', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 2);
    expect(codeOf(await desk.room.freeze(id, 1, account))).toBe('draft-changed');
    expect(codeOf(await desk.room.freeze('nothing', 1, account))).toBe('not-found');
    expect(codeOf(await desk.room.freeze(id, 2, account))).toBe('fine');
  });

  test('closing hands the files to the message; taking back makes a draft with all of them', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const picture = good(
      await desk.room.calls['drafts.attachBytes']({ draftId: id, name: 'p.png', type: 'image/png', bytes: randomBytes(9), isInline: true }),
    );
    const file = good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'f.txt',
        type: 'text/plain',
        bytes: Buffer.from('f'),
        isInline: false,
      }),
    );
    await save(desk, id, 1, { html: `<p><img src="app://brevduva/picture/${picture.sha256}" data-cid="${picture.cid}"></p>` });
    const frozen = good(await desk.room.freeze(id, 1, account));
    expect(desk.store.write(() => desk.room.closeDraft({ draftId: id, revision: 1 }, 'message-1', frozen))).toBeNull();
    expect(codeOf(await desk.room.calls['drafts.open']({ draftId: id }))).toBe('not-found');
    expect(listAttachments(desk.store, { kind: 'message', id: 'message-1' })).toEqual([picture, file]);
    const again = await opened(
      desk,
      desk.store.write(() => desk.room.takeBack('message-1', frozen.content)),
    );
    expect(again.content).toEqual(frozen.content);
    expect(again.attachments.map(({ sha256, cid }) => [sha256, cid])).toEqual([
      [picture.sha256, picture.cid],
      [file.sha256, null],
    ]);
    expect(codeOf(await desk.room.freeze(again.id, 0, account))).toBe('fine');
  });

  test('a change while it was being frozen keeps the draft open', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    await save(desk, id, 1);
    const frozen = good(await desk.room.freeze(id, 1, account));
    const close = (revision: number) => desk.store.write(() => desk.room.closeDraft({ draftId: id, revision }, 'message-1', frozen));
    good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'late.txt',
        type: 'text/plain',
        bytes: Buffer.from('late'),
        isInline: false,
      }),
    );
    expect(close(1)?.code).toBe('draft-changed');
    const again = good(await desk.room.freeze(id, 1, account));
    await save(desk, id, 2);
    expect(desk.store.write(() => desk.room.closeDraft({ draftId: id, revision: 1 }, 'message-1', again))?.code).toBe('draft-changed');
    expect((await opened(desk, id)).attachments).toHaveLength(1);
  });
});

describe('answering', () => {
  const source = [
    'Message-ID: <2@x.se>',
    'From: Anna <anna@x.se>',
    'To: me@example.se',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html',
    '',
    '<html><head><title>T</title></head><body><p onclick="x">Look: <img src="cid:pic"><img src="https://spy.example/x.gif"><script>alert(1)</script></p></body></html>',
    '--r',
    'Content-Type: image/png; name=pic.png',
    'Content-ID: <pic>',
    'Content-Disposition: inline; filename=pic.png',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('picture').toString('base64'),
    '--r--',
    '--m',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="report.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('report').toString('base64'),
    '--m--',
    '',
  ].join('\r\n');
  const ref = { kind: 'practice' as const, id: '1' };
  const message: OpenedMessage = {
    ref,
    messageId: '<2@x.se>',
    from: { name: 'Anna', address: 'anna@x.se' },
    to: [{ name: '', address: 'me@example.se' }],
    cc: [],
    bcc: [],
    subject: 'Sv: Look',
    at: 0,
    html: '<p onclick="x">Look: <img src="data:image/png;base64,AAAA"></p>',
    text: 'Look:',
    headers: [{ name: 'References', value: '<1@x.se>' }],
    source,
    isSourceCut: false,
    attachments: [{ index: 0, name: 'report.pdf', type: 'application/pdf', size: 6, isInline: false }],
    envelope: null,
  };
  const withMessage = (change: Partial<OpenedMessage> = {}): Desk => {
    const desk = openDesk();
    desk.room.readMessagesWith({
      open: async () => ({ ok: true, value: { ...message, ...change } }),
      source: async () => ({ ok: true, value: Buffer.from(source) }),
    });
    return desk;
  };

  test('an answer quotes, continues the thread and shows the quoted pictures; nothing in it runs or calls home', async () => {
    const desk = withMessage();
    const draft = await desk.create({ kind: 'reply', ref, intro: 'On 3 May <2026>, Anna wrote:' });
    const [picture] = draft.attachments;
    expect(draft.attachments).toHaveLength(1);
    expect(draft.content).toMatchObject({
      to: [{ kind: 'good', name: 'Anna', address: 'anna@x.se' }],
      subject: 'Re: Look',
      inReplyTo: '<2@x.se>',
      references: ['<1@x.se>', '<2@x.se>'],
    });
    expect(draft.content.html).toMatch(
      /^<p><\/p><p>On 3 May &lt;2026&gt;, Anna wrote:<\/p><blockquote><p>Look: <img src="app:[^>]*><\/p><\/blockquote>$/,
    );
    expect(draft.content.html).toContain(`src="app://brevduva/picture/${picture?.sha256}"`);
    expect(draft.content.html).toContain(`data-cid="${picture?.cid}"`);
    const frozen = good(await desk.room.freeze(draft.id, 0, account));
    const read = await PostalMime.parse(await buffer(wireStream(frozen.pieces, desk.store)));
    expect(read.text).toContain('> Look:');
    expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).toString()).toBe('picture');
  });

  test('a forward takes the files along', async () => {
    const draft = await withMessage().create({ kind: 'forward', ref, intro: 'Forwarded' });
    expect(draft.content).toMatchObject({ to: [], subject: 'Fwd: Sv: Look', inReplyTo: null });
    expect(draft.attachments.map(({ name, cid, size }) => [name, cid === null, size])).toEqual([
      ['report.pdf', true, 6],
      ['pic.png', false, 7],
    ]);
  });

  test('a message of text only is quoted as text', async () => {
    const draft = await withMessage({ html: null, text: 'Hi <you>\nline 2\n\nnext', attachments: [] }).create({
      kind: 'reply',
      ref,
      intro: 'A:',
    });
    expect(draft.content.html).toBe('<p></p><p>A:</p><blockquote><p>Hi &lt;you&gt;<br>line 2</p><p>next</p></blockquote>');
  });

  test('a forward that can not be read whole makes no draft', async () => {
    const desk = withMessage();
    desk.room.readMessagesWith({
      open: async () => ({ ok: true, value: message }),
      source: async () => ({ ok: false, failure: { code: 'offline' } }),
    });
    expect(codeOf(await desk.room.calls['drafts.create']({ accountId: null, start: { kind: 'forward', ref, intro: '' } }))).toBe('offline');
    expect(desk.store.prepare('SELECT 1 FROM draft').all()).toEqual([]);
  });
});

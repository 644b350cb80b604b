// Files of a draft: folders as zip files, archives looked into, order and names, progress, and what is gone from the disk.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CopyUnderWay } from '../../../electron/contract/model/attachments';
import { blobPath } from '../../../electron/engine/store/blobs';
import { account, blobsIn, codeOf, type Desk, openDesk, opened, save } from '../../support/compose-desk';
import { temporaryFolder } from '../../support/profile';
import { goodValue as good } from '../../support/workbench';

const attach = ({ room }: Desk, draftId: string, name: string, content = name) =>
  room.calls['drafts.attachBytes']({ draftId, name, type: '', bytes: Buffer.from(content), isInline: false });
const names = async (desk: Desk, draftId: string): Promise<string[]> => (await opened(desk, draftId)).attachments.map(({ name }) => name);

/** Python's own reader: what others make of our zip. */
const readZip = (file: string): Record<string, string> =>
  JSON.parse(
    execFileSync(
      'python3',
      [
        '-c',
        'import sys,json,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps({i.filename:z.read(i).decode("utf8","replace")[:50] for i in z.infolist()}))',
        file,
      ],
      { encoding: 'utf8' },
    ),
  ) as Record<string, string>;

describe('a folder', () => {
  test('becomes one zip that others can read; links and the system’s own files stay out', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const folder = join(temporaryFolder(), 'Sommarläger');
    mkdirSync(join(folder, 'bilder', 'tom'), { recursive: true });
    writeFileSync(join(folder, 'läs mig.txt'), 'Hej å hå');
    writeFileSync(join(folder, 'bilder', 'a.jpg'), 'jpg');
    writeFileSync(join(folder, '.DS_Store'), 'x');
    writeFileSync(join(folder, 'back\\slash.txt'), 'b');
    symlinkSync('/etc/passwd', join(folder, 'passwd'));
    symlinkSync('/etc', join(folder, 'etc'));
    const zip = good(await desk.room.calls['drafts.attachFolder']({ draftId: id, path: folder }));
    expect(zip).toMatchObject({ name: 'Sommarläger.zip', type: 'application/zip', cid: null });
    expect(readZip(blobPath(desk.store, zip.sha256))).toEqual({
      'Sommarläger/back_slash.txt': 'b',
      'Sommarläger/läs mig.txt': 'Hej å hå',
      'Sommarläger/bilder/a.jpg': 'jpg',
      'Sommarläger/bilder/tom/': '',
    });
    expect(await names(desk, id)).toEqual(['Sommarläger.zip']);
  });

  test('with a program in it is warned of', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const folder = join(temporaryFolder(), 'Tool');
    mkdirSync(folder);
    writeFileSync(join(folder, 'setup.exe'), 'MZ');
    const zip = good(await desk.room.calls['drafts.attachFolder']({ draftId: id, path: folder }));
    expect(zip.holds).toBe('Tool/setup.exe');
    // The same archive, given as a file.
    const file = join(temporaryFolder(), 'renamed.zip');
    execFileSync('cp', [blobPath(desk.store, zip.sha256), file]);
    expect(good(await desk.room.calls['drafts.attachFile']({ draftId: id, path: file, isInline: false })).holds).toBe('Tool/setup.exe');
  });

  test.each([
    ['an empty one', 'folder-empty', (folder: string) => mkdirSync(folder)],
    [
      'one larger than any mail',
      'folder-too-large',
      (folder: string) => {
        mkdirSync(folder);
        writeFileSync(join(folder, 'film.mkv'), '');
        truncateSync(join(folder, 'film.mkv'), 3_000_000_000);
      },
    ],
    ['one that is gone', 'attachment-unreadable', () => undefined],
  ])('%s is answered by its name and leaves nothing behind', async (_what, code, make) => {
    const desk = openDesk();
    const { id } = await desk.create();
    const folder = join(temporaryFolder(), 'Stuff');
    make(folder);
    expect(await desk.room.calls['drafts.attachFolder']({ draftId: id, path: folder })).toMatchObject({
      ok: false,
      failure: { code, name: 'Stuff' },
    });
    expect(blobsIn(desk.store)).toEqual([]);
  });

  test('a broken archive is attached all the same', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    expect(good(await attach(desk, id, 'broken.zip', 'PK but nothing more')).holds).toBeUndefined();
  });
});

describe('a copy under way', () => {
  test('tells how far it is, and can be called off: nothing of it stays', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), 'film.mkv');
    writeFileSync(path, '');
    truncateSync(path, 400_000_000);
    const seen: CopyUnderWay[][] = [];
    const end = desk.room.queries['drafts.copies']({ draftId: id }, (list) => void seen.push(good(list)));
    const copying = Promise.resolve(desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: false, copyId: 'c1' }));
    while (!seen.some((list) => (list[0]?.done ?? 0) > 1_000_000)) await new Promise((resolve) => setImmediate(resolve));
    expect(seen.at(-1)?.[0]).toMatchObject({ copyId: 'c1', name: 'film.mkv', total: 400_000_000, work: 'copying' });
    expect(codeOf(await desk.room.calls['drafts.stopCopy']({ draftId: id, copyId: 'c1' }))).toBe('fine');
    expect(codeOf(await copying)).toBe('cancelled');
    expect(seen.at(-1)).toEqual([]);
    end();
    expect(await names(desk, id)).toEqual([]);
    expect(blobsIn(desk.store)).toEqual([]);
    expect(codeOf(await desk.room.calls['drafts.stopCopy']({ draftId: id, copyId: 'c1' }))).toBe('not-found');
  });
});

describe('order and names', () => {
  test('the order that was wished is the order they are sent in', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const [a, b, c] = [good(await attach(desk, id, 'a.txt')), good(await attach(desk, id, 'b.txt')), good(await attach(desk, id, 'c.txt'))];
    good(await desk.room.calls['drafts.arrange']({ draftId: id, ids: [c.id, a.id] }));
    expect(await names(desk, id)).toEqual(['c.txt', 'a.txt', 'b.txt']);
    good(await attach(desk, id, 'd.txt'));
    expect(await names(desk, id)).toEqual(['c.txt', 'a.txt', 'b.txt', 'd.txt']);
    await save(desk, id, 1);
    expect(
      good(await desk.room.freeze(id, 1, account))
        .attachments.map(({ id: one }) => one)
        .slice(0, 3),
    ).toEqual([c.id, a.id, b.id]);
  });

  test('a new name keeps the ending, and one that is none is refused', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const file = good(await attach(desk, id, 'scan0001.pdf'));
    expect(good(await desk.room.calls['drafts.rename']({ draftId: id, attachmentId: file.id, name: 'Avtal 2026' })).name).toBe(
      'Avtal 2026.pdf',
    );
    expect(await names(desk, id)).toEqual(['Avtal 2026.pdf']);
    expect(codeOf(await desk.room.calls['drafts.rename']({ draftId: id, attachmentId: file.id, name: ' . ' }))).toBe('invalid-input');
    expect(codeOf(await desk.room.calls['drafts.rename']({ draftId: id, attachmentId: 'other', name: 'x' }))).toBe('not-found');
  });
});

test('text is shown as text, whatever its encoding; other files are not', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const read = async (bytes: Uint8Array<ArrayBuffer>) => {
    const file = good(
      await desk.room.calls['drafts.attachBytes']({ draftId: id, name: 'f.txt', type: 'text/plain', bytes, isInline: false }),
    );
    return desk.room.calls['drafts.readText']({ draftId: id, attachmentId: file.id });
  };
  expect(good(await read(Buffer.from('Hej på dig')))).toEqual({ text: 'Hej på dig', isWhole: true });
  expect(good(await read(Buffer.from('Hej p\xe5 dig', 'latin1'))).text).toBe('Hej på dig');
  expect(good(await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Hej på', 'utf16le')]))).text).toBe('Hej på');
  const long = good(await read(Buffer.from('å'.repeat(50_000))));
  expect([long.isWhole, /^å+$/.test(long.text)]).toEqual([false, true]);
  expect(codeOf(await read(Buffer.from([0x25, 0x50, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 14, 15])))).toBe('not-possible-now');
});

test('a draft whose stored files were taken away says which, sends nothing, and is fine without them', async () => {
  const desk = openDesk();
  const { id } = await desk.create();
  const gone = good(await attach(desk, id, 'avtal.pdf'));
  const cut = good(await attach(desk, id, 'bild.bin', 'something long enough'));
  const whole = good(await attach(desk, id, 'kvar.txt'));
  rmSync(blobPath(desk.store, gone.sha256));
  truncateSync(blobPath(desk.store, cut.sha256), 3);
  const files = good(await desk.room.calls['drafts.files']({ draftId: id }));
  expect(files.map(({ name, isMissing }) => [name, isMissing])).toEqual([
    ['avtal.pdf', true],
    ['bild.bin', true],
    ['kvar.txt', false],
  ]);
  await save(desk, id, 1, { html: '<p>Here are the papers that you asked for.</p>' });
  expect(await desk.room.freeze(id, 1, account)).toMatchObject({ ok: false, failure: { code: 'attachment-missing', name: 'avtal.pdf' } });
  for (const { id: attachmentId } of [gone, cut]) good(await desk.room.calls['drafts.detach']({ draftId: id, attachmentId }));
  expect(good(await desk.room.freeze(id, 1, account)).attachments.map(({ id: one }) => one)).toEqual([whole.id]);
});

// Files in a draft: copied when they are attached, stored once, gone when nothing needs them.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blobPath, sweepBlobs } from '../../../electron/engine/store/blobs';
import { blobsIn, codeOf, openDesk, opened } from '../../support/compose-desk';
import { drawing } from '../../support/pictures';
import { temporaryFolder } from '../../support/profile';
import { goodValue as good } from '../../support/workbench';

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
    const bytes = await drawing();
    const paste = (name: string, type: string) => desk.room.calls['drafts.attachBytes']({ draftId: id, name, type, bytes, isInline: true });
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

  test('a file beyond any server’s limit is refused before it is copied', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), 'film.mkv');
    writeFileSync(path, '');
    truncateSync(path, 3_000_000_000);
    expect(await desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: false })).toMatchObject({
      ok: false,
      failure: { code: 'message-too-large', name: 'film.mkv', size: 3_000_000_000 },
    });
  });

  test('a file that changes while it is copied is refused, and leaves nothing behind', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), 'log.txt');
    writeFileSync(path, Buffer.alloc(16_000_000));
    const copying = Promise.resolve(desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: false }));
    const incoming = join(desk.store.profile, 'blobs', 'incoming');
    while (!existsSync(incoming) || readdirSync(incoming).length === 0) await new Promise((resolve) => setImmediate(resolve));
    appendFileSync(path, 'more');
    expect(await copying).toMatchObject({ ok: false, failure: { code: 'attachment-unreadable', name: 'log.txt' } });
    expect(readdirSync(incoming)).toEqual([]);
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

// Pictures of a letter: made ready for mail on their way in, and attached ones made smaller and back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../electron/contract/model/drafts';
import { blobPath } from '../../../electron/engine/store/blobs';
import { account, blobsIn, codeOf, type Desk, openDesk, opened, save } from '../../support/compose-desk';
import { drawing, heic, largeJpeg, movingGif, photo, pictureBomb, seenThrough } from '../../support/pictures';
import { temporaryFolder } from '../../support/profile';
import { goodValue as good } from '../../support/workbench';

const paste = ({ room }: Desk, draftId: string, name: string, bytes: Uint8Array<ArrayBuffer>, isInline = true) =>
  room.calls['drafts.attachBytes']({
    draftId,
    name,
    type: `image/${name.split('.').at(-1) === 'jpg' ? 'jpeg' : name.split('.').at(-1)}`,
    bytes,
    isInline,
  });
const bytesOf = ({ store }: Desk, { sha256 }: Pick<Attachment, 'sha256'>): Buffer => readFileSync(blobPath(store, sha256));

describe('a picture for the text', () => {
  test('a photo is turned upright, made smaller, and tells neither place nor camera; the original stays with the draft', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const taken = await photo({ width: 3000, height: 2000 });
    expect(taken.includes('Secret Camera 9')).toBe(true);
    const shown = good(await paste(desk, id, 'IMG 1.jpg', taken));
    const bytes = bytesOf(desk, shown);
    expect(shown).toMatchObject({ name: 'IMG 1.jpg', type: 'image/jpeg', size: bytes.length });
    expect(bytes.length).toBeLessThan(taken.length / 3);
    const said = await sharp(bytes).metadata();
    expect([said.width, said.height, said.format]).toEqual([1067, 1600, 'jpeg']);
    expect([said.exif, said.xmp, said.iptc, said.icc, said.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(bytes.includes('Secret')).toBe(false);
    const files = good(await desk.room.calls['drafts.files']({ draftId: id }));
    expect(files).toHaveLength(2);
    const original = files.find(({ originalOf }) => originalOf === shown.id);
    expect(original).toMatchObject({ size: taken.length, isMissing: false });
    expect(bytesOf(desk, original ?? shown).equals(taken)).toBe(true);
  });

  test('only what the letter shows goes: the smaller one, or the original where it was wished', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const shown = good(await paste(desk, id, 'a.jpg', await photo({ width: 2000, height: 1500 })));
    const original = (await opened(desk, id)).attachments.find(({ originalOf }) => originalOf === shown.id);
    const html = (one: Attachment | undefined) =>
      `<p>Here is the photo that I told you of.</p><p><img src="app://brevduva/picture/${one?.sha256}" data-cid="${one?.cid}"></p>`;
    await save(desk, id, 1, { html: html(shown) });
    expect(good(await desk.room.freeze(id, 1, account)).attachments.map(({ sha256 }) => sha256)).toEqual([shown.sha256]);
    await save(desk, id, 2, { html: html(original) });
    expect(good(await desk.room.freeze(id, 2, account)).attachments.map(({ sha256 }) => sha256)).toEqual([original?.sha256]);
  });

  test('a small screenshot stays as it is; a transparent one stays transparent', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const bytes = await drawing();
    const shown = good(await paste(desk, id, 'screen.png', bytes));
    expect(bytesOf(desk, shown).equals(bytes)).toBe(true);
    const clear = good(await paste(desk, id, 'clear.png', await seenThrough({ width: 1800, height: 900 })));
    expect(clear.type).toBe('image/png');
    expect(await sharp(bytesOf(desk, clear)).metadata()).toMatchObject({ width: 1600, hasAlpha: true });
  });

  test.each(['webp', 'tiff', 'avif'] as const)('a %s photo becomes a jpeg, which every mail program shows', async (format) => {
    const desk = openDesk();
    const { id } = await desk.create();
    const bytes = await sharp(await photo({ width: 900, height: 700 }))
      .toFormat(format, { quality: 90 })
      .toBuffer();
    const shown = good(await paste(desk, id, `picture.${format}`, bytes));
    expect(shown).toMatchObject({ name: 'picture.jpg', type: 'image/jpeg' });
  });

  test('colours of another colour space become those of the web', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const shown = good(await paste(desk, id, 'p3.jpg', bytes));
    expect((await sharp(bytesOf(desk, shown)).metadata()).icc).toBeUndefined();
  });

  test('a gif that moves keeps moving', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const shown = good(await paste(desk, id, 'dance.gif', await movingGif()));
    expect((await sharp(bytesOf(desk, shown)).metadata()).pages).toBe(3);
    good(await paste(desk, id, 'still.png', await drawing()));
    expect(good(await desk.room.calls['drafts.moving']({ draftId: id })).pictures).toEqual([shown.sha256]);
  });

  test('sixty megapixels hold nothing up: the engine answers other calls all the while', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const other = await desk.create();
    const bytes = await largeJpeg(9504, 6336);
    let isDone = false;
    const path = join(temporaryFolder(), 'huge.jpg');
    writeFileSync(path, bytes);
    const attaching = Promise.resolve(desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: true })).then((answer) => {
      isDone = true;
      return answer;
    });
    const began = performance.now();
    let longest = 0;
    let saved = 0;
    for (let last = began; !isDone; last = performance.now()) {
      await new Promise((resolve) => setImmediate(resolve));
      good(await save(desk, other.id, saved + 1));
      saved += 1;
      longest = Math.max(longest, performance.now() - last);
    }
    expect(await sharp(bytesOf(desk, good(await attaching))).metadata()).toMatchObject({ width: 1600, height: 1067 });
    expect(saved).toBeGreaterThan(5);
    expect(longest).toBeLessThan((performance.now() - began) / 2); // no turn took as long as the picture, however busy the computer is
  });

  test.each([
    ['photo.heic', heic],
    ['photo.jpg', heic],
    ['photo.dng', photo],
  ])('%s of a kind that is not read here says so, and goes as a file', async (name, make) => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), name);
    writeFileSync(path, await make());
    const attach = (isInline: boolean) => desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline });
    expect(await attach(true)).toMatchObject({
      ok: false,
      failure: { code: 'picture-kind-unread', name, kind: name === 'photo.dng' ? 'RAW' : 'HEIC' },
    });
    expect(blobsIn(desk.store)).toEqual([]);
    expect(good(await attach(false))).toMatchObject({ name, cid: null, ...(name === 'photo.heic' ? { type: 'image/heic' } : {}) });
  });

  test('a file of a kind that no table of types knows is read by what is in it', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const path = join(temporaryFolder(), 'photo.avif');
    writeFileSync(
      path,
      await sharp(await photo({ width: 80, height: 60 }))
        .avif({ effort: 0 })
        .toBuffer(),
    );
    const shown = good(await desk.room.calls['drafts.attachFile']({ draftId: id, path, isInline: true }));
    expect(shown).toMatchObject({ type: 'image/png' });
    expect(shown.cid).not.toBeNull();
  });

  test.each([
    ['a broken one', 'picture-unreadable', async () => (await photo()).subarray(0, 5000)],
    ['one that is none', 'picture-unreadable', async () => Buffer.from('hello, I am a picture')],
    [
      'a drawing with scripts',
      'picture-unreadable',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ],
    ['one that says it is huge', 'picture-too-large', async () => pictureBomb(50_000, 50_000)],
    ['one that says it is twelve thousand by twelve thousand', 'picture-too-large', async () => pictureBomb(12_000, 12_000)],
  ])('%s is answered by its name and leaves nothing behind', async (_what, code, make) => {
    const desk = openDesk();
    const { id } = await desk.create();
    const answer = await paste(desk, id, 'thing.png', await make());
    expect(answer).toMatchObject({ ok: false, failure: { code, name: 'thing.png' } });
    expect((await opened(desk, id)).attachments).toEqual([]);
    expect(blobsIn(desk.store)).toEqual([]);
  });
});

describe('attached pictures', () => {
  test('are made smaller in their place, and put back as they were', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const taken = await photo({ width: 3200, height: 2400 });
    const first = good(await paste(desk, id, 'one.jpg', taken, false));
    const text = good(
      await desk.room.calls['drafts.attachBytes']({
        draftId: id,
        name: 'a.txt',
        type: 'text/plain',
        bytes: Buffer.from('a'),
        isInline: false,
      }),
    );
    const last = good(await paste(desk, id, 'two.jpg', await photo({ width: 2400, height: 3200 }), false));
    const shrunk = good(await desk.room.calls['drafts.shrink']({ draftId: id, ids: [first.id, text.id, last.id] }));
    const going = shrunk.files.filter(({ cid }) => cid === null);
    expect(going.map(({ name }) => name)).toEqual(['one.jpg', 'a.txt', 'two.jpg']);
    expect(shrunk.left).toBe(1);
    expect(going[0]?.size).toBeLessThan(taken.length / 2);
    expect((await sharp(bytesOf(desk, going[0] ?? first)).metadata()).exif).toBeUndefined();
    await save(desk, id, 1);
    expect(good(await desk.room.freeze(id, 1, account)).attachments).toHaveLength(3);
    const back = good(await desk.room.calls['drafts.unshrink']({ draftId: id, ids: going.map((one) => one.id) }));
    expect(back.map(({ id: one, cid, originalOf }) => [one, cid, originalOf])).toEqual(
      [first, text, last].map((one) => [one.id, null, undefined]),
    );
    expect(blobsIn(desk.store)).toHaveLength(3);
  });

  test('what is removed takes its original along', async () => {
    const desk = openDesk();
    const { id } = await desk.create();
    const first = good(await paste(desk, id, 'one.jpg', await photo({ width: 3200, height: 2400 }), false));
    const { files } = good(await desk.room.calls['drafts.shrink']({ draftId: id, ids: [first.id] }));
    const made = files.find(({ cid }) => cid === null);
    expect(codeOf(await desk.room.calls['drafts.detach']({ draftId: id, attachmentId: made?.id ?? '' }))).toBe('fine');
    expect(blobsIn(desk.store)).toEqual([]);
    expect(existsSync(blobPath(desk.store, first.sha256))).toBe(false);
  });
});

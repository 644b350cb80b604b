// The rules for files of a letter: what pictures become, which kinds are warned of, how they are named and put in order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dangerOf, firstDangerous, warningOf } from '../../../../electron/domain/attachments/danger';
import { endingAt, movedTo, renamed } from '../../../../electron/domain/attachments/naming';
import { kindOf, pictureTypeOf, unreadKind } from '../../../../electron/domain/attachments/picture-kinds';
import {
  chooseFormat,
  heavyUnread,
  offerToShrink,
  type PictureFacts,
  pictureName,
  planPicture,
} from '../../../../electron/domain/attachments/picture-plan';
import { sizeLimitOf } from '../../../../electron/domain/attachments/size-limit';
import { belongsInZip, isPacked } from '../../../../electron/domain/attachments/zip-rules';

const facts = (change: Partial<PictureFacts> = {}): PictureFacts => ({
  format: 'jpeg',
  width: 4000,
  height: 3000,
  frames: 1,
  hasBaggage: false,
  ...change,
});

describe('what becomes of a picture', () => {
  test('a photo is made smaller, more for the text than as a file', () => {
    expect(planPicture(facts(), 'text')).toEqual({ kind: 'jpeg', side: 1600, quality: 82 });
    expect(planPicture(facts(), 'file')).toEqual({ kind: 'jpeg', side: 2048, quality: 82 });
  });

  test('a photo that is small enough is squeezed less: it only loses its place and camera', () => {
    expect(planPicture(facts({ width: 800, height: 600 }), 'text')).toMatchObject({ kind: 'jpeg', quality: 90 });
  });

  test('a plain screenshot and a moving gif stay as they are', () => {
    expect(planPicture(facts({ format: 'png', width: 1200, height: 800 }), 'text')).toEqual({ kind: 'keep' });
    expect(planPicture(facts({ format: 'gif', frames: 20 }), 'text')).toEqual({ kind: 'keep' });
  });

  test('what mail programs don’t show becomes something they do', () => {
    expect(planPicture(facts({ format: 'webp', width: 100, height: 100 }), 'text').kind).toBe('choose');
    expect(planPicture(facts({ format: 'tiff' }), 'text').kind).toBe('choose');
    expect(planPicture(facts({ format: 'webp', frames: 8 }), 'text').kind).toBe('gif');
  });

  test('sixty megapixels are fine; what only says that it is huge is refused', () => {
    expect(planPicture(facts({ width: 9504, height: 6336 }), 'text').kind).toBe('jpeg');
    expect(planPicture(facts({ format: 'png', width: 60_000, height: 60_000 }), 'text')).toEqual({
      kind: 'refuse',
      pixels: 3_600_000_000,
      limit: 100_000_000,
    });
  });

  test('no picture is let through with more pixels than can be unfolded', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.constantFrom('jpeg', 'png', 'gif', 'webp', 'tiff', 'heif'),
        (width, height, format) => {
          const plan = planPicture(facts({ width, height, format }), 'text');
          return plan.kind === 'refuse' || width * height <= 210_000_000;
        },
      ),
    );
  });

  test('a drawing goes as png, a photo as jpeg, what is seen through as png', () => {
    expect(chooseFormat(80_000, 60_000)).toBe('png');
    expect(chooseFormat(1_000_000, 900_000)).toBe('png');
    expect(chooseFormat(3_000_000, 300_000)).toBe('jpeg');
    expect(chooseFormat(3_000_000, null)).toBe('png');
  });

  test('its name tells its format', () => {
    expect(pictureName('IMG 1.HEIC', 'jpeg')).toBe('IMG 1.jpg');
    expect(pictureName('a.JPEG', 'jpeg')).toBe('a.JPEG');
    expect(pictureName('plan.v2.webp', 'png')).toBe('plan.v2.png');
    expect(pictureName('picture', 'png')).toBe('picture.png');
  });

  test('making them smaller is offered where it gains something', () => {
    const photo = { type: 'image/jpeg', size: 4_500_000 };
    expect(offerToShrink([photo, photo, { type: 'application/pdf', size: 9_000_000 }])).toEqual({
      files: [photo, photo],
      from: 9_000_000,
      to: 1_200_000,
    });
    expect(offerToShrink([{ type: 'image/jpeg', size: 900_000 }])).toBeNull();
    expect(offerToShrink([])).toBeNull();
  });
});

describe('kinds of pictures that are not read here', () => {
  test.each([
    ['IMG_1.HEIC', 'HEIC', 'image/heic'],
    ['a.heif', 'HEIC', 'image/heic'],
    ['a.jxl', 'JPEG XL', 'image/jxl'],
    ['DSC.NEF', 'RAW', null],
    ['a.avif', null, 'image/avif'],
    ['a.jpg', null, null],
    ['heic', null, null],
  ])('%s by its name: %s', (name, kind, type) => {
    expect(unreadKind(name)).toBe(kind);
    expect(pictureTypeOf(name)).toBe(type);
  });

  test.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['AVIF', '\0\0\0\x1cftypmif1\0\0\0\0mif1avif'],
    ['RAW', '\0\0\0\x18ftypcrx \0\0\0\x01crx '],
    ['RAW', 'II*\0\x10\0\0\0CR\x02\0'],
    ['JPEG XL', '\xff\x0a\xfa\x1f'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n'],
    ['Photoshop', '8BPS\0\x01'],
    [null, 'II*\0\x08\0\0\0\x0f\0\0\x01'],
    [null, '\0\0\0\x18ftypmp42'],
    [null, ''],
  ])('%s by its first octets', (kind, octets) => expect(kindOf(Buffer.from(octets, 'latin1'))).toBe(kind));

  test('that weigh much are named where one would look for the offer to make them smaller', () => {
    const heavy = { name: 'IMG_1.HEIC', size: 4_000_000 };
    expect(heavyUnread([heavy, { name: 'IMG_2.HEIC', size: 400_000 }, { name: 'a.jpg', size: 4_000_000 }])).toEqual([heavy]);
  });
});

describe('kinds that are refused elsewhere', () => {
  test.each(['setup.exe', 'Invoice.pdf.js', 'x.VBS', 'saver.scr', 'run.bat', 'do.ps1', 'link.lnk', 'old.exe. ', 'page.hta', 'tool.jar'])(
    '%s is a program',
    (name) => {
      expect(dangerOf(name)).toBe('program');
    },
  );
  test('documents with macros and disks are told apart from programs', () => {
    expect(dangerOf('Budget.XLSM')).toBe('macros');
    expect(dangerOf('letter.docm')).toBe('macros');
    expect(dangerOf('disc.iso')).toBe('disk');
  });
  test.each(['Report.pdf', 'photo.jpg', 'letter.docx', 'sheet.xlsx', 'archive.zip', 'README', '.profile', 'exe', 'notes.exe.txt'])(
    '%s is nothing to warn of',
    (name) => {
      expect(dangerOf(name)).toBeNull();
    },
  );
  test('a program in an archive is named without its folder', () => {
    const holds = firstDangerous(['Tool/readme.txt', 'Tool/bin/setup.exe']);
    expect(warningOf({ name: 'Tool.zip', holds })).toEqual({ danger: 'program', inside: 'setup.exe' });
    expect(warningOf({ name: 'Photos.zip', holds: null })).toBeNull();
  });
});

describe('names', () => {
  test('the ending is left out of what is selected', () => {
    expect('Report 2026.pdf'.slice(0, endingAt('Report 2026.pdf'))).toBe('Report 2026');
    expect('backup.tar.gz'.slice(0, endingAt('backup.tar.gz'))).toBe('backup');
    expect(endingAt('.profile')).toBe('.profile'.length);
    expect(endingAt('Mr. Smith')).toBe('Mr. Smith'.length);
  });
  test('an ending that was left out is put back; what can’t be in a name becomes an underscore', () => {
    expect(renamed('Budget', 'old.xlsx')).toBe('Budget.xlsx');
    expect(renamed('Budget.csv', 'old.xlsx')).toBe('Budget.csv');
    expect(renamed(' a/b: c\n', 'x.txt')).toBe('a_b_ c.txt');
    expect(renamed('  .. ', 'x.txt')).toBeNull();
  });
  test('whatever is typed, the name is one line of at most 255 characters without a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const name = renamed(typed, 'before.pdf');
        return name === null || (name.length <= 255 && name.trim() !== '' && !/[/\\\p{Cc}]/u.test(name));
      }),
    );
  });
  test('moving one keeps all the others in their order', () => {
    expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(movedTo(['a', 'b', 'c'], 0, 5)).toEqual(['a', 'b', 'c']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(20), fc.nat(20), (list, from, to) => {
        const moved = movedTo(list, from, to);
        expect([...moved].sort()).toEqual([...list].sort());
      }),
    );
  });
});

test('the smaller of what is known and what the server announced counts', () => {
  expect(sizeLimitOf({ provider: 'other', address: 'anna@example.org' }, null)).toBeNull();
  expect(sizeLimitOf({ provider: 'other', address: 'anna@example.org' }, 10_000_000)).toBe(10_000_000);
  const known = sizeLimitOf({ provider: 'icloud', address: 'anna@example.org' }, null);
  expect(known).toBe(20 * 1024 * 1024);
  expect(sizeLimitOf({ provider: 'icloud', address: 'anna@example.org' }, 100_000_000)).toBe(known);
  expect(sizeLimitOf({ provider: 'icloud', address: 'anna@example.org' }, 1_000_000)).toBe(1_000_000);
});

test('what the system puts into folders stays out of a zip, and what is packed is not packed again', () => {
  expect(['.DS_Store', 'Thumbs.db', '._photo.jpg', 'photo.jpg', '.gitignore'].filter(belongsInZip)).toEqual(['photo.jpg', '.gitignore']);
  expect([isPacked('a.JPG'), isPacked('a.docx'), isPacked('a.txt')]).toEqual([true, true, false]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOfAddress, pictureType } from '../../../electron/shell/app-paths';

const folders = { page: '/program/renderer', blobs: '/profile/blobs' };
const find = (address: string) => fileOfAddress(address, folders);
const hash = 'ab'.repeat(32);

describe('addresses of the page', () => {
  test('a file of the page is served with its type', () => {
    expect(find('app://brevduva/index.html')).toEqual({
      kind: 'page',
      file: '/program/renderer/index.html',
      type: 'text/html; charset=utf-8',
    });
    expect(find('app://brevduva/assets/index-D_59gaYA.js?v=1#x')).toMatchObject({ file: '/program/renderer/assets/index-D_59gaYA.js' });
  });

  test('a picture is found by its content', () => {
    expect(find(`app://brevduva/picture/${hash}`)).toEqual({ kind: 'picture', file: `/profile/blobs/ab/${hash}` });
  });

  test.each([
    'app://brevduva/',
    'app://brevduva/..%2f..%2fetc%2fpasswd',
    'app://brevduva/assets/..\\..\\main.js',
    'app://brevduva/a//b.js',
    'app://brevduva/.env.json',
    'app://brevduva/file.exe',
    'app://brevduva/main',
    'app://brevduva/picture/abc',
    `app://brevduva/picture/${hash.toUpperCase()}`,
    `app://brevduva/picture/${hash}/x`,
    `app://brevduva/picture/${hash}%00`,
    'app://elsewhere/index.html',
    'app://brevduva:1/index.html',
    'file:///etc/passwd',
    'https://brevduva/index.html',
    'nonsense',
  ])('%s is not there', (address) => {
    expect(find(address)).toBeNull();
  });

  test('dots are resolved before the folder is looked at', () => {
    for (const dots of ['..', '%2e%2e', './..'])
      expect(find(`app://brevduva/${dots}/main/main.js`)).toMatchObject({ file: '/program/renderer/main/main.js' });
  });

  test('no address leads outside the two folders', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', 'assets', 'index.html', 'picture', hash, '%00', '//', 'x.js');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = find(`app://brevduva/${pieces.join('')}`);
        return found === null || (/^\/(program\/renderer|profile\/blobs)\/[^.][\w./-]*$/.test(found.file) && !found.file.includes('..'));
      }),
    );
  });
});

describe('pictures', () => {
  const bytes = (...octets: number[]) => Uint8Array.from(octets);
  const text = (word: string) => new TextEncoder().encode(word);

  test('the four kinds are known by their first octets', () => {
    expect(pictureType(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png');
    expect(pictureType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(pictureType(text('GIF89a..'))).toBe('image/gif');
    expect(pictureType(text('GIF87a..'))).toBe('image/gif');
    expect(pictureType(text('RIFF....WEBPVP8 '))).toBe('image/webp');
  });

  test.each(['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'GIF90a', 'RIFF....WAVE', 'BM', '%PDF-1.7', '\u0000\u0000'])(
    '%j is none',
    (start) => {
      expect(pictureType(text(start))).toBeNull();
    },
  );
});

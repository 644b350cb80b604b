// How large a picture says it is, whatever kind it is of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPictureBearable, pictureSize } from '../../../electron/domain/picture-size';

const octets = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const png = (width: readonly number[], height: readonly number[]): Uint8Array =>
  octets([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height);
const gifScreen = [100, 0, 50, 0, 0x80, 0, 0, ...zeros(6)];

describe('the size of', () => {
  it.each<[string, Uint8Array, number, number]>([
    ['a PNG', png([0, 0, 1, 0], [0, 0, 0, 16]), 256, 16],
    ['a GIF', octets('GIF89a', gifScreen, [0x2c, 0, 0, 0, 0, 10, 0, 10, 0]), 100, 50],
    [
      'a GIF whose frame is larger than its screen',
      octets('GIF89a', gifScreen, [0x21, 0xf9, 1, 0, 0, 0x2c, 0, 0, 0, 0, 0xff, 0xff, 10, 0]),
      65_535,
      50,
    ],
    ['a JPEG behind its notes', octets([0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 0]), 256, 200],
    ['a WebP with its own canvas', octets('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [255, 0, 0, 9, 0, 0]), 256, 10],
    ['a WebP without loss', octets('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x63, 0x40, 0x0c, 0]), 100, 50],
    ['a WebP with loss', octets('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [44, 1, 200, 0]), 300, 200],
    ['a bitmap, upside down', octets('BM', zeros(12), [40, 0, 0, 0, 10, 0, 0, 0, 0xf6, 0xff, 0xff, 0xff]), 10, 10],
    [
      'an AVIF, its largest image',
      octets([0, 0, 0, 24], 'ftypavif', 'ispe', zeros(4), [0, 0, 0, 9, 0, 0, 0, 9], 'ispe', zeros(4), [0, 0, 1, 0, 0, 0, 1, 0]),
      256,
      256,
    ],
    ['an icon', octets([0, 0, 1, 0, 1, 0], zeros(16)), 256, 256],
    [
      'a PNG in an icon',
      octets([0, 0, 1, 0, 1, 0], zeros(12), [22, 0, 0, 0], [...png([0, 0, 0x75, 0x30], [0, 0, 0x75, 0x30])]),
      30_000,
      30_000,
    ],
  ])('%s', (_, bytes, width, height) => expect(pictureSize(bytes)).toEqual({ width, height }));

  it('nothing that is cut short, or is no picture', () => {
    for (const bytes of [octets(), octets('GIF8'), octets([0xff, 0xd8, 0xff]), octets('<svg width="9">'), octets([0x89], 'PNG\r\n')])
      expect(pictureSize(bytes)).toBeNull();
  });

  it('whatever is there, it ends', () => {
    const starts = fc.constantFrom('GIF89a', '\xff\xd8', 'RIFF....WEBP', 'BM', '\0\0\0\x18ftyp', '\0\0\x01\0', '\x89PNG\r\n', '');
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 2000 }), (start, rest) => {
        const size = pictureSize(octets(start, [...rest]));
        expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
      }),
    );
  });
});

it('a picture that unfolds to a billion pixels is too much', () => {
  expect(isPictureBearable(png([0, 0, 0x75, 0x30], [0, 0, 0x75, 0x30]))).toBe(false);
  expect(isPictureBearable(png([0, 0, 16, 0], [0, 0, 16, 0]))).toBe(true);
  expect(isPictureBearable(octets('no picture'))).toBe(false);
});

// How large a picture says it is, from its first octets: a file of 50 kB can unfold to more pixels than a computer has memory for.

export type PictureSize = { readonly width: number; readonly height: number };

/** In one picture: the camera of a good telephone takes fifty million. And in all of a letter: a page unfolds only those that are seen. */
export const MOST_PIXELS = 64_000_000;
export const MOST_PIXELS_IN_ALL = 512_000_000;

/** Null: it is none of the kinds that are shown, or it ends before it tells. Reads what is there, whatever its name says. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? jpeg(view) ?? webp(view) ?? bitmap(view) ?? avif(view) ?? icon(view);
  } catch {
    return null; // it ends before it tells
  }
}

export const isPictureBearable = (bytes: Uint8Array): boolean => {
  const size = pictureSize(bytes);
  return size !== null && size.width * size.height <= MOST_PIXELS;
};

type Reader = (view: DataView) => PictureSize | null;

const says = (view: DataView, at: number, word: string): boolean =>
  at + word.length <= view.byteLength && [...word].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));

const png: Reader = (view) => (says(view, 1, 'PNG\r\n') ? { width: view.getUint32(16), height: view.getUint32(20) } : null);

/** Its screen, or its first frame where that is larger. */
const gif: Reader = (view) => {
  if (!says(view, 0, 'GIF8')) return null;
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    for (let block = view.getUint8(at); block !== 0; block = view.getUint8(at)) at += block + 1;
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return screen;
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
  const [width, height] = [view.getUint16(at + 5, true), view.getUint16(at + 7, true)];
  return { width: Math.max(screen.width, left + width), height: Math.max(screen.height, top + height) };
};

/** The frame header; the segments before it are passed over. */
const jpeg: Reader = (view) => {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    while (view.getUint8(at) !== 0xff) at += 1;
    while (view.getUint8(at) === 0xff) at += 1;
    const marker = view.getUint8(at);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 6), height: view.getUint16(at + 4) };
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isAlone ? 1 : 1 + view.getUint16(at + 1);
  }
};

const webp: Reader = (view) => {
  if (!says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return null;
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
  if (says(view, 12, 'VP8X')) return { width: three(24) + 1, height: three(27) + 1 };
  if (says(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return says(view, 12, 'VP8 ') ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null;
};

const bitmap: Reader = (view) => {
  if (!says(view, 0, 'BM')) return null;
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
};

/** The largest of its images ("ispe" in ISO 23008-12). */
const avif: Reader = (view) => {
  if (!says(view, 4, 'ftyp')) return null;
  let largest: PictureSize | null = null;
  for (let at = 8; at + 16 <= Math.min(view.byteLength, 65_536); at += 1) {
    if (view.getUint8(at) !== 0x69 || !says(view, at, 'ispe')) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
};

/** At most 256 by 256, unless a PNG of another size hides in it. */
const icon: Reader = (view) => {
  if (view.getUint32(0) !== 0x0000_0100) return null;
  for (let entry = 0; entry < view.getUint16(4, true); entry += 1) {
    const at = view.getUint32(6 + 16 * entry + 12, true);
    const inner = png(new DataView(view.buffer, view.byteOffset + at, view.byteLength - at));
    if (inner !== null) return inner;
  }
  return { width: 256, height: 256 };
};

// The reader of pictures: sharp over libvips, read when the first picture comes, and held to what a letter needs.
import type Sharp from 'sharp';

export type Reader = typeof Sharp;

/** What it may open; whatever else libvips knows (SVG, its own formats) stays shut: a file picks its reader by what is in it. */
const opened = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'];

let reading: Promise<Reader> | null = null;

export function loadReader(): Promise<Reader> {
  reading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false); // the next picture is another one
    sharp.concurrency(1); // beside the engine's own work
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: opened.map((name) => `VipsForeignLoad${name}`) });
    return sharp;
  });
  reading.catch(() => {
    reading = null;
  });
  return reading;
}

let last: Promise<unknown> = Promise.resolve();

/** One picture after the other: two large ones at once need twice the memory and are no sooner done. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

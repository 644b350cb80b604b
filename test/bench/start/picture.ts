// Keeps what stood on the screen, so that anybody can see what was measured.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { type Picture, screenSize } from './screen';

/** Writes out/bench/pictures/NAME.png. */
export async function keepPicture({ pixels }: Picture, name: string): Promise<void> {
  const folder = path.resolve('out/bench/pictures');
  mkdirSync(folder, { recursive: true });
  // XWD has blue, green, red and a filler, in this order.
  const octets = new Uint8Array(pixels.length * 3);
  for (const [n, pixel] of pixels.entries()) octets.set([(pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255], n * 3);
  await sharp(octets, { raw: { ...screenSize, channels: 3 } })
    .png()
    .toFile(path.join(folder, `${name}.png`));
}

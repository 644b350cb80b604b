// Which pictures move: as the library of pictures writes them, and whatever else comes.
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isMoving } from '../../../electron/domain/moving-picture';

const size = 16;
const frame = (shade: number) => Buffer.alloc(size * size * 3, shade);
const frames = (count: number) =>
  sharp(Buffer.concat(Array.from({ length: count }, (_, n) => frame(n * 80))), {
    raw: { width: size, height: size * count, channels: 3, pageHeight: size },
  });
/** A chunk before the picture's data says so; its checksum is nobody's business here. */
async function apng(count: number): Promise<Buffer> {
  const still = await frames(1).png().toBuffer();
  const control = Buffer.alloc(20);
  control.writeUInt32BE(8, 0);
  control.write('acTL', 4, 'latin1');
  control.writeUInt32BE(count, 8);
  return Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
}

describe('a picture', () => {
  it('moves with several frames', async () => {
    expect(isMoving(await frames(3).gif().toBuffer())).toBe(true);
    expect(isMoving(await frames(3).webp().toBuffer())).toBe(true);
    expect(isMoving(await apng(3))).toBe(true);
  });

  it('stands still with one', async () => {
    expect(isMoving(await frames(1).gif().toBuffer())).toBe(false);
    expect(isMoving(await frames(1).webp().toBuffer())).toBe(false);
    expect(isMoving(await apng(1))).toBe(false);
    expect(isMoving(await frames(1).jpeg().toBuffer())).toBe(false);
  });

  it('is read without a fall, whatever it is', async () => {
    const gif = await frames(3).gif().toBuffer();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => isMoving(bytes) === false || bytes.length > 20));
    fc.assert(fc.property(fc.nat(gif.length), (end) => typeof isMoving(gif.subarray(0, end)) === 'boolean'));
  });
});

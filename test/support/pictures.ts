// Pictures for tests: photos as a camera writes them, drawings, broken ones, and one that only says how large it is.
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

type Size = { readonly width?: number; readonly height?: number };

/** Uneven as a photo is, so that it has a photo's size. */
const noise = ({ width = 800, height = 600 }: Size) =>
  sharp({ create: { width, height, channels: 3, background: '#6a7d5b', noise: { type: 'gaussian', mean: 120, sigma: 24 } } });

/** A jpeg with the place where it was taken, its camera, and (by default) lying on its side: upright it is `height` wide. */
export const photo = (size: Size = {}, { isSideways = true } = {}): Promise<Buffer<ArrayBuffer>> =>
  noise(size)
    .withExif({
      IFD0: { Make: 'Duva', Model: 'Secret Camera 9', Artist: 'Anna Example' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>')
    .withMetadata(isSideways ? { orientation: 6 } : {})
    .jpeg({ quality: 92 })
    .toBuffer();

/** A flat picture of so many megapixels, quickly made. */
export const largeJpeg = (width: number, height: number): Promise<Buffer<ArrayBuffer>> =>
  sharp({ create: { width, height, channels: 3, background: '#305070' }, limitInputPixels: false })
    .jpeg({ quality: 60 })
    .toBuffer();

/** As a screenshot: few colours. */
export const drawing = ({ width = 320, height = 200 }: Size = {}): Promise<Buffer<ArrayBuffer>> =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: Buffer.from(Uint8Array.from({ length: 3 * 20 * 20 }, () => 40)),
        raw: { width: 20, height: 20, channels: 3 },
        top: 10,
        left: 10,
      },
    ])
    .png()
    .toBuffer();

/** As far as anybody reads who can't read it: how a telephone's picture begins. */
export const heic = async (size = 200): Promise<Buffer<ArrayBuffer>> =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(size, 7)]);

/** A gif of three frames. */
export async function movingGif({ width = 40, height = 30 }: Size = {}): Promise<Buffer<ArrayBuffer>> {
  const frame = (background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = await Promise.all(['#f00', '#0f0', '#00f'].map(frame));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
}

export const seenThrough = (size: Size = {}): Promise<Buffer<ArrayBuffer>> => noise(size).ensureAlpha(0.5).png().toBuffer();

/** A png that says it has so many pixels and holds hardly any octets. */
export function pictureBomb(width: number, height: number): Buffer<ArrayBuffer> {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(checksum(body) >>> 0, 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32 as png wants it; Node has it from 20.15 on. */
const checksum = (body: Buffer): number => crc32(body);

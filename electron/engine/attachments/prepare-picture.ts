// Makes a picture ready for mail: upright, of a sensible size, in a format that every mail program shows, without place and camera.
import { open } from 'node:fs/promises';
import type { Metadata, Sharp } from 'sharp';
import { fail, type Result, succeed } from '../../contract/failure';
import { kindOf, unreadKind } from '../../domain/attachments/picture-kinds';
import {
  chooseFormat,
  mostPixels,
  type PictureFacts,
  type PicturePlace,
  pictureName,
  planPicture,
} from '../../domain/attachments/picture-plan';
import { inTurn, loadReader, type Reader } from './reader';

/** `bytes` null: as it is, nothing is to be gained. */
export type PreparedPicture = { readonly bytes: Uint8Array | null; readonly name: string; readonly type: string };

/** s: a picture made to keep its reader busy for ever is given up. */
const patience = 60;

/**
 * The picture as it goes. The file is read on libvips' own threads. Failures:
 * `picture-unreadable`, `picture-kind-unread`, `picture-too-large` (its pixels in `size`), each with the name.
 */
export function preparePicture(file: string, name: string, place: PicturePlace): Promise<Result<PreparedPicture>> {
  // The small picture for a camera's own screen would stand in the letter in its place.
  if (unreadKind(name) === 'RAW') return Promise.resolve(fail('picture-kind-unread', { name, kind: 'RAW' }));
  return inTurn(async () => {
    try {
      return await prepare(await loadReader(), file, name, place);
    } catch (error) {
      const detail =
        error instanceof Error ? error.message.replace(/\s+/g, ' ').replaceAll(file, 'the file').slice(0, 300) : 'unknown error';
      if (/pixel limit/i.test(detail)) return fail('picture-too-large', { name, limit: mostPixels });
      const kind = kindOf(await beginningOf(file));
      return kind === null ? fail('picture-unreadable', { name, detail }) : fail('picture-kind-unread', { name, kind, detail });
    }
  });
}

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function prepare(reader: Reader, file: string, name: string, place: PicturePlace): Promise<Result<PreparedPicture>> {
  const open = (isAnimated: boolean): Sharp =>
    reader(file, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, animated: isAnimated }).timeout({
      seconds: patience,
    });
  const said = await open(false).metadata();
  const facts = factsOf(said);
  const plan = planPicture(facts, place);
  if (plan.kind === 'refuse') return fail('picture-too-large', { name, size: plan.pixels, limit: plan.limit });
  if (plan.kind === 'keep') {
    await open(false).stats(); // whether it is whole
    return succeed({ bytes: null, name, type: `image/${facts.format}` });
  }
  // Upright first; metadata is left behind and colours become sRGB, which is what the library does unless told otherwise.
  const box = { width: plan.side, height: plan.side, fit: 'inside', withoutEnlargement: true } as const;
  const upright = (isAnimated = false): Sharp => open(isAnimated).autoOrient().resize(box).toColourspace('srgb');
  if (plan.kind === 'gif') return succeed(pictureOf(await upright(true).gif().toBuffer(), name, 'gif'));
  const jpeg = (): Promise<Buffer> => upright().jpeg({ quality: plan.quality, mozjpeg: true }).toBuffer();
  if (plan.kind === 'jpeg') {
    const bytes = await jpeg();
    const isSame =
      !facts.hasBaggage && Math.max(facts.width, facts.height) <= plan.side && bytes.length >= (said.size ?? Number.POSITIVE_INFINITY);
    return succeed({ ...pictureOf(bytes, name, 'jpeg'), ...(isSame ? { bytes: null, name } : {}) });
  }
  const { data: png, info } = await upright().png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
  const isSeenThrough = info.channels === 4 && !(await reader(png).stats()).isOpaque;
  const photo = isSeenThrough ? null : await jpeg();
  return succeed(
    chooseFormat(png.length, photo?.length ?? null) === 'png' || photo === null
      ? pictureOf(png, name, 'png')
      : pictureOf(photo, name, 'jpeg'),
  );
}

const pictureOf = (bytes: Uint8Array, name: string, format: 'png' | 'jpeg' | 'gif'): PreparedPicture => ({
  bytes,
  name: pictureName(name, format),
  type: `image/${format}`,
});

/** sRGB is the colour space of the web; only its profile is no baggage, and it is left out all the same where something else is done. */
function factsOf(said: Metadata): PictureFacts {
  const { exif, xmp, iptc, icc, orientation = 1, space } = said;
  const hasText = (said.comments ?? []).length > 0;
  return {
    format: said.format,
    width: said.width,
    height: said.pageHeight ?? said.height,
    frames: said.pages ?? 1,
    hasBaggage:
      exif !== undefined ||
      xmp !== undefined ||
      iptc !== undefined ||
      icc !== undefined ||
      orientation !== 1 ||
      hasText ||
      (space !== 'srgb' && space !== 'b-w'),
  };
}

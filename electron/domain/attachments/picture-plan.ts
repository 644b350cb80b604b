// What becomes of a picture before it goes: how large it is made, in which format, and what of it stays with the writer.

import { unreadKind } from './picture-kinds';

/** What a picture says of itself. Pixels are as the camera wrote them, before it is turned upright. */
export type PictureFacts = {
  /** As the reader of pictures calls it: "jpeg", "png", "gif", "webp", "tiff", "heif". */
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** Frames; 1: it stands still. */
  readonly frames: number;
  /** It holds place, camera, author or colour data, or has to be turned. */
  readonly hasBaggage: boolean;
};

/** Where it is to stand: in the text, or beside the letter as a file. */
export type PicturePlace = 'text' | 'file';

/**
 * `keep`: as it is. `jpeg`: a photo stays one. `choose`: it may be a photo or a drawing, see `chooseFormat`. `gif`: it moves.
 * `side`: its longest side is at most this, pixels.
 */
export type PicturePlan =
  | { readonly kind: 'keep' }
  | { readonly kind: 'refuse'; readonly pixels: number; readonly limit: number }
  | { readonly kind: 'jpeg' | 'choose' | 'gif'; readonly side: number; readonly quality: number };

/** The longest side, pixels: sharp on a screen of twice the points at 640, and still a picture to look into as a file. */
const sides: Readonly<Record<PicturePlace, number>> = { text: 1600, file: 2048 };
/** Of a jpeg. One that keeps its size has been squeezed once already. */
const quality = { smaller: 82, same: 90 } as const;
/** Pixels. A jpeg is read in small steps; the others are unfolded whole, four octets each. */
const limits = { jpeg: 210_000_000, other: 100_000_000 } as const;
/** No reader may be asked for more than this, whatever the format. */
export const mostPixels = limits.jpeg;

export function planPicture({ format, width, height, frames, hasBaggage }: PictureFacts, place: PicturePlace): PicturePlan {
  const pixels = width * height;
  const limit = format === 'jpeg' ? limits.jpeg : limits.other;
  if (pixels > limit) return { kind: 'refuse', pixels, limit };
  const side = sides[place];
  const isLarger = Math.max(width, height) > side;
  if (frames > 1) return format === 'gif' ? { kind: 'keep' } : { kind: 'gif', side, quality: quality.smaller };
  if (format === 'jpeg') return { kind: 'jpeg', side, quality: isLarger ? quality.smaller : quality.same };
  const isShownEverywhere = format === 'png' || format === 'gif';
  if (isShownEverywhere && !isLarger && !hasBaggage) return { kind: 'keep' };
  return { kind: 'choose', side, quality: isLarger ? quality.smaller : quality.same };
}

/** Octets: not worth a loss. */
const small = 300_000;

/** Drawings and screenshots are crisp as png and hardly larger; photos are a fraction as jpeg. `jpeg` null: parts of it are transparent. */
export function chooseFormat(png: number, jpeg: number | null): 'png' | 'jpeg' {
  return jpeg === null || png <= small || png <= jpeg * 1.5 ? 'png' : 'jpeg';
}

/** The name with the ending of its format. */
export function pictureName(name: string, format: 'png' | 'jpeg' | 'gif'): string {
  const ending = format === 'jpeg' ? '.jpg' : `.${format}`;
  if (format === 'jpeg' && /\.jpe?g$/i.test(name)) return name;
  const bare = name.replace(/\.(?:jpe?g|jfif|png|gif|webp|tiff?|avif|heic|heif|bmp)$/i, '');
  return `${bare.slice(0, 255 - ending.length)}${ending}`;
}

/** Octets that pictures of this size usually have when they were made smaller; for an offer, before the work is done. */
const usual = 600_000;

/** Octets: what weighs less is not worth the trouble. */
const heavy = 1_000_000;

/** Attached pictures that would be worth it, of kinds that can't be read here. */
export const heavyUnread = <File extends { readonly name: string; readonly size: number }>(files: readonly File[]): readonly File[] =>
  files.filter(({ name, size }) => size > heavy && unreadKind(name) !== null);

/** Attached pictures that are worth making smaller, and about what would be left of them; null: nothing much is gained. */
export function offerToShrink<File extends { readonly type: string; readonly size: number }>(
  files: readonly File[],
): { readonly files: readonly File[]; readonly from: number; readonly to: number } | null {
  const worth = files.filter(({ type, size }) => /^image\/(?:jpeg|png|webp|tiff)$/.test(type) && size > heavy);
  const from = worth.reduce((sum, { size }) => sum + size, 0);
  const to = worth.reduce((sum, { size }) => sum + Math.min(usual, size / 2), 0);
  return from - to >= 1_000_000 ? { files: worth, from, to } : null;
}

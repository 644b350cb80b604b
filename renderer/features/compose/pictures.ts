// Pictures for the text of a letter: which files are some, and which of what was pasted is one.

import { unreadKind } from '../../../electron/domain/attachments/picture-kinds';

/** What can be put into a text: what mail programs don't show is turned into something they do. */
const types: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/tiff',
  'image/bmp',
  'image/heic',
  'image/heif',
]);
export const PICTURE_TYPES = [...types, '.avif', '.heic', '.heif', '.jxl'].join(',');

export const PICTURE_ADDRESS = 'app://brevduva/picture/';

/** The system has no type for kinds that it does not know: their names tell, where there is one. */
export const isPicture = ({ type, name = '' }: { readonly type: string; readonly name?: string }): boolean =>
  types.has(type) || (type === '' && unreadKind(name) !== null);

/** Wider pictures are shown at this width by the recipient's program too, px. */
export const WIDEST = 640;

/** Pasted pictures. Text that comes with a picture of itself, as office programs send it, is text. */
export function picturesIn(pasted: Pick<DataTransfer, 'files' | 'getData'>): File[] {
  const files = [...pasted.files].filter(isPicture);
  if (files.length === 0) return [];
  const text = pasted
    .getData('text/html')
    .replace(/<[^>]*>/g, '')
    .trim();
  return text === '' && pasted.getData('text/plain').trim() === '' ? files : [];
}

/** The width that a stored picture is shown with, px; null: its own, or it can't be read. */
export async function shownWidth(address: string): Promise<number | null> {
  const picture = new Image();
  picture.src = address;
  const isRead = await picture.decode().then(
    () => true,
    () => false, // the letter shows that it is broken
  );
  return isRead && picture.naturalWidth > WIDEST ? WIDEST : null;
}

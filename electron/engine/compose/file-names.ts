// The name and media type that an attachment carries. The name comes from a file system or a page.
import { extname } from 'node:path';
import { pictureTypeOf } from '../../domain/attachments/picture-kinds';

const maxName = 255;

/** One line, no path, at most 255 characters with its ending kept; never empty. */
export function attachmentName(given: string): string {
  const clean = (given.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\u2028\u2029]/gu, '_').trim();
  if (clean === '' || clean === '.' || clean === '..') return 'file';
  if (clean.length <= maxName) return clean;
  const ending = extname(clean).slice(0, 16);
  return clean.slice(0, maxName - ending.length) + ending;
}

const isType = (type: string): boolean => /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i.test(type);

/** Says nothing about a file, and filters dislike it on one whose name tells what it is. */
export const anything = 'application/octet-stream';

/** The given media type if it is one that says something, else what the name's ending stands for. */
export async function attachmentType(name: string, given = ''): Promise<string> {
  const bare = (given.split(';')[0] ?? '').trim().toLowerCase();
  if (isType(bare) && bare !== anything) return bare;
  const picture = pictureTypeOf(name);
  if (picture !== null) return picture;
  const { detectMimeType } = await import('nodemailer/lib/mime-funcs'); // its table of types is large: read when first needed
  return detectMimeType(extname(name).slice(1).toLowerCase());
}

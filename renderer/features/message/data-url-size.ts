// How large the picture in a data: URL says it is.
import { type PictureSize, pictureSize } from '../../../electron/domain/picture-size';

/** Characters of base64 that nearly every picture has told it in; some cameras write more before. */
const HEAD = 4 * 16_384;

/** Null: nothing that can be shown. Only base64 is read: no mail program writes pictures otherwise. */
export function sizeOfDataUrl(url: string): PictureSize | null {
  const comma = url.indexOf(',');
  if (!/;\s*base64\s*$/i.test(url.slice(0, Math.min(comma, 200)))) return null;
  const start = comma + 1;
  return sizeIn(url.slice(start, start + HEAD)) ?? (url.length - start > HEAD ? sizeIn(url.slice(start)) : null);
}

function sizeIn(base64: string): PictureSize | null {
  const written = base64.replace(/\s+/g, '');
  try {
    const octets = atob(written.slice(0, written.length - (written.length % 4)));
    return pictureSize(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  } catch {
    return null;
  }
}

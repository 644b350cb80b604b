// Kinds of pictures that cameras and programs write and that are not read here: known by their names, and by their first octets.

type Kind = { readonly endings: readonly string[] /** Media type; null: every maker has its own. */; readonly type: string | null };

/** By what people call them. */
const unread: Readonly<Record<string, Kind>> = {
  HEIC: { endings: ['heic', 'heif', 'hif'], type: 'image/heic' },
  'JPEG XL': { endings: ['jxl'], type: 'image/jxl' },
  'JPEG 2000': { endings: ['jp2', 'j2k', 'jpf'], type: 'image/jp2' },
  Photoshop: { endings: ['psd'], type: 'image/vnd.adobe.photoshop' },
  RAW: { endings: ['dng', 'cr2', 'cr3', 'nef', 'arw', 'raf', 'orf', 'rw2'], type: null },
};

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** "HEIC" for a name of that kind; null: it is read here, or no picture. */
export const unreadKind = (name: string): string | null =>
  Object.entries(unread).find(([, { endings }]) => endings.includes(endingOf(name)))?.[0] ?? null;

/** Media types of pictures that tables of types are too old for. */
export const pictureTypeOf = (name: string): string | null =>
  endingOf(name) === 'avif' ? 'image/avif' : (unread[unreadKind(name) ?? '']?.type ?? null);

/** The kind that a picture's first octets tell, whatever it is named; null: none of these. AVIF is read here, but not every sort of it. */
export function kindOf(beginning: Uint8Array): string | null {
  const text = String.fromCharCode(...beginning.subarray(0, 64));
  if (text.startsWith('ftyp', 4)) return kindOfBrands(text.slice(8));
  if (text.startsWith('\xff\x0a') || text.startsWith('\0\0\0\x0cJXL ')) return 'JPEG XL';
  if (text.startsWith('\xff\x4f\xff\x51') || text.startsWith('\0\0\0\x0cjP  ')) return 'JPEG 2000';
  if (text.startsWith('8BPS')) return 'Photoshop';
  const isRaw = text.startsWith('FUJIFILMCCD-RAW') || /^II(?:U\0|RO|\*\0....CR)/s.test(text);
  return isRaw ? 'RAW' : null;
}

/** The first is the file's own, behind it and a number come those it is compatible with (ISO 14496-12, 4.3). */
function kindOfBrands(brands: string): string | null {
  if (/avi[fs]/.test(brands)) return 'AVIF';
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(brands)) return 'HEIC';
  return brands.startsWith('crx ') ? 'RAW' : null;
}

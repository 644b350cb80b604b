// Whether a picture moves, from its first octets: a GIF with a second frame, an animated PNG (APNG) or WebP.

/** What ends too early to tell stands still. */
export function isMoving(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return hasSecondFrame(view) || isAnimatedPng(view) || isAnimatedWebp(view);
  } catch {
    return false; // it ends before it tells
  }
}

const word = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

/** Behind a block's head come its octets, in pieces that say their length; one of none is the last (GIF89a, 15). */
function behindPieces(view: DataView, start: number): number {
  let at = start;
  for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) at += length + 1;
  return at + 1;
}

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function hasSecondFrame(view: DataView): boolean {
  if (word(view, 0, 4) !== 'GIF8') return false;
  let at = 13 + colours(view.getUint8(10));
  let frames = 0;
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === 0x21) at = behindPieces(view, at + 2);
    else if (kind !== 0x2c) return false;
    else {
      frames += 1;
      if (frames > 1) return true;
      at = behindPieces(view, at + 11 + colours(view.getUint8(at + 9)));
    }
  }
}

/** "acTL" before the first picture data (PNG 3, 11.3.6.1); one frame alone is no motion. */
function isAnimatedPng(view: DataView): boolean {
  if (word(view, 1, 3) !== 'PNG') return false;
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const chunk = word(view, at + 4, 4);
    if (chunk === 'acTL') return view.getUint32(at + 8) > 1;
    if (chunk === 'IDAT') return false;
  }
}

/** The flag in the extended head (RFC 9649, 2.7). */
const isAnimatedWebp = (view: DataView): boolean =>
  word(view, 0, 4) === 'RIFF' && word(view, 8, 8) === 'WEBPVP8X' && (view.getUint8(20) & 0x02) !== 0;

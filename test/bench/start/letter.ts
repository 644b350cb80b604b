// How a typed letter looks on the screen: it stands where the cursor blinked, and does not blink itself.
import { type Picture, screenSize } from './screen';

/** Places of pixels and the values they have where the letter is drawn. */
export type Letter = ReadonlyMap<number, number>;

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** `empty`: pictures of a field with nothing but a blinking cursor; `typed`: of the same with one letter. On both nothing else moves. */
export function seeLetter(empty: readonly Picture[], typed: readonly Picture[]): Letter {
  const cursor = whatMoves(empty);
  const height = cursor.bottom - cursor.top + 1;
  const drawn = new Map<number, number>();
  for (let y = cursor.top; y <= cursor.bottom; y += 1)
    for (let x = cursor.right + 1; x <= cursor.right + height; x += 1) {
      const place = y * screenSize.width + x;
      const value = steadyValue(typed, place);
      const before = steadyValue(empty, place);
      if (value !== null && before !== null && value !== before) drawn.set(place, value);
    }
  if (drawn.size < 8) throw new Error('no letter appeared where the cursor blinked');
  return drawn;
}

/** Whether the letter can be read on the picture. A mark for bad spelling or a placeholder's rest may differ. */
export function readsAt(letter: Letter, { pixels }: Picture): boolean {
  let same = 0;
  for (const [place, value] of letter) if (pixels[place] === value) same += 1;
  return same >= letter.size * 0.8;
}

/** The value a pixel has on all pictures; null where it changes. */
function steadyValue(pictures: readonly Picture[], place: number): number | null {
  const value = pictures[0]?.pixels[place];
  return value !== undefined && pictures.every(({ pixels }) => pixels[place] === value) ? value : null;
}

/** Whether nothing changes on the pictures but a cursor: upright and thin. */
export function isCursorAlone(pictures: readonly Picture[]): boolean {
  const { left, top, right, bottom } = whatMoves(pictures);
  const [width, height] = [right - left + 1, bottom - top + 1];
  return width >= 1 && width <= 4 && height >= 8 && height <= 40;
}

/** The smallest box around all that changes on the pictures. */
function whatMoves(pictures: readonly Picture[]): Box {
  const box = { left: screenSize.width, top: screenSize.height, right: -1, bottom: -1 };
  for (let place = 0; place < screenSize.width * screenSize.height; place += 1) {
    if (steadyValue(pictures, place) !== null) continue;
    const [x, y] = [place % screenSize.width, Math.floor(place / screenSize.width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

// When a typed letter can be read on pictures of a screen.
import { describe, expect, it } from 'vitest';
import { isCursorAlone, readsAt, seeLetter } from '../../bench/start/letter';
import { type Picture, screenSize } from '../../bench/start/screen';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A black screen with these areas in white. */
const picture = (...areas: readonly Area[]): Picture => {
  const pixels = new Uint32Array(screenSize.width * screenSize.height);
  for (const { x, y, width, height } of areas)
    for (let row = y; row < y + height; row += 1) pixels.fill(1, row * screenSize.width + x, row * screenSize.width + x + width);
  return { at: 0, pixels };
};

const cursor = { x: 100, y: 50, width: 1, height: 16 };
const letter = { x: 102, y: 54, width: 5, height: 8 };
const title = { x: 400, y: 4, width: 5, height: 8 };
const afterIt = { ...cursor, x: 109 };
const empty = [picture(cursor), picture()];
const typed = [picture(letter, title, afterIt), picture(letter, title)];

describe('a typed letter', () => {
  const look = seeLetter(empty, typed);

  it('is what stands where the cursor blinked, and neither the cursor nor the title', () => expect(look.size).toBe(5 * 8));

  it('can be read before the title tells it, and with more letters behind it', () =>
    expect(readsAt(look, picture(letter, { ...letter, x: 109 }))).toBe(true));

  it('can’t be read in a window that has a title and no picture yet', () => expect(readsAt(look, picture(title))).toBe(false));

  it('is not looked for while anything but a cursor moves', () =>
    expect([isCursorAlone(empty), isCursorAlone([picture(cursor), picture(title)]), isCursorAlone([picture(), picture()])]).toEqual([
      true,
      false,
      false,
    ]));
});

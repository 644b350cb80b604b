import { expect, test } from 'vitest';
import { placeWindow } from '../../../electron/shell/window-bounds';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1920, y: 0, width: 1920, height: 1040 };
const saved = { x: 100, y: 80, width: 1000, height: 700, isMaximized: false };

test('the first window has a good size and no place of its own', () => {
  expect(placeWindow(null, [screen])).toEqual({ width: 1240, height: 820 });
});

test('a small screen makes a small window', () => {
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 });
});

test('it comes back where it was, also on a second screen', () => {
  expect(placeWindow(saved, [screen])).toEqual({ x: 100, y: 80, width: 1000, height: 700 });
  expect(placeWindow({ ...saved, x: -1500 }, [screen, left])).toEqual({ x: -1500, y: 80, width: 1000, height: 700 });
});

test('a screen that was unplugged does not keep it', () => {
  expect(placeWindow({ ...saved, x: -1500 }, [screen])).toEqual({ width: 1000, height: 700 });
  expect(placeWindow({ ...saved, y: 5000 }, [screen])).toEqual({ width: 1000, height: 700 });
});

test('it is never too small to use', () => {
  expect(placeWindow({ ...saved, width: 10, height: 10 }, [screen])).toMatchObject({ width: 720, height: 560 });
});

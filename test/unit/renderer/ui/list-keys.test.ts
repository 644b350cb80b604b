import { expect, test } from 'vitest';
import { rowForKey } from '../../../../renderer/ui/list-keys';

test.each([
  ['ArrowDown', 2, 3],
  ['ArrowUp', 2, 1],
  ['j', 2, 3],
  ['k', 2, 1],
  ['PageDown', 2, 9],
  ['PageDown', 95, 99],
  ['PageUp', 2, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 0],
])('%s on row %i leads to row %i', (key, active, next) => {
  expect(rowForKey(key, active, 100, 7, true)).toBe(next);
});

test('single keys can be turned off', () => {
  expect(rowForKey('j', 2, 100, 7, false)).toBeNull();
  expect(rowForKey('k', 2, 100, 7, false)).toBeNull();
});

test('an empty list has nowhere to go', () => {
  expect(rowForKey('ArrowDown', -1, 0, 7, true)).toBeNull();
});

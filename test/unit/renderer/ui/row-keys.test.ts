// Which of several rows of controls an arrow key leads to.
import { expect, it } from 'vitest';
import { spotForKey } from '../../../../renderer/ui/row-keys';

const lengths = [4, 6, 1];

it.each([
  ['along a row', 'ArrowRight', [0, 1], [0, 2]],
  ['back', 'ArrowLeft', [1, 5], [1, 4]],
  ['down, below where one was', 'ArrowDown', [0, 2], [1, 2]],
  ['up to a shorter row, to its end', 'ArrowUp', [1, 5], [0, 3]],
  ['down to a shorter row, to its end', 'ArrowDown', [1, 4], [2, 0]],
  ['not beyond the end of a row', 'ArrowRight', [0, 3], null],
  ['nor before its beginning', 'ArrowLeft', [1, 0], null],
  ['nor above the first', 'ArrowUp', [0, 0], null],
  ['nor below the last', 'ArrowDown', [2, 0], null],
  ['and other keys are left alone', 'a', [0, 0], null],
] as const)('%s', (_, key, [row, column], to) => {
  expect(spotForKey(key, lengths, { row, column })).toEqual(to === null ? null : { row: to[0], column: to[1] });
});

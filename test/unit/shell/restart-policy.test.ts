import { expect, test } from 'vitest';
import { decideRestart } from '../../../electron/shell/restart-policy';

test('the first end is mended at once, the next ones after longer and longer waits', () => {
  const delays = [1, 2, 3, 4].map((count) =>
    decideRestart(
      Array.from({ length: count }, () => 0),
      0,
    ),
  );
  expect(delays).toEqual([0, 250, 1000, 3000].map((afterMs) => ({ kind: 'restart', afterMs })));
});

test('the fifth end within a minute is the last', () => {
  expect(decideRestart([0, 10_000, 20_000, 30_000, 59_000], 59_000)).toEqual({ kind: 'give-up' });
});

test('ends of long ago are forgiven', () => {
  expect(decideRestart([0, 1, 2, 3, 120_000], 120_000)).toEqual({ kind: 'restart', afterMs: 0 });
});

import { expect, test, vi } from 'vitest';
import { watchNetwork } from '../../../electron/shell/network-watch';

test('the return of the network is told within a second, once', () => {
  vi.useFakeTimers();
  let isOnline = true;
  const told: boolean[] = [];
  watchNetwork(
    () => isOnline,
    (now) => told.push(now),
  );
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  isOnline = false;
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([false]);
  vi.advanceTimersByTime(60_000);
  isOnline = true;
  vi.advanceTimersByTime(1_000);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([false, true]);
  vi.useRealTimers();
});

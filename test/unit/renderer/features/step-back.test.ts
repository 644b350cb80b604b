// @vitest-environment jsdom
// The engine hears that somebody types, once a second, and nothing of what is typed.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';

const calls: unknown[][] = [];
vi.mock('../../../../renderer/api', () => ({ call: (...words: unknown[]) => void calls.push(words) }));
const { stepBackWhileTyping } = await import('../../../../renderer/features/frame/step-back');

const press = (key: string, others: KeyboardEventInit = {}): boolean =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ...others }));

beforeAll(() => {
  vi.useFakeTimers();
  stepBackWhileTyping();
});
beforeEach(() => {
  vi.advanceTimersByTime(10_000);
  calls.length = 0;
});
afterAll(() => void vi.useRealTimers());

it('tells at the first key and then each second', () => {
  for (let key = 0; key < 21; key += 1) {
    press('a');
    vi.advanceTimersByTime(100);
  }
  expect(calls).toEqual(Array.from({ length: 3 }, () => ['outbox.stepBack', {}]));
});

it('tells nothing of keys that command', () => {
  press('s', { ctrlKey: true });
  press('ArrowDown');
  press('Escape');
  expect(calls).toEqual([]);
});

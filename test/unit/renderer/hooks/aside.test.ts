// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAside } from '../../../../renderer/hooks/aside';

const press = (key: string, others: KeyboardEventInit = {}): boolean =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ...others }));

describe('what happens around a letter', () => {
  const shown: number[] = [];
  const make = () => createAside<number>((value) => shown.push(value));

  beforeAll(() => void vi.useFakeTimers());
  beforeEach(() => {
    vi.advanceTimersByTime(10_000); // nobody has typed for long
    shown.length = 0;
  });
  afterAll(() => void vi.useRealTimers());

  it('is shown at once where nobody types', () => {
    make().tell(1);
    expect(shown).toEqual([1]);
  });

  it('waits until the fingers rest, and then only the newest is shown', () => {
    const { tell } = make();
    press('a');
    tell(1);
    vi.advanceTimersByTime(100);
    press('b');
    tell(2);
    vi.advanceTimersByTime(100);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(shown).toEqual([2]);
    vi.advanceTimersByTime(5_000);
    expect(shown).toEqual([2]);
  });

  it('comes with a key when it has waited for a second', () => {
    const { tell } = make();
    press('a');
    tell(1);
    for (let pressed = 0; pressed < 9; pressed += 1) {
      vi.advanceTimersByTime(100);
      press('a');
    }
    tell(2);
    vi.advanceTimersByTime(99);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual([]);
    press('a');
    expect(shown).toEqual([2]);
  });

  it('does not wait after a key that commands', () => {
    press('Enter', { ctrlKey: true });
    press('ArrowDown');
    make().tell(1);
    expect(shown).toEqual([1]);
  });

  it('is not shown any more once nobody looks', () => {
    const { tell, stop } = make();
    press('a');
    tell(1);
    stop();
    vi.advanceTimersByTime(5_000);
    press('a');
    expect(shown).toEqual([]);
  });
});

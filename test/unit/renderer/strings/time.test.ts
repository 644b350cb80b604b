import { describe, expect, test } from 'vitest';
import { formatRelativeTime, formatShortTime, formatTook } from '../../../../renderer/strings/time';

const now = new Date(2026, 10, 22, 14, 2, 31).getTime();
const minutes = (count: number): number => count * 60_000;

describe('when something was, as each language writes it', () => {
  test('today: the time; this year: the day; before: the year too', () => {
    expect(formatShortTime(now - minutes(60), now, 'en')).toBe('13:02');
    expect(formatShortTime(new Date(2026, 4, 3).getTime(), now, 'en')).toBe('3 May');
    expect(formatShortTime(new Date(2025, 4, 3).getTime(), now, 'en')).toBe('3 May 2025');
    expect(formatShortTime(new Date(2026, 4, 3).getTime(), now, 'sv')).toBe('3 maj');
    expect(formatShortTime(new Date(2026, 4, 3).getTime(), now, 'da')).toBe('3. maj');
  });

  test('soon and lately', () => {
    expect(formatRelativeTime(now + minutes(3), now, 'en')).toBe('in 3 minutes');
    expect(formatRelativeTime(now - minutes(120), now, 'sv')).toBe('för 2 timmar sedan');
    expect(formatRelativeTime(now - minutes(24 * 60), now, 'da')).toBe('i går');
  });

  test('how long it took', () => {
    expect(formatTook(38.4, 'en')).toBe('38 ms');
    expect(formatTook(0.2, 'en')).toBe('1 ms');
    expect(formatTook(1240, 'sv')).toBe('1,2 s');
  });
});

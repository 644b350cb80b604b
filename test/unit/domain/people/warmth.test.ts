// Who comes first: how often and how lately.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { warmer, warmthFor } from '../../../../electron/domain/people/warmth';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 24);
const lettersAt = (...days: readonly number[]): number =>
  days.reduce<number | null>((sum, ago) => warmer(sum, now - ago * day, 1), null) ?? Number.NaN;

describe('warmth', () => {
  test('one letter today is more than one a month ago', () => expect(lettersAt(0)).toBeGreaterThan(lettersAt(30)));
  test('three letters a month ago are more than one today', () => expect(lettersAt(30, 30, 30)).toBeGreaterThan(lettersAt(0)));
  test('ten letters two years ago are less than one today', () =>
    expect(lettersAt(...Array.from({ length: 10 }, () => 730))).toBeLessThan(lettersAt(0)));
  test('a round to four hundred counts less than a letter to one', () => expect(warmer(null, now, 400)).toBeLessThan(warmer(null, now, 1)));
  test('what this account has done counts more', () => {
    const mine = [{ accountId: 'mine', warmth: lettersAt(10) }];
    const yours = [{ accountId: 'yours', warmth: lettersAt(0) }];
    expect(warmthFor(mine, 'mine')).toBeGreaterThan(warmthFor(yours, 'mine') ?? 0);
    expect(warmthFor(mine, 'yours')).toBeLessThan(warmthFor(yours, 'yours') ?? 0);
    expect(warmthFor([], 'mine')).toBeNull();
  });

  test('what this very address has done counts more than what the account has, and that more than what others have', () => {
    const from = (accountId: string) => warmthFor([{ accountId, warmth: lettersAt(10) }], 'mine/work') ?? 0;
    expect(from('mine/work')).toBeGreaterThan(from('mine'));
    expect(from('mine')).toBe(from('mine/club'));
    expect(from('mine')).toBeGreaterThan(from('yours'));
  });

  const letters = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 30 });
  test('a letter more never cools, and the order in which they are counted says nothing', () =>
    fc.assert(
      fc.property(letters, fc.integer({ min: 0, max: 2000 }), (days, more) => {
        expect(lettersAt(...days, more)).toBeGreaterThanOrEqual(lettersAt(...days));
        expect(lettersAt(...[...days].reverse())).toBeCloseTo(lettersAt(...days), -1);
      }),
    ));
});

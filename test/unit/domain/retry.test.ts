import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, chanceFrom, patienceOf, retryAt, retryDelay } from '../../../electron/domain/retry';

const hour = 3_600_000;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('trying again', () => {
  it('happens within half a minute the first time', () => {
    fc.assert(fc.property(chance, (luck) => retryDelay(1, luck) <= 30_000 && retryDelay(1, luck) >= 15_000));
  });

  it('never takes longer than a quarter of an hour, however often it failed', () => {
    fc.assert(fc.property(fc.nat(100_000), chance, (tries, luck) => retryDelay(tries, luck) <= backOff.cap));
  });

  it('takes longer the more often it failed', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => retryDelay(tries, 0.999_999))).toEqual(
      [30, 60, 120, 240, 480, 900, 900].map((seconds) => seconds * 1000),
    );
  });

  it('goes on for two days and then stops, with a last try at the very end', () => {
    expect([patienceOf({}), patienceOf({ patienceHours: 1 })]).toEqual([48 * hour, hour]);
    expect(retryAt({ tries: 50, now: 7, left: 3, chance: 0.5 })).toBe(10);
    expect(retryAt({ tries: 50, now: 7, left: 0, chance: 0.5 })).toBeNull();
  });

  it('makes a fair number of any octets', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (octets) => chanceFrom(octets) >= 0 && chanceFrom(octets) < 1));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, chanceFrom, countedFrom, longestBetween, patienceOf, retryAt, retryDelay } from '../../../electron/domain/retry';

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
    for (const [account, end] of [
      [{}, 48 * hour],
      [{ patienceHours: 1 }, hour],
    ] as const) {
      const patience = patienceOf(account);
      expect(retryAt({ tries: 50, now: end - 1, patientFrom: 0, patience, chance: 0.5 })).toBe(end);
      expect(retryAt({ tries: 50, now: end, patientFrom: 0, patience, chance: 0.5 })).toBeNull();
    }
  });

  it('counts as patience what a program that runs has waited, and of a sleep or a clock set forward one pause at most', () => {
    const [from, day] = [1_000_000, 24 * hour];
    expect(countedFrom(from, from + 5_000, from + 5_000 + backOff.cap)).toBe(from);
    expect(countedFrom(from, from + 5_000, from + 5_000 + 3 * day)).toBe(from + 3 * day - backOff.cap);
    fc.assert(
      fc.property(fc.nat(2 * day), fc.nat(400 * day), (waited, away) => {
        const at = from + waited + away;
        const counted = at - countedFrom(from, from + waited, at);
        return counted >= waited && counted <= waited + longestBetween;
      }),
    );
  });

  it('counts on from where it was when the clock is set back', () => {
    const [from, waited, back] = [1_000_000_000, 60_000, 500_000_000];
    const at = from + waited - back;
    expect(at - countedFrom(from, from + waited, at)).toBe(waited);
  });

  it('counts of an attempt in which the computer slept one pause, and of any other all of it', () => {
    const began = 1_000_000_000;
    for (const [ended, counted] of [
      [began + hour, hour],
      [began + 72 * hour, backOff.cap],
      [began - 72 * hour, 0],
    ] as const)
      expect(ended - countedFrom(began, began, ended)).toBe(counted);
  });

  it('makes a fair number of any octets', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (octets) => chanceFrom(octets) >= 0 && chanceFrom(octets) < 1));
  });
});

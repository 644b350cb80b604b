import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginClock, countedTime, isBack, longestBetween, overFor, patientFrom, tick, wentOut } from '../../../electron/domain/patience';
import { backOff } from '../../../electron/domain/retry';

const [hour, day] = [3_600_000, 24 * 3_600_000];
const began = 1_000_000_000;
const going = tick(beginClock({ time: 0, outSince: null, marks: [] }, began), began, true);

describe('the clock of patience', () => {
  it('counts what a program that runs has waited, and of a sleep or a clock set forward one pause at most', () => {
    expect(countedTime(backOff.cap)).toBe(backOff.cap);
    expect(countedTime(3 * day)).toBe(backOff.cap);
    expect(countedTime(-day)).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: longestBetween })), (waits) => {
        let clock = going;
        for (const wait of waits) clock = tick(clock, clock.lastAt + wait, true);
        return clock.time === waits.reduce((sum, wait) => sum + wait, 0);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -400 * day, max: 400 * day }), (away) => countedTime(away) >= 0 && countedTime(away) <= longestBetween),
    );
  });

  it('stands still while nothing may be tried', () => {
    const offline = tick(tick(going, going.lastAt + hour, false), going.lastAt + 2 * hour, true);
    expect(offline.time).toBe(hour);
    expect(tick(offline, offline.lastAt + hour, true).time).toBe(2 * hour);
  });

  it('is over for whoever was tried first so long ago, and for whoever waited all the time that the server was out', () => {
    const out = wentOut(going);
    const later = tick(tick(out, out.lastAt + 2 * hour, true), out.lastAt + 3 * hour, true);
    expect(wentOut(later).outSince).toBe(0);
    expect(overFor(later, 2 * hour)).toEqual({ triedBefore: hour, waitingSince: began + hour });
    expect(overFor(later, 4 * hour)).toEqual({ triedBefore: -hour, waitingSince: null });
    expect(overFor(isBack(later), 2 * hour)).toEqual({ triedBefore: hour, waitingSince: null });
  });

  it('counts for a message from when it began to wait for a server that is out, sleep left out', () => {
    const out = wentOut(going);
    const slept = tick(tick(out, began + hour, true), began + 73 * hour, true);
    const later = tick(slept, began + 74 * hour, true);
    expect(later.time).toBe(2 * hour + backOff.cap);
    expect(patientFrom(later, began - day)).toBe(0);
    expect(patientFrom(later, began + hour / 2)).toBe(hour / 2);
    expect(patientFrom(later, began + 70 * hour)).toBe(hour + backOff.cap);
    expect(patientFrom(later, began + 73.5 * hour)).toBe(1.5 * hour + backOff.cap);
    expect(patientFrom(isBack(later), began)).toBe(later.time);
    // Whoever is said to have waited too long is so by his own beginning, too.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * hour }), fc.integer({ min: 0, max: 74 * hour }), (patience, waited) => {
        const { triedBefore, waitingSince } = overFor(later, patience);
        return waitingSince === null || began + waited > waitingSince || patientFrom(later, began + waited) <= triedBefore;
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sendTimes } from '../../../electron/domain/send-times';
import { instantOf } from '../../../electron/domain/zoned-time';

const zone = 'Europe/Stockholm';
/** Days of November 2026; the 23rd is a Monday. */
const november = (day: number, hour: number, minute = 0): number => instantOf({ year: 2026, month: 11, day, hour, minute }, zone).at;
const offered = (now: number) => sendTimes(now, zone).map(({ name, at }) => [name, at]);

describe('the times that are offered for sending later', () => {
  it('on a Wednesday morning are all of them, in the order of time', () => {
    expect(offered(november(25, 9, 30))).toEqual([
      ['in-an-hour', november(25, 10, 30)],
      ['this-evening', november(25, 18)],
      ['tomorrow-morning', november(26, 8)],
      ['monday-morning', november(30, 8)],
    ]);
  });

  it('in the evening leave out the evening', () => {
    expect(offered(november(25, 17)).map(([name]) => name)).toEqual(['in-an-hour', 'tomorrow-morning', 'monday-morning']);
  });

  it('at night, before anybody has slept, begin with the morning that comes', () => {
    expect(offered(november(25, 2)).slice(0, 2)).toEqual([
      ['in-an-hour', november(25, 3)],
      ['this-morning', november(25, 8)],
    ]);
  });

  it('on a Sunday call Monday tomorrow', () => {
    expect(offered(november(29, 12)).map(([name]) => name)).toEqual(['in-an-hour', 'this-evening', 'tomorrow-morning']);
  });

  it('on a Monday leave out a Monday that is a week away', () => {
    expect(offered(november(23, 12)).map(([name]) => name)).toEqual(['in-an-hour', 'this-evening', 'tomorrow-morning']);
  });

  it('fall on whole minutes, never before the hour is over', () => {
    const now = november(25, 9) + 12_345;
    expect(sendTimes(now, zone)[0]).toEqual({ name: 'in-an-hour', at: november(25, 10, 1) });
  });

  it('stay at eight on the wall over the night in which the clocks change', () => {
    const saturday = instantOf({ year: 2026, month: 10, day: 24, hour: 12, minute: 0 }, zone).at;
    const sunday = instantOf({ year: 2026, month: 10, day: 25, hour: 8, minute: 0 }, zone).at;
    expect(sendTimes(saturday, zone).find(({ name }) => name === 'tomorrow-morning')?.at).toBe(sunday);
    expect(sunday - saturday).toBe(21 * 3_600_000);
  });
});

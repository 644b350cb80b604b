import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, isZone, type WallTime, wallTimeAt } from '../../../electron/domain/zoned-time';

/** "2026-03-29 02:30" */
function wall(text: string): WallTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return { year, month, day, hour, minute };
}
const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`);

const meant: readonly [zone: string, what: string, wall: string, utc: string, is: 'plain' | 'skipped' | 'twice'][] = [
  ['Europe/Stockholm', 'in winter', '2026-01-15 08:00', '2026-01-15 07:00', 'plain'],
  ['Europe/Stockholm', 'in summer', '2026-07-15 08:00', '2026-07-15 06:00', 'plain'],
  ['Europe/Stockholm', 'just before the clocks go forward', '2026-03-29 01:59', '2026-03-29 00:59', 'plain'],
  ['Europe/Stockholm', 'in the hour that is left out in spring', '2026-03-29 02:30', '2026-03-29 01:30', 'skipped'],
  ['Europe/Stockholm', 'just after the clocks went forward', '2026-03-29 03:00', '2026-03-29 01:00', 'plain'],
  ['Europe/Stockholm', 'just before the clocks go back', '2026-10-25 01:59', '2026-10-24 23:59', 'plain'],
  ['Europe/Stockholm', 'in the hour that comes twice in autumn', '2026-10-25 02:30', '2026-10-25 00:30', 'twice'],
  ['Europe/Stockholm', 'just after the clocks went back', '2026-10-25 03:00', '2026-10-25 02:00', 'plain'],
  ['America/New_York', 'in winter', '2026-01-15 08:00', '2026-01-15 13:00', 'plain'],
  ['America/New_York', 'in summer', '2026-07-15 08:00', '2026-07-15 12:00', 'plain'],
  ['America/New_York', 'just before the clocks go forward', '2026-03-08 01:59', '2026-03-08 06:59', 'plain'],
  ['America/New_York', 'in the hour that is left out in spring', '2026-03-08 02:30', '2026-03-08 07:30', 'skipped'],
  ['America/New_York', 'just after the clocks went forward', '2026-03-08 03:00', '2026-03-08 07:00', 'plain'],
  ['America/New_York', 'just before the clocks go back', '2026-11-01 00:59', '2026-11-01 04:59', 'plain'],
  ['America/New_York', 'in the hour that comes twice in autumn', '2026-11-01 01:30', '2026-11-01 05:30', 'twice'],
  ['America/New_York', 'just after the clocks went back', '2026-11-01 02:00', '2026-11-01 07:00', 'plain'],
  ['Asia/Kathmandu', 'where the clocks are three quarters of an hour off', '2026-05-01 08:00', '2026-05-01 02:15', 'plain'],
  ['Australia/Lord_Howe', 'in the half hour that is left out', '2026-10-04 02:10', '2026-10-03 15:40', 'skipped'],
  ['UTC', 'where the clocks never change', '2026-03-29 02:30', '2026-03-29 02:30', 'plain'],
];

describe('a time on the wall', () => {
  it.each(meant)('of %s, %s', (zone, _what, shown, instant, is) => {
    expect(instantOf(wall(shown), zone)).toEqual({ at: utc(instant), is });
  });

  it('that is left out is as much later as the clocks are put forward, and that is what the wall then shows', () => {
    expect(wallTimeAt(instantOf(wall('2026-03-29 02:30'), 'Europe/Stockholm').at, 'Europe/Stockholm')).toEqual(wall('2026-03-29 03:30'));
    expect(wallTimeAt(instantOf(wall('2026-03-08 02:30'), 'America/New_York').at, 'America/New_York')).toEqual(wall('2026-03-08 03:30'));
  });

  it('is shown again at the instant it means, in every zone and on every day, unless it is left out', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({ min: utc('2020-01-01 00:00') / 60_000, max: utc('2040-01-01 00:00') / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const shown = wallTimeAt(minute * 60_000, 'UTC');
        const { at, is } = instantOf(shown, zone);
        if (is === 'skipped') expect(wallTimeAt(at, zone)).not.toEqual(shown);
        else expect(wallTimeAt(at, zone)).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  it('is found again from every instant, or is the earlier one of the two that show it', () => {
    const zones = fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Asia/Kolkata');
    const minutes = fc.integer({ min: utc('2020-01-01 00:00') / 60_000, max: utc('2037-01-01 00:00') / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const { at, is } = instantOf(wallTimeAt(minute * 60_000, zone), zone);
        if (is === 'twice') expect(at).toBeLessThanOrEqual(minute * 60_000);
        else expect(at).toBe(minute * 60_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('days on the calendar', () => {
  it('are counted over the ends of months and years', () => {
    expect(addDays(wall('2026-12-30 08:00'), 3)).toEqual(wall('2027-01-02 08:00'));
    expect(addDays(wall('2028-02-28 08:00'), 1)).toEqual(wall('2028-02-29 08:00'));
  });
});

describe('a zone', () => {
  it('is known by its IANA name', () => {
    expect([isZone('Europe/Stockholm'), isZone('UTC'), isZone('Europe/Atlantis'), isZone('')]).toEqual([true, true, false, false]);
  });
});

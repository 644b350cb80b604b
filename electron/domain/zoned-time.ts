// Wall time and zones: from what a clock on the wall shows somewhere to the instant it means, and back.

/** What calendar and clock show in some place. `month` 1 to 12. */
export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

/**
 * `at`: ms since 1970. `skipped`: the clocks are put forward over this time, and it is that much later instead, as a clock that nobody
 * has touched would show it. `twice`: the clocks are put back, so that the hour comes two times; this is the first.
 */
export type Instant = { readonly at: number; readonly is: 'plain' | 'skipped' | 'twice' };

const DAY = 86_400_000;
/** Making one takes longer than asking it a thousand times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether this computer knows the IANA zone, e.g. "Europe/Stockholm". */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the wall shows in a zone (IANA name) at an instant (ms since 1970). The zone has to be known. */
export function wallTimeAt(at: number, zone: string): WallTime {
  const { year, month, day, hour, minute } = partsAt(at, zone);
  return { year, month, day, hour, minute };
}

/** The instant at which the wall shows this in a zone (IANA name), decided like Temporal's "compatible". The zone has to be known. */
export function instantOf(wall: WallTime, zone: string): Instant {
  const asIfUtc = utcOf(wall);
  const before = offsetAt(asIfUtc - DAY, zone);
  const offsets = new Set([before, offsetAt(asIfUtc + DAY, zone)]);
  const fitting = [...offsets].map((offset) => asIfUtc - offset).filter((at) => isSame(wallTimeAt(at, zone), wall));
  const [first] = fitting;
  // No clock ever shows it: with the offset from before the change it falls just as long after the change.
  if (first === undefined) return { at: asIfUtc - before, is: 'skipped' };
  return fitting.length > 1 ? { at: Math.min(...fitting), is: 'twice' } : { at: first, is: 'plain' };
}

/** The same time of day so many days later. */
export function addDays(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const utcOf = ({ year, month, day, hour, minute }: WallTime): number => Date.UTC(year, month - 1, day, hour, minute);

const isSame = (a: WallTime, b: WallTime): boolean => utcOf(a) === utcOf(b);

/** How far the zone's clocks are ahead of UTC, ms. */
function offsetAt(at: number, zone: string): number {
  const parts = partsAt(at, zone);
  return utcOf(parts) + parts.second * 1000 - Math.floor(at / 1000) * 1000;
}

function partsAt(at: number, zone: string): WallTime & { readonly second: number } {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name) ?? 0);
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute'), second: read('second') };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

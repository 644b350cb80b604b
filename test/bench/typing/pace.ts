// How fast keys are sent by xdotool, and whether they came so, by what the page saw.
import { median } from '../table';

/**
 * ms between two keys. 55: typing, some 215 words a minute, which the fastest people have kept up. 35: as a key that is held down repeats,
 * for orientation.
 */
export type Pace = 35 | 55;
/** As xdotool counts: half of it passes from one key to the next, and a millisecond of its own. Held against what the page sees. */
export const delayFor = (pace: Pace): string => String(2 * (pace - 1));
/** ms */
const toleratedError = 3;

/** Throws where keys came at another pace. `times`: the keys' own timestamps, ms, in their order; a few rests between words are no matter. */
export function holdAgainst(pace: Pace, times: readonly number[]): void {
  const seen = median(times.slice(1).map((at, index) => at - (times[index] ?? Number.NaN)));
  if (!(Math.abs(seen - pace) <= toleratedError)) throw new Error(`a key came every ${seen} ms, and not every ${pace}`);
}

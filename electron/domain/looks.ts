// When a message that may have been sent is looked for in Sent by the program itself.
import type { Failure } from '../contract/failure';
import { copyRetryDelay } from './sent-copy';

const minute = 60_000;
const hour = 60 * minute;
/** ms: after it became uncertain, and then after each look that found nothing. */
const delays = [minute / 2, 2 * minute, 10 * minute, hour, 6 * hour, 24 * hour] as const;
/** No pause is longer: a time further away than this comes from a clock that was set back since. */
export const longestLookDelay = delays[delays.length - 1] ?? 0;

/** ms until the next look after so many that found nothing; null: the program has looked often enough. */
export const lookDelay = (looks: number): number | null => delays[looks] ?? null;

export type NextLook = { readonly looks: number; readonly lookAt: number | null };

/**
 * What follows a look that did not find it. `failure`: Sent could not be read. Then nothing was learned and the look is not
 * counted, unless waiting does not mend it.
 */
export function nextLook(looks: number, failure: Failure | null, now: number): NextLook {
  if (failure !== null && copyRetryDelay(failure, 1, 0) !== null)
    return { looks, lookAt: now + Math.max(lookDelay(looks) ?? 0, 10 * minute) };
  const delay = lookDelay(looks + 1);
  return { looks: looks + 1, lookAt: delay === null ? null : now + delay };
}

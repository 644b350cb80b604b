// How long an access token is used before a new one is fetched.

/** ms. Clocks differ by minutes, and a large message takes its time. */
const usualMargin = 5 * 60_000;
/** ms; for servers that do not say (RFC 6749 5.1 only recommends it). */
const unknownLife = 30 * 60_000;

/** When to fetch the next one, ms since 1970 by our own clock: the provider's may be wrong, or ours. @param expiresIn seconds */
export function renewAt(now: number, expiresIn: number | undefined): number {
  const life = expiresIn === undefined ? unknownLife : Math.max(0, expiresIn) * 1000;
  return now + life - Math.min(usualMargin, life / 2);
}

/** A token that is to be renewed further in the future than any token lives comes from a clock that was set back since. */
export const isFresh = (token: { readonly renewAt: number; readonly since: number }, now: number): boolean =>
  now < token.renewAt && now >= token.since;

// How warm a person is: how often and how lately one has written to them, as one number that never has to be made anew.
//
// Every letter counts one when it is sent, and half as much after each half-life. That sum sinks at the same pace for everybody,
// so it is kept as the point in time at which it was, or would be, exactly one: people in the order of these points are in the
// order of their sums, today and in a year.

/** ms: thirty days. */
const halfLife = 30 * 24 * 3_600_000;
/** What one's own account has done counts this many half-lives more. */
const ownAccount = 2;

/** The warmth of two sums together. */
function together(a: number, b: number): number {
  const most = Math.max(a, b);
  const least = Math.min(a, b);
  return most + halfLife * Math.log2(1 + 2 ** ((least - most) / halfLife));
}

/**
 * The warmth after one more letter.
 * @param before null: the first one
 * @param at when it was sent, ms since 1970
 * @param among to how many it went: a round to four hundred people says little about each of them
 */
export function warmer(before: number | null, at: number, among: number): number {
  const own = at - (halfLife * Math.log2(Math.max(1, among))) / 2;
  return before === null ? own : together(before, own);
}

/** The warmth of a person for who writes from `accountId`; null: never written to. */
export function warmthFor(
  byAccount: readonly { readonly accountId: string; readonly warmth: number }[],
  accountId: string | null,
): number | null {
  let sum: number | null = null;
  for (const { accountId: of, warmth } of byAccount) {
    const counted = of === accountId ? warmth + ownAccount * halfLife : warmth;
    sum = sum === null ? counted : together(sum, counted);
  }
  return sum;
}

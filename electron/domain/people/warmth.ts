// How warm a person is: how often and how lately one has written to them, as one number that never has to be made anew.
//
// Every letter counts one when it is sent, and half as much after each half-life. That sum sinks at the same pace for everybody,
// so it is kept as the point in time at which it was, or would be, exactly one: people in the order of these points are in the
// order of their sums, today and in a year.
import { accountOfLane } from '../identities/identity';

/** ms: thirty days. */
const halfLife = 30 * 24 * 3_600_000;
/** What the same address of one's own has done counts this many half-lives more, and what another address of the account has. */
const ownAddress = 2;
const ownAccount = 1;

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

/**
 * The warmth of a person for who writes from `sender` (identities/identity.ts `senderKey`); null: never written to.
 * @param bySender each from one of one's own addresses
 */
export function warmthFor(
  bySender: readonly { readonly accountId: string; readonly warmth: number }[],
  sender: string | null,
): number | null {
  let sum: number | null = null;
  for (const { accountId: of, warmth } of bySender) {
    const counted = warmth + halfLife * nearness(of, sender);
    sum = sum === null ? counted : together(sum, counted);
  }
  return sum;
}

function nearness(of: string, sender: string | null): number {
  if (sender === null) return 0;
  return of === sender ? ownAddress : accountOfLane(of) === accountOfLane(sender) ? ownAccount : 0;
}

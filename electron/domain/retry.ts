// When to try again: back-off with jitter, and how long to be patient in all.
import type { Account } from '../contract/model/accounts';

const second = 1000;
const minute = 60 * second;

/** ms. The first retry comes within `first`, later ones within twice as long each time, never later than `cap`. */
export const backOff = { first: 30 * second, cap: 15 * minute } as const;
const hour = 60 * minute;
/** Hours; after this a temporary failure is one for good, unless the account says otherwise. */
const usualPatienceHours = 48;
/** ms */
export const patienceOf = ({ patienceHours }: Pick<Account, 'patienceHours'>): number => (patienceHours ?? usualPatienceHours) * hour;

/**
 * ms until the next try after `tries` failed ones (1 or more). `chance` is from 0 to below 1: half of the time is fixed and half
 * of it chance, so that many programs that lost the same server do not come back as one.
 */
export function retryDelay(tries: number, chance: number): number {
  const longest = Math.min(backOff.cap, backOff.first * 2 ** Math.min(Math.max(0, tries - 1), 20));
  return Math.round(longest * (0.5 + 0.5 * chance));
}

export type RetryInput = {
  /** Failed tries, this one included. */
  readonly tries: number;
  /** ms since 1970 */
  readonly now: number;
  /** ms of patience that are left. */
  readonly left: number;
  readonly chance: number;
};

/** When to try again, ms since 1970; null: patience is over. A last try is made at the very end of it. */
export function retryAt({ tries, now, left, chance }: RetryInput): number | null {
  return left <= 0 ? null : now + Math.min(retryDelay(tries, chance), left);
}

/** A number from 0 to below 1 out of four random octets. */
export const chanceFrom = (octets: Uint8Array): number => octets.reduce((sum, octet) => (sum + octet) / 256, 0);

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

/** ms. Two tries of a program that runs lie nearer to each other than this, however slow the server. */
export const longestBetween = 2 * hour;

/**
 * Since when patience counts, at a try `at` after one that ended at `lastAt`, or at the end `at` of one that began at `lastAt`:
 * time in which nothing could be tried, because the computer slept or its clock was set forward, takes nothing of it away but
 * the pause that was due; a clock that was set back gives nothing to it. All in ms since 1970.
 */
export function countedFrom(patientFrom: number, lastAt: number, at: number): number {
  const between = at - lastAt;
  if (between < 0) return patientFrom + between;
  return between > longestBetween ? patientFrom + between - backOff.cap : patientFrom;
}

export type RetryInput = {
  /** Failed tries, this one included. */
  readonly tries: number;
  readonly now: number;
  readonly patientFrom: number;
  /** ms */
  readonly patience: number;
  readonly chance: number;
};

/** When to try again, ms since 1970; null: patience is over. A last try is made at the very end of it. */
export function retryAt({ tries, now, patientFrom, patience, chance }: RetryInput): number | null {
  const end = patientFrom + patience;
  if (now >= end) return null;
  return Math.min(now + retryDelay(tries, chance), end);
}

/** A number from 0 to below 1 out of four random octets. */
export const chanceFrom = (octets: Uint8Array): number => octets.reduce((sum, octet) => (sum + octet) / 256, 0);

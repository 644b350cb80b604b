// When a message leaves: the undo time, a chosen time, and what becomes of a time that nobody was there for.
import type { When } from '../contract/model/outbox';
import type { Settings } from '../contract/model/status';
import { isZone } from './zoned-time';

const minute = 60_000;
/** ms; the contract allows no longer undo time. A hold that ends later comes from a clock that was set back since. */
export const longestHold = minute;
/** ms: a scheduled message that is later than this was missed. */
export const lateness = 5 * minute;
/** ms: a chosen time may be over by as much, because choosing takes its time; the message then leaves at once. */
const forgiven = minute;
/** ms: a time further away is a slip of the hand. */
const furthest = 10 * 366 * 24 * 60 * minute;

/** Whether a person can mean this time (ms since 1970) in this zone (IANA name). */
export const isTimeToLeave = (at: number, zone: string, now: number): boolean =>
  at >= now - forgiven && at <= now + furthest && isZone(zone);

/** How a message waits when it comes into the outbox. */
export type Leaving = {
  readonly state: 'queued' | 'held' | 'scheduled' | 'kept';
  readonly notBefore: number | null;
  /** ms */
  readonly hold: number | null;
  readonly zone: string | null;
};

export function leavingOf(when: When, now: number): Leaving {
  switch (when.kind) {
    case 'now':
      return { state: 'queued', notBefore: null, hold: null, zone: null };
    case 'undo':
      return { state: 'held', notBefore: now + when.ms, hold: when.ms, zone: null };
    case 'at':
      return { state: 'scheduled', notBefore: when.at, hold: null, zone: when.zone };
  }
}

export type WhenMissed = Settings['whenMissed'];
export type Timed = { readonly state: 'held' | 'scheduled' /** When it leaves, ms since 1970. */; readonly notBefore: number };

/** What is done now with what has a time. `whenMissed` null: the person's wish is not known yet, and nothing is decided against it. */
export function fateOf(
  { state, notBefore }: Timed,
  now: number,
  whenMissed: WhenMissed | null,
): 'wait' | 'release' | 'hold-again' | 'missed' {
  if (state === 'held') return notBefore <= now ? 'release' : notBefore > now + longestHold ? 'hold-again' : 'wait';
  if (notBefore > now) return 'wait';
  if (now - notBefore <= lateness || whenMissed === 'send') return 'release';
  return whenMissed === null ? 'wait' : 'missed';
}

// What the ledger keeps, and for how long: a story for a season, a letter for as long as somebody may want it.
import type { CopyState, MessageState } from '../contract/model/outbox';

const day = 24 * 3_600_000;

export type KeepingRules = {
  /** ms that stories, conversations and cancelled messages are kept after the last thing that happened. */
  readonly time: number;
  /** Octets of all conversations together; the oldest go first, but for the latest of each message that is not finished. */
  readonly transcripts: number;
};
export const usualKeeping: KeepingRules = { time: 90 * day, transcripts: 200_000_000 };

export type KeptMessage = {
  readonly state: MessageState;
  readonly isDismissed: boolean;
  readonly copy: CopyState;
  /** The person wants none in Sent; absent: they do. */
  readonly keepsNoCopy?: boolean;
  /** When something last happened to it, ms since 1970. */
  readonly changedAt: number;
};

/** Whether nothing will ever happen to it by itself, and nobody is asked about it. */
export const isFinished = ({ state, isDismissed, copy }: Omit<KeptMessage, 'changedAt' | 'keepsNoCopy'>): boolean =>
  (state === 'accepted' || state === 'cancelled' || (state === 'partly' && isDismissed)) && (copy === 'none-needed' || copy === 'filed');

/** Whether its story may go. */
export const isOld = (message: KeptMessage, now: number, rules: KeepingRules): boolean =>
  isFinished(message) && now - message.changedAt > rules.time;

/** Whether its bytes may go: never those that somebody can still open in the local Sent, and soon those of which no copy is wanted. */
export const isSpent = (message: KeptMessage, isShownInSent: boolean, now: number, rules: KeepingRules): boolean =>
  message.keepsNoCopy === true ? isFinished(message) : isOld(message, now, rules) && !isShownInSent;

/**
 * What becomes of an attempt, looked at from the newest to the oldest. `newer`: octets of the conversations that are newer.
 * `isLatest`: of its message. `thin`: without its conversation.
 */
export function fateOfAttempt(
  message: KeptMessage,
  isLatest: boolean,
  size: number,
  newer: number,
  now: number,
  rules: KeepingRules,
): 'keep' | 'thin' | 'remove' {
  if (isOld(message, now, rules)) return 'remove';
  return size > 0 && newer + size > rules.transcripts && (isFinished(message) || !isLatest) ? 'thin' : 'keep';
}

// How long a queue's server has been tried: a clock that goes only while something could be tried, so that neither sleep nor a
// missing network is taken for patience, however long the queue and however seldom the turn of one message in it.
import { backOff } from './retry';

export type PatienceClock = {
  /** ms; a message's patience is counted from one reading of it to another. Its beginning means nothing. */
  readonly time: number;
  /** When it was read last, ms since 1970, and whether it has been going since. */
  readonly lastAt: number;
  readonly isGoing: boolean;
  /** What it said when the server began to be out; null: it can be used, or was not tried. */
  readonly outSince: number | null;
  /** From where on it went as the computer's clock does, the latest last: what it said at a time is read from these. */
  readonly marks: readonly { readonly at: number; readonly time: number }[];
};

/** Marks that are remembered: a computer does not sleep more often while one waits for a server. */
const mostMarks = 200;

/** What is kept of it when the program ends. */
export type KeptPatience = Pick<PatienceClock, 'time' | 'outSince' | 'marks'>;

/** The program begins: since it ended, the clock stood still. */
export const beginClock = ({ time, outSince, marks }: KeptPatience, at: number): PatienceClock =>
  withMark({ time, outSince, marks, lastAt: at, isGoing: false });

const withMark = (clock: PatienceClock): PatienceClock => ({
  ...clock,
  marks: [...clock.marks.slice(1 - mostMarks), { at: clock.lastAt, time: clock.time }],
});

/** ms. A program that runs reads the clock more often than this, however slow the server. */
export const longestBetween = 2 * 60 * 60_000;

/**
 * What counts of the time between two readings: all of it; of a sleep, or a clock that was set forward, the pause that was due
 * at most; of a clock that was set back nothing. ms.
 */
export function countedTime(between: number): number {
  if (between < 0) return 0;
  return between > longestBetween ? backOff.cap : between;
}

/** Reads the clock. `isGoing`: whether something of the queue may be tried from now on. */
export function tick(clock: PatienceClock, at: number, isGoing: boolean): PatienceClock {
  const between = at - clock.lastAt;
  const counted = clock.isGoing ? countedTime(between) : 0;
  const read: PatienceClock = { ...clock, time: clock.time + counted, lastAt: at, isGoing };
  return counted === between ? read : withMark(read);
}

/** The server could not be used, right now. */
export const wentOut = (clock: PatienceClock): PatienceClock => ({ ...clock, outSince: clock.outSince ?? clock.time });
/** The server can be used, or is another one now. */
export const isBack = (clock: PatienceClock): PatienceClock =>
  clock.outSince === null ? clock : withMark({ ...clock, outSince: null, marks: [] });

/** What it said at a time (ms since 1970); before its first mark: what it said there. */
function saidAt({ marks, time }: PatienceClock, at: number): number {
  const index = marks.findLastIndex((mark) => mark.at <= at);
  const mark = marks[index];
  if (mark === undefined) return marks[0]?.time ?? time;
  return Math.min(mark.time + at - mark.at, marks[index + 1]?.time ?? time);
}

/** Since when patience counts for a message that has its first turn now and has waited for it since `waitingSince` (ms since 1970). */
export const patientFrom = (clock: PatienceClock, waitingSince: number): number =>
  clock.outSince === null ? clock.time : Math.max(clock.outSince, saidAt(clock, waitingSince));

/** Whom patience is over for: by the clock, and by the computer's (ms since 1970; null: nobody of those). */
export type Over = {
  /** Whoever was tried first then, or earlier. */
  readonly triedBefore: number;
  /** Whoever waits since then, or longer, and never had a turn: the server was out all that time. */
  readonly waitingSince: number | null;
};

export function overFor({ time, outSince, marks }: PatienceClock, patience: number): Over {
  const triedBefore = time - patience;
  const mark = marks.findLast((one) => one.time <= triedBefore);
  const isOut = outSince !== null && outSince <= triedBefore;
  return { triedBefore, waitingSince: isOut && mark !== undefined ? mark.at + triedBefore - mark.time : null };
}

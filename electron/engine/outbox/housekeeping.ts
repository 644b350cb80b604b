// Takes away what has grown old, in small steps with pauses between them: never at the start, never what is unfinished.
import { fateOfAttempt, isOld, isSpent, type KeepingRules, usualKeeping } from '../../domain/keeping';
import type { Accounts, Clock } from '../rooms';
import { keepsLocally } from '../sent/listing';
import { dropBlobs, sweepBlobs } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import {
  cancelledBefore,
  endedAttempts,
  frozenRows,
  removeAttempt,
  removeBytes,
  removeMessage,
  removeStoryLine,
  removeTranscript,
  storyLines,
} from '../store/old';
import type { Store } from '../store/open';

export type HousekeepingNeeds = {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  /** Whether mail is on its way, which goes first. */
  readonly isBusy: () => boolean;
};

const minute = 60_000;
/** ms from the start to the first round, and from one round to the next. */
const firstRound = 10 * minute;
const nextRound = 6 * 60 * minute;
/** ms between two steps. */
const pause = 50;
const busyPause = 1000;
/** Rows that are looked at in one step, and messages that are removed in one. */
const slice = 200;
const mostRemoved = 20;

/** One step of a round, in one transaction; the next one, or null when this kind of thing is done. */
type Step = () => Step | null;

export function createHousekeeping(needs: HousekeepingNeeds, rules: KeepingRules = usualKeeping): { readonly stop: () => void } {
  const { store, clock, isBusy } = needs;
  let isStopped = false;
  let callOff: () => void = () => undefined;
  const later = (ms: number, work: () => void): void => {
    if (!isStopped) callOff = clock.after(ms, work);
  };

  const round = (): void =>
    go([cancelled(needs, rules), stories(needs, rules, 0), attempts(needs, rules, Number.MAX_SAFE_INTEGER, 0), bytes(needs, rules, 0)]);
  const go = ([step, ...rest]: readonly Step[]): void => {
    if (step === undefined) {
      sweepBlobs(store).catch(() => undefined); // what is left over is looked for again the next time
      return later(nextRound, round);
    }
    if (isBusy()) return later(busyPause, () => go([step, ...rest]));
    const done = onDisk(step, store.profile);
    // A disk that refuses gets its peace until the next round.
    if (!done.ok) return later(nextRound, round);
    later(pause, () => go(done.value === null ? rest : [done.value, ...rest]));
  };

  later(firstRound, round);
  return {
    stop() {
      isStopped = true;
      callOff();
    },
  };
}

function cancelled(needs: HousekeepingNeeds, rules: KeepingRules): Step {
  const { store, clock } = needs;
  return () => {
    const ids = cancelledBefore(store, clock.now() - rules.time, mostRemoved);
    if (ids.length === 0) return null;
    dropBlobs(
      store,
      store.write(() => ids.flatMap((id) => removeMessage(store, id))),
    );
    return cancelled(needs, rules);
  };
}

function stories(needs: HousekeepingNeeds, rules: KeepingRules, after: number): Step {
  const { store, clock } = needs;
  return () => {
    const now = clock.now();
    const lines = storyLines(store, after, slice);
    const old = lines.filter(({ message }) => isOld(message, now, rules));
    if (old.length > 0)
      store.write(() => {
        for (const { row } of old) removeStoryLine(store, row);
      });
    const last = lines.at(-1);
    // Lines stand in the order of time: behind the first young slice there is nothing old.
    return last === undefined || lines.every(({ at }) => now - at <= rules.time) ? null : stories(needs, rules, last.row);
  };
}

function attempts(needs: HousekeepingNeeds, rules: KeepingRules, before: number, newer: number): Step {
  const { store, clock } = needs;
  return () => {
    const now = clock.now();
    const found = endedAttempts(store, before, slice);
    let kept = newer;
    const fates = found.map(({ row, size, isLatest, message }) => {
      const fate = fateOfAttempt(message, isLatest, size, kept, now, rules);
      if (fate === 'keep') kept += size;
      return { row, fate };
    });
    if (fates.some(({ fate }) => fate !== 'keep'))
      store.write(() => {
        for (const { row, fate } of fates) {
          if (fate === 'remove') removeAttempt(store, row);
          else if (fate === 'thin') removeTranscript(store, row);
        }
      });
    const last = found.at(-1);
    return last === undefined ? null : attempts(needs, rules, last.row, kept);
  };
}

function bytes(needs: HousekeepingNeeds, rules: KeepingRules, after: number): Step {
  const { store, clock, accounts } = needs;
  return () => {
    const now = clock.now();
    const found = frozenRows(store, after, slice);
    // Of an account that is not known nobody can say whether its mail is shown here.
    const isShownInSent = (accountId: string): boolean => {
      const account = accounts.find(accountId);
      return account === null || keepsLocally(account);
    };
    const spent = found.filter(({ accountId, message }) => isSpent(message, isShownInSent(accountId), now, rules));
    const removed = spent.slice(0, mostRemoved);
    if (removed.length > 0)
      dropBlobs(
        store,
        store.write(() => removed.flatMap(({ id }) => removeBytes(store, id))),
      );
    const last = spent.length > removed.length ? removed.at(-1) : found.at(-1);
    return last === undefined ? null : bytes(needs, rules, last.row);
  };
}

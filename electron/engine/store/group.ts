// Works that come together share one durable commit: the disk is waited for once, off this thread, and each work still stands for itself.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Result, succeed } from '../../contract/failure';
import { onDisk } from './disk-failure';
import { createJournalSync } from './journal-sync';

export type CommitWishes<T> = {
  /** Hears of it once it is committed: the end of the program takes it back no more, a power cut may until the answer. */
  readonly onWritten?: (written: Result<T>) => void;
  /** Nobody waits for the answer: it goes to the disk with what somebody waits for, or after a moment. */
  readonly isPatient?: boolean;
};
export type Commit = <T>(work: () => T, wishes?: CommitWishes<T>) => Promise<Result<T>>;
/** `work` gets a failure where it can't be known whether all of it is on the disk. */
export type WhenSynced = (work: (failure: Result<never> | null) => void) => void;
export type Group = {
  /** See `Store`. */
  readonly commit: Commit;
  readonly whenSynced: WhenSynced;
  /** Writes and answers everything that waits, at once and on this thread; afterwards the database can be closed. */
  readonly close: () => void;
};

/** Turns of the event loop that a group is gathered for, at most. */
const mostTurns = 4;
/** ms that what nobody waits for is kept from the disk, at most. */
const patience = 2;

type Waiting = {
  /** `isAlone`: in a savepoint of its own. False: it threw in company, which has to begin anew. */
  readonly run: (isAlone: boolean) => boolean;
  /** Told once it is committed; null: it only wants the answer. */
  readonly written: (() => void) | null;
  readonly settle: (failure: Result<never> | null) => void;
  readonly isPatient: boolean;
};
/** Works that are committed, and readers of what they wrote: one sync answers them all. */
type Batch = { readonly works: Waiting[]; readonly readers: Parameters<WhenSynced>[0][] };
const emptyBatch = (): Batch => ({ works: [], readers: [] });

/**
 * All works run in the order in which they were given, in one transaction. One that throws takes them all back, and they run anew, each in
 * a savepoint of its own, so that only that one is missing: what hardly ever happens shall not cost every step a savepoint. The commit itself does not wait for the disk; its journal is synced on another thread, and nobody is answered before that is done.
 * While a sync is on its way the next group gathers, unless one of its works goes on as soon as it is committed.
 */
export function createGroup(db: DatabaseSyncInstance, profile: string): Group {
  const [savepoint, release] = [db.prepare('SAVEPOINT work'), db.prepare('RELEASE work')];
  const journal = createJournalSync(db, profile);
  let waiting: Waiting[] = [];
  /** The next sync makes it durable. */
  let written = emptyBatch();
  /** A sync is on its way. */
  let covered: Batch | null = null;
  let isSyncWanted = false;
  let isGathering = false;
  let isTimed = false;
  let seen = 0;
  let turns = 0;
  /** False: one of them threw in company, and nothing has happened. */
  const together = (works: readonly Waiting[], areAlone: boolean): boolean => {
    try {
      db.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE');
      const isDone = works.every(({ run }) => run(areAlone));
      db.exec(isDone ? 'COMMIT' : 'ROLLBACK');
      return isDone;
    } catch (error) {
      // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error behind its own.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    } finally {
      db.exec('PRAGMA synchronous = FULL'); // what is written outside of a group waits for the disk itself
    }
  };
  /** Commits all that waits; works that are refused know it already. */
  const write = (): void => {
    const works = waiting;
    waiting = [];
    turns = 0;
    seen = 0;
    const done = onDisk(() => together(works, false) || together(works, true), profile);
    if (!done.ok) for (const { settle } of works) settle(done);
    else {
      written.works.push(...works);
      isSyncWanted ||= works.some(({ isPatient }) => !isPatient);
      for (const { written: tell } of works) tell?.();
    }
  };
  const answer = ({ works, readers }: Batch, failure: Result<never> | null): void => {
    for (const { settle } of works) settle(failure);
    for (const read of readers) read(failure);
  };
  const sync = (): void => {
    if (covered !== null || written.works.length === 0) return;
    const batch = written;
    covered = batch;
    written = emptyBatch();
    isSyncWanted = false;
    journal.sync(() => {
      covered = null;
      answer(batch, null);
      if (waiting.length > 0) gatherSoon();
      else next();
    });
  };
  /** What is written and not synced has its sync now, or in a moment. */
  const next = (): void => {
    if (isSyncWanted) return sync();
    if (isTimed || written.works.length === 0) return;
    isTimed = true;
    setTimeout(() => {
      isTimed = false;
      sync();
    }, patience);
  };
  const mayWrite = (): boolean => covered === null || waiting.some(({ written: tell }) => tell !== null);
  /** A turn that brought more is followed by another: an answer from the disk costs more than a turn. */
  const gather = (): void => {
    isGathering = false;
    if (waiting.length === 0 || !mayWrite()) return;
    turns += 1;
    if (waiting.length > seen && turns <= mostTurns) {
      seen = waiting.length;
      return gatherSoon();
    }
    write();
    next();
  };
  const gatherSoon = (): void => {
    if (isGathering) return;
    isGathering = true;
    setImmediate(gather);
  };
  const answerNow = (): void => {
    const batches = [covered, written].filter((batch) => batch !== null);
    covered = null;
    written = emptyBatch();
    const synced = onDisk(journal.mustSync, profile);
    for (const batch of batches) answer(batch, synced.ok ? null : synced);
  };
  return {
    close() {
      if (waiting.length > 0) write();
      if (covered !== null || written.works.length > 0) answerNow();
      journal.close();
    },
    whenSynced(work) {
      if (written.works.length > 0) {
        written.readers.push(work);
        isSyncWanted = true; // somebody waits now
        next();
      } else if (covered !== null) covered.readers.push(work);
      else work(null);
    },
    commit<T>(work: () => T, { onWritten, isPatient = false }: CommitWishes<T> = {}): Promise<Result<T>> {
      return new Promise((resolve) => {
        let own: Result<T> = { ok: false, failure: { code: 'internal', detail: 'the work never ran' } };
        const run = (isAlone: boolean): boolean => {
          try {
            if (isAlone) savepoint.run();
            own = succeed(work());
            if (isAlone) release.run();
          } catch (error) {
            // A disk that refuses takes the whole transaction back by itself: then none of them has happened.
            if (!db.isTransaction) throw error;
            if (!isAlone) return false;
            db.exec('ROLLBACK TO work; RELEASE work');
            own = onDisk(() => {
              throw error;
            }, profile);
          }
          return true;
        };
        gatherSoon();
        waiting.push({
          run,
          written: onWritten === undefined ? null : () => onWritten(own),
          settle(failure) {
            if (failure !== null) onWritten?.(failure); // heard no more where it was told already
            resolve(failure ?? own);
          },
          isPatient,
        });
      });
    },
  };
}

// Works that come together share one durable commit: the disk is waited for once, off this thread, and each work still stands for itself.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Result, succeed } from '../../contract/failure';
import { onDisk } from './disk-failure';
import { createJournalSync } from './journal-sync';

export type Commit = <T>(work: () => T) => Promise<Result<T>>;
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

type Waiting = { readonly run: () => void; readonly settle: (failure: Result<never> | null) => void };

/**
 * All works of a group run in the order in which they were given, each in a savepoint of its own: one that throws is taken back
 * alone. The commit itself does not wait for the disk; its journal is synced on another thread, while the next group gathers, and
 * nobody is answered before that is done.
 */
export function createGroup(db: DatabaseSyncInstance, profile: string): Group {
  const [savepoint, release] = [db.prepare('SAVEPOINT work'), db.prepare('RELEASE work')];
  const journal = createJournalSync(db, profile);
  let waiting: Waiting[] = [];
  /** Committed, and not yet known to be on the disk. */
  let written: Waiting[] = [];
  /** What was read from it meanwhile, and is held back. */
  let held: Parameters<WhenSynced>[0][] = [];
  let seen = 0;
  let turns = 0;
  const together = (works: readonly Waiting[]): void => {
    try {
      db.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE');
      for (const { run } of works) run();
      db.exec('COMMIT');
    } catch (error) {
      // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error behind its own.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    } finally {
      db.exec('PRAGMA synchronous = FULL'); // what is written outside of a group waits for the disk itself
    }
  };
  /** True: they are committed, and a sync makes them durable. */
  const write = (): boolean => {
    const works = waiting;
    waiting = [];
    turns = 0;
    seen = 0;
    const done = onDisk(() => together(works), profile);
    if (done.ok) written = works;
    else for (const { settle } of works) settle(done);
    return done.ok;
  };
  const answer = (failure: Result<never> | null): void => {
    const works = written;
    const readers = held;
    written = [];
    held = [];
    for (const { settle } of works) settle(failure);
    for (const read of readers) read(failure);
  };
  const answerNow = (): void => {
    const synced = onDisk(journal.mustSync, profile);
    answer(synced.ok ? null : synced);
  };
  const begin = (): void => {
    if (!write()) return;
    journal.sync(() => {
      answer(null);
      if (waiting.length > 0) setImmediate(gather);
    });
  };
  /** A turn that brought more is followed by another: an answer from the disk costs more than a turn. */
  const gather = (): void => {
    if (waiting.length === 0 || written.length > 0) return;
    turns += 1;
    if (waiting.length <= seen || turns > mostTurns) return begin();
    seen = waiting.length;
    setImmediate(gather);
  };
  return {
    close() {
      if (written.length > 0) answerNow();
      if (waiting.length > 0 && write()) answerNow();
      journal.close();
    },
    whenSynced(work) {
      if (written.length === 0) work(null);
      else held.push(work);
    },
    commit<T>(work: () => T): Promise<Result<T>> {
      return new Promise((resolve) => {
        let own: Result<T> | null = null;
        if (waiting.length === 0 && written.length === 0) setImmediate(gather);
        waiting.push({
          run() {
            savepoint.run();
            try {
              own = succeed(work());
              release.run();
            } catch (error) {
              // A disk that refuses takes the whole transaction back by itself: then none of them has happened.
              if (!db.isTransaction) throw error;
              db.exec('ROLLBACK TO work; RELEASE work');
              own = onDisk(() => {
                throw error;
              }, profile);
            }
          },
          settle: (failure) => resolve(failure ?? own ?? { ok: false, failure: { code: 'internal', detail: 'the work never ran' } }),
        });
      });
    },
  };
}

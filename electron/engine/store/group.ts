// Works of one turn of the event loop share one durable commit: the disk is waited for once, and each work still stands for itself.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Result, succeed } from '../../contract/failure';
import { onDisk } from './disk-failure';

export type Commit = <T>(work: () => T) => Promise<Result<T>>;

/** Turns of the event loop that a group is gathered for, at most. */
const mostTurns = 4;

type Waiting = { readonly run: () => void; readonly settle: (failure: Result<never> | null) => void };

/**
 * `commit`: see `Store`. `flush` runs what waits now. All works of a group run in the order in which they were given, each in a
 * savepoint of its own: one that throws is taken back alone. Nobody is answered before the COMMIT is on the disk.
 */
export function createGroup(db: DatabaseSyncInstance, profile: string): { readonly commit: Commit; readonly flush: () => void } {
  const [savepoint, release] = [db.prepare('SAVEPOINT work'), db.prepare('RELEASE work')];
  let waiting: Waiting[] = [];
  let seen = 0;
  let turns = 0;
  const together = (works: readonly Waiting[]): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const { run } of works) run();
      db.exec('COMMIT');
    } catch (error) {
      // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error behind its own.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const works = waiting;
    waiting = [];
    turns = 0;
    const done = onDisk(() => together(works), profile);
    for (const { settle } of works) settle(done.ok ? null : done);
  };
  /** A turn that brought more is followed by another: an answer from the disk costs more than a turn. */
  const gather = (): void => {
    turns += 1;
    if (waiting.length <= seen || turns > mostTurns) return flush();
    seen = waiting.length;
    setImmediate(gather);
  };
  return {
    flush,
    commit<T>(work: () => T): Promise<Result<T>> {
      return new Promise((resolve) => {
        let own: Result<T> | null = null;
        if (waiting.length === 0) {
          seen = 1;
          setImmediate(gather);
        }
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

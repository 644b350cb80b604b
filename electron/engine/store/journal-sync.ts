// Brings the journal of the database to the disk without holding up this thread.
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { onDisk } from './disk-failure';

export type JournalSync = {
  /** Calls back when all that was committed before is on the disk; not before. */
  readonly sync: (done: () => void) => void;
  /** The same at once, on this thread. Throws as the disk does. */
  readonly mustSync: () => void;
  readonly close: () => void;
};

/** ms between two tries, and how many there are, of a disk that does not take what it was given. */
const pause = 1_000;
const mostTries = 10;

/**
 * A sync that failed cannot simply be asked again: the system forgets what it could not write. The database then carries everything
 * over from its journal, which it still reads, into its own file. Where that fails too, nothing can be promised any more, neither
 * that it is there nor that it is not: the engine ends, and the next one reads what is.
 */
export function createJournalSync(db: DatabaseSyncInstance, profile: string): JournalSync {
  const journal = path.join(profile, 'mail.sqlite-wal');
  let handle: number | null = null;
  let isBusy = false;
  let isClosed = false;
  /** A sync failed, and the database has not carried over since what that one may have lost. */
  let isDoubtful = false;
  const opened = (): number => {
    handle ??= openSync(journal, 'r+'); // no lock is on this file, so closing it later gives none away
    return handle;
  };
  const letGo = (): void => {
    if (!isClosed || isBusy || handle === null) return;
    closeSync(handle);
    handle = null;
  };
  const carryAll = (): void => {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    isDoubtful = false;
  };
  const carryOver = (done: () => void, tries: number): void => {
    if (isClosed) return;
    isDoubtful = true;
    const carried = onDisk(carryAll, profile);
    if (carried.ok) return done();
    if (tries >= mostTries) throw new Error(`the disk does not keep what was written: ${carried.failure.detail ?? carried.failure.code}`);
    setTimeout(() => carryOver(done, tries + 1), pause);
  };
  return {
    sync(done) {
      const file = onDisk(opened, profile);
      if (!file.ok) return carryOver(done, 0);
      isBusy = true;
      fdatasync(file.value, (error) => {
        isBusy = false;
        if (isClosed) return letGo();
        if (error !== null) return carryOver(done, 0);
        done();
      });
    },
    mustSync() {
      if (isDoubtful) carryAll();
      else fdatasyncSync(opened());
    },
    close() {
      isClosed = true;
      letGo();
    },
  };
}

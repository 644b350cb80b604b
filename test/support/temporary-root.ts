// The place for a test's temporary files.
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const enough = 1_000_000_000;

/** Where temporary files are cheap: in memory if there is room, since a disk can take a millisecond for each small file. */
export function temporaryRoot(): string {
  const inMemory = '/dev/shm';
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > enough ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

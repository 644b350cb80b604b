// A slow disk: what a database has committed stays unsynced until the test lets it through.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

export type HeldSyncs = {
  /** Syncs that were asked for and not let through. */
  readonly waiting: () => number;
  /** Lets all of them through, and every later one. */
  readonly release: () => void;
};

/** From now on nothing that is synced off the engine's thread comes to its end. Released when the test ends. */
export function holdSyncs(): HeldSyncs {
  const real = fs.fdatasync;
  const held: (() => void)[] = [];
  let isHeld = true;
  const slow = (handle: number, done: (error: NodeJS.ErrnoException | null) => void): void => {
    const go = (): void => real(handle, done);
    if (isHeld) held.push(go);
    else go();
  };
  fs.fdatasync = Object.assign(slow, { __promisify__: real.__promisify__ });
  syncBuiltinESMExports();
  const release = (): void => {
    isHeld = false;
    fs.fdatasync = real;
    syncBuiltinESMExports();
    for (const go of held.splice(0)) go();
  };
  onTestFinished(release);
  return { waiting: () => held.length, release };
}

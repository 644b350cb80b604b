// A profile of its own for a test, in a temporary folder that goes away with it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Randomness } from '../../electron/engine/rooms';
import { openStore, type Store } from '../../electron/engine/store/open';

/** An empty folder; removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An open store in a new profile; closed and removed when the test ends. */
export function temporaryStore(): Store {
  const opened = openStore(path.join(temporaryFolder(), 'profile'));
  if (!opened.ok) throw new Error(`the profile does not open: ${opened.failure.code} ${opened.failure.detail ?? ''}`);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** Chance that falls the same way each time, so that the same message can be made twice. */
export function repeatableRandomness(seed: string): Randomness {
  let call = 0;
  return (octets) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < octets; have += 32) parts.push(createHash('sha256').update(`${seed} ${call} ${have}`).digest());
    call += 1;
    return Buffer.concat(parts).subarray(0, octets);
  };
}

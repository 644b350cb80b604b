// The engine as the program runs it: in Electron's Node, whose compiler and whose TLS are others than those of the Node that runs these tables.
import path from 'node:path';
import { type ForkedEngine, type ForkedEngineOptions, forkEngine } from '../support/forked-engine';

/** Electron's program. */
export function electronProgram(): string {
  const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (runtime === undefined) throw new Error('ELECTRON_OVERRIDE_DIST_PATH names no Electron; run this as npm run bench');
  return path.join(runtime, 'electron');
}

export const forkOwnEngine = (options: Omit<ForkedEngineOptions, 'electron'>): Promise<ForkedEngine> =>
  forkEngine({ ...options, electron: electronProgram() });

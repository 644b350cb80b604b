// Table `setup`: what a person waits for when everything is in place already.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Row, Table } from './table';

const runs = 5;

/** Wall time of one whole child process, in seconds. */
const timeSetUp = (): number => {
  const started = performance.now();
  const child = spawnSync(process.execPath, [path.resolve('build/setup.mjs'), 'start'], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`the set-up ended with code ${child.status}: ${child.stderr}`);
  return (performance.now() - started) / 1000;
};

const measure = async (): Promise<readonly Row[]> => {
  const times = Array.from({ length: runs }, timeSetUp).sort((a, b) => a - b);
  const slowest = times.at(-1) ?? Number.POSITIVE_INFINITY;
  return [
    {
      name: `set-up with nothing to do, slowest of ${runs}`,
      unit: 's',
      ours: slowest,
      peerName: null,
      peer: null,
      targets: [{ kind: 'most', limit: 2 }],
    },
  ];
};

export const setupTable: Table = { title: 'setup', measure };

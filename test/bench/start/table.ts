// Table `start`: from process start to a composer that takes typing, and the memory of all processes with that composer open.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, type Row, type Table } from '../table';
import { brevduvaCommand, type ProgramCommand } from './brevduva';
import { type Start, startOnce } from './start';
import { thunderbirdCommand, thunderbirdVersion } from './thunderbird';

const warmRuns = 5;

type Measured = { readonly first: number; readonly warm: number; readonly memory: number };
type Prepare = (folder: string) => ProgramCommand;

/** The first start of a profile, then warm ones, of each program in turn: whatever else the computer does meets all of them. */
async function inTurn(programs: readonly Prepare[]): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-start-'));
  try {
    // With a profile that is thrown away: afterwards both programs' own files are in the computer's memory, whoever ran last.
    for (const prepare of programs) await startOnce(prepare(path.join(folder, 'before')), folder);
    const commands = programs.map((prepare) => prepare(folder));
    const starts: Start[][] = commands.map(() => []);
    for (let run = 0; run <= warmRuns; run += 1)
      for (const [n, command] of commands.entries()) starts[n]?.push(await startOnce(command, folder));
    return starts.map(([first, ...warm]) => ({
      first: first?.time ?? Number.NaN,
      warm: median(warm.map(({ time }) => time)),
      memory: median(warm.map(({ memory }) => memory)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const measure = async (): Promise<readonly Row[]> => {
  const version = thunderbirdVersion();
  const [ours, peer] = await inTurn(version === null ? [brevduvaCommand] : [brevduvaCommand, thunderbirdCommand]);
  if (ours === undefined) throw new Error('nothing was measured');
  const shared = { peerName: version ?? 'Thunderbird', toInstall: 'apt-get update && apt-get install --no-install-recommends thunderbird' };
  const quick: Row['targets'] = [
    { kind: 'most', limit: 1.5 },
    { kind: 'ratio', limit: 0.5 },
  ];
  return [
    {
      ...shared,
      name: 'composer takes typing, first start of a profile',
      unit: 's',
      ours: ours.first,
      peer: peer?.first ?? null,
      targets: quick,
    },
    {
      ...shared,
      name: `composer takes typing, warm (median of ${warmRuns})`,
      unit: 's',
      ours: ours.warm,
      peer: peer?.warm ?? null,
      targets: quick,
    },
    {
      ...shared,
      name: 'memory of all processes (PSS), composer open',
      unit: 'MB',
      ours: ours.memory,
      peer: peer?.memory ?? null,
      targets: [{ kind: 'ratio', limit: 0.8 }],
    },
  ];
};

export const startTable: Table = { title: 'start', measure };

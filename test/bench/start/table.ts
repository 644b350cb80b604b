// Table `start`: from process start to a composer that takes typing, and the memory of all processes with that composer open.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, type Row, type Table } from '../table';
import { brevduvaCommand, type ProgramCommand } from './brevduva';
import { family, proportionalMemory } from './memory';
import { ended, openScreen, typeUntilShown } from './screen';
import { thunderbirdCommand, thunderbirdVersion } from './thunderbird';

const warmRuns = 5;
const patience = 60_000;
/** After this a program has done what it does after its start. */
const settling = 4_000;

type Start = { readonly time: number; readonly memory: number };

/** Starts the program on a screen of its own, types, measures, ends it. */
async function once({ command, words, title }: ProgramCommand, home: string): Promise<Start> {
  const screen = await openScreen();
  const started = Date.now();
  const child = spawn(command, [...words], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, HOME: home, WAYLAND_DISPLAY: '' },
  });
  try {
    const shown = await typeUntilShown(screen.display, title, 'z', started + patience);
    await new Promise((resolve) => setTimeout(resolve, settling));
    return { time: (shown - started) / 1000, memory: proportionalMemory(child.pid ?? 0) / 1_000_000 };
  } finally {
    const all = family(child.pid ?? 0);
    await ended(child, 'SIGTERM');
    for (const pid of all) await gone(pid);
    await screen.stop();
  }
}

/** Waits until a process that was told to end has; one that does not is killed. */
async function gone(pid: number): Promise<void> {
  for (let i = 0; i < 250; i += 1) {
    try {
      process.kill(pid, i === 249 ? 'SIGKILL' : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Measured = { readonly first: number; readonly warm: number; readonly memory: number };

async function several(prepare: (folder: string) => ProgramCommand): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-start-'));
  try {
    const program = prepare(folder);
    const first = await once(program, folder);
    const warm: Start[] = [];
    for (let run = 0; run < warmRuns; run += 1) warm.push(await once(program, folder));
    return { first: first.time, warm: median(warm.map((start) => start.time)), memory: median(warm.map((start) => start.memory)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const measure = async (): Promise<readonly Row[]> => {
  const ours = await several(brevduvaCommand);
  const version = thunderbirdVersion();
  const peer = version === null ? null : await several(thunderbirdCommand);
  const peerName = version ?? 'Thunderbird';
  return [
    {
      name: 'composer takes typing, first start of a profile',
      unit: 's',
      ours: ours.first,
      peerName,
      peer: peer?.first ?? null,
      targets: [
        { kind: 'most', limit: 1.5 },
        { kind: 'ratio', limit: 0.5 },
      ],
    },
    {
      name: `composer takes typing, warm (median of ${warmRuns})`,
      unit: 's',
      ours: ours.warm,
      peerName,
      peer: peer?.warm ?? null,
      targets: [
        { kind: 'most', limit: 1.5 },
        { kind: 'ratio', limit: 0.5 },
      ],
    },
    {
      name: 'memory of all processes (PSS), composer open',
      unit: 'MB',
      ours: ours.memory,
      peerName,
      peer: peer?.memory ?? null,
      targets: [{ kind: 'ratio', limit: 0.8 }],
    },
  ];
};

export const startTable: Table = { title: 'start', measure };

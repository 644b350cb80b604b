// Table `typing`: keys in a letter of ten thousand words with twenty pictures, alone and while a long queue is being sent, beside the same
// letter in a page that does nothing but let itself be edited; and in a letter with half a megabyte pasted into it. The targets belong to
// typing, a key every 55 ms. The rows at 35 ms, a held key's repeat rate, have none: there Chromium throws away a tick of the screen that one
// key in ten meets, in any page (decision 030).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillQueue, readLedger } from '../../support/frozen-queue';
import { brevduvaCommand } from '../start/brevduva';
import { openScreen } from '../start/screen';
import type { Row, Table } from '../table';
import { type Latency, typeIn } from './keys';
import { keepLongDraft, pictures, plainPage } from './long-draft';
import { type Observed, startObserved } from './observed';
import type { Pace } from './pace';
import { pasteHalfMegabyte } from './pasting';

/** More than are sent in the minute in which is typed: the practice server takes a thousand a second. */
const queue = 80_000;
const places = [
  { share: 0.5, pace: 55, name: 'in its middle' },
  { share: 1, pace: 55, name: 'at its end' },
  { share: 0.5, pace: 35, name: 'in its middle, as a held key repeats' },
] as const;

type Place = { readonly folder: string; readonly display: string };

async function onScreen<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-typing-'));
  const screen = await openScreen();
  try {
    return await work({ folder, display: screen.display });
  } finally {
    await screen.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typeEverywhere(program: Observed, display: string): Promise<readonly Latency[]> {
  const found: Latency[] = [];
  for (const { share, pace } of places) found.push(await typeIn(program, display, share, pace));
  return found;
}

type Pasted = { /** ms */ readonly shown: number; readonly keys: Latency };

/** `queued` messages are sent from the same account meanwhile. Throws where they were all gone before the last key. */
const ours = <T>(queued: number, work: (program: Observed, display: string) => Promise<T>): Promise<T> =>
  onScreen(async ({ folder, display }) => {
    const profile = path.join(folder, 'brevduva');
    const { command, words } = brevduvaCommand(folder, []);
    await keepLongDraft(profile, 'practice');
    if (queued > 0) fillQueue(profile, queued, 'practice', 'test@example.test');
    const program = await startObserved(command, words, display, 'app://');
    const measured = await inLetter(program, () => work(program, display));
    if (queued > 0 && readLedger(profile).accepted >= queued) throw new Error(`all ${queued} were sent before the letter was typed`);
    return measured;
  });

/** Opens the letter, and quits after the work. */
async function inLetter<T>(program: Observed, work: () => Promise<T>): Promise<T> {
  try {
    await program.waitFor('document.querySelector("#list-column [role=option]")');
    await program.evaluate('document.querySelector("#list-column [role=option]").click()');
    await program.waitFor(`document.querySelectorAll("[contenteditable=true] [data-picture]").length === ${pictures}`);
    return await work();
  } finally {
    await program.quit();
  }
}

async function pasteAndType(program: Observed, display: string): Promise<Pasted> {
  const shown = await pasteHalfMegabyte(program);
  return { shown, keys: await typeIn(program, display, 0.5, 55) };
}

const plain = (): Promise<readonly Latency[]> =>
  onScreen(async ({ folder, display }) => {
    const { command, words } = brevduvaCommand(folder, []);
    const asRoot = words.filter((word) => word === '--no-sandbox');
    const page = [path.resolve('test/bench/typing/plain-page.cjs'), await plainPage(folder)];
    const program = await startObserved(command, [...asRoot, ...page], display, 'file:');
    try {
      return await typeEverywhere(program, display);
    } finally {
      await program.quit();
    }
  });

const most = (limit: number) => [{ kind: 'most', limit }] as const;

function latencyRows(what: string, pace: Pace, { usual, worst }: Latency, peer: Latency | null): Row[] {
  const beside = { unit: 'ms', peerName: peer === null ? null : 'a plain editable page' } as const;
  const name = `a key ${what} (99th percentile)`;
  if (pace === 35) return [{ ...beside, name, ours: usual, peer: peer?.usual ?? null, targets: [] }];
  return [
    { ...beside, name, ours: usual, peer: peer?.usual ?? null, targets: most(16) },
    { ...beside, name: 'the slowest of them', ours: worst, peer: peer?.worst ?? null, targets: most(50) },
  ];
}

const measure = async (): Promise<readonly Row[]> => {
  const peers = await plain();
  const [alone, pasted] = await ours(0, async (program, display) => {
    const keys = await typeEverywhere(program, display);
    return [keys, await pasteAndType(program, display)] as const;
  });
  const beside = await ours(queue, typeEverywhere);
  const rowsOf = (what: string, keys: readonly Latency[]): Row[] =>
    places.flatMap(({ name, pace }, index) => {
      const latency = keys[index];
      return latency === undefined ? [] : latencyRows(`${name}, ${what}`, pace, latency, peers[index] ?? null);
    });
  const paste = { name: 'half a megabyte pasted, until it is shown', unit: 'ms', ours: pasted.shown, peerName: null, peer: null } as const;
  return [
    ...rowsOf('nothing else going on', alone),
    ...rowsOf(`${queue} being sent`, beside),
    { ...paste, targets: most(1000) },
    ...latencyRows('in what was pasted', 55, pasted.keys, null),
  ];
};

export const typingTable: Table = { title: 'typing', measure };

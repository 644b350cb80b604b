// Table `typing`: keys in a letter of ten thousand words with twenty pictures, alone and while a long queue is being sent, beside the same
// letter in a page that does nothing but let itself be edited; and in a letter with half a megabyte pasted into it.
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
import { pasteHalfMegabyte } from './pasting';

/** More than are sent in the minute in which the letter is typed: the practice server takes a thousand a second. */
const queue = 80_000;
const places = [
  { share: 0.5, pace: 35, name: 'in its middle' },
  { share: 1, pace: 35, name: 'at its end' },
  { share: 0.5, pace: 55, name: 'in its middle, as the fastest typists write' },
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

type Ours = { readonly keys: readonly Latency[] /** ms */; readonly paste: number; readonly afterPaste: Latency };

/** `queued` messages are sent from the same account meanwhile. Throws where they were all gone before the last key. */
const ours = (queued: number): Promise<Ours> =>
  onScreen(async ({ folder, display }) => {
    const profile = path.join(folder, 'brevduva');
    const { command, words } = brevduvaCommand(folder, []);
    await keepLongDraft(profile, 'practice');
    if (queued > 0) fillQueue(profile, queued, 'practice', 'test@example.test');
    const measured = await inProgram(command, words, display);
    if (queued > 0 && readLedger(profile).accepted >= queued) throw new Error(`all ${queued} were sent before the letter was typed`);
    return measured;
  });

async function inProgram(command: string, words: readonly string[], display: string): Promise<Ours> {
  const program = await startObserved(command, words, display, 'app://');
  try {
    await program.waitFor('document.querySelector("#list-column [role=option]")');
    await program.evaluate('document.querySelector("#list-column [role=option]").click()');
    await program.waitFor(`document.querySelectorAll("[contenteditable=true] [data-picture]").length === ${pictures}`);
    const keys = await typeEverywhere(program, display);
    const paste = await pasteHalfMegabyte(program);
    return { keys, paste, afterPaste: await typeIn(program, display, 0.5) };
  } finally {
    await program.quit();
  }
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

function latencyRows(what: string, { usual, worst }: Latency, peer: Latency | null): Row[] {
  const beside = { unit: 'ms', peerName: peer === null ? null : 'a plain editable page' } as const;
  return [
    { ...beside, name: `a key ${what} (99th percentile)`, ours: usual, peer: peer?.usual ?? null, targets: most(16) },
    { ...beside, name: 'the slowest of them', ours: worst, peer: peer?.worst ?? null, targets: most(50) },
  ];
}

const measure = async (): Promise<readonly Row[]> => {
  const peers = await plain();
  const alone = await ours(0);
  const beside = await ours(queue);
  const rowsOf = (what: string, { keys }: Ours): Row[] =>
    keys.flatMap((latency, index) => latencyRows(`${places[index]?.name ?? ''}, ${what}`, latency, peers[index] ?? null));
  const paste = { name: 'half a megabyte pasted, until it is shown', unit: 'ms', ours: alone.paste, peerName: null, peer: null } as const;
  return [
    ...rowsOf('nothing else going on', alone),
    ...rowsOf(`${queue} being sent`, beside),
    { ...paste, targets: most(1000) },
    ...latencyRows('in what was pasted', alone.afterPaste, null),
  ];
};

export const typingTable: Table = { title: 'typing', measure };

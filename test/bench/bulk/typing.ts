// How soon a key shows while a long queue is being sent: from the keyboard's event to the task after the next animation frame.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillQueue, readLedger } from '../../support/frozen-queue';
import { brevduvaCommand } from '../start/brevduva';
import { openScreen } from '../start/screen';
import { typeIn } from '../typing/keys';
import { startObserved } from '../typing/observed';
import type { Pace } from '../typing/pace';

const letter = 'mailto:bob@example.test?subject=A%20letter&body=Dear%20Bob';

/**
 * The 99th percentile, ms, of a letter typed as on a keyboard; `queued` messages are sent from the practice account meanwhile.
 * Throws where they were all gone before the last key: then nothing was measured beside them.
 */
export async function typingLatency(queued: number, pace: Pace): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-typing-'));
  const screen = await openScreen();
  try {
    const { command, words } = brevduvaCommand(folder, [letter]);
    const profile = path.join(folder, 'brevduva');
    if (queued > 0) fillQueue(profile, queued, 'practice', 'test@example.test');
    const program = await startObserved(command, words, screen.display, 'app://');
    let latency = Number.NaN;
    try {
      await program.waitFor('document.querySelector("[contenteditable=true]")?.textContent.includes("Dear Bob")');
      latency = (await typeIn(program, screen.display, 1, pace)).usual;
    } finally {
      await program.quit();
    }
    if (queued > 0 && readLedger(profile).accepted >= queued) throw new Error(`all ${queued} were sent before the letter was typed`);
    return latency;
  } finally {
    await screen.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

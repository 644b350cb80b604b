// How soon a key shows while a long queue is being sent: from the keyboard's event to the task after the next animation frame.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/app';
import { field, sheet } from '../../e2e/letters';
import { fillQueue, readLedger } from '../../support/frozen-queue';
import { brevduvaCommand } from '../start/brevduva';
import { openScreen } from '../start/screen';

const run = promisify(execFile);
const text = 'the quick brown fox jumps over the lazy dog and then it writes a letter about it '.repeat(4);
const delay = 35;

declare global {
  interface Window {
    keyTimes?: number[];
  }
}

/** Watches the page's own events; nothing of a test driver is in the way of a key. */
const record = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    window.keyTimes = times;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const next = new MessageChannel();
          next.port1.onmessage = () => times.push(performance.now() - timeStamp);
          next.port2.postMessage(null);
        }),
      { capture: true },
    );
  });

/**
 * The 99th percentile, ms, of a letter typed as on a keyboard; `queued` messages are sent from the practice account meanwhile.
 * Throws where they were all gone before the last key: then nothing was measured beside them.
 */
export async function typingLatency(queued: number): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-typing-'));
  const screen = await openScreen();
  const profile = path.join(folder, 'brevduva');
  let latency = Number.NaN;
  try {
    brevduvaCommand(folder); // writes the profile's settings
    if (queued > 0) fillQueue(profile, queued, 'practice', 'test@example.test');
    const app = await launchApp(profile, {
      args: ['mailto:bob@example.test'],
      environment: { DISPLAY: screen.display, WAYLAND_DISPLAY: '' },
    });
    try {
      await sheet(app.page).waitFor();
      await field(app.page, 'Subject').click();
      await record(app.page);
      await run('xdotool', ['type', '--delay', String(delay), text], { env: { ...process.env, DISPLAY: screen.display } });
      const times = (await app.page.evaluate(() => window.keyTimes ?? [])).sort((a, b) => a - b);
      if (times.length < text.length * 0.9) throw new Error(`only ${times.length} of ${text.length} keys reached the page`);
      latency = times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;
    } finally {
      await app.quit();
    }
    if (queued > 0 && readLedger(profile).accepted >= queued) throw new Error(`all ${queued} were sent before the letter was typed`);
    return latency;
  } finally {
    await screen.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// A screen of its own for a measurement: Xvfb with a window manager, as on a person's desktop, a keyboard for it, and pictures of it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const screenSize: { readonly width: number; readonly height: number } = { width: 1400, height: 900 };

/** Everything that can be seen at `at` (ms since 1970): a value for each pixel, row by row. */
export type Picture = { readonly at: number; readonly pixels: Uint32Array };

export type Screen = {
  readonly display: string;
  /** Runs xdotool and answers with what it printed, '' where it found no such window. Window 0: as the keyboard types, not as a message. */
  readonly xdotool: (...words: readonly string[]) => Promise<string>;
  readonly picture: () => Picture;
  readonly stop: () => Promise<void>;
};

/**
 * Starts Xvfb on a free display, and a window manager on it: without one the focus would be forced onto windows that are not ready
 * for it, which no desktop does and Chromium does not always survive. Xvfb keeps what it shows in a file: to read it asks nothing of
 * the X server and of nobody on it.
 */
export async function openScreen(): Promise<Screen> {
  const folder = mkdtempSync(path.join(tmpdir(), 'brevduva-screen-'));
  const size = `${screenSize.width}x${screenSize.height}x24`;
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp', '-fbdir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const display = `:${number}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn('openbox', [], { stdio: 'ignore', env });
  await new Promise((resolve, reject) => manager.once('spawn', resolve).once('error', reject));
  return {
    display,
    async xdotool(...words) {
      try {
        return (await run('xdotool', [...words], { env })).stdout.trim();
      } catch {
        return ''; // no such window yet
      }
    },
    picture: () => ({ at: Date.now(), pixels: readWindowDump(readFileSync(path.join(folder, 'Xvfb_screen0'))) }),
    async stop() {
      await ended(manager, 'SIGTERM');
      await ended(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The pixels of an XWD file of 32 bits a pixel: behind a header that tells its own size and that of the colour table (12 octets each). */
function readWindowDump(file: Buffer): Uint32Array {
  const start = file.readUInt32BE(0) + 12 * file.readUInt32BE(19 * 4);
  const pixels = Uint8Array.from(file.subarray(start, start + screenSize.width * screenSize.height * 4));
  return new Uint32Array(pixels.buffer);
}

/** Asks a process to end and waits until it has. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

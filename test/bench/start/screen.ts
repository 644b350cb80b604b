// A screen of its own for a measurement: Xvfb with a window manager, as on a person's desktop, and what a person does on it
// (looking at window titles, typing).
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Screen = { readonly display: string; readonly stop: () => Promise<void> };

/**
 * Starts Xvfb on a free display, and a window manager on it: without one the focus would be forced onto windows that are not ready
 * for it, which no desktop does and Chromium does not always survive.
 */
export async function openScreen(): Promise<Screen> {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const display = `:${number}`;
  const manager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  await new Promise((resolve, reject) => manager.once('spawn', resolve).once('error', reject));
  return {
    display,
    async stop() {
      await ended(manager, 'SIGTERM');
      await ended(child, 'SIGTERM');
    },
  };
}

/** Asks a process to end and waits until it has. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

const xdotool = async (display: string, ...words: readonly string[]): Promise<string> => {
  try {
    return (await run('xdotool', [...words], { env: { ...process.env, DISPLAY: display } })).stdout.trim();
  } catch {
    return ''; // no such window yet
  }
};

/**
 * Types one letter again and again into the first window whose title matches, until the title shows it.
 * Both programs put the subject into the title, so this is the moment at which the composer takes typing.
 * @returns ms since 1970
 */
export async function typeUntilShown(display: string, title: RegExp, letter: string, deadline: number): Promise<number> {
  while (Date.now() < deadline) {
    // One process for all of it: starting three would take longer than what is measured. Window 0: as the keyboard types, not as a message.
    const name = await xdotool(display, 'search', '--onlyvisible', '--name', title.source, 'key', '--window', '0', letter, 'getwindowname');
    if (name.includes(letter)) return Date.now();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no composer took typing: ${title.source}`);
}

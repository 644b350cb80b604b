// A display of our own for runs that nobody watches: Xvfb on a free number, gone with us however we end.
import { spawn } from 'node:child_process';
import { isOnPath } from './processes.mjs';
import { StepFailed } from './say.mjs';

// The shell waits on its standard input: when we die, killed even, the pipe closes and it ends Xvfb.
const guard = 'Xvfb "$@" & server=$!; read -r nothing; kill "$server"; wait "$server"';
const screen = ['-screen', '0', '1600x1100x24', '-nolisten', 'tcp', '-displayfd', '3'];

/** @returns {Promise<{ name: string, stop: () => Promise<void> }>} `name` is what DISPLAY becomes */
export const startDisplay = async () => {
  if (!isOnPath('Xvfb')) throw new StepFailed('start Xvfb', 'Xvfb is not installed', 'install xvfb with your package manager');
  const child = spawn('sh', ['-c', guard, 'display', ...screen], { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const number = await Promise.race([firstLine(child.stdio[3]), ended.then(() => null)]);
  if (number === null)
    throw new StepFailed('start Xvfb', errors.trim() || 'it ended at once', 'Xvfb -displayfd 1   (and see what it says)');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { name: `:${number}`, stop };
};

const firstLine = (stream) =>
  new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });

/** Runs `work` with the environment of a display of its own. */
export const withDisplay = async (environment, work) => {
  if (process.platform !== 'linux') return work(environment);
  const display = await startDisplay();
  // Without WAYLAND_DISPLAY, so that a run on a person's desktop does not open windows there.
  const { WAYLAND_DISPLAY: _, ...rest } = environment;
  try {
    return await work({ ...rest, DISPLAY: display.name });
  } finally {
    await display.stop();
  }
};

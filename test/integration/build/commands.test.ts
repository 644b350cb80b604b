// The commands of the clone, started as a person starts them.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/until';

const run = promisify(execFile);
const script = (name: string): string => path.resolve('build', name);

const withoutDisplay = (): NodeJS.ProcessEnv => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return rest;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A child that brings its own display and says so. */
const startDisplayHolder = async (): Promise<ChildProcess> => {
  const work = `
    import { startDisplay } from ${JSON.stringify(script('setup/display.mjs'))};
    await startDisplay();
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', work], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
};

const childrenOf = async (pid: number): Promise<readonly number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);

describe('npm start', () => {
  it('says so where there is no display, and names what works there', async () => {
    const ended = run(process.execPath, [script('start.mjs')], { env: withoutDisplay() });
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/no display[\s\S]*npm run demo/) });
  });
});

describe('npm test', () => {
  it('names its stages when it is asked for one that does not exist', async () => {
    const ended = run(process.execPath, [script('test.mjs'), 'everything']);
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm test -- types') });
  });
});

describe('a display of our own', () => {
  it('is gone when the command that started it was killed', async () => {
    const holder = await startDisplayHolder();
    const [shell = 0] = await childrenOf(holder.pid ?? 0);
    const [server = 0] = await childrenOf(shell);
    expect(isAlive(server)).toBe(true);
    holder.kill('SIGKILL');
    await until(() => !isAlive(server));
  });
});

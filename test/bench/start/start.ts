// One start of a program on a screen of its own: typed into, left alone, measured, ended.
import { spawn } from 'node:child_process';
import type { ProgramCommand } from './brevduva';
import { family, proportionalMemory } from './memory';
import { keepPicture } from './picture';
import { ended, openScreen } from './screen';
import { typeAndFilm, whenReadable } from './typing';

const patience = 60_000;
/** After this a program has done what it does after its start. */
const settling = 4_000;

/** `time`: s from the process's start until the first typed letter can be read; `memory`: MB of all its processes, `settling` ms later. */
export type Start = { readonly time: number; readonly memory: number };

/** Starts the program with `home` as the person's folder. The screen as it stood when memory was read is kept as a picture of that name. */
export async function startOnce({ name, command, words, title }: ProgramCommand, home: string): Promise<Start> {
  const screen = await openScreen();
  const started = Date.now();
  const child = spawn(command, [...words], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.display, HOME: home, WAYLAND_DISPLAY: '' },
  });
  try {
    const film = await typeAndFilm(screen, title, started + patience);
    await new Promise((resolve) => setTimeout(resolve, settling));
    const memory = proportionalMemory(child.pid ?? 0) / 1_000_000;
    await keepPicture(screen.picture(), name);
    return { time: ((await whenReadable(screen, film)) - started) / 1000, memory };
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

// The built program in out/: made by electron-vite, and only when its sources changed since.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './places.mjs';
import { run } from './processes.mjs';
import { StepFailed, step } from './say.mjs';

const sources = ['electron', 'renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];
const stamp = at('out/.built-from');
const results = ['out/main/main.js', 'out/main/engine.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

export const ensureBuilt = async () => {
  const now = fingerprint();
  const isBuilt = results.every((file) => existsSync(at(file))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (!isBuilt) await step('the program (electron-vite build)', () => build(now));
};

const build = async (now) => {
  const result = await run(process.execPath, [at('node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: at(),
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (result.code !== 0)
    throw new StepFailed('electron-vite build', `it ended with code ${result.code}:\n${result.output.trim()}`, 'npx electron-vite build');
  mkdirSync(at('out'), { recursive: true });
  writeFileSync(stamp, now);
};

/** Path, size and time of every source: 2 ms, where reading them all would cost more than it tells. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const source of sources) note(at(source), hash);
  return hash.digest('hex');
};

const note = (place, hash) => {
  const about = statSync(place, { throwIfNoEntry: false });
  if (about?.isDirectory()) {
    for (const name of readdirSync(place).sort()) note(path.join(place, name), hash);
  } else if (about) {
    hash.update(`${place} ${about.size} ${about.mtimeMs}\n`);
  }
};

#!/usr/bin/env node
// The set-up: everything a command needs, from a bare system on, with Node's own modules only. Nothing to do costs a blink.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureElectron, ensureOldTypes, forgetRuntimes } from './setup/electron.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { at } from './setup/places.mjs';
import { runCommand, StepFailed, say } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

/**
 * @param {'setup' | 'start' | 'demo' | 'test' | 'bench' | 'package'} command what for: it decides which system packages are needed
 * @returns the Electron to run (electron.mjs, Runtime)
 */
export const setUp = async (command) => {
  checkNode();
  await ensureSystemPackages(command);
  await ensureNodeModules();
  const runtime = await ensureElectron();
  if (command === 'test' || command === 'setup') await ensureOldTypes();
  return runtime;
};

/** The environment in which electron's own start script and the test driver find this runtime. */
export const environmentFor = (runtime) => ({ ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder });

const checkNode = () => {
  const wanted = JSON.parse(readFileSync(at('package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new StepFailed(
    'check Node',
    `this is Node ${process.versions.node}; ${wanted} or newer is needed`,
    'install Node 20 (nodejs.org), then the same command again',
  );
};

const main = async () => {
  const [command = 'setup'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  if (process.argv.includes('--only-system')) return ensureSystemPackages(command);
  if (process.argv.includes('--again')) await forgetRuntimes();
  const runtime = await setUp(command);
  say(`Ready: Electron ${runtime.version} (${runtime.kind}) in ${path.relative(at(), runtime.folder) || '.'}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runCommand(main);

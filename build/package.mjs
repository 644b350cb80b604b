// npm run package [-- --release] [--win | --mac | --appimage]: makes the installer in dist/ and says which Electron is inside.

import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand, StepFailed, say } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';

const isAsked = (word) => process.argv.includes(word);

const make = async () => {
  const runtime = await setUp('package');
  if (isAsked('--release') && runtime.kind === 'fallback') refuseRelease(runtime);
  await ensureBuilt();
  const files = await runBuilder(runtime);
  for (const file of files) process.stdout.write(`${file}\n`);
  say(`Inside: Electron ${runtime.version} (${inWords[runtime.kind]})`);
};

const inWords = {
  own: 'the one that ELECTRON_OVERRIDE_DIST_PATH names',
  official: 'the official one',
  fallback: 'the old one from the npm registry: for development and demonstration, not for release',
};

const refuseRelease = (runtime) => {
  throw new StepFailed(
    'package for release',
    `a release must not carry Electron ${runtime.version} from the npm registry: it no longer gets security fixes`,
    'npm run setup -- --again   (on a network that reaches the official download), then npm run package -- --release',
  );
};

const runBuilder = async (runtime) => {
  const { builderConfig, fpmStandIn } = await import('./package/builder-config.mjs');
  const { build } = await import('electron-builder');
  Object.assign(process.env, environmentFor(runtime));
  if (isAsked('--release')) process.env.BREVDUVA_RELEASE = '1';
  if (process.platform === 'linux') process.env.CUSTOM_FPM_PATH ??= fpmStandIn;
  const { targets, isForThisSystem } = await readTarget();
  return build({ targets, config: builderConfig(isForThisSystem ? runtime : null), projectDir: at(), publish: 'never' });
};

/** What this system can make without being asked; the others by name, untested. */
const readTarget = async () => {
  const { Platform } = await import('electron-builder');
  if (isAsked('--win')) return { targets: Platform.WINDOWS.createTarget(), isForThisSystem: process.platform === 'win32' };
  if (isAsked('--mac')) return { targets: Platform.MAC.createTarget(), isForThisSystem: process.platform === 'darwin' };
  if (isAsked('--appimage')) return { targets: Platform.LINUX.createTarget('AppImage'), isForThisSystem: process.platform === 'linux' };
  if (process.platform === 'linux') return { targets: Platform.LINUX.createTarget('deb'), isForThisSystem: true };
  return { targets: Platform.current().createTarget(), isForThisSystem: true };
};

await runCommand(make);

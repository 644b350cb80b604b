// npm start -- ARGS: set up, build when the sources changed, open the window.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runInForeground } from './setup/foreground.mjs';
import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand, StepFailed } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';

const start = async () => {
  checkDisplay();
  const runtime = await setUp('start');
  await ensureBuilt();
  const args = [...sandboxArguments(runtime), at(), ...process.argv.slice(2)];
  // A relative --profile is meant from where the person stands; npm moves to the project's folder.
  const options = { env: environmentFor(runtime), cwd: process.env.INIT_CWD ?? process.cwd() };
  return runInForeground(runtime.executable, args, options);
};

const checkDisplay = () => {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new StepFailed(
    'open a window',
    'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)',
    'npm run demo   (it brings its own display and leaves pictures in out/demo)',
  );
};

/** Chromium refuses to sandbox for root; everybody else gets the sandbox or is told what it lacks. */
const sandboxArguments = (runtime) => {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  const helper = path.join(runtime.folder, 'chrome-sandbox');
  if (hasUserNamespaces() || isSetUidRoot(helper)) return [];
  throw new StepFailed(
    'start the sandbox',
    'this system does not let programs make user namespaces',
    `sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
  );
};

const readNumber = (file) => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : null);

const hasUserNamespaces = () =>
  readNumber('/proc/sys/kernel/unprivileged_userns_clone') !== 0 &&
  readNumber('/proc/sys/user/max_user_namespaces') !== 0 &&
  readNumber('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== 1;

const isSetUidRoot = (file) => {
  const about = statSync(file, { throwIfNoEntry: false });
  return about !== undefined && about.uid === 0 && (about.mode & 0o4000) !== 0;
};

await runCommand(start);

// The packaged program as a person has it: installed by dpkg, started by an ordinary user, removed without a trace. Root only.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type User = { readonly name: string; readonly id: string; readonly group: string; readonly home: string };
export type Started = {
  /** What chromium.connectOverCDP takes: packages have the inspector fuse off, so this is the way in. */
  readonly endpoint: string;
  readonly pid: number;
  /** Asks it to quit and waits for its end. */
  readonly stop: () => Promise<void>;
};

/** Makes the package as `npm run package` does. @returns the path of the .deb */
export const buildPackage = async (): Promise<string> => {
  const { stdout } = await run(process.execPath, [path.resolve('build/package.mjs')], { maxBuffer: 16 << 20 });
  const file = stdout.split('\n').find((line) => path.isAbsolute(line) && line.endsWith('.deb'));
  if (file === undefined) throw new Error(`no .deb was named: ${stdout}`);
  return file;
};

const isInstalled = async (): Promise<boolean> => {
  const { stdout } = await run('dpkg-query', ['--status', 'brevduva']).catch(() => ({ stdout: '' }));
  return /^Status: install ok installed$/m.test(stdout);
};

/** Plain dpkg: it does not fetch what is missing, so a missing dependency shows. */
export const install = async (file: string): Promise<void> => {
  if (process.getuid?.() !== 0) throw new Error('the install test needs root: it installs a package and adds a user');
  if (await isInstalled()) throw new Error('Brevduva is installed on this computer; the install test would remove it');
  await run('dpkg', ['--install', file]);
};

export const remove = async (): Promise<void> => {
  if (await isInstalled()) await run('dpkg', ['--purge', 'brevduva']);
};

export const addUser = async (): Promise<User> => {
  const name = `brevduva-test-${process.pid}`;
  await run('useradd', ['--create-home', '--user-group', '--shell', '/bin/sh', name]);
  const entry = (await run('getent', ['passwd', name])).stdout.trim().split(':');
  const [, , id, group, , home] = entry;
  if (id === undefined || group === undefined || home === undefined) throw new Error(`no such user: ${entry.join(':')}`);
  return { name, id, group, home };
};

export const removeUser = async (user: User): Promise<void> => {
  await run('userdel', ['--remove', user.name]);
};

const asUser = ({ id, group }: User): readonly string[] => ['--reuid', id, '--regid', group, '--clear-groups'];

/** Makes a folder of that user's with one file in it; its path. */
export const layOut = async (user: User, folder: string, file: string, text: string): Promise<string> => {
  const place = path.join(user.home, folder);
  await mkdir(place, { mode: 0o700 });
  await writeFile(path.join(place, file), text, { mode: 0o600 });
  for (const one of [place, path.join(place, file)]) await chown(one, Number(user.id), Number(user.group));
  return place;
};

export type Ended = { readonly code: number | null; readonly out: string; readonly complaints: string };

/** Runs a command of it as that user, without a display, with this standard input, and waits for its end. */
export const runCommand = async (user: User, words: readonly string[], input: string): Promise<Ended> => {
  const environment = [`HOME=${user.home}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'];
  const child = spawn('setpriv', [...asUser(user), 'env', '-i', ...environment, '/usr/bin/brevduva', ...words], { cwd: user.home });
  const said = { out: '', complaints: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.complaints += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
};

/** Starts it as that user, with nothing of our environment but the display. */
export const start = async (user: User, args: readonly string[]): Promise<Started> => {
  const environment = [`HOME=${user.home}`, `DISPLAY=${process.env.DISPLAY ?? ''}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'];
  const command = ['env', '-i', ...environment, '/usr/bin/brevduva', '--remote-debugging-port=0', ...args];
  const child = spawn('setpriv', [...asUser(user), ...command], { cwd: user.home, stdio: ['ignore', 'pipe', 'pipe'] });
  const endpoint = await findEndpoint(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { endpoint, pid: child.pid ?? 0, stop };
};

const findEndpoint = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`it ended (${code ?? signal}) before its window was there:\n${said}`)));
  });

export type Confinement = { readonly commandLine: string; readonly hasSeccompFilter: boolean; readonly hasOwnProcessNamespace: boolean };

/** How the page's processes of that user are confined, as the kernel tells it. */
export const confinementOfPages = async (user: User, program: Started): Promise<readonly Confinement[]> => {
  const outside = await readlink(`/proc/${program.pid}/ns/pid`);
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A process can end while it is looked at.
  const all = await Promise.all(ids.map((id) => confinementOf(id, user, outside).catch(() => null)));
  return all.filter((found) => found !== null).filter((found) => found.commandLine.includes('--type=renderer'));
};

const confinementOf = async (id: string, user: User, outside: string): Promise<Confinement | null> => {
  const status = await readFile(`/proc/${id}/status`, 'utf8');
  if (!new RegExp(`^Uid:\\s+${user.id}\\s`, 'm').test(status)) return null;
  return {
    commandLine: (await readFile(`/proc/${id}/cmdline`, 'utf8')).replaceAll('\0', ' '),
    hasSeccompFilter: /^Seccomp:\s+2$/m.test(status),
    hasOwnProcessNamespace: (await readlink(`/proc/${id}/ns/pid`)) !== outside,
  };
};

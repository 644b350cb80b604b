// The keyring that build/test/with-keyring.sh has started: locked and opened again by a test.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { until } from './until';

const call = (name: string, objectPath: string, method: string, ...words: readonly string[]): string =>
  execFileSync('gdbus', ['call', '--session', '--dest', name, '--object-path', objectPath, '--method', method, ...words], {
    encoding: 'utf8',
  });
const askBus = (method: string): string =>
  call('org.freedesktop.DBus', '/org/freedesktop/DBus', `org.freedesktop.DBus.${method}`, 'org.freedesktop.secrets');

/** As when the screen is left for long: the stored passwords are there, and nobody can read them. */
export function lockKeyring(): void {
  call(
    'org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.Lock',
    "['/org/freedesktop/secrets/collection/login']",
  );
}

/** As at the next sign-in: a new daemon that is told the password. The running one could only be unlocked by a person at its prompt. */
export async function reopenKeyring(): Promise<void> {
  await endKeyring();
  startKeyring('test-password');
}

/** As when the key store was deleted, or the profile was carried to another computer: an empty one, under another password. */
export async function replaceKeyring(): Promise<void> {
  await endKeyring();
  const { XDG_DATA_HOME: data = '' } = process.env;
  if (!path.isAbsolute(data)) throw new Error('There is no keyring of the tests’ own to replace');
  rmSync(path.join(data, 'keyrings'), { recursive: true });
  startKeyring('another password');
}

async function endKeyring(): Promise<void> {
  const pid = Number(/uint32 (\d+)/.exec(askBus('GetConnectionUnixProcessID'))?.[1]);
  process.kill(pid);
  await until(() => askBus('NameHasOwner').includes('false'));
}

function startKeyring(password: string): void {
  execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], { input: password, stdio: ['pipe', 'ignore', 'ignore'] });
}

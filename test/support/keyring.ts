// The keyring that build/test/with-keyring.sh has started: locked and opened again by a test.
import { execFileSync } from 'node:child_process';
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
  const pid = Number(/uint32 (\d+)/.exec(askBus('GetConnectionUnixProcessID'))?.[1]);
  process.kill(pid);
  await until(() => askBus('NameHasOwner').includes('false'));
  execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    input: 'test-password',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

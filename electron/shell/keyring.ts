// Asks the session's D-Bus whether the key store is open, in a child process with a time limit:
// asking a locked one through Electron would stop the whole program until somebody answers its prompt.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** `absent`: there is none, or nobody can be asked. */
export type KeyringState = 'open' | 'locked' | 'absent';

type Question = { readonly program: string; readonly arguments: readonly string[] };

const limit = 2000;
const service = 'org.freedesktop.secrets';
const collection = '/org/freedesktop/secrets/aliases/default';
const properties = 'org.freedesktop.DBus.Properties.Get';
const property = ['org.freedesktop.Secret.Collection', 'Locked'] as const;

/** The same question for whichever tool is there. */
const secretService: readonly Question[] = [
  {
    program: 'gdbus',
    arguments: ['call', '--session', '--timeout', '2', '--dest', service, '--object-path', collection, '--method', properties, ...property],
  },
  {
    program: 'dbus-send',
    arguments: [
      '--session',
      '--print-reply',
      '--reply-timeout=2000',
      `--dest=${service}`,
      collection,
      properties,
      `string:${property[0]}`,
      `string:${property[1]}`,
    ],
  },
  { program: 'busctl', arguments: ['--user', '--timeout=2', 'get-property', service, collection, ...property] },
];

/** KDE's own wallet, by the number in Chromium's name for it. */
function wallet(backend: string): readonly Question[] {
  const daemon = `kwalletd${backend.slice('kwallet'.length)}`;
  const to = ['--dest', `org.kde.${daemon}`, '--object-path', `/modules/${daemon}`];
  return [
    { program: 'gdbus', arguments: ['call', '--session', '--timeout', '2', ...to, '--method', 'org.kde.KWallet.isOpen', 'kdewallet'] },
  ];
}

/** The state in the words of any of the tools; null: the answer says neither. */
export function readAnswer(backend: string, answer: string): KeyringState | null {
  const word = /\b(true|false)\b/.exec(answer)?.[1];
  if (word === undefined) return null;
  // The secret service tells whether it is locked, the wallet whether it is open.
  const isOpen = backend.startsWith('kwallet') ? word === 'true' : word === 'false';
  return isOpen ? 'open' : 'locked';
}

/** `backend`: Chromium's name of the key store, e.g. "gnome_libsecret". Answers within the time limit of each tool that is there. */
export async function askKeyring(backend: string): Promise<KeyringState> {
  if (!hasSessionBus()) return 'absent';
  for (const question of backend.startsWith('kwallet') ? wallet(backend) : secretService) {
    const reply = await run(question);
    if (reply.kind === 'no-such-program') continue;
    return reply.kind === 'said' ? (readAnswer(backend, reply.text) ?? 'absent') : reply.kind === 'silent' ? 'locked' : 'absent';
  }
  return 'absent';
}

/** Without a bus the tools would start one of their own and leave it running. */
function hasSessionBus(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = process.env;
  return (address ?? '') !== '' || (folder !== undefined && existsSync(path.join(folder, 'bus')));
}

type Reply = { readonly kind: 'said'; readonly text: string } | { readonly kind: 'no-such-program' | 'silent' | 'failed' };

function run({ program, arguments: words }: Question): Promise<Reply> {
  return new Promise((resolve) => {
    execFile(program, [...words], { timeout: limit, killSignal: 'SIGKILL' }, (error, text) => {
      if (error === null) resolve({ kind: 'said', text });
      else if (error.code === 'ENOENT') resolve({ kind: 'no-such-program' });
      else resolve({ kind: error.killed === true ? 'silent' : 'failed' });
    });
  });
}

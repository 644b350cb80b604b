// Postfix as a child process in a folder of its own: its master in the foreground, without its installer's scripts.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon } from '../daemon';
import { untilGreeting, untilRefused } from '../ports';
import { until } from '../until';
import { type Doors, giveTo, isRoot, type MailHostPorts, makeFolder, type TlsFiles } from './host-files';
import { type Limits, lookupTables, mainConfig, masterConfig } from './postfix-config';
import type { MailUser } from './users';

export type Postfix = {
  /** Forgets what it knows of its neighbours: needed after Dovecot was down, or each process refuses one sign-in with 454. */
  readonly reload: () => void;
  readonly log: () => string;
  /** Waits until everything it has taken is delivered: whoever looks then sees all there will ever be. */
  readonly untilDelivered: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly dir: string;
  readonly ports: MailHostPorts;
  readonly tls: TlsFiles;
  readonly users: readonly MailUser[];
  readonly policyPort: number;
  readonly limits: Limits;
  readonly isSink: boolean;
  readonly doors: Doors | null;
};

const master = '/usr/lib/postfix/sbin/master';
const idOf = (kind: 'passwd' | 'group', name: string): number =>
  Number(execFileSync('getent', [kind, name], { encoding: 'utf8' }).split(':')[2]);

function makeFolders(dir: string): void {
  const owner = isRoot ? { uid: idOf('passwd', 'postfix'), gid: 0 } : { uid: 0, gid: 0 };
  const drop = isRoot ? { uid: owner.uid, gid: idOf('group', 'postdrop') } : owner;
  const make = (name: string, mode: number, belongsTo?: { uid: number; gid: number }): void => {
    makeFolder(join(dir, name), mode);
    if (belongsTo === undefined) return;
    giveTo(join(dir, name), belongsTo);
    makeFolder(join(dir, name), mode); // chown takes the set-group bit away
  };
  for (const name of ['', 'etc', 'log', 'spool', 'spool/pid']) make(name, 0o755);
  make('data', 0o755, owner);
  const queues = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private', 'saved', 'trace'];
  for (const name of queues) make(`spool/${name}`, 0o700, owner);
  make('spool/maildrop', 0o1730, drop);
  make('spool/public', 0o2710, drop);
}

// Postfix reads a text file again until it is more than a second old, which would cost two seconds at the start.
function writeSettled(file: string, text: string): void {
  writeFileSync(file, text);
  const past = Date.now() / 1000 - 60;
  utimesSync(file, past, past);
}

// fakeroot tells Postfix that it is root, and that its folders belong to the owners it insists on.
const asOrdinaryUser = (dir: string): readonly string[] => [
  '--',
  'sh',
  '-c',
  'cd "$1" && chown -R 0:0 . && chown -R postfix data spool/[a-oq-z]* spool/private spool/public && chgrp postdrop spool/maildrop spool/public' +
    ' && chmod 1730 spool/maildrop && chmod 2710 spool/public; shift; exec "$@"',
  'sh',
  dir,
  master,
  '-c',
  join(dir, 'etc'),
  '-s',
];

export async function startPostfix(options: Options): Promise<Postfix> {
  const { dir, ports, users } = options;
  makeFolders(dir);
  writeSettled(join(dir, 'etc/main.cf'), mainConfig(options));
  writeSettled(join(dir, 'etc/master.cf'), masterConfig(options));
  for (const [name, text] of Object.entries(lookupTables(users))) writeSettled(join(dir, 'etc', name), text === '' ? '# nobody\n' : text);

  const pidFile = join(dir, 'spool/pid/master.pid');
  const daemon = startDaemon({
    command: isRoot ? master : 'fakeroot',
    args: isRoot ? ['-c', join(dir, 'etc'), '-s'] : asOrdinaryUser(dir),
    log: join(dir, 'log/master.out'),
    rescue: `kill -s TERM $(cat ${pidFile})`,
  });
  await untilGreeting(ports.smtp, daemon.isAlive);
  // Under fakeroot the child is a shell: the master's own pid is the one in the file.
  const masterPid = Number(readFileSync(pidFile, 'utf8'));
  return {
    reload: () => void process.kill(masterPid, 'SIGHUP'),
    untilDelivered: async () => {
      const queues = ['maildrop', 'incoming', 'active', 'deferred'].map((name) => join(dir, 'spool', name));
      const waiting = (): number =>
        queues.flatMap((queue) => readdirSync(queue, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
      await until(() => waiting() === 0, { describe: () => `${waiting()} messages in Postfix's queue` });
    },
    log: () => readFileSync(join(dir, 'log/maillog'), 'utf8'),
    async stop() {
      if (!isRoot && daemon.isAlive()) process.kill(masterPid, 'SIGTERM');
      await daemon.end('SIGTERM');
      await untilRefused(ports.submissions);
    },
  };
}

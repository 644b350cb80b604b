// Dovecot as a child process in a folder of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, startDaemon } from '../daemon';
import { untilGreeting, untilRefused } from '../ports';
import { dovecotConfig, sieveScript, tokenConfig, usersFile } from './dovecot-config';
import { type Doors, giveTo, type MailHostPorts, mailOwner, makeFolder, type TlsFiles } from './host-files';
import type { MailUser } from './users';

export type Dovecot = {
  /** Ends it at once, as in a crash; nothing answers on its ports then. */
  readonly down: () => Promise<void>;
  /** Starts it again: same ports, same mail. */
  readonly up: () => Promise<void>;
  readonly log: () => string;
};

export async function startDovecot(options: {
  dir: string;
  ports: MailHostPorts;
  tls: TlsFiles;
  users: readonly MailUser[];
  /** The authority's certificate, PEM. */
  ca: string;
  introspection: string | null;
  mechanisms: readonly string[];
  doors: Doors | null;
}): Promise<Dovecot> {
  const { dir, ports, users, ca, introspection } = options;
  makeFolder(dir);
  for (const folder of ['run', 'state', 'mail', 'sieve']) makeFolder(join(dir, folder));
  // Dovecot compiles the script next to it, as the mail's owner.
  for (const folder of ['mail', 'sieve']) giveTo(join(dir, folder), mailOwner);
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConfig(options));
  if (introspection !== null) {
    writeFileSync(join(dir, 'ca.pem'), ca);
    writeFileSync(join(dir, 'oauth2.conf'), tokenConfig(dir, introspection));
  }
  writeFileSync(join(dir, 'users'), usersFile(users));
  writeFileSync(join(dir, 'sieve/server-copies.sieve'), sieveScript(users));

  const start = async (): Promise<Daemon> => {
    const started = startDaemon({
      command: 'dovecot',
      args: ['-F', '-c', join(dir, 'dovecot.conf')],
      log: join(dir, 'dovecot.out'),
      // Dovecot's own end takes a second; nothing here is worth waiting for.
      rescue: 'kill -s KILL -- "-$1"',
    });
    await Promise.all([untilGreeting(ports.imap, started.isAlive), untilGreeting(ports.lmtp, started.isAlive)]);
    return started;
  };
  let daemon = await start();
  return {
    log: () => readFileSync(join(dir, 'dovecot.log'), 'utf8'),
    async down() {
      await daemon.end('SIGKILL');
      await Promise.all([untilRefused(ports.imap), untilRefused(ports.imaps), untilRefused(ports.lmtp)]);
    },
    async up() {
      if (!daemon.isAlive()) daemon = await start();
    },
  };
}

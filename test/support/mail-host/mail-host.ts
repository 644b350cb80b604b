// A mail provider on this computer: real Postfix and real Dovecot as child processes, on free loopback ports,
// in a temporary folder. Up in about a third of a second; nothing of it outlives the test process.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueCertificate, type KeyAndCertificate } from '../certificates';
import { startGuard } from '../daemon';
import { freePorts } from '../ports';
import { temporaryRoot } from '../temporary-root';
import { testAuthority } from '../test-ca';
import { type Dovecot, startDovecot } from './dovecot';
import { tokenMechanisms, usualMechanisms } from './dovecot-config';
import { type FolderLayout, folderLayouts } from './folder-layouts';
import { type Doors, type MailHostPorts, makeFolder, portNames } from './host-files';
import { type Mailbox, openMailbox } from './mailbox';
import { type Policy, startPolicy } from './policy';
import { type Postfix, startPostfix } from './postfix';
import type { Limits } from './postfix-config';
import { preloadMailbox } from './preload';
import { type MailUser, standardUsers } from './users';

export type MailHostOptions = {
  readonly users?: readonly MailUser[];
  /** Of the port `limited`. */
  readonly limits?: Partial<Limits>;
  /** Takes everything and throws it away, as fast as it can: for measuring. */
  readonly isSink?: boolean;
  /** Where it asks whom a token belongs to; then people may sign in with one (XOAUTH2, OAUTHBEARER). */
  readonly introspection?: string;
  /** How people may sign in, in Dovecot's words, instead of the usual ways. */
  readonly mechanisms?: readonly string[];
  readonly doors?: Doors;
  /** Instead of a good certificate. */
  readonly certificate?: KeyAndCertificate;
  /** Keep the folder after the stop, to look at the servers' logs. */
  readonly keepsFolder?: boolean;
};

export type MailHost = {
  readonly dir: string;
  /** The authority's certificate, PEM. Processes of a test run trust it already. */
  readonly ca: string;
  readonly ports: MailHostPorts;
  readonly users: readonly MailUser[];
  /** Throws when there is nobody with this address. */
  readonly user: (address: string) => MailUser;
  readonly layout: (address: string) => FolderLayout;
  readonly mailbox: (address: string) => Mailbox;
  /** Puts messages into a folder at once. `folder` is the name on the disk. */
  readonly preload: (address: string, count: number, folder?: string) => void;
  readonly postfix: Postfix;
  readonly dovecot: Dovecot;
  readonly policy: Policy;
  readonly stop: () => Promise<void>;
};

/** Writes the server's key and certificate where both daemons, with their several uids, can read them. */
function writeTls(dir: string, { key, cert }: KeyAndCertificate): { key: string; cert: string } {
  makeFolder(dir);
  const files = { key: join(dir, 'key.pem'), cert: join(dir, 'cert.pem') };
  writeFileSync(files.key, key);
  writeFileSync(files.cert, cert);
  return files;
}

export async function startMailHost(options: MailHostOptions = {}): Promise<MailHost> {
  const { users = standardUsers, limits, isSink = false, certificate, introspection, doors = null, keepsFolder = false } = options;
  const { mechanisms = [...usualMechanisms, ...(introspection === undefined ? [] : tokenMechanisms)] } = options;
  const dir = mkdtempSync(join(temporaryRoot(), 'bd-')); // short: the path of a Unix socket has 108 octets
  chmodSync(dir, 0o755); // mkdtemp makes it 0700, and the daemons' own uids could not enter
  const dismissGuard = startGuard('sleep 1; rm -rf "$1"', dir); // after the servers' own guards
  const mailDir = join(dir, 'd/mail');
  const authority = await testAuthority();
  const tls = writeTls(join(dir, 'tls'), certificate ?? (await issueCertificate(authority)));
  const [policy, ports] = await Promise.all([startPolicy(), freePorts(portNames)]);
  const [dovecot, postfix] = await Promise.all([
    startDovecot({ dir: join(dir, 'd'), ports, tls, users, ca: authority.cert, introspection: introspection ?? null, mechanisms, doors }),
    startPostfix({
      dir: join(dir, 'p'),
      ports,
      tls,
      users,
      policyPort: policy.port,
      limits: { size: 2_000_000, recipients: 5, ...limits },
      isSink,
      doors,
    }),
  ]);
  const user = (address: string): MailUser => {
    const found = users.find((one) => one.address === address);
    if (found === undefined) throw new Error(`Nobody is called ${address} here`);
    return found;
  };
  return {
    dir,
    ca: authority.cert,
    ports,
    users,
    user,
    layout: (address) => folderLayouts[user(address).layout],
    mailbox: (address) => openMailbox(mailDir, user(address).address),
    preload: (address, count, folder = 'INBOX') => preloadMailbox(mailDir, user(address).address, count, folder),
    postfix,
    dovecot: {
      ...dovecot,
      async up() {
        await dovecot.up();
        postfix.reload();
      },
    },
    policy,
    async stop() {
      await Promise.all([postfix.stop(), dovecot.down(), policy.stop()]);
      dismissGuard();
      if (!keepsFolder) rmSync(dir, { recursive: true, force: true });
    },
  };
}

// What the files of the mail host need to know about the computer: who runs it, and who owns the mail.
import { chmodSync, chownSync, mkdirSync } from 'node:fs';

export const isRoot = process.getuid?.() === 0;

/** The owner of the mail: any uid but 0 (Dovecot refuses root), without need of an entry in passwd. */
export const mailOwner = isRoot ? { uid: 65_534, gid: 65_534 } : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** Gives a path to an owner; an ordinary user owns everything already. */
export function giveTo(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  if (isRoot) chownSync(path, uid, gid);
}

/** Makes a folder with exactly this mode, whatever the umask is. */
export function makeFolder(path: string, mode = 0o755): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
}

/** Where the parts of one host listen on 127.0.0.1. */
export const portNames = ['imap', 'imaps', 'lmtp', 'sasl', 'smtp', 'submission', 'submissions', 'limited'] as const;
export type MailHostPorts = Readonly<Record<(typeof portNames)[number], number>>;

/** Where a host answers besides, under a provider's own address and ports: only in a network of the test's own. */
export type Doors = {
  /** The name it greets with. */
  readonly name: string;
  readonly smtp: readonly { readonly address: string; readonly port: number; readonly security: 'tls' | 'starttls' }[];
  /** Addresses of port 993. */
  readonly imap: readonly string[];
  /** Octets of a message, told by EHLO; absent: 100 MiB. */
  readonly size?: number;
  /** Recipients of a message; absent: Postfix's own thousand. */
  readonly recipients?: number;
};

export type TlsFiles = { readonly cert: string; readonly key: string };

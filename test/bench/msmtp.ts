// The peer for sending: msmtp, a small C program that hands a ready message to a server over TLS with sign-in.
import { execFileSync, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import type { Lab } from './lab';

/** "msmtp 1.8.23", or null where it is not installed. */
export function msmtpVersion(): string | null {
  try {
    const words = execFileSync('msmtp', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /^msmtp version (\S+)/.exec(words)?.[1]?.replace(/^/, 'msmtp ') ?? 'msmtp';
  } catch {
    return null;
  }
}

/** Where, and as whom. */
export type Sender = {
  readonly port: number;
  /** A PEM file with the authority that vouches for the server. */
  readonly caFile: string;
  readonly user: string;
  readonly password: string;
};

/** Sends what is on standard input to Bob. */
export const msmtpWords = ({ port, caFile, user, password }: Sender): readonly string[] => [
  '--host=localhost',
  `--port=${port}`,
  '--tls=on',
  '--tls-starttls=off',
  `--tls-trust-file=${caFile}`,
  '--auth=plain',
  `--user=${user}`,
  `--passwordeval=echo ${password}`,
  `--from=${user}`,
  'bob@example.test',
];

/** Sends the file as it is to Bob; ms for the whole process. */
export async function sendWithMsmtp({ host, ...lab }: Lab, file: string): Promise<number> {
  const words = msmtpWords({ ...lab, port: host.ports.submissions });
  const started = performance.now();
  const child = spawn('msmtp', words, { stdio: [openSync(file, 'r'), 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`msmtp ended with ${code}`);
  return performance.now() - started;
}

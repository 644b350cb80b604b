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

/** Sends the file as it is to Bob; ms for the whole process. */
export async function sendWithMsmtp(lab: Lab, file: string): Promise<number> {
  const words = [
    '--host=localhost',
    `--port=${lab.host.ports.submissions}`,
    '--tls=on',
    '--tls-starttls=off',
    `--tls-trust-file=${lab.caFile}`,
    '--auth=plain',
    `--user=${lab.user}`,
    `--passwordeval=echo ${lab.password}`,
    `--from=${lab.user}`,
    'bob@example.test',
  ];
  const started = performance.now();
  const child = spawn('msmtp', words, { stdio: [openSync(file, 'r'), 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`msmtp ended with ${code}`);
  return performance.now() - started;
}

// The other peer for the command line: swaks, the Perl script with which administrators try out a server.
import { execFileSync } from 'node:child_process';
import type { Sender } from './msmtp';

/** "swaks 20201014.0", or null where it is not installed or has no TLS. */
export function swaksVersion(): string | null {
  try {
    const words = execFileSync('swaks', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    execFileSync('perl', ['-MNet::SSLeay', '-e', '1'], { stdio: 'ignore' });
    return /version (\S+)/.exec(words)?.[1]?.replace(/^/, 'swaks ') ?? 'swaks';
  } catch {
    return null;
  }
}

/** Sends the message on standard input to Bob. */
export const swaksWords = ({ port, caFile, user, password }: Sender): readonly string[] => [
  '--server=localhost',
  `--port=${port}`,
  '--tls-on-connect',
  '--tls-verify',
  `--tls-ca-path=${caFile}`,
  '--auth=PLAIN',
  `--auth-user=${user}`,
  `--auth-password=${password}`,
  `--from=${user}`,
  '--to=bob@example.test',
  '--data=-',
  '--silent=2',
];

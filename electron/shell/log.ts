// A small log in the profile: what went wrong in the shell and what the engine said on its way out. No addresses, no secrets.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { redact } from './redact';

export type Log = {
  readonly write: (from: 'shell' | 'engine' | 'page', text: string) => void;
  /** Writes down every line of a stream. */
  readonly follow: (from: 'engine', stream: NodeJS.ReadableStream | null) => void;
};

/** Octets of one file. There are two: this one and the one before. */
const fileLimit = 512 * 1024;

export function createLog(folder: string): Log {
  const file = path.join(folder, 'brevduva.log');
  const write: Log['write'] = (from, text) => {
    const time = new Date().toISOString();
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > fileLimit) renameSync(file, path.join(folder, 'brevduva.1.log'));
      appendFileSync(file, lines.map((line) => `${time} ${from} ${redact(line)}\n`).join(''), { mode: 0o600 });
    } catch {
      // A full or read-only disk must not turn one fault into two.
    }
  };
  return {
    write,
    follow(from, stream) {
      let rest = '';
      stream?.setEncoding('utf8');
      stream?.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = (lines.pop() ?? '').slice(-fileLimit);
        if (lines.length > 0) write(from, lines.join('\n'));
      });
      stream?.on('end', () => rest !== '' && write(from, rest));
    },
  };
}

/** Errors that nobody caught end in the log; without a listener Electron would show them with their stack in a dialog. */
export function logUncaught(log: Log): void {
  const describe = (error: unknown): string =>
    error instanceof Error ? (error.stack ?? error.message) : 'something that is no error was thrown';
  process.on('uncaughtException', (error) => log.write('shell', describe(error)));
  process.on('unhandledRejection', (error) => log.write('shell', describe(error)));
}

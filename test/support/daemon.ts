// A server as a child process in a process group of its own, which never outlives the test process.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export type Daemon = {
  readonly pid: number;
  readonly isAlive: () => boolean;
  /** What it printed. */
  readonly output: () => string;
  /** Ends it and waits until it is gone; with 'SIGKILL' the whole group at once, as in a crash. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

export type DaemonOptions = {
  readonly command: string;
  readonly args: readonly string[];
  /** The file that its output goes to. */
  readonly log: string;
  /** A shell command that ends the server when the test process has died; $1 is its pid. */
  readonly rescue?: string;
};

const patience = 5000;

const signalQuietly = (pid: number, signal: 'SIGTERM' | 'SIGKILL'): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended already
  }
};

/**
 * Runs a shell command when this process has died, however that happened: a handler in it could not run after SIGKILL.
 * The guard reads from this process; end of file without "ended" means that it died. `about` is $1 of the command.
 * The returned function dismisses it.
 */
export function startGuard(rescue: string, about: string): () => void {
  const guard = spawn('sh', ['-c', `read -r word || { ${rescue}; } 2>/dev/null`, 'guard', about], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  return () => guard.stdin.end('ended\n');
}

/** Starts the server; it counts as alive until its process ended. */
export function startDaemon({ command, args, log, rescue = 'kill -s TERM "$1"' }: DaemonOptions): Daemon {
  const file = openSync(log, 'a');
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', file, file], detached: true });
  closeSync(file);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started: is it installed?`);
  const dismissGuard = startGuard(rescue, String(pid));
  let alive = true;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      alive = false;
      dismissGuard();
      resolve();
    });
  });
  return {
    pid,
    isAlive: () => alive,
    output: () => readFileSync(log, 'utf8'),
    async end(signal) {
      if (!alive) return;
      signalQuietly(signal === 'SIGKILL' ? -pid : pid, signal);
      const timer = setTimeout(() => signalQuietly(-pid, 'SIGKILL'), patience);
      await gone;
      clearTimeout(timer);
    },
  };
}

// Runs the program a command is about: it has our terminal, gets our signals, and its exit code becomes ours.
import { spawn } from 'node:child_process';

/** @returns {Promise<number>} the exit code */
export const runInForeground = (program, args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });

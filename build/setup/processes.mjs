// Child processes of the set-up: quiet unless they fail, npm found without guessing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs a program to its end and keeps what it says.
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is not there
 */
export const run = (program, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const hear = (chunk) => {
      output = (output + chunk).slice(-200_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 128, output: `${plain(output)}${signal ? `\nended by ${signal}` : ''}` }));
  });

/** Without colours: some tools paint even into a pipe. */
const plain = (output) => stripVTControlCharacters(output);

/** npm as this process was started by it, else the npm beside this Node (no shell, so that it also works on Windows). */
export const runNpm = (args, options = {}) => {
  const script = npmScript();
  return script ? run(process.execPath, [script, ...args], options) : run('npm', args, options);
};

const npmScript = () => {
  const besideNode = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return [process.env.npm_execpath, besideNode].find((file) => file?.endsWith('npm-cli.js') && existsSync(file)) ?? null;
};

/** The last lines of a program's output: enough to see the reason, not a screenful. */
export const tail = (output, lines = 12) => output.trim().split('\n').slice(-lines).join('\n');

/** Whether a program of this name is on the PATH. */
export const isOnPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, name)));

// npm run -s brevduva -- ARGS: the command line, in plain Node. Builds it when the sources changed; needs no Electron.
import { spawn } from 'node:child_process';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand } from './setup/say.mjs';

const brevduva = async () => {
  await ensureNodeModules();
  await ensureBuilt();
  const child = spawn(process.execPath, [at('out/main/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 70)));
};

await runCommand(brevduva);

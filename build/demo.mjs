// npm run demo: the main job, unattended, in the real program on a display of its own. Pictures land in out/demo.
import { rm } from 'node:fs/promises';
import { withDisplay } from './setup/display.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';

const demo = async () => {
  const runtime = await setUp('demo');
  await ensureBuilt();
  await rm(at('out/demo'), { recursive: true, force: true });
  const args = [
    at('node_modules/@playwright/test/cli.js'),
    'test',
    '--project',
    'demo',
    '--workers',
    '1',
    '--reporter',
    at('test/support/step-reporter.ts'),
  ];
  return withDisplay(environmentFor(runtime), (env) =>
    runInForeground(process.execPath, [...args, ...process.argv.slice(2)], { cwd: at(), env }),
  );
};

await runCommand(demo);

// npm run demo: the main job, unattended, in the real program on a display of its own. Pictures land in out/demo; with --pictures
// those that the README shows are renewed from them.
import { readdir, rm } from 'node:fs/promises';
import { withDisplay } from './setup/display.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand, say } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';

const demo = async () => {
  const runtime = await setUp('demo');
  await ensureBuilt();
  await rm(at('out/demo'), { recursive: true, force: true });
  const args = [
    at('node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    at('playwright.demo.config.ts'),
    '--workers',
    '1',
    '--reporter',
    at('test/support/step-reporter.ts'),
  ];
  const rest = process.argv.slice(2).filter((word) => word !== '--pictures');
  const code = await withDisplay(environmentFor(runtime), (env) =>
    runInForeground(process.execPath, [...args, ...rest], { cwd: at(), env }),
  );
  if (code === 0 && process.argv.includes('--pictures')) await renewPictures();
  return code;
};

/** Those that the demo takes; the doctor's are taken by its own test. In few colours: whoever clones fetches them all. */
const renewPictures = async () => {
  const { default: sharp } = await import('sharp'); // not there before the set-up
  const taken = await readdir(at('out/demo'));
  const shown = (await readdir(at('docs/pictures'))).filter((name) => taken.includes(name));
  for (const name of shown) await sharp(at('out/demo', name)).png({ palette: true, effort: 10 }).toFile(at('docs/pictures', name));
  say(`Renewed in docs/pictures: ${shown.join(', ')}`);
};

await runCommand(demo);

// npm run bench -- NAME [--json] [--check]: bundles test/bench for plain Node (Vite is here anyway, and no loader slows what is measured), then runs it.

import { withDisplay } from './setup/display.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { at } from './setup/places.mjs';
import { ensureBuilt } from './setup/program.mjs';
import { runCommand } from './setup/say.mjs';
import { environmentFor, setUp } from './setup.mjs';

const bench = async () => {
  const runtime = await setUp('bench');
  await ensureBuilt();
  const { build } = await import('vite');
  const output = { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' };
  await build({
    configFile: false,
    root: at(),
    logLevel: 'warn',
    build: { ssr: at('test/bench/main.ts'), outDir: at('out/bench'), emptyOutDir: true, target: 'node20', rolldownOptions: { output } },
  });
  return withDisplay(environmentFor(runtime), (env) =>
    runInForeground(process.execPath, [at('out/bench/main.mjs'), ...process.argv.slice(2)], { cwd: at(), env }),
  );
};

await runCommand(bench);

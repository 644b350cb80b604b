// npm run test:kill -- [--kills N] [--messages N] [--seed N] [--aimed | --disk]: bundles test/faults/kill for plain Node, then kills engines.

import { runInForeground } from './setup/foreground.mjs';
import { at } from './setup/places.mjs';
import { runCommand } from './setup/say.mjs';
import { setUp } from './setup.mjs';

const testKill = async () => {
  await setUp('test');
  const { build } = await import('vite');
  const output = { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' };
  await build({
    configFile: false,
    root: at(),
    logLevel: 'warn',
    build: {
      ssr: at('test/faults/kill/main.ts'),
      outDir: at('out/test-kill'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output },
    },
  });
  return runInForeground(process.execPath, [at('out/test-kill/main.mjs'), ...process.argv.slice(2)], { cwd: at() });
};

await runCommand(testKill);

// Builds the engine and the command line, as electron-vite builds them, for tests that need them as processes of their own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

export type BuiltEngine = {
  readonly script: string;
  /** The command line. */
  readonly cli: string;
  /** The thread with the dictionaries. */
  readonly spelling: string;
  readonly stop: () => Promise<void>;
};

/** In the project's out folder: what is not bundled is looked for from there. */
export async function buildEngine(): Promise<BuiltEngine> {
  mkdirSync('out', { recursive: true });
  const folder = mkdtempSync(path.resolve('out/test-engine-'));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const isExternal = (id: string): boolean => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          engine: path.resolve('electron/engine/main.ts'),
          cli: path.resolve('electron/cli/main.ts'),
          spelling: path.resolve('electron/engine/spelling/worker.ts'),
        },
        external: isExternal,
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  });
  return {
    script: path.join(folder, 'engine.mjs'),
    cli: path.join(folder, 'cli.mjs'),
    spelling: path.join(folder, 'spelling.mjs'),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

// Builds the engine alone, as electron-vite builds it, for tests that need it as a process of its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

export type BuiltEngine = { readonly script: string; readonly stop: () => Promise<void> };

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
      ssr: path.resolve('electron/engine/main.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: isExternal, output: { entryFileNames: 'engine.mjs' } },
    },
  });
  return { script: path.join(folder, 'engine.mjs'), stop: async () => rmSync(folder, { recursive: true, force: true }) };
}

// How the three processes are built: shell and engine as ES modules, the preload as one CommonJS file, the page by Vite.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fetchComposerAhead, pageGroups, startGroups } from './build/chunks';

const at = (file: string): string => path.resolve(import.meta.dirname, file);

const programs = {
  main: at('electron/main.ts'),
  engine: at('electron/engine/main.ts'),
  cli: at('electron/cli/main.ts'),
  spelling: at('electron/engine/spelling/worker.ts'), // a thread of the engine
};

const given = (name: string): string => JSON.stringify(process.env[name] ?? '');

// The oldest Electron the program runs on (33) brings Node 20.18 and Chromium 130.
const node = 'node20.18';
const chromium = 'chrome130';

export default defineConfig({
  main: {
    define: {
      // As whom a shipped program asks where people sign in with the browser; without them each person enters their own.
      __GOOGLE_CLIENT_ID__: given('BREVDUVA_GOOGLE_CLIENT_ID'),
      __GOOGLE_CLIENT_SECRET__: given('BREVDUVA_GOOGLE_CLIENT_SECRET'),
      __MICROSOFT_CLIENT_ID__: given('BREVDUVA_MICROSOFT_CLIENT_ID'),
    },
    build: {
      target: node,
      minify: true, // less to read at the start, and some megabytes less to hold
      sourcemap: true,
      rolldownOptions: {
        input: programs,
        output: { codeSplitting: { groups: startGroups(programs, 'main') } },
      },
    },
  },
  preload: {
    build: {
      target: node,
      rolldownOptions: { input: at('electron/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      target: chromium,
      minify: true,
      // The icon set is one file of 5,800 names: only those that are used are read.
      rolldownOptions: {
        input: at('renderer/index.html'),
        experimental: { lazyBarrel: true },
        output: { codeSplitting: { groups: pageGroups(at('renderer/features/compose/composer.tsx')) } },
      },
    },
    plugins: [react(), fetchComposerAhead()],
  },
});

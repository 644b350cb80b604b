// The person's browser: a real Chromium on a page, in a process of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { electronExecutable, root } from './app';

/** It lets the window wait until the test is connected. */
const recorder = path.join(root, 'test/e2e/recorder.cjs');

export type Browser = { readonly page: Page; readonly close: () => Promise<void> };

/** Opens the page as the system's browser would. */
export async function openChromium(url: string): Promise<Browser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bd-chromium-'));
  const isRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--lang=en',
      '--password-store=basic',
      '-r',
      recorder,
      path.join(root, 'test/e2e/chromium.cjs'),
    ],
    chromiumSandbox: !isRoot,
    env: { ...(process.env as Record<string, string>), CHROMIUM_FOLDER: folder, CHROMIUM_PAGE: url },
  });
  const page = await electron.firstWindow();
  return {
    page,
    async close() {
      await electron.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// The .deb on a real system: installed, started by an ordinary user with the sandbox on, and removed again.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, test as base, chromium, expect } from '@playwright/test';
import {
  addUser,
  buildPackage,
  confinementOfPages,
  install,
  remove,
  removeUser,
  type Started,
  start,
  type User,
} from '../support/installed-program';

/** Built and installed once, for a user made for it; both are gone afterwards, also after a failure. */
const test = base.extend<object, { user: User }>({
  user: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from here.
    async ({}, use) => {
      await install(await buildPackage());
      try {
        const user = await addUser();
        await use(user).finally(() => removeUser(user));
      } finally {
        await remove();
      }
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

const withProgram = async (
  user: User,
  args: readonly string[],
  work: (browser: Browser, program: Started) => Promise<void>,
): Promise<void> => {
  const program = await start(user, args);
  try {
    const browser = await chromium.connectOverCDP(program.endpoint);
    await work(browser, program);
    await browser.close();
  } finally {
    await program.stop();
  }
};

const firstPage = async (browser: Browser) => {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the program has no window');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
};

test('the desktop offers Brevduva for mail addresses', async ({ user: _ }) => {
  const entry = await readFile('/usr/share/applications/brevduva.desktop', 'utf8');
  expect(entry).toContain('MimeType=x-scheme-handler/mailto;');
  expect(entry).toMatch(/^Exec=\/opt\/Brevduva\/brevduva %U$/m);
  expect(existsSync('/usr/share/icons/hicolor/256x256/apps/brevduva.png')).toBe(true);
});

test('it starts for an ordinary user with the page in the sandbox', async ({ user }) => {
  await withProgram(user, [], async (browser, program) => {
    const page = await firstPage(browser);
    await expect(page).toHaveTitle('Brevduva');
    const pages = await confinementOfPages(program);
    expect(pages.length).toBeGreaterThan(0);
    for (const confinement of pages) {
      expect(confinement).toMatchObject({ hasSeccompFilter: true, hasOwnProcessNamespace: true });
      expect(confinement.commandLine).not.toContain('--no-sandbox');
    }
  });
});

// The .deb on a real system: installed, started by an ordinary user with the sandbox on, and removed again.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { en } from '../../renderer/strings/en';
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

/** A first start in English, in a home of the user's own. */
const withProgram = async (user: User, work: (page: Page, program: Started) => Promise<void>): Promise<void> => {
  const profile = path.join(user.home, test.info().testId);
  const program = await start(user, ['--lang=en', '--profile', profile]);
  try {
    const browser = await chromium.connectOverCDP(program.endpoint);
    const page = await firstPage(browser);
    await work(page, program).catch(async (error: unknown) => {
      // The window is gone when the report is written: keep what it showed.
      await page.screenshot({ path: test.info().outputPath('window.png') });
      throw error;
    });
  } finally {
    await program.stop();
  }
};

const firstPage = async (browser: Browser): Promise<Page> => {
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
  await withProgram(user, async (page, program) => {
    await expect(page.getByRole('heading', { name: en.accounts.welcome })).toBeVisible();
    const pages = await confinementOfPages(user, program);
    expect(pages.length).toBeGreaterThan(0);
    for (const confinement of pages) {
      expect(confinement).toMatchObject({ hasSeccompFilter: true, hasOwnProcessNamespace: true });
      expect(confinement.commandLine).not.toContain('--no-sandbox');
    }
  });
});

test('a letter written in it lands in the practice mailbox', async ({ user }) => {
  await withProgram(user, async (page) => {
    await page.getByRole('button', { name: en.accounts.tryWithout }).click();
    await page.getByRole('button', { name: en.frame.write, exact: true }).click();
    const sheet = page.getByRole('region', { name: en.compose.sheet });
    await sheet.getByRole('textbox', { name: en.compose.to, exact: true }).fill('anna@example.org');
    await sheet.getByRole('textbox', { name: en.compose.subject }).fill('From the package');
    await sheet.getByRole('textbox', { name: en.compose.message }).fill('Coo.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('main').getByRole('heading', { name: 'From the package' })).toBeVisible();
    // As installed, Send can be undone for some seconds.
    await page.getByRole('button', { name: en.sendLater.undo.sendNow }).first().click();
    await page.getByRole('navigation').getByRole('button', { name: en.frame.rooms.practice }).click();
    const caught = page.getByRole('listbox', { name: en.sent.practice });
    await expect(caught.getByRole('option', { name: /From the package/ })).toBeVisible();
  });
});

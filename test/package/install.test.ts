// The .deb on a real system: installed, started by an ordinary user with the sandbox on, and removed again.
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import type { Account } from '../../electron/contract/model/accounts';
import { en } from '../../renderer/strings/en';
import { issueCertificate } from '../support/certificates';
import {
  addUser,
  buildPackage,
  confinementOfPages,
  install,
  layOut,
  remove,
  removeUser,
  runCommand,
  type Started,
  start,
  type User,
} from '../support/installed-program';
import { startMailHost } from '../support/mail-host/mail-host';
import { testAuthority } from '../support/test-ca';

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
  const types = /^MimeType=(.*)$/m.exec(entry)?.[1]?.split(';').filter(Boolean).sort();
  expect(types).toEqual(['message/rfc822', 'x-scheme-handler/mailto']);
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
    await sheet.getByRole('combobox', { name: en.compose.to, exact: true }).fill('anna@example.org');
    await sheet.getByRole('textbox', { name: en.compose.subject }).fill('From the package');
    await sheet.getByRole('textbox', { name: en.compose.message }).fill('Coo, I recieve it. ');
    // The dictionaries came along, and the thread that reads them starts.
    await expect(sheet.locator('.misspelt')).toHaveText('recieve');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('main').getByRole('heading', { name: 'From the package' })).toBeVisible();
    // As installed, Send can be undone for some seconds.
    await page.getByRole('button', { name: en.sendLater.undo.sendNow }).first().click();
    await page.getByRole('navigation').getByRole('button', { name: en.frame.rooms.practice }).click();
    const caught = page.getByRole('listbox', { name: en.sent.practice });
    await expect(caught.getByRole('option', { name: /From the package/ })).toBeVisible();
  });
});

test('a letter written on the command line leaves without a display, and its exit code tells what became of it', async ({ user }) => {
  const certificate = await issueCertificate(await testAuthority());
  const host = await startMailHost({ certificate });
  try {
    const { address, password } = host.user('alice@example.test');
    const port = host.ports.submissions;
    // A package listens to no environment about whom to trust: the person has said so of this one certificate.
    const { fingerprint256 } = new X509Certificate(certificate.cert);
    const account: Account = {
      id: 'alice',
      provider: 'other',
      name: 'Alice',
      address,
      smtp: { host: 'localhost', port, security: 'tls', user: address },
      imap: null,
      sentPolicy: 'local',
      sentFolder: null,
      trustedCertificates: [{ host: 'localhost', port, fingerprint256, since: Date.now() }],
    };
    const settings = JSON.stringify({ version: 1, settings: {}, accounts: [account] });
    const profile = ['--profile', await layOut(user, test.info().testId, 'settings.json', settings)];
    const letter = ['send', ...profile, '--password-stdin', '--to', 'Bob <bob@example.test>', '--subject', 'Without a window'];

    const refused = await runCommand(user, [...letter, '--json'], 'Correct-Horse-7\nHello');
    expect(refused.code).toBe(77);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: true, entry: { item: { state: 'queued', failure: { code: 'sign-in-refused' } } } });
    expect(refused.out + refused.complaints).not.toContain('Correct-Horse-7');

    const waiting = JSON.parse((await runCommand(user, ['outbox', ...profile, '--json'], '')).out);
    expect(waiting.items).toHaveLength(1);
    expect((await runCommand(user, ['outbox', 'cancel', waiting.items[0].id, ...profile], '')).code).toBe(0);

    // Without a password and without a key store there is nothing to sign in with.
    expect((await runCommand(user, ['send', ...profile, '--to', 'bob@example.test'], 'Hello')).code).toBe(77);

    const sent = await runCommand(user, letter, `${password}\nHello Bob.\n`);
    expect(sent).toMatchObject({ code: 0, out: 'Sent.\n' });
    const arrived = await host.mailbox('bob@example.test').waitForMessages(1);
    const letters = arrived.map(({ content }) => content.toString()).filter((text) => text.includes('Subject: Without a window'));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('Hello Bob.');
  } finally {
    await host.stop();
  }
});

test('a command is handed over to the window that has the profile', async ({ user }) => {
  await withProgram(user, async (page) => {
    await page.getByRole('button', { name: en.accounts.tryWithout }).click();
    await page.getByRole('button', { name: en.frame.write, exact: true }).waitFor();
    const profile = path.join(user.home, test.info().testId);
    const sent = await runCommand(user, ['send', '--profile', profile, '--to', 'anna@example.org', '--subject', 'Handed over'], 'Coo.');
    expect(sent).toMatchObject({ code: 0, out: 'Sent.\n' });
    await page.getByRole('navigation').getByRole('button', { name: en.frame.rooms.practice }).click();
    await expect(page.getByRole('listbox', { name: en.sent.practice }).getByRole('option', { name: /Handed over/ })).toBeVisible();
  });
});

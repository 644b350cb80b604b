// Carrying settings from one profile to another by a file, through the settings room.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { barriers } from './barriers';
import { expect, test } from './mail-host';
import { addAccount } from './wizard';

const alice = 'alice@example.test';
const choose = (page: Page, file: string) => page.locator('[data-for="settings"]').setInputFiles(file);
const plan = (page: Page) => page.getByRole('region', { name: 'What this file would change' });

test('what one computer exports, another takes over once it has been shown; the password is asked for anew', async ({
  launch,
  mailHost,
}, info) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bd-settings-'));
  const file = path.join(folder, 'mine.json');
  const first = await launch();
  await addAccount(first.page, mailHost, alice);
  await first.page.keyboard.press('Control+,');
  await first.page.getByRole('radio', { name: '30 s' }).check();
  await first.page.getByRole('button', { name: 'Export settings …' }).scrollIntoViewIfNeeded();
  await first.saveTo(file);
  await first.page.getByRole('button', { name: 'Export settings …' }).click();
  await expect(first.page.getByText('The settings are in the file.')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain(alice);
  expect(text).not.toContain(mailHost.user(alice).password);

  await choose(first.page, file);
  await expect(first.page.getByText('Everything in this file is here already.')).toBeVisible();
  await first.page.getByRole('button', { name: 'Leave it all as it is' }).click();

  const { page } = await launch({ settings: { undoSeconds: 5 } });
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
  await page.keyboard.press('Control+,');
  await choose(page, file);
  await expect(plan(page).getByRole('checkbox', { name: alice })).toBeChecked();
  await expect(plan(page)).toContainText('New. Asks for its password.');
  await expect(plan(page).getByRole('checkbox', { name: /^Settings: After Send/ })).toBeChecked();
  await plan(page).scrollIntoViewIfNeeded();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: info.outputPath(`plan.${colorScheme}.png`) });
    expect(await barriers(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Taken over.')).toBeVisible();
  await expect(page.getByRole('radio', { name: '30 s' })).toBeChecked();

  await page.getByRole('button', { name: 'Accounts' }).click();
  await page.getByRole('option', { name: new RegExp(alice) }).click();
  await expect(page.getByText('Wants its password')).toBeVisible();
  await page.screenshot({ path: info.outputPath('wants-password.png') });
  await page.getByLabel('Password', { exact: true }).fill(mailHost.user(alice).password);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Wants its password')).toHaveCount(0);
  await page.getByRole('button', { name: 'Test it again' }).click();
  await expect(page.getByText('Everything works.')).toBeVisible();
  await rm(folder, { recursive: true });
});

test('a file that is crooked changes nothing and says why; an account here is not replaced unasked', async ({ launch, mailHost }, info) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bd-settings-'));
  const app = await launch();
  const { page } = app;
  await addAccount(page, mailHost, alice);
  await page.keyboard.press('Control+,');
  const file = path.join(folder, 'mine.json');
  await app.saveTo(file);
  await page.getByRole('button', { name: 'Export settings …' }).click();
  await expect(page.getByText('The settings are in the file.')).toBeVisible();
  const good = await readFile(file, 'utf8');
  const write = async (content: string | Buffer): Promise<string> => {
    const next = path.join(folder, 'changed.json');
    await writeFile(next, content);
    return next;
  };
  await choose(page, await write(good.slice(0, 200)));
  await expect(page.getByRole('alert')).toHaveText('This file can’t be read: it is damaged or cut short.');
  await page.getByRole('alert').scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath('damaged.png') });
  await choose(page, await write(Buffer.alloc(6_000_000, 0x20)));
  await expect(page.getByRole('alert')).toHaveText('This file is far too large to hold settings.');
  await choose(page, await write(good.replaceAll('"localhost"', '"smtp.evil.test"')));
  await expect(plan(page).or(page.getByText('Everything in this file is here already.')).first()).toBeVisible();
  await expect(page.getByText('Is here with other servers, and stays as it is.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave it all as it is' }).click();
  await choose(page, await write(good.replaceAll('Alice Andersson', 'Alicia').replace('"undoSeconds": 0', '"undoSeconds": 5')));
  await expect(plan(page).getByRole('checkbox', { name: alice })).not.toBeChecked();
  await expect(plan(page)).toContainText('Is here already. Changes its name.');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Taken over.')).toBeVisible();
  await page.getByRole('button', { name: 'Accounts' }).click();
  await page.getByRole('option', { name: new RegExp(alice) }).click();
  await expect(page.getByLabel('Your name')).toHaveValue('Alice Andersson');
  await rm(folder, { recursive: true });
});

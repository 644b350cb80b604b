// Fifty accounts: the list, the From chooser and the settings still serve a person.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from '../../electron/contract/model/accounts';
import { presetFor } from '../../electron/domain/providers';
import { expect, newProfile, test } from './app';
import { barriers } from './barriers';

const accounts = Array.from({ length: 50 }, (_, n): Account => {
  const number = String(n + 1).padStart(2, '0');
  return { id: `account-${number}`, ...presetFor('other', `post${number}@avdelning-${number}.example.test`, `Avdelning ${number}`) };
});

test('fifty accounts are listed, found by keyboard, and each can be written from', async ({ launch }, info) => {
  const profile = await newProfile();
  const settings = { undoSeconds: 0, defaultAccountId: 'account-07' };
  await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ version: 1, settings, accounts }), { mode: 0o600 });
  const { page } = await launch({ profile, args: ['mailto:bo@example.test'] });
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await expect(page.getByText('New letters from post07@avdelning-07.example.test')).toBeVisible();
  await page.screenshot({ path: info.outputPath('composer.png') });

  const from = page.getByRole('combobox', { name: 'From' });
  await expect(from).toContainText('post07@avdelning-07.example.test');
  await expect(from.getByRole('option')).toHaveCount(50);
  await from.selectOption({ index: 49 });
  await expect(from.locator('option:checked')).toContainText('post50@avdelning-50.example.test');

  await page.getByRole('button', { name: 'Accounts' }).click();
  const list = page.getByRole('listbox', { name: 'Accounts' });
  await list.getByRole('option', { name: /post01@/ }).click();
  await expect(page.getByRole('heading', { name: 'post01@avdelning-01.example.test' })).toBeVisible();
  await list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'post50@avdelning-50.example.test' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('accounts.png') });
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('Control+,');
  await page.locator('[data-for="settings"]').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        format: 'brevduva-settings',
        version: 1,
        exportedAt: '2026-11-24T00:00:00Z',
        settings: {},
        accounts: accounts.map((account) => ({ ...account, id: `x${account.id}`, name: `${account.name} (ny)` })),
      }),
    ),
  });
  const plan = page.getByRole('region', { name: 'What this file would change' });
  await expect(plan.getByRole('checkbox')).toHaveCount(50);
  await expect(plan.getByText('Is here already. Changes its name.')).toHaveCount(50);
  await expect(plan.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await plan.scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath('plan.png') });
});

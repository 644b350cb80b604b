// Spelling in the composer: a word is marked, corrected, left alone or learned, and nothing of it leaves.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { letter, listed, practise, room, saved, send, sheet, text, write } from './letters';

const misspelt = (page: Page): Locator => text(page).locator('.misspelt');
const menu = (page: Page): Locator => page.getByRole('menu', { name: 'Spelling' });
const item = (page: Page, name: string): Locator => menu(page).getByRole('menuitem', { name, exact: true });

test('a misspelt word is marked behind the cursor, corrected by key in one step, and leaves without a trace', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Minutes', text: 'Dear Anna, I will ' });
  await page.keyboard.press('Control+b');
  await page.keyboard.type('recieve');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' the lettr tomorrow, see https://exmaple.org/lettr and :tada: ');
  await expect(misspelt(page)).toHaveText(['recieve', 'lettr']);
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('Shift+F7');
  await expect(sheet(page).getByText('“lettr”, 2 of 2')).toBeAttached();
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+.');
  await expect(item(page, 'receive')).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+.');
  await expect(item(page, 'receive')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page).locator('strong')).toHaveText('receive');
  await expect(misspelt(page)).toHaveText(['lettr']);
  await page.keyboard.press('Control+z');
  await expect(text(page).locator('strong')).toHaveText('recieve');
  await page.keyboard.press('Control+Shift+z');

  await misspelt(page).filter({ hasText: 'lettr' }).click({ button: 'right' });
  await expect(item(page, 'letter')).toBeVisible();
  await item(page, 'Ignore in this letter').click();
  await expect(misspelt(page)).toHaveCount(0);
  await saved(page);
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'Minutes').click();
  const body = letter(page).locator('body');
  await expect(body).toContainText('I will receive the lettr tomorrow');
  expect(await body.innerHTML()).not.toMatch(/misspelt|aria-invalid|spelling/);
});

test('a word that is added is known in every letter, after a restart too, until it is taken out', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await write(first.page, { text: 'Vi ses i duvslagett på lördag, med alla duvslagett.' });
  await expect(misspelt(first.page)).toHaveText(['duvslagett', 'duvslagett']);
  await misspelt(first.page).first().click({ button: 'right' });
  await item(first.page, 'Add to the dictionary').click();
  await expect(misspelt(first.page)).toHaveCount(0);
  await saved(first.page);
  await first.quit();

  const { page } = await launch({ profile: first.profile });
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await write(page, { text: 'Jag är i duvslagett och skrivver ' });
  await expect(misspelt(page)).toHaveText(['skrivver']);
  await saved(page);
  await room(page, 'Settings').click();
  await page.getByRole('button', { name: 'Remove “duvslagett”' }).click();
  await expect(page.getByRole('button', { name: 'Remove “duvslagett”' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Word' }).fill('skrivver');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove “skrivver”' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('a letter is checked in the languages its writer says, or not at all', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'Kære Anna, tak for brevet, jeg har læst det allerede. ' });
  await page.keyboard.type('Colouur ');
  await expect(misspelt(page)).toHaveText(['Colouur']);
  await page.keyboard.press('Control+.');
  await menu(page).getByRole('menuitemcheckbox', { name: 'Swedish' }).click();
  await expect(misspelt(page)).not.toHaveText(['Colouur']);
  await menu(page).getByRole('menuitemcheckbox', { name: 'What it seems to be' }).click();
  await expect(misspelt(page)).toHaveText(['Colouur']);
  await page.keyboard.press('Control+.');
  await menu(page).getByRole('menuitemcheckbox', { name: 'Don’t check this letter' }).click();
  await expect(misspelt(page)).toHaveCount(0);
  await page.keyboard.press('F7');
  await expect(page.getByText('Spelling is not checked here.')).toBeVisible();
});

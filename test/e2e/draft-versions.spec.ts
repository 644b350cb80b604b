// Earlier versions of a letter: looked at, gone back to, and that undone.
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, chips, field, practise, saved, sheet, text, write } from './letters';

const dialog = { name: 'Earlier versions' };

test('a letter goes back to an earlier version by keyboard, and forth again by one click', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The fair', text: 'Dear Anna, please bring the big tent.' });
  await saved(page);
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('dialog', dialog)).toBeVisible();
  await expect(page.getByRole('dialog', dialog).getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await text(page).press('Control+a');
  await page.keyboard.type('Nothing');
  await field(page, 'Subject').fill('Oops');
  await saved(page);
  await page.keyboard.press('Control+Shift+h');
  const versions = page.getByRole('dialog', dialog);
  await expect(versions.getByRole('listbox')).toBeFocused();
  await expect(versions.getByText(/words? fewer/).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('End');
  await versions.getByRole('button', { name: 'Go back to this one' }).click();
  await expect(versions).toHaveCount(0);
  await expect(text(page)).not.toHaveText('Nothing');
  await expect(field(page, 'Subject')).toHaveValue('');
  await expect(page.getByText(/The letter is as it was at/)).toBeVisible();
  await button(page, 'Undo').click();
  await expect(text(page)).toHaveText('Nothing');
  await expect(field(page, 'Subject')).toHaveValue('Oops');
  await expect(chips(page, 'To')).toHaveCount(1);
  await saved(page);
  // The way back is a version too.
  await page.keyboard.press('Control+Shift+h');
  await expect(versions.getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeVisible();
});

test('going back is taken back in the text as any other change', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'A', text: 'First' });
  await saved(page);
  await button(page, 'More for this letter').click();
  await page.getByRole('menuitem', { name: 'Earlier versions' }).click();
  await page.keyboard.press('End');
  await button(page, 'Go back to this one').click();
  await expect(text(page)).toHaveText('');
  await text(page).press('Control+z');
  await expect(text(page)).toHaveText('First');
});

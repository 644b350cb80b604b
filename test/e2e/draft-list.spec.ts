// The list of drafts: searched, and several thrown away and taken back, with the mouse or by keyboard alone.
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, field, listed, practise, room, rows, saved, sheet, write } from './letters';
import { openPipe } from './pipe';

async function writeSome(page: Page, subjects: readonly string[]): Promise<void> {
  await practise(page);
  for (const [index, subject] of subjects.entries()) {
    if (index > 0) await page.keyboard.press('Control+n');
    if (index > 0) await expect(page.getByRole('textbox', { name: 'Subject', exact: true })).toHaveValue('');
    await write(page, { to: `p${index}@example.org`, subject, text: `Text of ${subject}` });
    await saved(page);
  }
  await page.keyboard.press('Escape');
}
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search drafts' });

test('a search finds words of the text, whatever the accents; Esc shows everything again', async ({ app: { page } }) => {
  await writeSome(page, ['Årsmötet i mars', 'Cake', 'Tent']);
  await search(page).fill('arsmotet');
  await expect(rows(page)).toHaveCount(1);
  await expect(listed(page, 'Årsmötet i mars')).toBeVisible();
  await search(page).fill('piano');
  await expect(page.getByText('No draft has these words.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Show all drafts').click();
  await expect(rows(page)).toHaveCount(3);
  await search(page).fill('cake');
  await expect(rows(page)).toHaveCount(1);
  await search(page).press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(rows(page)).toHaveCount(3);
  await search(page).press('ArrowDown');
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});

test('several are chosen by keyboard, thrown away and taken back', async ({ app: { page } }) => {
  await writeSome(page, ['One', 'Two', 'Three', 'Four']);
  await page.getByRole('listbox', { name: 'Drafts' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 chosen')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText('2 drafts were thrown away.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('listbox', { name: 'Drafts' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('toolbar', { name: 'What to do with the chosen drafts' }).getByRole('button', { name: 'Throw away' }).click();
  await expect(page.getByText('No drafts.')).toBeVisible();
});

test('the row that was pressed is opened, though the list changes before the release', async ({ app: { electron, page } }) => {
  await writeSome(page, ['One', 'Two', 'Three']);
  await listed(page, 'One').click();
  const opening = electron.waitForEvent('window');
  await page.keyboard.press('Control+Shift+o');
  const elsewhere = await opening;
  await sheet(elsewhere).waitFor();
  const pipe = await openPipe(elsewhere);
  await expect(rows(page)).toHaveText([/Three/, /Two/, /One/]);
  await listed(page, 'Two').hover();
  await page.mouse.down();
  await pipe.call('drafts.create', { accountId: null, start: { kind: 'mailto', url: 'mailto:?subject=Four' } });
  await expect(room(page, 'Drafts')).toContainText('4');
  await expect(rows(page)).toHaveText([/Three/, /Two/, /One/]);
  await page.mouse.up();
  await expect(field(page, 'Subject')).toHaveValue('Two');
  await expect(rows(page)).toHaveText([/Four/, /Three/, /Two/, /One/]);
});

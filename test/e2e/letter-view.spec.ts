// The letter as its recipient sees it, before it goes: on a computer, on a telephone, in the dark, in plain text, and what lies behind it.
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, field, practise, sheet, text, write } from './letters';

const pane = (page: Page) => page.getByRole('complementary', { name: 'As the recipient sees it' });
const tab = (page: Page, name: string) => pane(page).getByRole('tab', { name, exact: true });
const shown = (page: Page, way: string) => page.frameLocator(`iframe[title="The letter: ${way}"]`);

test('the letter is shown as others get it: on a telephone, in the dark, as plain text and as source', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'Anna <anna@example.org>', subject: 'The summer party', text: 'Bring a chair.' });
  await page.keyboard.press('Control+Shift+Y');
  await expect(tab(page, 'Computer')).toBeFocused();
  await expect(shown(page, 'Computer').getByText('Bring a chair.')).toBeVisible();
  await expect(pane(page).getByRole('heading', { name: 'The summer party' })).toBeVisible();
  await expect(pane(page).getByText('It can’t be sent like this yet')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('ArrowRight');
  const phone = pane(page).locator('[data-device="phone"]');
  await expect(shown(page, 'Phone').getByText('Bring a chair.')).toBeVisible();
  expect((await phone.boundingBox())?.width).toBe(390);

  await tab(page, 'Dark').click();
  const paragraph = shown(page, 'Dark').getByText('Bring a chair.');
  await expect(paragraph).toBeVisible();
  expect(await paragraph.evaluate((element) => getComputedStyle(element.ownerDocument.documentElement).filter)).toContain('invert(1)');
  expect(await barriers(page)).toEqual([]);

  await tab(page, 'Plain text').click();
  await expect(pane(page).getByText('Bring a chair.')).toBeVisible();
  await tab(page, 'Headers').click();
  await expect(pane(page).getByText('Anna <anna@example.org>')).toBeVisible();
  await tab(page, 'Source').click();
  await expect(pane(page).getByText('Content-Type: multipart/alternative')).toBeVisible();
  await tab(page, 'All at once').click();
  await expect(shown(page, 'Phone').getByText('Bring a chair.')).toBeVisible();
  await expect(shown(page, 'Dark').getByText('Bring a chair.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(pane(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await expect(sheet(page)).toBeVisible();
});

test('in a wide window it stands beside the letter and follows what is written', async ({ app: { page, electron } }) => {
  await practise(page);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1600, 1000));
  await write(page, { subject: 'Cake', text: 'One cake' });
  await page.keyboard.press('Control+Shift+Y');
  await expect(shown(page, 'Computer').getByText('One cake')).toBeVisible();
  await expect(pane(page).getByText('Who is it for? Nobody is in To, Cc or Bcc.')).toBeVisible();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(' and a half');
  await expect(shown(page, 'Computer').getByText('One cake and a half')).toBeVisible();
  await field(page, 'Subject').fill('Cakes');
  await expect(pane(page).getByRole('heading', { name: 'Cakes' })).toBeVisible();
  await field(page, 'To').fill('anna@example.org');
  await field(page, 'To').press('Enter');
  await expect(pane(page).getByText('It can’t be sent like this yet')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Back to the letter').click();
  await expect(pane(page)).toHaveCount(0);
});

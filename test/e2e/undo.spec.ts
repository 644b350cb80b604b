// The time in which sending can be undone: on every screen, after a reload, by the button and by the key.
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app';
import { barriers } from './barriers';
import { button, chips, field, listed, practise, room, sheet, text, write } from './letters';

const strip = (page: Page) => page.getByRole('region', { name: 'Just sent' });

async function sendOne(page: Page, subject = 'Minutes', to = 'anna@example.org'): Promise<void> {
  await write(page, { to, subject, text: 'Hello Anna' });
  await page.keyboard.press('Control+Enter');
  await expect(strip(page)).toContainText(`Sending to ${to} `);
}

async function startWith(launch: (options: object) => Promise<App>, undoSeconds: number): Promise<Page> {
  const { page } = await launch({ settings: { undoSeconds } });
  await practise(page);
  return page;
}

test('a letter that was just sent comes back as it was, and nobody gets it', async ({ launch }) => {
  const page = await startWith(launch, 30);
  await page.keyboard.press('Control+Shift+B');
  await field(page, 'Bcc').fill('bo@example.org');
  await field(page, 'Bcc').press('Enter');
  await sendOne(page);
  await button(page, 'Undo').click();
  await expect(chips(page, 'To')).toContainText(['anna@example.org']);
  await expect(chips(page, 'Bcc')).toContainText(['bo@example.org']);
  await expect(field(page, 'Subject')).toHaveValue('Minutes');
  await expect(text(page)).toHaveText('Hello Anna');
  await expect(strip(page)).toHaveCount(0);
  await room(page, 'Practice').click();
  await expect(page.getByText('Letters sent from the practice account land here')).toBeVisible();
});

test('it can be undone from another room and after the page was loaded anew, by the key', async ({ launch }) => {
  const page = await startWith(launch, 30);
  await sendOne(page);
  await room(page, 'Sent').click();
  await expect(strip(page)).toBeVisible();
  await page.reload();
  await expect(strip(page)).toContainText('Sending to anna@example.org in');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'Subject')).toHaveValue('Minutes');
  await expect(strip(page)).toHaveCount(0);
});

test('the key takes back typing while one types, and not a letter', async ({ launch }) => {
  const page = await startWith(launch, 30);
  await sendOne(page);
  await page.keyboard.press('Control+n');
  await sheet(page).waitFor();
  await field(page, 'Subject').fill('Another');
  await field(page, 'Subject').press('Control+z');
  await expect(strip(page)).toContainText('anna@example.org');
  await expect(chips(page, 'To')).toHaveCount(0);
});

test('it leaves by itself when the time is over', async ({ launch }) => {
  const page = await startWith(launch, 5);
  await sendOne(page);
  await expect(strip(page)).toHaveCount(0);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toBeVisible();
});

test('it leaves at once when one says so', async ({ launch }) => {
  const page = await startWith(launch, 30);
  await sendOne(page);
  await strip(page).getByRole('button', { name: 'Send now' }).click();
  await expect(strip(page)).toHaveCount(0);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toBeVisible();
});

test('several are counted down beside each other, the newest first, and everybody can read them', async ({ launch }) => {
  const page = await startWith(launch, 30);
  for (const who of ['anna', 'bo', 'cy', 'dan']) {
    await sendOne(page, `To ${who}`, `${who}@example.org`);
    await expect(page.getByText(new RegExp(`Sending to ${who}@example.org in \\d+ seconds. Ctrl Z takes it back.`))).toBeAttached();
    await page.keyboard.press('Control+n');
    await sheet(page).waitFor();
  }
  await expect(strip(page).getByRole('listitem')).toHaveCount(3);
  await expect(strip(page).getByRole('listitem').first()).toContainText('dan@example.org');
  expect(await barriers(page)).toEqual([]);
  await strip(page).getByRole('button', { name: '1 more in the Outbox' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(4);
});

test('without an undo time a letter leaves at once', async ({ launch }) => {
  const page = await startWith(launch, 0);
  await write(page, { to: 'anna@example.org', subject: 'Minutes', text: 'Hello to you all' });
  await page.keyboard.press('Control+Enter');
  await room(page, 'Practice').click();
  await expect(listed(page, 'Minutes')).toBeVisible();
});

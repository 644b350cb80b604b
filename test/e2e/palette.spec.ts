// The palette of everything that can be done, and the keys: found by name, run by Enter, right for a screen reader.
import type { Page } from '@playwright/test';
import { letterFormats } from '../../renderer/features/compose/letter-formats';
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, field, practise, room, rows, saved, sheet, text, write } from './letters';

const palette = (page: Page) => page.getByRole('dialog', { name: 'What do you want to do?' });
const search = (page: Page) => palette(page).getByRole('combobox');
const current = (page: Page) => palette(page).getByRole('option', { selected: true });

/** Opens the palette, types and presses Enter. */
async function runByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await search(page).fill(name);
  await expect(current(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
}

test('everything is found by its name and run from the keyboard, and what was used lately comes first', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  await page.keyboard.press('Control+k');
  await expect(search(page)).toBeFocused();
  await search(page).fill('sent');
  await expect(current(page)).toContainText('Sent');
  await expect(current(page)).toContainText('Ctrl 3');
  expect(await search(page).getAttribute('aria-activedescendant')).toBe(await current(page).getAttribute('id'));
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(room(page, 'Sent')).toHaveAttribute('aria-current', 'page');

  await runByName(page, 'look dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await runByName(page, 'svenska');
  await expect(room(page, 'Utkorg')).toBeVisible();
  await page.keyboard.press('Control+k');
  const swedish = page.getByRole('dialog', { name: 'Vad vill du göra?' });
  await expect(swedish.getByRole('group', { name: 'Nyligen använt' }).getByRole('option')).toHaveText([/^Skickat/]);
  await swedish.getByRole('combobox').fill('installningar');
  await expect(swedish.getByRole('option', { selected: true })).toContainText('Inställningar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Inställningar' })).toBeVisible();
  await first.quit();

  const { page: next } = await launch({ profile: first.profile });
  await expect(next.getByText('Inga utkast.')).toBeVisible(); // before it is there, nobody hears a key
  await next.keyboard.press('Control+Shift+p');
  await expect(next.getByRole('group', { name: 'Nyligen använt' }).getByRole('option')).toHaveText([/^Inställningar/, /^Skickat/]);
  await next.keyboard.press('Escape');
  await expect(next.getByRole('dialog')).toHaveCount(0);
});

test('the open letter’s own actions are there, and the keyboard goes back to the text', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'bo@example.test', subject: 'By name', text: 'Hello' });
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' there');
  await expect(text(page)).toHaveText('Hello there');
  await runByName(page, 'add bcc');
  await expect(field(page, 'Bcc')).toBeFocused();
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+p');
  await search(page).fill('bold');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('strong')).toHaveText('Hello there');
  await page.keyboard.press('End'); // with text chosen the key makes a link
  await saved(page);
  await runByName(page, 'send the message');
  await expect(sheet(page)).toHaveCount(0);
  await runByName(page, 'outbox');
  await expect(room(page, 'Outbox')).toHaveAttribute('aria-current', 'page');
});

test('a message of the outbox is dealt with by name', async ({ launch }) => {
  const { page } = await launch({ settings: { undoSeconds: 30 } });
  await practise(page);
  await write(page, { to: 'bo@example.test', subject: 'Not yet', text: 'Hello to you all' });
  await button(page, 'Send').click();
  await page.getByRole('heading', { name: 'Not yet' }).waitFor();
  await runByName(page, 'keep');
  await expect(page.getByText('Kept until you send it.', { exact: true })).toBeVisible();
  await page.getByRole('listbox', { name: 'Outbox' }).focus();
  await page.keyboard.press('x');
  await runByName(page, 'edit');
  await expect(field(page, 'Subject')).toHaveValue('Not yet');
  await expect(rows(page)).toHaveCount(1);
});

test('with text chosen Ctrl+K makes a link, without it is the palette, and each key formats as its name does', async ({
  app: { page },
}) => {
  await practise(page);
  await write(page, { text: 'word' });
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('example.org');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org');

  const keyOf = ({ key, ...more }: (typeof letterFormats)[number]['key']): string =>
    [
      ...('hasControl' in more ? ['Control'] : []),
      ...('hasAlt' in more ? ['Alt'] : []),
      ...('hasShift' in more ? ['Shift'] : []),
      key.length > 1 ? 'Enter' : 'hasShift' in more && !/\d/.test(key) ? key.toUpperCase() : key,
    ].join('+');
  const makes: Readonly<Record<string, string>> = {
    bold: 'strong',
    italic: 'em',
    underline: 'u',
    strike: 's',
    code: 'code',
    heading1: 'h1',
    heading2: 'h2',
    heading3: 'h3',
    bullets: 'ul > li',
    numbers: 'ol > li',
    quote: 'blockquote',
  };
  for (const { id, key } of letterFormats) {
    const tag = makes[id];
    if (tag === undefined) continue;
    await text(page).fill('word');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press(keyOf(key));
    await expect(text(page).locator(tag), id).toHaveCount(1);
    await page.keyboard.press(keyOf(key));
    await expect(text(page).locator(tag), id).toHaveCount(0);
  }
});

test('the list of keys has the keys of the letter and of its text', async ({ app: { page } }) => {
  await practise(page);
  await page.keyboard.press('F1');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const [what, key] of [
    ['Everything you can do', 'Ctrl K'],
    ['Link, where text is chosen', 'Ctrl K'],
    ['Quote', 'Ctrl Shift 9'],
    ['Send the message', 'Ctrl Enter'],
    ['Outbox', 'Ctrl 2'],
  ] as const)
    await expect(
      keys
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${what}$`) })
        .locator('..'),
    ).toContainText(key);
  expect(await barriers(page)).toEqual([]);
});

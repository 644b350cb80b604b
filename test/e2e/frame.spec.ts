// The frame around every room: keys, language, look, a narrow window, and whether everybody can use it.
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { check, introduce } from './wizard';

const tryIt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
};
const room = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });
const setSize = (page: Page, width: number, height: number): Promise<void> => page.setViewportSize({ width, height });

test('every room is reached by its key, and Esc leads back', async ({ app: { page } }) => {
  await tryIt(page);
  for (const [key, name] of [
    ['2', 'Outbox'],
    ['3', 'Sent'],
    ['4', 'Practice'],
    ['5', 'Accounts'],
    [',', 'Settings'],
    ['1', 'Drafts'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await expect(room(page, name)).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await page.keyboard.press('Control+,');
  await page.keyboard.press('Escape');
  await expect(room(page, 'Drafts')).toHaveAttribute('aria-current', 'page');
});

test('the list of keys opens by its key and closes by Esc', async ({ app: { page } }) => {
  await tryIt(page);
  await page.keyboard.press('Control+2');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Ctrl N')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(room(page, 'Outbox')).toHaveAttribute('aria-current', 'page');
});

test('single-letter keys can be turned off', async ({ app: { page } }) => {
  await tryIt(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('checkbox', { name: /Single-letter keys/ }).uncheck();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('?');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByText('j k')).toHaveCount(0);
});

test('language and look change at once and are still there after a restart', async ({ launch }) => {
  const first = await launch();
  await tryIt(first.page);
  await first.page.keyboard.press('Control+,');
  await first.page.getByRole('radio', { name: 'Svenska' }).check();
  await first.page.getByRole('radio', { name: 'Mörkt' }).check();
  await expect(room(first.page, 'Utkorg')).toBeVisible();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'sv');
  await first.quit();
  const { page } = await launch({ profile: first.profile });
  await expect(room(page, 'Utkorg')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the first start speaks the language it was asked for', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang', 'da'] });
  await expect(page.getByLabel('Din mailadresse')).toBeVisible();
});

test('in a narrow window the rooms are icons with names, and list and thing share a column', async ({ app: { page } }) => {
  await tryIt(page);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Kept'); // an empty letter would be gone when it is left
  await setSize(page, 1024, 720);
  await expect(room(page, 'Sent')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Drafts' })).toBeHidden();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('listbox', { name: 'Drafts' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeHidden();
});

test('when the engine ends, the page says so, nothing typed is lost, and it goes on', async ({ app }) => {
  const { page } = app;
  await tryIt(page);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Till årsmötet');
  const engine = await app.enginePid();
  process.kill(engine, 'SIGKILL');
  await app.enginePid(engine);
  await expect(page.getByText('The mail engine stopped and is starting again.')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Till årsmötet');
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('option', { name: /Till årsmötet/ })).toBeVisible();
});

for (const look of ['light', 'dark'] as const) {
  test(`nothing stands in anybody's way (${look})`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: look });
    await introduce(page, 'anna@gmail.com', 'Anna');
    await page.getByRole('button', { name: 'Change the address' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Your mail address').fill('anna@nowhere.invalid');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Password', { exact: true }).fill('x');
    await check(page);
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await tryIt(page);
    for (const key of ['1', '2', '3', '4', '5', ',']) {
      await page.keyboard.press(`Control+${key}`);
      await page.getByRole('heading', { level: 1 }).waitFor(); // a room may still have to be read
      expect(await barriers(page)).toEqual([]);
    }
    await page.keyboard.press('Control+5');
    await page.getByRole('option').click();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
}

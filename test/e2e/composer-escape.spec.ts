// Whatever opens over a letter closes with Esc, and the keyboard is where it was: in the letter, or on the button that was pressed.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { attach, button, chips, field, files, practise, saved, sheet, text, write } from './letters';

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
const menuItem = (page: Page): Locator => page.getByRole('menuitem').first();

type Opened = { readonly what: string; readonly opened: (page: Page) => Locator };
/** By a key, while one writes. */
const byKey: readonly (Opened & { readonly key: string })[] = [
  { what: 'what to look at', key: 'Control+Shift+l', opened: (page) => dialog(page, 'Before it goes') },
  { what: 'finding words', key: 'Control+f', opened: (page) => page.getByRole('search', { name: 'Find in the letter' }) },
  { what: 'options', key: 'Control+Shift+e', opened: (page) => dialog(page, 'Options for this letter') },
  { what: 'earlier versions', key: 'Control+Shift+h', opened: (page) => dialog(page, 'Earlier versions') },
  { what: 'templates', key: 'Control+Shift+d', opened: (page) => dialog(page, 'Templates and snippets') },
  {
    what: 'the recipient’s view',
    key: 'Control+Shift+y',
    opened: (page) => page.getByRole('complementary', { name: 'As the recipient sees it' }),
  },
  { what: 'the times to send at', key: 'Control+Shift+Enter', opened: menuItem },
  { what: 'the palette', key: 'Control+k', opened: (page) => dialog(page, 'What do you want to do?') },
  { what: 'the keys', key: 'F1', opened: (page) => dialog(page, 'Keys') },
];
/** By a control of the sheet, with the keyboard. */
const byControl: readonly (Opened & { readonly control: (page: Page) => Locator })[] = [
  { what: 'more formatting', control: (page) => button(page, 'More formatting'), opened: (page) => dialog(page, 'More formatting') },
  { what: 'a link', control: (page) => button(page, 'Link').last(), opened: (page) => dialog(page, 'Link') },
  { what: 'what to look at', control: (page) => button(page, /to look at/), opened: (page) => dialog(page, 'Before it goes') },
  { what: 'the letter’s menu', control: (page) => button(page, 'More for this letter'), opened: menuItem },
  { what: 'the times to send at', control: (page) => button(page, 'Send later'), opened: menuItem },
  { what: 'an attachment', control: (page) => page.locator('[data-attachment="0"]'), opened: (page) => button(page, 'Rename') },
  { what: 'a recipient', control: (page) => chips(page, 'To').first(), opened: (page) => dialog(page, 'About bo@gmial.com') },
];

test('Esc closes what opened over the letter and gives the keyboard back', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'bo@gmial.com', subject: 'Plan', text: 'Dear Bo, [name]' });
  await attach(page, await files({ 'plan.txt': 'a plan' }));
  await saved(page);
  for (const { what, key, opened } of byKey) {
    await test.step(`${what}, by its key`, async () => {
      await text(page).focus();
      await page.keyboard.press(key);
      await opened(page).waitFor();
      await page.keyboard.press('Escape');
      await expect.soft(opened(page), what).toBeHidden();
      await expect.soft(text(page), what).toBeFocused();
      await expect(sheet(page)).toBeVisible();
    });
  }
  for (const { what, control, opened } of byControl) {
    await test.step(`${what}, by its control`, async () => {
      await control(page).focus();
      await page.keyboard.press('Space');
      await opened(page).waitFor();
      await page.keyboard.press('Escape');
      await expect.soft(opened(page), what).toBeHidden();
      await expect.soft(control(page), what).toBeFocused();
      await expect(sheet(page)).toBeVisible();
    });
  }
  await test.step('people that are offered', async () => {
    await field(page, 'To').pressSequentially('b');
    await page.keyboard.press('Escape');
    await expect(field(page, 'To')).toBeFocused();
    await field(page, 'To').fill('');
  });
  await test.step('the time to send at', async () => {
    await text(page).focus();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('menuitem', { name: 'Choose a time…' }).press('Enter');
    await dialog(page, 'Send later').waitFor();
    await page.keyboard.press('Escape');
    await expect(dialog(page, 'Send later')).toBeHidden();
    await expect(sheet(page).locator(':focus')).toHaveCount(1);
  });
});

test('the arrow keys go through more formatting, and what is chosen is done where one writes', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'stop' });
  await text(page).selectText();
  await button(page, 'More formatting').click();
  const choices = dialog(page, 'More formatting');
  await expect(choices.getByRole('button', { name: 'Text', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(choices.getByRole('button', { name: 'Heading 1' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(choices.getByRole('button', { name: 'Code', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(choices.getByRole('button', { name: 'Words: Red' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(choices).toBeHidden();
  await expect(text(page).locator('[data-ink="red"]')).toHaveText('stop');
  await expect(text(page)).toBeFocused();
});

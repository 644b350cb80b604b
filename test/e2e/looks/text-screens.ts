// What opens over a letter: menus, toolbars and pickers.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { expect } from '../app';
import { paste } from '../letters';
import { deskOf } from './writing';

export async function* textScreens(page: Page, strings: Strings): AsyncGenerator<string> {
  const { compose, letterText, sendLater, palette, frame, accounts, spelling } = strings;
  const { sheet, text, button, add } = deskOf(page, strings);
  await button(accounts.tryWithout).click();
  await sheet.waitFor();
  await add(compose.to, 'anna@example.org');
  await text.click();
  await page.keyboard.type('Figures of the year:');
  await page.keyboard.press('Enter');

  await button(letterText.more).click();
  await page.getByRole('textbox', { name: letterText.emojiSearch }).waitFor();
  await page.getByRole('group', { name: letterText.emoji }).getByRole('button').first().waitFor();
  yield 'more-formatting';
  await button(letterText.table).click();
  for (const words of ['Name', 'Amount', 'Paid']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('toolbar', { name: letterText.tableTools, exact: true }).waitFor();
  yield 'table';
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('words');
  await page.keyboard.press('Shift+Home');
  await page.getByRole('toolbar', { name: compose.toolbar }).nth(1).waitFor();
  yield 'selection-toolbar';
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: compose.linkAddress }).waitFor();
  yield 'link';
  await page.keyboard.press('Escape');
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Dear Anna, I will recieve the lettr on Tuesday. ');
  await expect(text.locator('.misspelt')).toHaveText(['recieve', 'lettr']);
  await page.keyboard.press('Control+.');
  await page.getByRole('menu', { name: spelling.title }).getByRole('menuitem', { name: 'receive' }).waitFor();
  yield 'spelling-menu';
  await page.keyboard.press('Escape');
  await text.click();
  await paste(text, { text: 'A long line of words that somebody pasted. '.repeat(6000) });
  await button(letterText.largeLeave).waitFor();
  yield 'large-paste';
  await button(letterText.largeLeave).click();

  await button(compose.moreActions).click();
  await page.getByRole('menuitem').first().waitFor();
  yield 'letter-menu';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('menuitem', { name: sendLater.choose }).waitFor();
  yield 'send-later-menu';
  await page.getByRole('menuitem', { name: sendLater.choose }).click();
  await page.getByRole('dialog', { name: sendLater.title }).waitFor();
  yield 'send-later';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: palette.title }).getByRole('option').first().waitFor();
  yield 'palette';
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: frame.keysTitle }).waitFor();
  yield 'keys';
}

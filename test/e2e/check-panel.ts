// The panel of what there is to look at before a letter goes.
import { expect, type Page } from '@playwright/test';
import { button, practise, write } from './letters';

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Before it goes' });
export const finding = (page: Page, words: string | RegExp) => panel(page).getByRole('listitem').filter({ hasText: words });
export const look = async (page: Page) => {
  await page.keyboard.press('Control+Shift+L');
  await panel(page).waitFor();
  await expect.poll(() => panel(page).evaluate((box) => box.contains(document.activeElement))).toBe(true);
};

/** A letter in which there is nothing to look at. */
export async function begin(page: Page): Promise<void> {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The roof', text: 'Dear Anna,' });
  await expect(button(page, /things? to look at/)).toHaveCount(0);
}

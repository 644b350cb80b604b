// What stands beside a letter while it is written: spelling, the look over it, how it will be seen, and everything that can be done.
import type { Page } from '@playwright/test';
import { stringsFor } from '../../renderer/strings/languages';
import { type DemoLanguage, letters } from './letters';
import { picture } from './pictures';

/** In the letter that is open and has its picture. It is left as it was, but for a sentence more. */
export function whileWriting(page: Page, language: DemoLanguage) {
  const { compose, letterView, palette, spelling } = stringsFor(language);
  const letter = letters[language];
  const text = page.getByRole('region', { name: compose.sheet }).getByRole('textbox', { name: compose.message, exact: true });
  return {
    async spelling() {
      await text.getByText(letter.text[1] ?? '').click();
      await page.keyboard.press('End');
      await page.keyboard.type(` ${letter.slip.sentence}`);
      await text.locator('.misspelt').getByText(letter.slip.word).waitFor();
      await page.keyboard.press('Control+.');
      const meant = page.getByRole('menu', { name: spelling.title }).getByRole('menuitem', { name: letter.slip.meant, exact: true });
      await meant.waitFor();
      await picture(page, language, 'composer-spelling');
      await meant.click();
      await text.getByText(letter.slip.meant).waitFor();
    },
    async checks() {
      await page.keyboard.press('Control+Shift+L');
      const panel = page.getByRole('dialog', { name: compose.checksTitle });
      await panel.waitFor();
      await picture(page, language, 'composer-checks');
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
    },
    async preview() {
      await page.keyboard.press('Control+Shift+Y');
      const pane = page.getByRole('complementary', { name: letterView.title });
      await pane.locator('iframe').waitFor();
      await pane.getByRole('tab', { name: letterView.way.phone, exact: true }).click();
      await pane.frameLocator('iframe').locator('img').first().waitFor();
      await picture(page, language, 'composer-preview');
      await page.keyboard.press('Escape');
      await pane.waitFor({ state: 'hidden' });
    },
    async palette() {
      await page.keyboard.press('Control+Shift+P');
      const dialog = page.getByRole('dialog', { name: palette.title });
      await dialog.getByRole('option').first().waitFor();
      await picture(page, language, 'palette');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}

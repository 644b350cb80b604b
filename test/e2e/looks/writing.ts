// What the tours do in an open letter, in any language.
import type { Locator, Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';

export function deskOf(page: Page, words: Strings) {
  const { compose } = words;
  const sheet = page.getByRole('region', { name: compose.sheet, exact: true });
  const text = sheet.getByRole('textbox', { name: compose.message, exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const recipients = (name: string): Locator => sheet.getByRole('combobox', { name, exact: true });
  return {
    page,
    words,
    sheet,
    text,
    button,
    subject: sheet.getByRole('textbox', { name: compose.subject, exact: true }),
    saved: () => sheet.getByText(compose.saved, { exact: true }).waitFor(),
    /** Adds recipients to a field that is there. */
    async add(name: string, addresses: string): Promise<void> {
      await recipients(name).fill(addresses);
      await recipients(name).press('Enter');
    },
    recipients,
    /** Answers the system's file picker. */
    async choose(name: string, paths: readonly string[]): Promise<void> {
      const chooser = page.waitForEvent('filechooser');
      await button(name).click();
      await (await chooser).setFiles([...paths]);
    },
  };
}

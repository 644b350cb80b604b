// A letter in a window of its own, and the main window meanwhile.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import type { App } from '../app';
import { files } from '../letters';
import type { Screen } from './looking';
import { deskOf } from './writing';

export async function* windowScreens(page: Page, words: Strings, { electron }: App): AsyncGenerator<Screen> {
  const { compose, accounts, letterView } = words;
  const main = deskOf(page, words);
  await main.button(accounts.tryWithout).click();
  await main.sheet.waitFor();
  await main.add(compose.to, 'Anna Andersson <anna.a@example.org>, Margareta von Rosenstråle-Hammarskiöld <margareta@example.org>');
  await main.subject.fill('Minutes of the extraordinary meeting, and what the members of the board decided on the roof');
  await main.text.click();
  await page.keyboard.type('Dear both, the minutes are with it.');
  const [minutes = ''] = await files({ 'Protokoll från föreningens extra årsmöte, slutlig version.txt': 'minutes' });
  await main.choose(compose.attach, [minutes]);
  await page.locator('[data-attachment="0"]').waitFor();
  await main.saved();

  const opening = electron.waitForEvent('window');
  await page.keyboard.press('Control+Shift+O');
  const own = await opening;
  await own.setViewportSize({ width: 1360, height: 860 });
  await own.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const window = deskOf(own, words);
  await window.sheet.waitFor();
  await window.text.click();
  yield { name: 'letter-window', page: own };
  await own.keyboard.press('Control+Shift+L');
  await own.getByRole('dialog', { name: compose.checksTitle }).waitFor();
  yield { name: 'letter-window-checks', page: own };
  const leftOpen = own.getByRole('dialog', { name: compose.checksTitle }).getByRole('button').first();
  if (await leftOpen.isVisible()) await leftOpen.press('Escape');
  await window.text.click();
  await own.keyboard.press('Control+Shift+Y');
  await own.getByRole('complementary', { name: letterView.title }).locator('iframe').waitFor();
  yield { name: 'letter-window-preview', page: own };
  yield 'letter-elsewhere';
}

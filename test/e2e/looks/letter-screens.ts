// A letter from empty to full, and its parts in the states they can be in.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { expect } from '../app';
import { files, paste } from '../letters';
import { deskOf } from './writing';

const longName = 'Protokoll från föreningens extra årsmöte med bilagor och reservationer, slutlig version.txt';

export async function* letterScreens(page: Page, words: Strings): AsyncGenerator<string> {
  const { compose, letterText, letterView, attachments, letterOptions, drafts } = words;
  const { sheet, text, subject, button, add, choose, saved } = deskOf(page, words);
  await button(words.accounts.tryWithout).click();
  await sheet.waitFor();
  yield 'letter-empty';
  await page.keyboard.press('Control+Enter');
  await sheet
    .getByText(words.failures['no-recipient'].says({ code: 'no-recipient' }))
    .first()
    .waitFor();
  yield 'letter-nobody-to-send-to';

  await page.keyboard.press('Control+Shift+C');
  await page.keyboard.press('Control+Shift+B');
  await add(
    compose.to,
    'Anna Andersson <anna.a@example.org>, bo@gmial.com, nobody-at-home, Margareta von Rosenstråle-Hammarskiöld <margareta@example.org>',
  );
  await add(compose.cc, 'cia@example.org');
  await add(compose.bcc, 'dan@example.org');
  await subject.fill('Minutes of the extraordinary meeting, and what the members of the board decided on the roof');
  await text.click();
  await page.keyboard.type('Dear Anna,');
  await page.keyboard.press('Enter');
  await page.keyboard.type('here is the plan [name] that I promised, it is attached: ');
  await paste(text, { isPicture: true });
  await text.getByRole('img').waitFor();
  const [plan = '', roof = ''] = await files({ [longName]: 'a plan', 'setup.exe': 'MZ' });
  await choose(compose.attach, [plan, roof]);
  await page.locator('[data-attachment="1"]').waitFor();
  await saved();
  yield 'letter-full';

  await page.locator('[data-attachment="0"]').click();
  await expect(button(attachments.rename)).toBeFocused();
  yield 'attachment-details';
  await button(attachments.rename).focus(); // in a low window the card is out of sight for a while
  await page.keyboard.press('Escape');
  const chip = page
    .getByRole('list', { name: compose.recipientsIn(compose.to) })
    .getByRole('button')
    .first();
  await chip.focus();
  await page.keyboard.press('Space');
  await page.getByRole('dialog', { name: words.people.about('Anna Andersson') }).waitFor();
  yield 'recipient-card';
  await page.keyboard.press('Escape');

  await text.getByRole('img').click();
  await page.getByRole('textbox', { name: attachments.describe }).waitFor();
  yield 'picture-bar';
  await page.keyboard.press('Escape');
  await text.click();
  await page.keyboard.press('Control+Shift+L');
  await page.getByRole('dialog', { name: compose.checksTitle }).waitFor();
  yield 'checks'; // it makes way for what Tab leads to beneath it
  const leftOpen = page.getByRole('dialog', { name: compose.checksTitle }).getByRole('button').first();
  if (await leftOpen.isVisible()) await leftOpen.press('Escape');
  await text.click();

  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: letterText.find }).fill('the');
  await page.getByText(letterText.found('1', '1')).waitFor();
  yield 'find';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+E');
  const options = page.getByRole('dialog', { name: letterOptions.title });
  await options.getByRole('button', { name: letterOptions.addHeader }).click();
  await options.getByRole('checkbox').first().check();
  yield 'options';
  await page.keyboard.press('Escape');
  await options.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('dialog', { name: drafts.versions.title }).waitFor();
  yield 'versions';
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+Y');
  await page.getByRole('complementary', { name: letterView.title }).locator('iframe').waitFor();
  yield 'preview';
  for (const way of ['phone', 'plainText', 'headers', 'all'] as const) {
    await page.getByRole('tab', { name: letterView.way[way], exact: true }).click();
    yield `preview-${way}`;
  }
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.keyboard.press('Control+Shift+M');
  await page.getByText(letterText.plainAnyway).waitFor();
  yield 'plain-question';
  await button(letterText.plainAnyway).click();
  await button(letterText.makeRich).waitFor();
  yield 'letter-plain';
}

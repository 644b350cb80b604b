// What a control says of itself when the mouse rests on it: at each edge of the window, where there is little room for it.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import type { Screen } from './looking';
import { deskOf } from './writing';

export async function* tooltipScreens(page: Page, words: Strings): AsyncGenerator<Screen> {
  const { compose, accounts, frame, letterText, sendLater, palette } = words;
  const { sheet, text, button, add } = deskOf(page, words);
  await button(accounts.tryWithout).click();
  await sheet.waitFor();
  await add(compose.to, 'anna@example.org');
  await text.click();
  await page.keyboard.type('Dear Anna,');
  const room = (name: keyof typeof frame.rooms) =>
    page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${frame.rooms[name]}`) });
  for (const [name, rests] of [
    ['room', room('help')],
    ['more-formatting', button(letterText.more)],
    ['send-later', button(sendLater.title)],
    ['more-actions', button(compose.moreActions)],
    ['palette', button(palette.button)],
  ] as const)
    yield { name: `tooltip-${name}`, rests };
}

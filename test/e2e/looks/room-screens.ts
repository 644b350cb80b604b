// Every room: empty, with a list, with a thing of it open.
import type { Page } from '@playwright/test';
import type { Strings } from '../../../renderer/strings/en';
import { expect } from '../app';
import { files } from '../letters';
import { deskOf } from './writing';

export async function* roomScreens(page: Page, words: Strings): AsyncGenerator<string> {
  const { compose, frame, sent, people, accounts } = words;
  const { sheet, text, subject, button, add, choose, saved } = deskOf(page, words);
  const room = (name: keyof typeof frame.rooms) =>
    page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${frame.rooms[name]}`) });
  const rows = page.getByRole('listbox').getByRole('option');
  await button(accounts.tryWithout).click();
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(compose.draftsEmpty).waitFor();
  yield 'drafts-empty';
  for (const [name, empty] of [
    ['outbox', words.outbox.empty],
    ['sent', sent.empty],
    ['practice', sent.practiceEmpty],
    ['people', people.empty],
  ] as const) {
    await room(name).click();
    await page.getByText(empty).waitFor();
    yield `${name}-empty`;
  }

  await page.keyboard.press('Control+n');
  await add(compose.to, 'Anna Andersson <anna.a@example.org>, bo@example.org');
  await subject.fill('Extraordinary meeting of the members about the roof of the boathouse and everything that belongs to it');
  await text.click();
  await page.keyboard.type('Dear both, the minutes are with it.');
  const [plan = ''] = await files({ 'minutes.txt': 'a plan' });
  await choose(compose.attach, [plan]);
  await page.locator('[data-attachment="0"]').waitFor();
  await saved();
  await button(compose.send).click();
  await page.getByRole('article', { name: frame.rooms.outbox }).getByRole('button', { name: words.outbox.seePractice }).waitFor();
  yield 'outbox-sent';
  await room('sent').click();
  await rows.first().click();
  await page.locator('iframe').waitFor();
  yield 'sent-message';
  await room('practice').click();
  await rows.first().click();
  await page.locator('iframe').waitFor();
  yield 'practice-message';
  for (const way of ['plainText', 'headers', 'source'] as const) {
    await page.getByRole('tab', { name: sent[way], exact: true }).click();
    yield `practice-${way}`;
  }

  await room('people').click();
  await rows.first().click();
  await button(people.write).waitFor();
  yield 'person';
  await button(people.addGroup).click();
  await page.getByLabel(people.groupName).fill('The board of the association');
  await button(people.save).click();
  await page.getByText(people.members).waitFor();
  yield 'group';
  await button(people.add).click();
  yield 'person-new';
  await button(people.bringIn).click();
  await button(people.import.choose).waitFor();
  yield 'people-bring-in';

  for (const name of ['First', 'Second', 'A third one with a long subject that goes on and on until the end of the line and further']) {
    await page.keyboard.press('Control+n');
    await expect(subject).toHaveValue(''); // the new letter's, and no longer the last one's
    await subject.fill(name);
    await saved();
  }
  await room('drafts').click();
  await page.keyboard.press('Escape');
  await rows.first().click({ modifiers: ['Control'] });
  await page.getByText(words.outbox.choosing.count('1', true)).first().waitFor();
  yield 'drafts-chosen';
  await room('accounts').click();
  yield 'accounts';
  await rows.first().click();
  await button(accounts.testAgain).waitFor();
  yield 'account';
  await button(accounts.remove).click();
  yield 'account-remove';
  await page.keyboard.press('Escape');
  await button(accounts.add).click();
  yield 'account-new';
  await room('settings').click();
  yield 'settings';
  const ownWord = page.getByRole('textbox', { name: words.spelling.ownWord, exact: true });
  for (const word of ['Brevduva', 'bostadsrättsföreningens', 'andelsboligforeningsbestyrelsesmedlemmerne']) {
    await ownWord.fill(word);
    await ownWord.press('Enter');
    await button(words.spelling.remove(word)).waitFor();
  }
  await ownWord.fill('two words');
  await ownWord.press('Enter');
  await page.getByText(words.spelling.ownWrong).waitFor();
  await page.getByRole('heading', { name: words.spelling.title }).evaluate((heading) => heading.scrollIntoView());
  yield 'settings-spelling';
  await room('help').click();
  await rows.first().waitFor();
  yield 'help';
  await rows.nth(2).click();
  yield 'help-entry';
}

// The main job, unattended: a practice account, a letter with a picture and a file, sent, opened as the recipient gets it.
// In English and in Swedish, each screen in the light and in the dark.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { stringsFor } from '../../renderer/strings/languages';
import { type App, expect, test } from '../e2e/app';
import { files } from '../e2e/letters';
import { freePorts } from '../support/ports';
import { type DemoLanguage, letters } from './letters';
import { picture } from './pictures';
import { proveCaught } from './proof';
import { whileWriting } from './while-writing';

/** A picture that lies in the project anyway. */
const photograph = path.resolve('build/icons/256x256.png');

for (const language of ['en', 'sv'] as const) {
  test(`sends and proves it (${language})`, async ({ launch }) => {
    const app = await launch({ args: ['--lang', language] });
    const demo = scenes(app, language);
    const writing = whileWriting(app.page, language);
    await test.step(`${language}: first start, an address is recognised`, demo.firstStart);
    await test.step(`${language}: practice account, empty composer`, demo.practice);
    await test.step(`${language}: the check of the account, going well`, demo.checkFine);
    await test.step(`${language}: the check of a server that is not there, with its remedy`, demo.checkFailing);
    await test.step(`${language}: write a letter with a file and a picture`, demo.write);
    await test.step(`${language}: a slip of the pen, and what was meant`, writing.spelling);
    await test.step(`${language}: what to look at before it goes`, writing.checks);
    await test.step(`${language}: the letter as it will be on a telephone`, writing.preview);
    await test.step(`${language}: everything that can be done, by name`, writing.palette);
    await test.step(`${language}: send it`, demo.send);
    await test.step(`${language}: open it as the recipient sees it`, demo.openPractice);
    await test.step(`${language}: open it in Sent`, demo.openSent);
    await test.step(`${language}: a letter that is refused, in the Outbox`, demo.refused);
    await test.step(`${language}: settings`, demo.settings);
    await app.quit();
    await test.step(`${language}: what was caught is byte for byte what was sent`, async () => {
      expect(proveCaught(app.profile, letters[language].subject)).toBeGreaterThan(1000);
    });
  });
}

function scenes({ page }: App, language: DemoLanguage) {
  const words = stringsFor(language);
  const letter = letters[language];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const room = (name: string) => page.getByRole('navigation').getByRole('button', { name });
  const sheet = page.getByRole('region', { name: words.compose.sheet });
  const field = (name: string) => sheet.getByRole(name === words.compose.to ? 'combobox' : 'textbox', { name, exact: true });
  const saved = () => sheet.getByText(words.compose.saved, { exact: true }).waitFor();
  const take = (name: string) => picture(page, language, name);

  const write = async (to: string, subject: string, text: readonly string[]): Promise<void> => {
    await field(words.compose.to).fill(to);
    await field(words.compose.to).press('Enter');
    await field(words.compose.subject).fill(subject);
    await field(words.compose.message).click();
    for (const [index, paragraph] of text.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(paragraph);
    }
  };

  return {
    async firstStart() {
      await page.getByLabel(words.accounts.address).fill('anna.berg@gmail.com');
      await page.getByLabel(words.accounts.name).fill('Anna Berg');
      await page.getByText(words.accounts.recognised('Gmail')).waitFor();
      await take('first-start');
    },
    async practice() {
      await button(words.accounts.tryWithout).click();
      await sheet.waitFor();
      await take('composer-empty');
    },
    async checkFine() {
      await room(words.frame.rooms.accounts).click();
      await page.getByRole('option').first().click();
      await button(words.accounts.testAgain).click();
      await page.getByText(words.accounts.allFine).waitFor();
      await take('check-fine');
    },
    async checkFailing() {
      const { closed } = await freePorts(['closed']);
      await button(words.accounts.add).click();
      await page.getByLabel(words.accounts.address).fill('anna.berg@brev.example');
      await page.getByLabel(words.accounts.name).fill('Anna Berg');
      await button(words.accounts.continue).click();
      const sending = page.getByRole('group', { name: words.accounts.sending });
      await sending.getByLabel(words.accounts.host).fill('localhost');
      await sending.getByLabel(words.accounts.port).fill(String(closed));
      await page.getByLabel(words.accounts.secretNames.password, { exact: true }).fill('only for practice');
      await button(words.accounts.check).click();
      await button(words.accounts.checkAgain).waitFor();
      await take('check-failing');
      await page.keyboard.press('Escape');
    },
    async write() {
      await button(words.frame.write).click();
      await write(letter.to, letter.subject, letter.text);
      const [plan = ''] = await files({ [letter.file]: letter.fileText });
      await choose(page, () => button(words.compose.attach).click(), plan);
      await choose(page, () => button(words.compose.picture).click(), photograph);
      await field(words.compose.message).getByRole('img').waitFor();
      await saved();
      await field(words.compose.subject).focus(); // the picture's own tools go
      await page.getByRole('toolbar', { name: words.attachments.picture }).waitFor({ state: 'hidden' });
      await take('composer-full');
    },
    async send() {
      await page.keyboard.press('Control+Enter');
      await page.getByText(words.outbox.event('accepted')).first().waitFor();
    },
    async openPractice() {
      await room(words.frame.rooms.practice).click();
      await page.getByRole('option', { name: letter.subject }).click();
      await page.frameLocator('iframe').locator('img').first().waitFor();
      await take('practice-message');
    },
    async openSent() {
      await room(words.frame.rooms.sent).click();
      await page.getByRole('option', { name: letter.subject }).waitFor();
      await take('sent-list');
      await page.getByRole('option', { name: letter.subject }).click();
      await page.frameLocator('iframe').locator('img').first().waitFor();
      await take('sent-message');
    },
    async refused() {
      await button(words.frame.write).click();
      await write(letter.refusedTo, letter.refusedSubject, letter.refusedText);
      await saved();
      await page.keyboard.press('Control+Enter');
      await room(words.frame.rooms.outbox).click();
      await page.getByRole('option', { name: letter.refusedSubject }).click();
      await page.getByText(words.outbox.states.failed).first().waitFor();
      // What the window's edges say is shown when the fingers rest.
      await page.getByText(words.frame.waitsForYou(1)).first().waitFor({ state: 'attached' });
      await take('outbox-failed');
    },
    async settings() {
      await room(words.frame.rooms.settings).click();
      await page.getByText(words.settings.promise).waitFor();
      await take('settings');
    },
  };
}

/** Answers the system's file picker. */
async function choose(page: Page, open: () => Promise<void>, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await open();
  await (await chooser).setFiles([file]);
}

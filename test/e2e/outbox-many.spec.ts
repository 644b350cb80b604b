// Several letters at once, other accounts, mended addresses, and the conversation that can be taken along. Against scripted servers.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { test as base, expect } from './app';
import { barriers } from './barriers';
import { button, listed, room, rows } from './letters';
import { addressOf, canary, type NewLetter, type OutboxServers, openDesk, startOutboxServers } from './outbox-states';

const test = base.extend<{ readonly servers: OutboxServers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  servers: async ({}, use) => {
    const servers = await startOutboxServers();
    await use(servers);
    await servers.stop();
  },
});

const tomorrow = (): NonNullable<NewLetter['when']> => ({ kind: 'at', at: Date.now() + 24 * 3_600_000, zone: 'Europe/Stockholm' });
const entry = (page: Page) => page.getByRole('article', { name: 'Outbox' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Outbox' });
const chosen = (page: Page) => page.getByRole('option', { selected: true });
const bar = (page: Page) => page.getByRole('toolbar', { name: 'What to do with the chosen messages' });

/** Sends these, waits until they stand so, and opens the outbox. */
async function outbox(page: Page, servers: OutboxServers, letters: readonly (NewLetter & { readonly state: string })[]): Promise<void> {
  const desk = await openDesk(page, servers);
  for (const letter of letters) await desk.send(letter);
  await desk.until(Object.fromEntries(letters.map(({ subject, state }) => [subject, state])));
  await desk.close();
  await room(page, 'Outbox').click();
  await page.mouse.move(0, 0); // no tooltip over the room
  await expect(rows(page)).toHaveCount(letters.length);
}
const planned = (...subjects: readonly string[]) =>
  subjects.map((subject) => ({ subject, to: ['bo@example.org'], when: tomorrow(), state: 'scheduled' }));

test('several letters are chosen by keys and by the mouse', async ({ app: { page }, servers }) => {
  await outbox(page, servers, planned('One', 'Two', 'Three', 'Four'));
  await list(page).focus();
  await page.keyboard.press('j'); // the newest is at the top: Four, Three
  await page.keyboard.press('x');
  await expect(chosen(page)).toContainText(['Three']);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(page)).toContainText(['Three', 'Two', 'One']);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('4 chosen')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);

  await listed(page, 'Four').hover();
  await listed(page, 'Four').locator('[data-check]').click();
  await listed(page, 'Two').click({ modifiers: ['Control'] });
  await expect(chosen(page)).toContainText(['Four', 'Two']);
  await expect(entry(page)).toHaveCount(0); // choosing opens nothing
  await listed(page, 'One').click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toContainText(['Four', 'Two', 'One']);
  await button(page, 'Choose none').click();
  await expect(chosen(page)).toHaveCount(0);
});

test('what can be done with the chosen ones is done with all of them', async ({ app: { page }, servers }) => {
  await outbox(page, servers, [...planned('One', 'Two'), { subject: 'Refused', to: ['nobody@example.org'], state: 'failed' }]);
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page).getByRole('button', { name: 'Keep' })).toBeEnabled();
  await page.keyboard.press('h');
  await expect(page.getByText('2 messages are kept until you send them.')).toBeVisible();
  await expect(rows(page)).toContainText(['Not sent', 'Kept until you send it', 'Kept until you send it']);
  await expect(bar(page).getByRole('button', { name: 'Keep' })).toBeDisabled();

  await bar(page).getByRole('button', { name: 'Send later' }).click();
  await page.getByRole('button', { name: /^Tomorrow morning/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText(/^3 messages leave tomorrow 0\d:00\.$/)).toBeVisible();
  await expect(listed(page, 'Refused')).toContainText(/Leaves tomorrow/);

  await page.keyboard.press('Delete');
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Make drafts of them' }).click();
  await expect(rows(page)).toHaveCount(3);
  expect(servers.smtp.received).toEqual([]);
});

test('a letter that waits is moved to another account, and one that may have left is not', async ({ app: { page }, servers }) => {
  await outbox(page, servers, [
    { account: 'away', subject: 'From the train', to: ['bo@example.org'], state: 'deferred' },
    { subject: 'It may have left', to: ['perhaps@example.org'], state: 'uncertain' },
  ]);
  await listed(page, 'It may have left').click();
  const move = entry(page).getByRole('button', { name: 'Move to another account' });
  await expect(move).toBeDisabled();
  await expect(move).toHaveAccessibleDescription(/may have left/);
  await listed(page, 'From the train').click();
  await move.click();
  await expect(page.getByRole('dialog')).toContainText('a new Message-ID');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('radio', { name: addressOf('fast') }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  const received = await servers.smtp.waitForMessages(2);
  expect(received.find(({ to }) => to.includes('bo@example.org'))?.from).toBe(addressOf('fast'));
  await expect(rows(page)).toHaveCount(1);
});

test('a refused address is mended in place, and only that one gets the letter', async ({ app: { page }, servers }) => {
  await outbox(page, servers, [{ subject: 'Minutes', to: ['bo@example.org', 'nobody@example.org'], state: 'partly' }]);
  await listed(page, 'Minutes').click();
  await button(page, 'Send to the refused ones again').click();
  const chip = page.getByRole('textbox', { name: 'Address in the place of nobody@example.org' });
  await expect(chip).toBeFocused();
  await chip.fill('bo@example.org');
  await expect(page.getByText('This address has it already.')).toBeVisible();
  await expect(button(page, 'Send to this one')).toBeDisabled();
  expect(await barriers(page)).toEqual([]);
  await chip.fill('somebody@example.org');
  await chip.press('Enter');
  const [, second] = await servers.smtp.waitForMessages(2);
  expect(second?.to).toEqual(['somebody@example.org']);
  await expect(
    entry(page)
      .getByText(/^Sent( to 2 of 2)?/)
      .first(),
  ).toBeVisible();
});

test('the conversation of each attempt can be read and saved, without addresses and never with a secret', async ({
  app,
  servers,
}, info) => {
  const { page } = app;
  await outbox(page, servers, [{ subject: 'A secret matter', to: ['later@example.org'], state: 'deferred' }]);
  await listed(page, 'A secret matter').click();
  await page.keyboard.press('r');
  await expect(entry(page).getByText(/^Tried 2 times\./)).toBeVisible();
  await page.getByText('The conversation with the server').click();
  const steps = page.getByRole('log', { name: 'The conversation with the server' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'Naming a recipient' }).first()).toContainText('Not now');
  await page.getByLabel('Attempt').selectOption('1');
  await expect(steps).toContainText('The server greets');
  await expect(steps.getByRole('listitem').filter({ hasText: 'Signing in' }).first()).toContainText('AUTH PLAIN (hidden)');
  expect(await barriers(page)).toEqual([]);

  const save = async (name: string): Promise<string> => {
    const file = info.outputPath(name);
    await app.saveTo(file);
    await button(page, 'Save as text').click();
    await expect(page.getByText(/was saved\.$/)).toBeVisible();
    // The notice of the file before may still be there.
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('');
    return readFile(file, 'utf8');
  };
  const without = await save('without.txt');
  expect(without).toContain('RCPT TO:<recipient-1@…>');
  expect(without).toContain('Attempt 2:');
  for (const left of ['later@example.org', addressOf('fast'), 'A secret matter']) expect(without).not.toContain(left);
  await page.getByLabel('Without addresses').uncheck();
  const whole = await save('whole.txt');
  expect(whole).toContain('RCPT TO:<later@example.org>');
  for (const secret of [canary, Buffer.from(canary).toString('base64'), Buffer.from(`\0anna@example.test\0${canary}`).toString('base64')])
    for (const text of [without, whole]) expect(text).not.toContain(secret);
});

test('the conversation is seen while the letter is being sent', async ({ app: { page }, servers }) => {
  await outbox(page, servers, [{ account: 'slow', subject: 'Plans', to: ['bo@example.org'], padding: 24_000_000, state: 'half' }]);
  await listed(page, 'Plans').click();
  await expect(entry(page).getByText(/^Sending: [\d.]+ MB of 33 MB\.$/)).toBeVisible();
  await expect(entry(page).getByRole('progressbar')).toBeVisible();
  await page.getByText('The conversation with the server').click();
  await expect(page.getByRole('log').getByText('354 go ahead')).toBeInViewport();
});

test('somebody who reads up in the conversation is not pulled away, and can follow along again', async ({ app: { page }, servers }) => {
  const [names, houses] = [
    ['hans', 'bo', 'gun', 'carl', 'eva', 'ivar', 'anna', 'julia', 'david', 'fia'],
    ['ek', 'holm', 'lund', 'dal'],
  ];
  const to = houses.flatMap((house) => names.map((name) => `${name}.${house}@example.org`));
  await outbox(page, servers, [{ account: 'slow', subject: 'To many', to, padding: 24_000_000, state: 'half' }]);
  await listed(page, 'To many').click();
  await page.getByText('The conversation with the server').click();
  const log = page.getByRole('log', { name: 'The conversation with the server' });
  await expect(log.getByText('354 go ahead')).toBeInViewport();
  await expect(button(page, 'Follow along')).toHaveCount(0);
  await log.press('Home');
  await expect(log.getByText('The server greets')).toBeInViewport();
  await expect(log.getByText('354 go ahead')).not.toBeInViewport();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Follow along').click();
  await expect(log.getByText('354 go ahead')).toBeInViewport();
  await expect(button(page, 'Follow along')).toHaveCount(0);
});

test('the conversation is copied without addresses, and with them if one wants', async ({ app: { page }, servers }) => {
  await outbox(page, servers, [{ subject: 'A secret matter', to: ['later@example.org'], state: 'deferred' }]);
  await listed(page, 'A secret matter').click();
  await page.getByText('The conversation with the server').click();
  const copy = async (): Promise<string> => {
    const copied = page.evaluate(nextCopied);
    await button(page, 'Copy').click();
    return copied;
  };
  const without = await copy();
  await expect(page.getByText('The conversation is on the clipboard.')).toBeVisible();
  expect(without).toContain('RCPT TO:<recipient-1@…>');
  for (const left of ['later@example.org', addressOf('fast'), 'A secret matter', canary]) expect(without).not.toContain(left);
  await page.getByLabel('Without addresses').uncheck();
  expect(await copy()).toContain('RCPT TO:<later@example.org>');
});

/** In the page: what it puts on the clipboard next. Not read from the system's: there is one of it, and tests run side by side. */
const nextCopied = (): Promise<string> =>
  new Promise((resolve) => {
    const onCopy = ({ clipboardData }: ClipboardEvent): void => {
      if (clipboardData === null) return;
      const put = clipboardData.setData.bind(clipboardData);
      clipboardData.setData = (type, text) => {
        put(type, text);
        resolve(text);
      };
    };
    window.addEventListener('copy', onCopy, { capture: true, once: true });
  });

test('of a very long outbox the oldest can be reached, and all are dealt with at once', async ({ app: { page }, servers }) => {
  const desk = await openDesk(page, servers);
  const letters = planned(...Array.from({ length: 640 }, (_, index) => `Letter ${index + 1}`));
  for (const letter of letters) await desk.send(letter);
  await desk.close();
  await room(page, 'Outbox').click();
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: /Letter 1\b/ })).toBeInViewport();
  await page.keyboard.press('x');
  await expect(page.getByText('1 chosen')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('h');
  await expect(page.getByRole('option', { name: /Letter 1\b/ })).toContainText('Kept until you send it');
  await page.keyboard.press('Control+a');
  await expect(page.getByText('640 chosen')).toBeVisible();
  await page.keyboard.press('Escape');

  // A range over rows that nobody has seen has them all in it, by keyboard and by mouse.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('639 chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  await room(page, 'Drafts').click();
  await room(page, 'Outbox').click(); // what was loaded is forgotten
  await listed(page, 'Letter 638').click();
  await list(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await page.getByRole('option', { name: /Letter 2\b/ }).click({ modifiers: ['Shift'] });
  await expect(page.getByText('637 chosen')).toBeVisible();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText('636 chosen')).toBeVisible();

  await page.keyboard.press('Control+a');
  await expect(page.getByText('640 chosen')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();
  expect(servers.smtp.received).toEqual([]);
});

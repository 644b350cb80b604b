// The practice mailbox: a letter as its recipient would see it.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './app';
import { barriers } from './barriers';
import { attach, button, field, files, letter, listed, paste, practise, room, rows, send, text, write } from './letters';

test('a letter with a file and a picture is opened as the recipient would see it', async ({ app }) => {
  const { page } = app;
  await practise(page);
  const [plan = ''] = await files({ 'The plan.txt': 'Tables, benches, choir.' });
  await attach(page, [plan]);
  await write(page, { to: 'Anna Berg <anna@example.org>', subject: 'The plan', text: 'Look at the roof: this is how it was last year. ' });
  await paste(text(page), { isPicture: true });
  await expect(text(page).getByRole('img')).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await field(page, 'Bcc').fill('secret@example.net');
  await send(page);
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
  await button(page, 'See it in the practice mailbox').click();
  await listed(page, 'The plan').click();

  await expect(page.getByRole('heading', { name: 'The plan' })).toBeVisible();
  await expect(letter(page).getByText('Look at the roof:')).toBeVisible();
  await expect(letter(page).locator('img')).toHaveJSProperty('naturalWidth', 24);
  const file = path.join(tmpdir(), `brevduva-saved-${process.pid}.txt`);
  await app.saveTo(file);
  await button(page, 'Save The plan.txt').click();
  await expect(page.getByText('“The plan.txt” was saved.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe('Tables, benches, choir.');

  await page.getByRole('tab', { name: 'Headers' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('secret@example.net')).toHaveCount(1); // in the envelope, in no header
  await expect(panel.getByText('Anna Berg <anna@example.org>')).toBeVisible();
  await page.getByRole('tab', { name: 'Headers' }).press('ArrowRight');
  await expect(panel.getByText('Content-Type: multipart/mixed')).toBeVisible();
  await expect(panel.getByText('secret@example.net')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Plain text' }).click();
  await expect(panel.getByText('Look at the roof:')).toBeVisible();
});

test('Send pressed twice sends one letter', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Once', text: 'Hello to you all' });
  await button(page, 'Send').dblclick();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
  await room(page, 'Practice').click();
  await expect(listed(page, 'Once')).toHaveCount(1);
  await room(page, 'Drafts').click();
  await expect(page.getByText('No drafts.')).toBeVisible();
});

test('a letter is sent once when the engine is killed in the midst of it', async ({ app }) => {
  const { page } = app;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'In the midst', text: 'Hello to you all' });
  const engine = await app.enginePid();
  await page.keyboard.press('Control+Enter');
  process.kill(engine, 'SIGKILL');
  await app.enginePid(engine);
  await expect(page.getByText(/^(Sent \d|May have been sent)/)).toBeVisible();
  await room(page, 'Practice').click();
  await expect(listed(page, 'In the midst')).toHaveCount(1);
});

test('what a letter would load from the internet is left out, and its links lead out of the program', async ({ app }) => {
  const { page } = app;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'A link' });
  await text(page).click();
  await paste(text(page), { html: '<p>See <a href="https://example.org/fair">our page</a></p>', text: 'x' });
  await send(page);
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
  await room(page, 'Practice').click();
  await listed(page, 'A link').click();
  await letter(page).getByRole('link', { name: 'our page' }).click();
  await expect.poll(() => app.openedLinks()).toEqual(['https://example.org/fair']);
  await letter(page).getByText('See').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Choose a message to see it as the recipient would.')).toBeVisible();
});

test('the mailbox can be emptied', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Gone soon', text: 'Hello to you all' });
  await send(page);
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
  await room(page, 'Practice').click();
  await expect(rows(page)).toHaveCount(1);
  await button(page, 'Empty the mailbox').click();
  await expect(page.getByText('Letters sent from the practice account land here, and nowhere else.')).toBeVisible();
});

for (const look of ['light', 'dark'] as const) {
  test(`an opened letter stands in nobody's way (${look})`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: look });
    await practise(page);
    const [plan = ''] = await files({ 'plan.txt': 'a plan' });
    await attach(page, [plan]);
    await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'Hello Anna' });
    await send(page);
    await expect(page.getByText(/^Sent \d/)).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await room(page, 'Practice').click();
    await listed(page, 'The plan').click();
    for (const way of ['Letter', 'Plain text', 'Headers', 'Source']) {
      await page.getByRole('tab', { name: way }).click();
      expect(await barriers(page)).toEqual([]);
    }
    await room(page, 'Sent').click();
    await listed(page, 'The plan').click();
    await expect(page.getByText('The server took it for everyone.')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

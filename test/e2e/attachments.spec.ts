// The files of a letter and the pictures in its text, as a person handles them.
import { createHash } from 'node:crypto';
import { readdir, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { drawing, heic, largeJpeg, photo, pictureBomb } from '../support/pictures';
import { expect, newProfile, test } from './app';
import { barriers } from './barriers';
import { attach, button, drop, field, files, letter, listed, practise, room, rows, saved, send, sheet, text, write } from './letters';

const cards = (page: Page) => page.getByRole('region', { name: 'Attachments' });
const card = (page: Page, name: string) => cards(page).locator('[data-attachment]').filter({ hasText: name });
const names = async (page: Page): Promise<string[]> =>
  (await cards(page).locator('[data-attachment]').allInnerTexts()).map((words) =>
    words
      .replace(/\n/g, '')
      .replace(/\d[\d.,]* ?k?M?B$/, '')
      .trim(),
  );
const picture = (page: Page) => text(page).getByRole('img');
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Picture' });

test('several files are put in order by the keyboard, named anew, looked into and taken away', async ({ app: { page } }) => {
  await practise(page);
  await attach(page, await files({ 'a.txt': 'Hello from a', 'b.csv': 'x,y', 'c.pdf': '%PDF-1.4' }));
  await expect.poll(() => names(page)).toEqual(['a.txt', 'b.csv', 'c.pdf']);
  await card(page, 'c.pdf').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => names(page)).toEqual(['a.txt', 'c.pdf', 'b.csv']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => names(page)).toEqual(['c.pdf', 'a.txt', 'b.csv']);
  await page.keyboard.press('F2');
  await expect(page.getByLabel('New name')).toBeFocused();
  await page.keyboard.type('Contract'); // the ending is not selected
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Contract.pdf', 'a.txt', 'b.csv']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('A look into a.txt')).toHaveText('Hello from a');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card(page, 'a.txt')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => names(page)).toEqual(['Contract.pdf', 'b.csv']);
});

test('the recipient gets the files in their order, under their new names', async ({ app: { page } }) => {
  await practise(page);
  await attach(page, await files({ 'one.txt': '1', 'two.txt': '2' }));
  await card(page, 'two.txt').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('F2');
  await expect(page.getByLabel('New name')).toBeFocused();
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Second.txt', 'one.txt']);
  await write(page, { to: 'anna@example.org', subject: 'Files', text: 'Here they are.' });
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'Files').click();
  await expect(page.getByText('Second.txt')).toBeVisible();
});

test('files are dragged to another place with the mouse, to and fro, and the recipient gets them so', async ({ app: { page } }) => {
  await practise(page);
  await attach(page, await files({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' }));
  await expect.poll(() => names(page)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  await card(page, 'c.txt').dragTo(card(page, 'a.txt'), { steps: 5 });
  await expect.poll(() => names(page)).toEqual(['c.txt', 'a.txt', 'b.txt']);
  await card(page, 'c.txt').dragTo(card(page, 'b.txt'), { steps: 5 });
  await expect.poll(() => names(page)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  await card(page, 'b.txt').dragTo(card(page, 'c.txt'), { steps: 5 });
  await expect.poll(() => names(page)).toEqual(['a.txt', 'c.txt', 'b.txt']);
  await write(page, { to: 'anna@example.org', subject: 'In order', text: 'Here they are.' });
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'In order').click();
  await expect(cards(page).getByRole('listitem')).toHaveText([/^a\.txt/, /^c\.txt/, /^b\.txt/]);
});

test('a dropped folder goes as one zip file when that is wished', async ({ app: { page } }) => {
  await practise(page);
  const [folder = '', inside = ''] = await files({ 'Summer fair/': '', 'plan.txt': 'the plan' });
  const { cp } = await import('node:fs/promises');
  await cp(inside, path.join(folder, 'plan.txt'));
  await drop(page, [folder]);
  await expect(page.getByText('“Summer fair” is a folder. It can go as one zip file.')).toBeVisible();
  await page.getByRole('button', { name: 'Attach Summer fair.zip' }).click();
  await expect.poll(() => names(page)).toEqual(['Summer fair.zip']);
  await expect(page.getByText('is a folder')).toBeHidden();
});

test('a program is warned of at the card and before it goes, and is not forbidden', async ({ app: { page } }) => {
  await practise(page);
  await attach(page, await files({ 'setup.exe': 'MZ' }));
  await card(page, 'setup.exe').click();
  await expect(page.getByText(/A program: many providers refuse/)).toBeVisible();
  await page.keyboard.press('Escape');
  await write(page, { to: 'anna@example.org', subject: 'Tool', text: 'Here it is.' });
  await button(page, '1 thing to look at').click();
  await expect(page.getByText('“setup.exe” is a kind of file that many providers refuse.')).toBeVisible();
  await page.keyboard.press('Escape');
  await send(page);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Tool')).toBeVisible();
});

test('attached photos are made smaller, and taken back as they were', async ({ app: { page } }) => {
  await practise(page);
  const shots = await files({
    'one.jpg': await photo({ width: 4000, height: 3000 }),
    'two.jpg': await photo({ width: 4000, height: 3000 }),
  });
  await attach(page, shots);
  await expect.poll(() => names(page)).toEqual(['one.jpg', 'two.jpg']);
  await page.getByRole('button', { name: 'Make 2 pictures smaller' }).click();
  await expect(page.getByText(/2 pictures are smaller now/)).toBeVisible();
  expect(await names(page)).toEqual(['one.jpg', 'two.jpg']);
  await page.getByRole('button', { name: 'Use the originals' }).click();
  await expect(page.getByRole('button', { name: 'Make 2 pictures smaller' })).toBeVisible();
});

test('a long copy shows how far it is and can be stopped', async ({ app: { page } }) => {
  await practise(page);
  const [film = ''] = await files({ 'film.mkv': '' });
  await truncate(film, 1_900_000_000);
  await attach(page, [film]);
  await expect(page.getByRole('progressbar', { name: 'Adding film.mkv' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop adding film.mkv' }).click();
  await expect(cards(page)).toBeHidden();
});

test('a photo in the text is described, made narrower, exchanged for its original and taken out', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The view', text: 'Look what I saw from the window today: ' });
  const [shot = ''] = await files({ 'IMG_1.jpg': await photo({ width: 3000, height: 2000 }, { isSideways: false }) });
  await attach(page, [shot], 'Picture in the text');
  await expect(picture(page)).toHaveAttribute('width', '640');
  // Quietly asked about: the cursor is behind the picture, and nothing has to be answered.
  await expect(bar(page)).toBeVisible();
  await expect(text(page)).toBeFocused();
  await picture(page).click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What does it show?')).toBeFocused();
  await page.keyboard.type('The lake in the morning');
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('img', { name: 'The lake in the morning' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await bar(page).getByRole('button', { name: '50% of its width' }).click();
  await expect(picture(page)).toHaveAttribute('width', '320');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(picture(page)).toHaveAttribute('width', '384');
  const small = await picture(page).getAttribute('src');
  await bar(page)
    .getByRole('button', { name: /Use the original/ })
    .click();
  await expect(picture(page)).not.toHaveAttribute('src', small ?? '');
  await bar(page).getByRole('button', { name: 'Use the smaller one' }).click();
  await expect(picture(page)).toHaveAttribute('src', small ?? '');
  const handle = await text(page).locator('[data-handle]').boundingBox();
  if (handle === null) throw new Error('There is no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x - 95, handle.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await picture(page).getAttribute('width'))).toBeLessThan(320);
  await saved(page);
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'The view').click();
  await expect(letter(page).getByRole('img', { name: 'The lake in the morning' })).toBeVisible();
});

test('pictures that are dropped on the text stand where they were let go; a broken one is answered and can go as a file', async ({
  app: { page },
}) => {
  await practise(page);
  const [shot = '', broken = '', bomb = ''] = await files({
    'screen.png': await drawing(),
    'broken.jpg': (await photo()).subarray(0, 4000),
    'bomb.png': pictureBomb(60_000, 60_000),
  });
  await drop(page, [shot]);
  await expect(picture(page)).toHaveCount(1);
  await attach(page, [broken, bomb], 'Picture in the text');
  await expect(page.getByText('“broken.jpg” can’t be shown as a picture.', { exact: false })).toBeVisible();
  await expect(page.getByText('“bomb.png” has too many pixels to be shown in a letter.', { exact: false })).toBeVisible();
  await expect(picture(page)).toHaveCount(1);
  await page.getByRole('listitem').filter({ hasText: 'broken.jpg' }).getByRole('button', { name: 'Attach it as a file' }).click();
  await expect.poll(() => names(page)).toEqual(['broken.jpg']);
});

test('a photo of a kind that is not read here says what to do, and goes as a file; why it does not get smaller is said, too', async ({
  app: { page },
}) => {
  await practise(page);
  const [shot = '', small = ''] = await files({ 'IMG_1.heic': await heic(2_500_000), 'screen.png': await drawing() });
  await attach(page, [shot, small], 'Picture in the text');
  const said = page.getByRole('listitem').filter({ hasText: 'IMG_1.heic' });
  await expect(said).toContainText('“IMG_1.heic” is a picture of a kind that Brevduva can’t read (HEIC), so it can’t stand in the text.');
  await expect(said).toContainText('save it as JPEG first');
  await expect(picture(page)).toHaveCount(1); // the other one
  expect(await barriers(page)).toEqual([]);
  await said.getByRole('button', { name: 'Attach it as a file' }).click();
  await expect.poll(() => names(page)).toEqual(['IMG_1.heic']);
  await expect(page.getByText('“IMG_1.heic” can’t be made smaller here (HEIC).', { exact: false })).toBeVisible();
});

test('sixty megapixels come into the text while one goes on writing, and the page never has to unfold them', async ({ app: { page } }) => {
  await practise(page);
  const bytes = await largeJpeg(9504, 6336);
  const [huge = ''] = await files({ 'huge.jpg': bytes });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await attach(page, [huge], 'Picture in the text');
  await field(page, 'Subject').fill('Meanwhile');
  await expect(picture(page)).toHaveAttribute('width', '640');
  await expect.poll(() => picture(page).evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0))).toBe(1600);
  await expect(field(page, 'Subject')).toHaveValue('Meanwhile');
  const shown = await picture(page).getAttribute('src');
  expect(new Set(asked.filter((url) => url.includes('/picture/')))).toEqual(new Set([shown]));
  expect(shown).not.toContain(createHash('sha256').update(bytes).digest('hex'));
});

test('a draft whose stored files were taken away says which, is not sent, and is fine when they are attached again', async ({ launch }) => {
  const profile = await newProfile();
  const first = await launch({ profile });
  await practise(first.page);
  const [plan = ''] = await files({ 'plan.txt': 'the plan' });
  await attach(first.page, [plan]);
  await write(first.page, { to: 'anna@example.org', subject: 'Gone', text: 'It was here.' });
  await saved(first.page);
  await first.quit();
  for (const folder of await readdir(path.join(profile, 'blobs'))) await rm(path.join(profile, 'blobs', folder), { recursive: true });
  const { page } = await launch({ profile });
  await room(page, 'Drafts').click();
  await rows(page).first().click();
  await expect(page.getByText('The stored copy of “plan.txt” is gone from Brevduva’s folder.').first()).toBeVisible();
  await send(page);
  await expect(sheet(page)).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach it again' }).click();
  await (await chooser).setFiles([plan]);
  await expect(page.getByText('is gone from Brevduva’s folder')).toHaveCount(0);
  await send(page);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Gone')).toBeVisible();
});

test('what the server takes is known once it was talked to: too large a letter is said before it is sent', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Small', text: 'Here they are.' });
  await send(page);
  await room(page, 'Practice').click();
  await expect(listed(page, 'Small')).toBeVisible();
  await button(page, 'Write').click();
  const [film = ''] = await files({ 'film.mkv': '' });
  await truncate(film, 60_000_000);
  await attach(page, [film]);
  await field(page, 'To').fill('anna@example.org');
  await field(page, 'To').press('Enter');
  await expect(sheet(page).getByText(/About 82 MB of 52 MB/)).toBeVisible();
  await send(page);
  await expect(page.getByText(/The message is too large.*The largest file is film\.mkv/).first()).toBeVisible();
});

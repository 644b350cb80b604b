// A letter is found again as it was left: its text, the cursor, and what can be undone, whatever ended in between.
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app';
import { field, listed, paste, practise, rows, saved, text, write } from './letters';

/** Where the cursor stands: the text before it in its paragraph. */
const beforeCursor = (letter: Locator): Promise<string> =>
  letter.evaluate(() => {
    const selection = document.getSelection();
    return (selection?.anchorNode?.textContent ?? '').slice(0, selection?.anchorOffset);
  });
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z');
const redo = (page: Page): Promise<void> => page.keyboard.press('Control+Shift+z');

/** Three things that are undone one by one: a sentence, a bold word, a picture. */
async function writeInSteps({ page }: App): Promise<void> {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Undo', text: 'Dear Anna, the fair is on Friday. ' });
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Bring cake');
  await page.keyboard.press('Control+b');
  await paste(text(page), { isPicture: true });
  await expect(text(page).locator('img[src]')).toBeVisible();
  await saved(page);
}

test('after a power cut the letter is there to the last second, with its cursor and everything that can be undone', async ({ launch }) => {
  const first = await launch();
  await writeInSteps(first);
  await text(first.page).press('Control+Home');
  for (let step = 0; step < 5; step += 1) await first.page.keyboard.press('ArrowRight');
  await first.page.keyboard.type('est');
  await saved(first.page);
  await first.kill();
  const { page } = await launch({ profile: first.profile });
  await listed(page, 'Undo').click();
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveText('Dear estAnna, the fair is on Friday. Bring cake');
  expect(await beforeCursor(text(page))).toBe('Dear est');
  await undo(page);
  await expect(text(page)).toHaveText('Dear Anna, the fair is on Friday. Bring cake');
  await undo(page);
  await expect(text(page).locator('img[src]')).toHaveCount(0);
  while ((await text(page).innerText()).trim() !== '') await undo(page);
  while ((await text(page).locator('img[src]').count()) === 0) await redo(page);
  await redo(page);
  await expect(text(page)).toHaveText('Dear estAnna, the fair is on Friday. Bring cake');
  await expect(text(page).locator('strong')).toHaveText('Bring cake');
});

test('the engine is killed while somebody types: nothing of it is lost, and the next start knows what can be undone', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Killed', text: 'One. ' });
  const before = await first.enginePid();
  await page.keyboard.type('Two. ');
  process.kill(before, 'SIGKILL');
  await page.keyboard.type('Three.');
  await first.enginePid(before);
  await saved(page);
  await first.kill();
  const second = await launch({ profile: first.profile });
  await listed(second.page, 'Killed').click();
  await expect(text(second.page)).toHaveText('One. Two. Three.');
  expect(await beforeCursor(text(second.page))).toBe('One. Two. Three.');
  while ((await text(second.page).innerText()).trim() !== '') await undo(second.page);
});

test('between two drafts each keeps its cursor, its field and its undo, and two blanks stay two', async ({ app }) => {
  const { page } = app;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'First', text: 'A  b ' });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Subject')).toHaveValue('');
  await write(page, { to: 'bo@example.org', subject: 'Second one' });
  await field(page, 'Subject').press('Home');
  await page.keyboard.press('ArrowRight');
  await saved(page);
  await listed(page, 'First').click();
  await expect(text(page)).toBeFocused();
  expect(await text(page).evaluate((letter) => letter.textContent)).toBe('A  b ');
  await page.keyboard.type('!');
  await undo(page);
  await undo(page);
  await expect(text(page)).toHaveText('');
  await expect(rows(page).first()).toContainText('First'); // changed last, and so on top: nothing moves under the mouse any more
  await listed(page, 'Second one').click();
  await expect(field(page, 'Subject')).toBeFocused();
  await page.keyboard.type('_');
  await expect(field(page, 'Subject')).toHaveValue('S_econd one');
});

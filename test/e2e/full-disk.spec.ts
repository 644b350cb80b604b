// The disk is full: the person is told which one, nothing that was written is lost, and it goes when there is room.
import { expect, test } from './app';
import { barriers } from './barriers';
import { attach, button, field, files, listed, practise, room, saved, send, sheet, text, write } from './letters';
import { fillDisk, makeRoom } from './small-disk';

test('on a full disk Send is refused and names the disk, the letter stays as it is, and goes when there is room, once', async ({
  launch,
}, info) => {
  const app = await launch({ diskMegabytes: 96 });
  const { page, profile } = app;
  const isFull = `The disk is full (${profile}). Make some room, then try again. The draft is still open.`;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'In spite of it', text: 'Before it was full.' });
  await saved(page);

  await fillDisk(app);
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And after. ');
  await page.keyboard.insertText('A line that takes its room. '.repeat(400));
  const [plan = ''] = await files({ 'plan.bin': new Uint8Array(200_000).fill(7) });
  await attach(page, [plan]);
  await expect(page.getByText(`The disk is full (${profile}).`).first()).toBeVisible();
  await send(page);
  await expect(page.getByText(isFull).first()).toBeVisible();
  await expect(field(page, 'Subject')).toHaveValue('In spite of it');
  await expect(text(page)).toContainText('Before it was full. And after.');
  expect(await barriers(page)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: info.outputPath(`full-disk.${colorScheme}.png`), animations: 'disabled' });
  }
  await room(page, 'Outbox').click();
  await expect(page.getByText('Nothing is waiting. What you send stands here until it has left.')).toBeVisible();
  await room(page, 'Drafts').click();
  await listed(page, 'In spite of it').click();
  await expect(text(page)).toContainText('And after.');

  await makeRoom(app);
  await saved(page);
  await button(page, 'Send').click();
  await expect(sheet(page)).toHaveCount(0);
  await room(page, 'Practice').click();
  await expect(listed(page, 'In spite of it')).toHaveCount(1);
  await listed(page, 'In spite of it').click();
  await expect(page.frameLocator('iframe[title="The letter"]').getByText('Before it was full. And after.')).toBeVisible();
});

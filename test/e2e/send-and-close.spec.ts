// A Send that fails after its writer has turned away: whoever closes the window, or has gone elsewhere, is told, and the letter is there.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app';
import { attach, button, field, files, practise, room, saved, sheet, write } from './letters';

const isGone = 'The stored copy of “plan.txt” is gone from Brevduva’s folder.';
const notSent = 'A letter that you have just sent is still a draft, because something stands in its way. Stay to see what it is.';

/** A letter whose file is taken away behind the program's back. */
async function writeOneThatCannotGo({ page, profile }: App): Promise<void> {
  await practise(page);
  const [plan = ''] = await files({ 'plan.txt': 'the plan' });
  await attach(page, [plan]);
  await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'Here it is.' });
  await saved(page);
  for (const folder of await readdir(path.join(profile, 'blobs'))) await rm(path.join(profile, 'blobs', folder), { recursive: true });
}

/** Presses the keys of Send, and does something else before the engine has found out. */
async function sendAnd(app: App, page: Page, meanwhile: () => Promise<void>): Promise<void> {
  const engine = await app.enginePid();
  process.kill(engine, 'SIGSTOP');
  try {
    await page.keyboard.press('Control+Enter');
    await meanwhile();
  } finally {
    process.kill(engine, 'SIGCONT');
  }
}

const isEmpty = (page: Page) => expect(page.getByText('Nothing is waiting. What you send stands here until it has left.')).toBeVisible();

test('who closes the window right after Send is told that the letter did not go, and staying shows why', async ({ app }) => {
  await writeOneThatCannotGo(app);
  await app.answer(1);
  await sendAnd(app, app.page, app.closeWindow);
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  expect((await app.questions())[0]).toMatchObject({ message: notSent, buttons: ['Quit', 'Stay'] });
  expect(await app.isVisible()).toBe(true);
  await expect(app.page.getByText(isGone).first()).toBeVisible();
  await room(app.page, 'Outbox').click();
  await isEmpty(app.page);
});

test('with the tray, the window stays with the reason instead of going to the background', async ({ launch }) => {
  const app = await launch({ settings: { staysInTray: true } });
  await writeOneThatCannotGo(app);
  await sendAnd(app, app.page, app.closeWindow);
  await expect(app.page.getByText(isGone).first()).toBeVisible();
  expect(await app.isVisible()).toBe(true);
  expect(await app.questions()).toEqual([]);
});

test('a letter’s own window does not close over a Send that failed', async ({ app }) => {
  await writeOneThatCannotGo(app);
  const opening = app.electron.waitForEvent('window');
  await app.page.keyboard.press('Control+Shift+o');
  const own = await opening;
  await sheet(own).waitFor();
  await field(own, 'Subject').click();
  await sendAnd(app, own, () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .reduce((a, b) => (a.id > b.id ? a : b))
        .close(),
    ),
  );
  await expect(own.getByText(isGone).first()).toBeVisible();
  expect(app.electron.windows()).toHaveLength(2);
});

test('who has gone to another room meanwhile is told there, and is led back', async ({ app }) => {
  const { page } = app;
  await writeOneThatCannotGo(app);
  await sendAnd(app, page, async () => {
    await page.keyboard.press('Control+2');
    await expect(sheet(page)).toHaveCount(0);
  });
  await expect(page.getByText(`“The plan” was not sent and is a draft still. ${isGone}`)).toBeVisible();
  await isEmpty(page);
  await button(page, 'Open the letter').click();
  await expect(field(page, 'Subject')).toHaveValue('The plan');
});

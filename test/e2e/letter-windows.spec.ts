// Letters in windows of their own: each open in one place only, saved when its window closes, and sent as from the main window.
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app';
import { barriers } from './barriers';
import { button, field, listed, practise, room, saved, sheet, text, write } from './letters';

/** Moves the letter on the screen into a window of its own. */
async function intoWindow({ electron, page }: App): Promise<Page> {
  const opening = electron.waitForEvent('window');
  await page.keyboard.press('Control+Shift+o');
  const own = await opening;
  await sheet(own).waitFor();
  return own;
}
/** As the cross of the window does. */
const closeLetter = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .reduce((a, b) => (a.id > b.id ? a : b))
      .close(),
  );

test('a letter in a window of its own is open nowhere else, and what is typed in it is stored when it closes', async ({ app }) => {
  const { electron, page } = app;
  await practise(page);
  await write(page, { to: 'bo@example.test', subject: 'Apart', text: 'One' });
  const own = await intoWindow(app);
  await expect(field(own, 'Subject')).toHaveValue('Apart');
  await expect(text(own)).toHaveText('One');
  await expect(own).toHaveTitle(/^Apart/);
  await expect(sheet(page)).toHaveCount(0);
  await expect(listed(page, 'In a window of its own')).toContainText('Apart');
  expect(await barriers(own)).toEqual([]);
  const flags = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron has it and leaves it out of its types.
      const { getLastWebPreferences } = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = getLastWebPreferences.call(webContents);
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(flags).toHaveLength(2);
  expect(flags[0]).toEqual(flags[1]);

  // Another letter beside it, and the first one asked for again.
  await page.keyboard.press('Control+n');
  await write(page, { subject: 'Beside' });
  await listed(page, 'Apart').click();
  await expect(field(page, 'Subject')).toHaveValue('Beside');
  await expect.poll(() => electron.windows().length).toBe(2);
  await text(own).click();
  await own.keyboard.press('End');
  await own.keyboard.type(' two');
  await closeLetter(app);
  await expect.poll(() => electron.windows().length).toBe(1);
  await listed(page, 'Apart').click();
  await expect(text(page)).toHaveText('One two');
});

test('what is sent from a window of its own can be called back in the main one', async ({ launch }) => {
  const app = await launch({ settings: { undoSeconds: 30 } });
  const { electron, page } = app;
  await practise(page);
  await write(page, { to: 'bo@example.test', subject: 'Not so fast', text: 'Hello to you all' });
  const own = await intoWindow(app);
  await own.keyboard.press('Control+Enter').catch(() => undefined); // the window may be gone before the key is up
  await expect.poll(() => electron.windows().length).toBe(1);
  await button(page, 'Undo').click();
  await expect(field(page, 'Subject')).toHaveValue('Not so fast');
});

test('a letter comes back into the main window, and one that is thrown away can be fetched there', async ({ app }) => {
  const { electron, page } = app;
  await practise(page);
  await write(page, { subject: 'To and fro', text: 'Hello to you all' });
  const own = await intoWindow(app);
  await own.keyboard.press('Control+Shift+o').catch(() => undefined); // the window may be gone before the key is up
  await expect(field(page, 'Subject')).toHaveValue('To and fro');
  await expect.poll(() => electron.windows().length).toBe(1);
  const again = await intoWindow(app);
  await button(again, 'Throw away')
    .click()
    .catch(() => undefined); // the window may be gone before the button is up
  await button(page, 'Undo').click();
  await expect(field(page, 'Subject')).toHaveValue('To and fro');
});

test('an empty letter goes with its window, and the drafts’ own key opens one from the list', async ({ app }) => {
  const { electron, page } = app;
  await practise(page);
  await intoWindow(app);
  await closeLetter(app);
  await expect(page.getByText('No drafts.')).toBeVisible();
  await page.keyboard.press('Control+n');
  await write(page, { subject: 'From the list' });
  await saved(page);
  await page.keyboard.press('Escape');
  const opening = electron.waitForEvent('window');
  await page.getByRole('listbox', { name: 'Drafts' }).focus();
  await page.keyboard.press('o');
  await expect(field(await opening, 'Subject')).toHaveValue('From the list');
});

test('both windows follow the settings and go on when the engine ends; what they lead to is in the main one', async ({ app }) => {
  const { page } = app;
  await practise(page);
  await write(page, { subject: 'Through it all', text: 'Before' });
  const own = await intoWindow(app);
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(own.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const engine = await app.enginePid();
  process.kill(engine, 'SIGKILL');
  await app.enginePid(engine);
  await text(own).click();
  await own.keyboard.press('End');
  await own.keyboard.type(' and after');
  await saved(own);
  await page.keyboard.press('Control+1');
  await expect(listed(page, 'Through it all')).toBeVisible();
  await own.keyboard.press('Control+2');
  await expect(room(page, 'Outbox')).toHaveAttribute('aria-current', 'page');
  await expect(sheet(own)).toBeVisible();
});

test('quitting saves every window and asks once', async ({ launch }) => {
  const app = await launch({ settings: { undoSeconds: 30 } });
  const { page } = app;
  await practise(page);
  await write(page, { to: 'bo@example.test', subject: 'Waits', text: 'Hello to you all' });
  await button(page, 'Send').click();
  await button(page, 'Undo').waitFor();
  await page.keyboard.press('Control+n');
  await write(page, { subject: 'In its window' });
  const own = await intoWindow(app);
  await write(own, { text: 'Typed last' });
  await app.answer(1); // keep it in the outbox
  await app.quitLikeAPerson();
  await app.ended;
  const next = await launch({ profile: app.profile });
  await room(next.page, 'Drafts').click();
  await listed(next.page, 'In its window').click();
  await expect(text(next.page)).toHaveText('Typed last');
});

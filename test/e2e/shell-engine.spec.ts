// The engine process ends, and the program goes on.
import { type App, expect, test } from './app';
import { barriers } from './barriers';
import { button, listed, practise, saved, send, sheet, text, write } from './letters';
import { openPipe } from './pipe';

test('when the engine dies it starts again, the page hears of it and its pipe works anew', async ({ app }) => {
  const pipe = await openPipe(app.page);
  expect(await pipe.call('addresses.parse', { text: 'anna@example.com' })).toMatchObject({ ok: true });
  const before = await app.enginePid();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => pipe.resets()).toBe(1);
  expect(await app.enginePid(before)).not.toBe(before);
  expect(await pipe.call('addresses.parse', { text: 'anna@example.com' })).toMatchObject({ ok: true });
  await expect
    .poll(async () => (await pipe.shellEvents()).slice(-2))
    .toEqual([
      { kind: 'engine', state: 'down' },
      { kind: 'engine', state: 'up' },
    ]);
});

test('a call that was under way when the engine died is known to be lost', async ({ app }) => {
  const pipe = await openPipe(app.page);
  const engine = await app.enginePid();
  process.kill(engine, 'SIGSTOP'); // it hears nothing any more
  const id = await pipe.begin('addresses.parse', { text: 'anna@example.com' });
  process.kill(engine, 'SIGKILL');
  await expect.poll(() => pipe.resets()).toBe(1);
  expect(await pipe.answerTo(id)).toBeUndefined();
});

/** Ends it until it is not started again any more. */
async function wearOut(app: App): Promise<void> {
  let engine = 0;
  for (let end = 1; end <= 5; end += 1) {
    engine = await app.enginePid(engine);
    process.kill(engine, 'SIGKILL');
  }
}

test('an engine that ends five times within a minute is given up, and the page is told, also after it is loaded anew', async ({ app }) => {
  const pipe = await openPipe(app.page);
  await wearOut(app);
  await expect.poll(() => pipe.shellEvents()).toContainEqual({ kind: 'engine', state: 'lost' });
  const loaded = app.page.waitForEvent('load');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await loaded;
  const again = await openPipe(app.page);
  await again.askShell('start', {});
  await expect.poll(() => again.shellEvents()).toContainEqual({ kind: 'engine', state: 'lost' });
});

test('with an engine that was given up everything asked is answered, and once it is started again everything typed is stored', async ({
  launch,
}) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The roof', text: 'Dear Anna,' });
  await saved(page);
  await wearOut(first);
  const banner = page.getByRole('status').filter({ hasText: 'What you write now is not saved until it runs again.' });
  await banner.waitFor();
  expect(await barriers(page)).toEqual([]);
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' it leaks.');
  await expect(sheet(page).getByText('Not saved yet')).toBeVisible();
  await send(page);
  await expect(sheet(page).getByText('Brevduva’s mail engine is not running.')).toBeVisible();
  await expect(text(page)).toHaveText('Dear Anna, it leaks.');
  await button(page, 'Start it again').click();
  await saved(page);
  await expect(banner).toHaveCount(0);
  await first.kill();
  const { page: after } = await launch({ profile: first.profile });
  await listed(after, 'The roof').click();
  await expect(text(after)).toHaveText('Dear Anna, it leaks.');
});

test('whoever quits while something typed can’t be stored is asked', async ({ app }) => {
  const { page } = app;
  await practise(page);
  await write(page, { subject: 'The roof' });
  await saved(page);
  await wearOut(app);
  await button(page, 'Start it again').waitFor();
  await write(page, { text: 'It leaks.' });
  await app.answer(1);
  await app.quitLikeAPerson();
  expect(await app.questions()).toEqual([
    { message: 'Something you wrote is not saved. It is gone if you quit now.', detail: '', buttons: ['Quit', 'Stay'] },
  ]);
  await button(page, 'Start it again').click();
  await saved(page);
  await app.quitLikeAPerson();
  expect(await app.ended).toBe(0);
});

test('a page that is loaded anew gets a pipe of its own', async ({ app }) => {
  const loaded = app.page.waitForEvent('load');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await loaded;
  const pipe = await openPipe(app.page);
  expect(await pipe.call('addresses.parse', { text: 'anna@example.com' })).toMatchObject({ ok: true });
});

test('a page that dies is loaded again', async ({ app }) => {
  const pid = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  const before = await pid();
  process.kill(before, 'SIGKILL');
  await expect.poll(async () => [0, before].includes(await pid())).toBe(false);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript('typeof brevduva')
          .catch(() => ''),
      ),
    )
    .toBe('object');
});

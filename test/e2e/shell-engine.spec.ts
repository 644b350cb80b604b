// The engine process ends, and the program goes on.
import { expect, test } from './app';
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

test('an engine that ends five times within a minute is given up, and the page is told, also after it is loaded anew', async ({ app }) => {
  const pipe = await openPipe(app.page);
  let engine = 0;
  for (let end = 1; end <= 5; end += 1) {
    engine = await app.enginePid(engine);
    process.kill(engine, 'SIGKILL');
  }
  await expect.poll(() => pipe.shellEvents()).toContainEqual({ kind: 'engine', state: 'lost' });
  const loaded = app.page.waitForEvent('load');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await loaded;
  const again = await openPipe(app.page);
  await again.askShell('start', {});
  await expect.poll(() => again.shellEvents()).toContainEqual({ kind: 'engine', state: 'lost' });
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

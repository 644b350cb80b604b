// Arguments, the profile, a second start, and what is remembered from the last one.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type App, commandLine, electronExecutable, expect, newProfile, test } from './app';
import { openPipe } from './pipe';
import { onReadOnlyDisk } from './small-disk';

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));
const startAgain = (profile: string, ...args: readonly string[]): ChildProcess =>
  spawn(electronExecutable(), [...commandLine(profile, args)], { stdio: 'ignore' });
const isFocusedOrShown = (app: App): Promise<boolean> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()));

test('everything lies in the folder given with --profile, which only its owner can open', async ({ launch }) => {
  const app = await launch({ settings: null });
  expect(((await stat(app.profile)).mode & 0o777).toString(8)).toBe('700');
  expect(await app.electron.evaluate(({ app: program }) => program.getPath('userData'))).toBe(app.profile);
  await expect.poll(() => readdir(app.profile)).toEqual(expect.arrayContaining(['chromium', 'settings.json']));
});

test('--lang chooses the language, and the menu speaks it', async ({ launch }) => {
  const app = await launch({ args: ['--lang', 'sv'] });
  const pipe = await openPipe(app.page);
  expect(await pipe.askShell('start', {})).toMatchObject({ ok: true, value: { systemLanguage: 'sv' } });
  const labels = () => app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  await expect.poll(labels).toEqual(['Arkiv', 'Redigera', 'Visa', 'Hjälp']);
  expect(await pipe.askShell('settings.change', { language: 'da' })).toMatchObject({ ok: true });
  await expect.poll(labels).toEqual(['Filer', 'Rediger', 'Vis', 'Hjælp']);
  expect(await app.page.evaluate(() => navigator.language)).toBe('sv');
});

test('a second start with the same profile hands its letter to the first window and leaves', async ({ app }) => {
  const pipe = await openPipe(app.page);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await ended(startAgain(app.profile, 'mailto:anna@example.com?subject=Hello%20%26%20welcome'))).toBe(0);
  await expect
    .poll(() => pipe.shellEvents())
    .toContainEqual({ kind: 'mailto', url: 'mailto:anna@example.com?subject=Hello%20%26%20welcome' });
  await expect.poll(() => isFocusedOrShown(app)).toBe(true);
});

test('two profiles can be open at once', async ({ launch }) => {
  const [first, second] = [await launch(), await launch()];
  await expect.poll(() => isFocusedOrShown(first)).toBe(true);
  await expect.poll(() => isFocusedOrShown(second)).toBe(true);
});

test('settings are there at the next start', async ({ launch }) => {
  const first = await launch();
  await (await openPipe(first.page)).askShell('settings.change', { theme: 'dark', hasSingleKeys: false });
  await first.quit();
  const second = await launch({ profile: first.profile });
  const answer = await (await openPipe(second.page)).askShell('start', {});
  expect(answer).toMatchObject({ value: { settings: { theme: 'dark', hasSingleKeys: false, hasNotifications: true } } });
  expect(await second.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
});

test('a damaged settings file is kept aside and the person is told', async ({ launch }) => {
  const profile = await newProfile();
  await writeFile(path.join(profile, 'settings.json'), '{"version": 1, "settings": {"theme": "dark"');
  const app = await launch({ profile });
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  const kept = (await readdir(profile)).find((name) => name.startsWith('settings.damaged-'));
  expect((await app.questions())[0]?.detail).toContain(kept);
  expect(await readFile(path.join(profile, kept ?? ''), 'utf8')).toContain('"theme": "dark"');
  const written = (): Promise<string> => readFile(path.join(profile, 'settings.json'), 'utf8').catch(() => '{}');
  await expect.poll(async () => JSON.parse(await written())).toMatchObject({ settings: { theme: 'system' }, accounts: [] });
});

test('a folder that can not be used ends the program with a code of its own', async () => {
  const profile = await newProfile();
  const file = path.join(profile, 'a-file');
  await writeFile(file, '');
  const child = spawn(electronExecutable(), [...commandLine(path.join(file, 'inside'), ['--lang', 'en'])], { stdio: 'ignore' });
  expect(await ended(child)).toBe(78);
  await rm(profile, { recursive: true });
});

test('a profile that can not be written to is said to be so, and not taken for one that is open in another window', async () => {
  const profile = await newProfile();
  const child = spawn(onReadOnlyDisk(electronExecutable(), profile), ['--no-sandbox', ...commandLine(profile, ['--lang', 'en'])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  expect(await ended(child)).toBe(78);
  expect(said).toMatch(/Brevduva may not write to .+\. Give yourself permission to write there, or start Brevduva with another folder\./);
  await rm(profile, { recursive: true });
});

test('the window comes back where it was, and never smaller than it can be used', async ({ launch }) => {
  const bounds = (app: App) => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  const first = await launch();
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 800, height: 600 }));
  await expect.poll(() => readFile(path.join(first.profile, 'window.json'), 'utf8').catch(() => '')).toContain('"width":800');
  await first.quit();
  const second = await launch({ profile: first.profile });
  expect(await bounds(second)).toMatchObject({ width: 800, height: 600 });
  await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(200, 200));
  await expect.poll(() => bounds(second)).toMatchObject({ width: 720, height: 560 });
});

test('a file is saved where the person says, under a harmless name', async ({ app }) => {
  const pipe = await openPipe(app.page);
  const save = (name: string): Promise<unknown> =>
    app.page.evaluate(
      (fileName) =>
        (window as unknown as { brevduva: { askShell: (name: string, input: unknown) => Promise<unknown> } }).brevduva.askShell(
          'files.save',
          {
            name: fileName,
            bytes: new TextEncoder().encode('hello'),
          },
        ),
      name,
    );
  expect(await save('../../.bashrc')).toEqual({ ok: true, value: { wasSaved: false } });
  expect((await app.proposedFiles()).map((file) => path.basename(file))).toEqual(['bashrc']);
  const target = path.join(app.profile, 'saved.txt');
  await app.saveTo(target);
  expect(await save('letter.txt')).toEqual({ ok: true, value: { wasSaved: true } });
  expect(await readFile(target, 'utf8')).toBe('hello');
  await app.saveTo(path.join(app.profile, 'no-such-folder/saved.txt'));
  expect(await save('letter.txt')).toMatchObject({ ok: false, failure: { code: 'disk-error' } });
  expect(await pipe.resets()).toBe(0);
});

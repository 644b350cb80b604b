// Running without a window: started with the computer, closed into the tray, and found again.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, commandLine, electronExecutable, expect, test } from './app';
import { practise, saved, write } from './letters';
import { openPipe } from './pipe';

const startAgain = (profile: string, ...args: readonly string[]): ChildProcess =>
  spawn(electronExecutable(), [...commandLine(profile, args)], { stdio: 'ignore' });
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));
const startsAtLogin = (app: App) => app.page.getByRole('checkbox', { name: /Start with the computer/ });
const staysInTray = (app: App) => app.page.getByRole('checkbox', { name: /Stay in the tray/ });

/** A folder in the place of ~/.config, and the entries in its autostart. */
async function configFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'brevduva-config-'));
  const autostart = path.join(folder, 'autostart');
  const entries = (): Promise<string[]> => readdir(autostart).catch(() => []);
  return { folder, autostart, entries, environment: { XDG_CONFIG_HOME: folder }, remove: () => rm(folder, { recursive: true }) };
}

async function openSettings(app: App): Promise<void> {
  await practise(app.page);
  await app.page.keyboard.press('Control+,');
  await startsAtLogin(app).waitFor();
}

test('starting with the computer is an entry in the autostart folder, and goes with the setting', async ({ launch }) => {
  const config = await configFolder();
  const app = await launch({ environment: config.environment });
  await openSettings(app);
  await startsAtLogin(app).click();
  await expect.poll(config.entries).toHaveLength(1);
  const [name = ''] = await config.entries();
  const entry = () => readFile(path.join(config.autostart, name), 'utf8');
  await expect.poll(entry).toMatch(/^Exec=".*electron" ".*" "--hidden" "--profile" ".*"$/m);
  expect(await entry()).toContain(`"${app.profile}"`);
  await startsAtLogin(app).click();
  await expect.poll(config.entries).toEqual([]);
  await config.remove();
});

test('where the entry can not be written the setting stays off and says why', async ({ launch }) => {
  const config = await configFolder();
  await writeFile(config.autostart, 'a file in the place of the folder');
  const app = await launch({ environment: config.environment });
  await openSettings(app);
  await startsAtLogin(app).click();
  await expect(app.page.getByRole('contentinfo')).toContainText('disk');
  await expect(startsAtLogin(app)).not.toBeChecked();
  await config.remove();
});

test('an entry that the person removed is not put back, and the setting follows', async ({ launch }) => {
  const config = await configFolder();
  const first = await launch({ environment: config.environment });
  await openSettings(first);
  await startsAtLogin(first).click();
  await expect.poll(config.entries).toHaveLength(1);
  await first.quit();
  await rm(config.autostart, { recursive: true });
  const second = await launch({ environment: config.environment, profile: first.profile });
  await second.page.getByRole('button', { name: 'Settings' }).click(); // waits until the page is there, which a key does not
  await expect(startsAtLogin(second)).not.toBeChecked();
  expect(await config.entries()).toEqual([]);
  await config.remove();
});

test('started hidden there is no window, a second hidden start brings none, and an ordinary one does', async ({ launch }) => {
  const app = await launch({ args: ['--hidden'] });
  await expect.poll(app.tray).toEqual(['Open Brevduva', 'Write', 'Outbox', 'Quit']);
  expect(await app.isVisible()).toBe(false);
  expect(await ended(startAgain(app.profile, '--hidden'))).toBe(0);
  expect(await app.isVisible()).toBe(false);
  expect(await ended(startAgain(app.profile))).toBe(0);
  await expect.poll(app.isVisible).toBe(true);
  await expect.poll(app.tray).toBeNull();
});

test('scheduled mail leaves while no window is seen', async ({ launch }) => {
  const first = await launch();
  await practise(first.page);
  await write(first.page, { to: 'anna@example.org', subject: 'Minutes', text: 'Hello to you all' });
  await saved(first.page);
  await first.quit();

  const app = await launch({ profile: first.profile, args: ['--hidden'] });
  const pipe = await openPipe(app.page);
  const { value } = (await pipe.call('drafts.ids', { search: 'minutes' })) as { value: { readonly ids: readonly string[] } };
  const opened = (await pipe.call('drafts.open', { draftId: value.ids[0] })) as { value: { id: string; revision: number } };
  const { id: draftId, revision } = opened.value;
  const when = { kind: 'at', at: Date.now() + 2000, zone: 'Europe/Stockholm' };
  expect(await pipe.call('outbox.enqueue', { draftId, revision, when })).toMatchObject({ ok: true });
  const caught = await pipe.watch('practice.page', { offset: 0, limit: 10 });
  await expect.poll(() => pipe.answerTo(caught)).toMatchObject({ value: { items: [{ subject: 'Minutes' }] } });
  expect(await app.isVisible()).toBe(false);
});

test('closing the window leaves the program in the tray where that is wanted, and the tray leads back or out', async ({ launch }) => {
  const app = await launch();
  await openSettings(app);
  expect(await app.tray()).toBeNull();
  await staysInTray(app).click();
  await expect.poll(app.tray).toContain('Open Brevduva');
  await app.closeWindow();
  await expect.poll(app.isVisible).toBe(false);
  expect(await app.questions()).toEqual([]);
  await app.clickInTray('Write');
  await expect.poll(app.isVisible).toBe(true);
  await expect(app.page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await app.closeWindow();
  await expect.poll(app.isVisible).toBe(false);
  await app.clickInTray('Quit');
  expect(await app.ended).toBe(0);
});

// Twice as large: by the menu's keys, in every window, still so after a restart, and all of it within reach.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../app';
import { practise, room, write } from '../letters';
import { measure } from './measure';

/** As the key does: what the menu has under that name, in the first window. */
const zoom = (electron: ElectronApplication, label: string): Promise<void> =>
  electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const [window] = BrowserWindow.getAllWindows();
    items.find((item) => item.label === wanted)?.click(undefined, window, window?.webContents);
  }, label);
const widthOf = (page: Page): Promise<number> => page.evaluate(() => innerWidth);

test('everything grows by its key, goes back by another, and is as large at the next start', async ({ launch }) => {
  const first = await launch();
  const { electron, page } = first;
  await practise(page);
  const usual = await widthOf(page);
  const keys = await electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [])
      .filter(({ role }) => /zoom/i.test(role ?? ''))
      .map(({ accelerator }) => accelerator),
  );
  expect(keys).toEqual(expect.arrayContaining(['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+-', 'CmdOrCtrl+0']));
  await zoom(electron, 'Larger');
  await expect.poll(() => widthOf(page)).toBeLessThan(usual);
  await zoom(electron, 'Usual size');
  await expect.poll(() => widthOf(page)).toBe(usual);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(() => widthOf(page)).toBe(Math.round(usual / 2));
  await write(page, { to: 'anna@example.org', subject: 'As large as it needs to be', text: 'Dear Anna,' });
  expect(await measure(page)).toEqual([]);
  for (const name of ['Accounts', 'Settings', 'Error messages']) {
    await room(page, name).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await measure(page)).toEqual([]);
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByText('Everything larger')).toBeVisible();
  await first.quit();
  const { page: next } = await launch({ profile: first.profile });
  await expect.poll(() => widthOf(next)).toBe(Math.round(usual / 2));
});

// Where letters in windows of their own stand: as the last one was left, and each a little beside the one before.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { until } from '../support/until';
import { type App, expect, test } from './app';
import { field, practise, sheet, write } from './letters';

async function openLetter({ electron, page }: App, subject: string): Promise<Page> {
  await write(page, { subject });
  const opening = electron.waitForEvent('window');
  await page.keyboard.press('Control+Shift+o');
  const own = await opening;
  await sheet(own).waitFor();
  await expect(field(own, 'Subject')).toHaveValue(subject);
  return own;
}
/** Of the letters' windows, in the order in which they were opened. */
const places = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((a, b) => a.id - b.id)
      .slice(1)
      .map((window) => window.getBounds()),
  );

test('a letter’s window comes back where the last one stood and as large, and the next stands a little beside it', async ({ app }) => {
  const { electron, page } = app;
  await practise(page);
  await openLetter(app, 'One');
  const left = { x: 60, y: 48, width: 780, height: 600 };
  await electron.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()
      .sort((a, b) => a.id - b.id)[1]
      ?.setBounds(bounds);
  }, left);
  const remembered = () => readFile(path.join(app.profile, 'letter-window.json'), 'utf8').catch(() => '{}');
  await until(async () => (JSON.parse(await remembered()) as { x?: number }).x === left.x || null, { deadline: 10_000 });
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((a, b) => a.id - b.id)[1]
      ?.close(),
  );
  await expect.poll(() => electron.windows().length).toBe(1);

  for (const subject of ['Two', 'Three']) {
    await page.keyboard.press('Control+n');
    await openLetter(app, subject);
  }
  expect(await places(app)).toEqual([left, { ...left, x: left.x + 28, y: left.y + 28 }]);
});

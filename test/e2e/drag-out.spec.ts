// A letter that is dragged out of its list: what another program would get.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { until } from '../support/until';
import { type App, expect, test } from './app';
import { field, listed, practise, room, rows, saved, send, write } from './letters';

/** What the system is given to drag, in the place of a desktop to drag it to. */
async function dragged({ electron }: App): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const files: string[] = [];
    Object.assign(globalThis, { dragged: files });
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.startDrag = ({ file }) => void files.push(file);
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'dragged') as string[]);
}

async function dragOut(page: Page, row: Locator): Promise<void> {
  await row.hover();
  await page.mouse.down();
  const box = await row.boundingBox();
  if (box === null) throw new Error('there is no row to drag');
  await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2 + 30, { steps: 5 });
}

const nextOf = (files: () => Promise<readonly string[]>, count: number) =>
  until(async () => ((all) => (all.length >= count ? (all.at(-1) ?? null) : null))(await files()));

test('a draft, and a letter that was sent, can be dragged out as .eml; the one is marked as unsent', async ({ app }) => {
  const { page } = app;
  const files = await dragged(app);
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Bills: May/June', text: 'Here they are.' });
  await dragOut(page, listed(page, 'Bills'));
  const draft = await nextOf(files, 1);
  await page.mouse.up();
  expect(path.basename(draft)).toBe('Bills May-June.eml');
  expect(await readFile(draft, 'utf8')).toMatch(/^X-Unsent: 1\r\n[\s\S]*Subject: Bills: May\/June\r\n[\s\S]*Here they are\./);
  await field(page, 'Subject').fill('Bills');
  await saved(page);
  await send(page);
  await room(page, 'Practice').click();
  await dragOut(page, listed(page, 'Bills'));
  const sent = await nextOf(files, 2);
  await page.mouse.up();
  expect(path.basename(sent)).toBe('Bills.eml');
  const source = await readFile(sent, 'utf8');
  expect(source).toContain('Subject: Bills\r\n');
  expect(source).not.toContain('X-Unsent');
});

test('a press and a small move that is let go at once drags nothing, and the row still opens', async ({ app }) => {
  const { page } = app;
  const files = await dragged(app);
  await practise(page);
  await write(page, { subject: 'Only a click' });
  await saved(page);
  await listed(page, 'Only a click').click();
  await expect(field(page, 'Subject')).toHaveValue('Only a click');
  expect(await files()).toEqual([]);
});

test('the page can have nothing dragged that the engine has not lent', async ({ app }) => {
  const files = await dragged(app);
  await practise(app.page);
  await mkdir(path.join(app.profile, 'lent'), { recursive: true });
  await writeFile(path.join(app.profile, 'lent', 'secret.eml'), 'x');
  const ask = (id: string, name: string) =>
    app.page.evaluate(
      ([fileId, fileName]) =>
        (window as unknown as { brevduva: { askShell: (name: string, input: unknown) => Promise<unknown> } }).brevduva.askShell(
          'letters.drag',
          {
            id: fileId,
            name: fileName,
          },
        ),
      [id, name] as const,
    );
  expect(await ask('..', 'settings')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(await ask('0'.repeat(32), '../../secret')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(await files()).toEqual([]);
  await expect(rows(app.page)).toHaveCount(1);
});

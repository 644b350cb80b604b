// A letter outside of the program: saved as a file, opened from one, printed.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { until } from '../support/until';
import { type App, expect, test } from './app';
import { barriers } from './barriers';
import { button, chips, field, listed, practise, room, saved, send, sheet, text, write } from './letters';

const folder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'brevduva-eml-'));
const more = async (page: Page, name: string): Promise<void> => {
  await button(page, 'More for this letter').click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('menu')).toHaveCount(0); // as long as it is there, keys are its own
};

/** What the program prints, as the PDF that would have come out; nobody is asked for a printer. */
async function printedBy({
  electron,
}: App): Promise<() => Promise<{ readonly title: string; readonly size: number; readonly pages: number }>> {
  await electron.evaluate(({ app }) => {
    const papers: string[] = [];
    Object.assign(globalThis, { papers });
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({}).then((pdf) => {
          papers.push(pdf.toString('latin1'));
          done?.(true, '');
        });
      };
    });
  });
  return async () => {
    const pdf = await until(async () => {
      const all = await electron.evaluate(() => Reflect.get(globalThis, 'papers') as string[]);
      return all.at(-1) ?? null;
    });
    const title = /\/Title\s*\(([^)]*)\)/.exec(pdf)?.[1] ?? '';
    return { title, size: pdf.length, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
  };
}

test('a draft is saved as a file, and opening the file makes a new draft of it', async ({ app }) => {
  const { page } = app;
  const file = path.join(await folder(), 'party.eml');
  await practise(page);
  await write(page, { to: 'Anna <anna@example.org>', subject: 'The party', text: 'Bring a chair.' });
  await app.saveTo(file);
  await more(page, 'Save as .eml');
  await expect(page.getByText('“The party.eml” was saved.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toMatch(/^X-Unsent: 1\r\n[\s\S]*Subject: The party\r\n/);

  page.on('filechooser', () => undefined); // a key is quicker than Playwright, which has to be there before it
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Subject')).toHaveValue('');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles([file]);
  await expect(field(page, 'Subject')).toHaveValue('The party');
  await expect(text(page)).toContainText('Bring a chair.');
  await expect(chips(page, 'To').first()).toContainText('Anna');
  await expect(listed(page, 'The party')).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
});

test('a letter file that is dropped on the list opens as a draft; another file says that it is none', async ({ app: { page } }) => {
  await practise(page);
  const place = await folder();
  await writeFile(path.join(place, 'hello.eml'), 'To: anna@example.org\r\nSubject: From elsewhere\r\n\r\nHello there\r\n');
  await writeFile(path.join(place, 'odd.eml'), 'no letter');
  const drop = async (name: string): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [path.join(place, name)], dragOperationsMask: 1 };
    const box = await page.locator('#list-column').boundingBox();
    if (box === null) throw new Error('There is no list to drop on');
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
    await session.detach();
  };
  await drop('hello.eml');
  await expect(field(page, 'Subject')).toHaveValue('From elsewhere');
  await expect(text(page)).toContainText('Hello there');
  await drop('odd.eml');
  await expect(page.getByText('“odd.eml” is no letter.')).toBeVisible();
});

test('a draft and a message are printed with their header lines; a message is saved as it is', async ({ app }) => {
  const { page } = app;
  const printed = await printedBy(app);
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'On paper', text: 'Read this on paper.' });
  await saved(page);
  await page.keyboard.press('Control+p');
  const draft = await printed();
  expect(draft).toMatchObject({ title: 'On paper', pages: 1 });
  expect(draft.size).toBeGreaterThan(5000);
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'On paper').click();
  const file = path.join(await folder(), 'kept.eml');
  await app.saveTo(file);
  await button(page, 'Save as .eml').click();
  await expect(page.getByText('“On paper.eml” was saved.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('Subject: On paper\r\n');
  await button(page, 'Print').click();
  await until(async () =>
    (await app.electron.evaluate(() => (Reflect.get(globalThis, 'papers') as string[]).length)) === 2 ? true : null,
  );
  expect(await printed()).toMatchObject({ title: 'On paper', pages: 1 });
  await expect(sheet(page)).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
});

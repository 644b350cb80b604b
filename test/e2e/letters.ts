// What a person does with letters: begins one, fills it in, adds files and pictures, sends it, goes from room to room.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** The practice account of an empty profile; its first sheet is open afterwards. */
export async function practise(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await sheet(page).waitFor();
}

export const sheet = (page: Page): Locator => page.getByRole('region', { name: 'Letter' });
export const field = (page: Page, name: 'To' | 'Cc' | 'Bcc' | 'Subject'): Locator =>
  sheet(page).getByRole(name === 'Subject' ? 'textbox' : 'combobox', { name, exact: true });
export const text = (page: Page): Locator => sheet(page).getByRole('textbox', { name: 'Message' });
export const chips = (page: Page, name: 'To' | 'Cc' | 'Bcc'): Locator =>
  page
    .getByRole('list', { name: `Recipients in ${name}` })
    .getByRole('button')
    .filter({ hasNotText: /^$/ });
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
export const room = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('button', { name });
/** The opened message's letter, in its frame. */
export const letter = (page: Page): FrameLocator => page.frameLocator('iframe[title="The letter"]');
/** The rows of the list that is shown. */
export const rows = (page: Page): Locator => page.getByRole('listbox').getByRole('option');
export const listed = (page: Page, words: string): Locator => rows(page).filter({ hasText: words });

export type Letter = { readonly to?: string; readonly subject?: string; readonly text?: string };

/** Fills in the sheet that is open. */
export async function write(page: Page, letter: Letter): Promise<void> {
  if (letter.to !== undefined) {
    await field(page, 'To').fill(letter.to);
    await field(page, 'To').press('Enter');
  }
  if (letter.subject !== undefined) await field(page, 'Subject').fill(letter.subject);
  if (letter.text === undefined) return;
  await text(page).click();
  await page.keyboard.type(letter.text);
}

/** Waits until the engine has everything. */
export const saved = (page: Page): Promise<void> => sheet(page).getByText('Saved', { exact: true }).waitFor();

export const send = (page: Page): Promise<void> => button(page, 'Send').click();

/** Files as they lie on a disk, each with its content; a name that ends in a slash is a folder. */
export async function files(contents: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brevduva-files-'));
  return Promise.all(
    Object.entries(contents).map(async ([name, content]) => {
      const file = path.join(folder, name);
      if (name.endsWith('/')) await mkdir(file);
      else await writeFile(file, content);
      return path.resolve(file);
    }),
  );
}

/** Through the system's file picker. */
export async function attach(page: Page, paths: readonly string[], name = 'Attach files'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, name).click();
  await (await chooser).setFiles([...paths]);
}

/** Drags files from the desktop and lets them go over the sheet. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const box = await sheet(page).boundingBox();
  if (box === null) throw new Error('There is no sheet to drop on');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
  }
  await session.detach();
}

export type Pasted = { readonly text?: string; readonly html?: string /** A picture of 24 by 16 points. */; readonly isPicture?: boolean };

/** Pastes where the cursor is. Not by the system's clipboard: there is one of it, and tests run side by side. */
export async function paste(target: Locator, { text: plain, html, isPicture = false }: Pasted): Promise<void> {
  await target.evaluate(
    async (element, { plain: plainText, html: htmlText, isPicture: hasPicture }) => {
      const data = new DataTransfer();
      if (plainText !== undefined) data.setData('text/plain', plainText);
      if (htmlText !== undefined) data.setData('text/html', htmlText);
      if (hasPicture) {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: 24, height: 16 });
        canvas.getContext('2d')?.fillRect(4, 4, 12, 6);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
        if (blob !== null) data.items.add(new File([blob], 'image.png', { type: 'image/png' }));
      }
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { plain, html, isPicture },
  );
}

// What the desktop hands to the program: links for mail, and letter files; at its start, and while it runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { commandLine, electronExecutable, expect, test } from './app';
import { button, chips, field, listed, practise, room, rows, sheet, text } from './letters';

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));
/** As the desktop starts it while it runs: the second one hands over what it was told, and ends. */
const startAgain = (profile: string, words: readonly string[], cwd?: string): Promise<number | null> =>
  ended(spawn(electronExecutable(), [...commandLine(profile, words)], { stdio: 'ignore', cwd }));

async function letterFile(name: string, subject: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'brevduva-given-')), name);
  await writeFile(file, `To: Anna <anna@example.org>\r\nSubject: ${subject}\r\n\r\nHello there\r\n`);
  return file;
}

const attached = (page: Page) => sheet(page).getByRole('list', { name: 'Attachments' });

test('a letter file on the command line waits for the first account and opens as a draft; nothing is sent', async ({ launch }) => {
  const app = await launch({ args: [await letterFile('hello.eml', 'From the desktop')] });
  const { page } = app;
  await practise(page);
  await expect(field(page, 'Subject')).toHaveValue('From the desktop');
  await expect(chips(page, 'To').first()).toContainText('Anna');
  await room(page, 'Outbox').click();
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
});

test('a further start hands its letter files over, however they are named', async ({ app: { page, profile } }) => {
  await practise(page);
  const [plain, byUrl, odd] = [
    await letterFile('a.eml', 'By its path'),
    await letterFile('två.eml', 'By its URL'),
    await letterFile('-c.eml', 'With a dash'),
  ];
  expect(await startAgain(profile, [path.basename(plain)], path.dirname(plain))).toBe(0);
  await expect(field(page, 'Subject')).toHaveValue('By its path');
  expect(await startAgain(profile, [pathToFileURL(byUrl).href])).toBe(0);
  await expect(field(page, 'Subject')).toHaveValue('By its URL');
  expect(await startAgain(profile, ['--', path.basename(odd)], path.dirname(odd))).toBe(0);
  await expect(field(page, 'Subject')).toHaveValue('With a dash');
  await expect(text(page)).toContainText('Hello there');
  await expect(attached(page)).toHaveCount(0);
});

test('a file that is no letter is not attached to anything: the person reads how it is done', async ({ app: { page, profile } }) => {
  await practise(page);
  const file = await letterFile('report.pdf', 'x');
  await writeFile(file, '%PDF-1.4');
  expect(await startAgain(profile, [file])).toBe(0);
  await expect(page.getByText('“report.pdf” is no letter.')).toBeVisible();
  await expect(page.getByText('attach the file to it')).toBeVisible();
  await expect(attached(page)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
});

test('Open… in the menu of the window opens letter files', async ({ app }) => {
  const { page, electron } = app;
  await practise(page);
  const file = await letterFile('menu.eml', 'From the menu');
  await electron.evaluate((_electron, chosen) => {
    globalThis.recorder.openPaths = [chosen];
  }, file);
  const open = () =>
    electron.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items[0]?.submenu?.items.find(({ label }) => label === 'Open…')
          ?.click() ?? null,
    );
  await open();
  await expect(field(page, 'Subject')).toHaveValue('From the menu');
  await expect(listed(page, 'From the menu')).toHaveCount(1);
});

test('a link for mail starts the program with a letter: what it may fill in is filled in', async ({ launch }) => {
  const link = 'mailto:anna@example.org?cc=bob@example.org&bcc=eva@example.org&subject=Party&body=Bring%20a%20chair.%0D%0ABest';
  const { page } = await launch({ args: [link] });
  await practise(page);
  await expect(field(page, 'Subject')).toHaveValue('Party');
  await expect(chips(page, 'To').first()).toContainText('anna@example.org');
  await expect(chips(page, 'Cc').first()).toContainText('bob@example.org');
  await expect(chips(page, 'Bcc').first()).toContainText('eva@example.org');
  await expect(text(page)).toContainText('Bring a chair.');
  await expect(rows(page)).toHaveCount(1);
});

test('“Send to” of a desktop gives a link that wants a file along: none is taken, and the page says so', async ({
  app: { page, profile },
}) => {
  await practise(page);
  const secret = await letterFile('secret.txt', 'x');
  expect(await startAgain(profile, [`mailto:anna@example.org?subject=Look&attach=${secret}&Attachment=file://${secret}`])).toBe(0);
  await expect(field(page, 'Subject')).toHaveValue('Look');
  await expect(page.getByText('A link can’t bring files along.')).toBeVisible();
  await expect(attached(page)).toHaveCount(0);
});

test('hostile links fill in a letter at most: no option, no header, no file, nothing is sent', async ({ app: { page, profile } }) => {
  await practise(page);
  const folder = await mkdtemp(path.join(tmpdir(), 'brevduva-given-'));
  for (const [link, subject] of [
    [`mailto:--profile=${folder}?subject=One`, 'One'],
    ['mailto:x@example.org%0d%0aBcc:eve@example.org?subject=Two%0d%0aBcc:%20eve@example.org', 'Two Bcc: eve@example.org'],
    ['mailto:x@example.org?subject=Three&from=eve@example.org&reply-to=eve@example.org&bcc&send=1&X-Priority=1', 'Three'],
  ] as const) {
    expect(await startAgain(profile, ['--', link])).toBe(0);
    await expect(field(page, 'Subject')).toHaveValue(subject);
    await expect(sheet(page).getByRole('list', { name: 'Recipients in Bcc' })).toHaveCount(0);
    await expect(attached(page)).toHaveCount(0);
  }
  await room(page, 'Practice').click();
  await expect(rows(page)).toHaveCount(0);
  await expect(button(page, 'Write')).toBeVisible();
});

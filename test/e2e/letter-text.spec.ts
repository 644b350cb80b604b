// The text of a letter: formatting, tables, colours, emoji, finding, pasting, plain text - written, and as it arrives.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, root, test } from './app';
import { barriers } from './barriers';
import { button, letter, listed, paste, practise, room, saved, send, sheet, text, write } from './letters';

const fixture = (name: string): string =>
  readFileSync(path.join(root, 'test/unit/renderer/features/compose/paste/fixtures', `${name}.clipboard`), 'utf8');
const more = async (page: Page, name: string): Promise<void> => {
  await button(page, 'More formatting').click();
  await page.getByRole('button', { name, exact: true }).click();
};
/** What was sent, as it is shown afterwards. */
const arrived = async (page: Page, subject: string): Promise<void> => {
  await room(page, 'Sent').click();
  await listed(page, subject).click();
};

test('a table is made, filled with Tab, changed by its toolbar, and arrives with its lines', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Figures', text: 'As agreed:' });
  await page.keyboard.press('Enter');
  await more(page, 'Table');
  for (const words of ['Name', 'Amount', 'Paid', 'Anna', '120', 'yes', 'Bo', '80', 'no']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await expect(text(page).locator('tr')).toHaveCount(4); // Tab in the last cell made a row
  const tools = page.getByRole('toolbar', { name: 'Table' });
  await expect(tools).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await tools.getByRole('button', { name: 'Remove row' }).click();
  await expect(text(page).locator('tr')).toHaveCount(3);
  await text(page).locator('td').filter({ hasText: 'yes' }).click();
  await tools.getByRole('button', { name: 'Remove column' }).click();
  await expect(text(page).locator('tr').first().locator('th')).toHaveText(['Name', 'Amount']);
  await text(page).locator('td').filter({ hasText: '80' }).click();
  await tools.getByRole('button', { name: 'Row below' }).click();
  await tools.getByRole('button', { name: 'Column before' }).click();
  await tools.getByRole('button', { name: 'Column after' }).click();
  await tools.getByRole('button', { name: 'Row above' }).click();
  await expect(text(page).locator('tr')).toHaveCount(5);
  await expect(text(page).locator('tr').first().locator('th')).toHaveCount(4);
  await send(page);
  await arrived(page, 'Figures');
  await expect(letter(page).locator('table')).toHaveAttribute('border', '1');
  await expect(letter(page).locator('th').first()).toHaveText('Name');
  await expect(letter(page).locator('td').first()).toHaveCSS('padding-left', '10px');
});

test('what is typed as Markdown becomes what it means', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: '## Plan' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('**bold** *slanted* ~~gone~~ `code` ==look== [the fair](example.org/fair) and :tada: ');
  const words = text(page);
  await expect(words.locator('h2')).toHaveText('Plan');
  await expect(words.locator('strong')).toHaveText('bold');
  await expect(words.locator('em')).toHaveText('slanted');
  await expect(words.locator('s')).toHaveText('gone');
  await expect(words.locator('code')).toHaveText('code');
  await expect(words.locator('mark')).toHaveText('look');
  await expect(words.locator('a')).toHaveAttribute('href', 'https://example.org/fair');
  await expect(words).toContainText('and 🎉');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[bad](javascript:alert(1))');
  await expect(words.locator('a')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| Name | Amount |');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await expect(words.locator('th')).toHaveText(['Name', 'Amount']);
  await expect(words.locator('td')).toHaveText(['Anna', '12']);
});

test('colours, headings and code come from one button, and are cleared by it', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Colours of the signals', text: 'stop' });
  await text(page).selectText();
  await more(page, 'Words: Red');
  await text(page).selectText();
  await more(page, 'Behind: Yellow');
  await expect(text(page).locator('[data-ink="red"]')).toHaveText('stop');
  await button(page, 'More formatting').click();
  await expect(page.getByRole('button', { name: 'Words: Red' })).toHaveAttribute('aria-pressed', 'true');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await send(page);
  await arrived(page, 'Colours');
  await expect(letter(page).locator('span', { hasText: 'stop' }).last()).toHaveCSS('color', 'rgb(205, 45, 45)');
  await button(page, 'Write').click();
  await write(page, { text: 'plain again' });
  await text(page).selectText();
  await more(page, 'Words: Blue');
  await more(page, 'Heading 1');
  await expect(text(page).locator('h1 [data-ink]')).toHaveCount(1);
  await text(page).selectText();
  await more(page, 'Clear formatting');
  await expect(text(page).locator('p')).toHaveText('plain again');
  await expect(text(page).locator('h1,[data-ink]')).toHaveCount(0);
});

test('an emoji is found by its word or its name, in the language of the window', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang', 'sv'] });
  await page.getByRole('button', { name: 'Prova utan konto' }).click();
  const words = page.getByRole('textbox', { name: 'Meddelande' });
  await words.click();
  await page.getByRole('button', { name: 'Mer formatering' }).click();
  const search = page.getByRole('textbox', { name: 'Sök emoji' });
  await search.fill('duva');
  await page.getByRole('button', { name: 'duva', exact: true }).first().click();
  await expect(words).toContainText('🕊');
  await page.getByRole('button', { name: 'Mer formatering' }).click();
  await search.fill(':tada');
  await search.press('Enter');
  await expect(words).toContainText('🎉');
});

test('words are found, walked through and replaced, and Esc goes back to the letter', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'Meet on Friday. friday suits me. Not Saturday. FRIDAY!' });
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in the letter' });
  await bar.getByRole('textbox', { name: 'Find in the letter' }).fill('friday');
  await expect(text(page).locator('.found')).toHaveCount(3);
  await expect(bar.getByText('1 of 3')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar.getByText('2 of 3')).toBeVisible();
  await expect(text(page).locator('.found-here')).toHaveText('friday');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByText('3 of 3')).toBeVisible();
  await bar.getByRole('button', { name: 'Match capitals' }).click();
  await expect(text(page).locator('.found')).toHaveCount(1);
  await bar.getByRole('button', { name: 'Match capitals' }).click();
  expect(await barriers(page)).toEqual([]);
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('Sunday');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(text(page)).toHaveText('Meet on Sunday. Sunday suits me. Not Saturday. Sunday!');
  await expect(page.getByText('3 places were replaced.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('FRIDAY!');
});

test('an address pasted over words makes a link of them, one that runs does not', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'fair' });
  await text(page).selectText();
  await paste(text(page), { text: 'https://example.org/fair' });
  await expect(text(page).locator('a')).toHaveText('fair');
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org/fair');
  await page.keyboard.press('Control+a');
  await paste(text(page), { text: 'javascript:alert(1)' });
  await expect(text(page).locator('a')).toHaveCount(0);
});

test('what comes from Word, Google Docs, Excel and the web is clean, and pictures that lie elsewhere are said to be left out', async ({
  app: { page },
}) => {
  await practise(page);
  await text(page).click();
  const words = text(page);
  await paste(words, { html: fixture('word'), text: 'x' });
  await expect(words.locator('ul > li > ul > li')).toHaveText('Val');
  await expect(words.locator('ol > li')).toHaveText(['Öppnande', 'Avslutning']);
  await expect(words.locator('h1')).toHaveText('Kallelse till årsmöte');
  await expect(words.locator('td')).toHaveText(['Namn', 'Belopp', 'Åsa', '120']);
  await expect(page.getByText('A picture that lies elsewhere was left out.')).toBeVisible();
  await words.selectText();
  await paste(words, { html: fixture('google-docs'), text: 'x' });
  await expect(words.locator('strong').first()).toHaveText('cake');
  await expect(words.locator('h2')).toHaveText('Plan for Friday');
  await words.selectText();
  await paste(words, { html: fixture('excel'), text: 'x' });
  await expect(words.locator('tr')).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste(words, { html: fixture('web-page'), text: 'x' });
  await expect(words.locator('h3').first()).toHaveText('News of the day');
  await expect(words.locator('pre')).toHaveText('let a = 1;\n  let b = 2;');
  await expect(words.locator('table, img, script, [style], [onclick]')).toHaveCount(0);
  await words.selectText();
  await paste(words, { html: `${'<b>'.repeat(3000)}${'<table><tr><td>'.repeat(300)}${'<!--'.repeat(3000)}`, text: 'x' });
  await page.keyboard.type('still here');
  await expect(words).toContainText('still here');
});

test('with Ctrl+Shift+V the words alone come in', async ({ app: { electron, page } }) => {
  await practise(page);
  await electron.evaluate(({ clipboard }) =>
    (clipboard as unknown as { write: (data: { html: string; text: string }) => void }).write({ html: '<h1>Loud</h1>', text: 'Loud' }),
  );
  await text(page).click();
  await page.keyboard.press('Control+Shift+V');
  await expect(text(page).locator('p')).toHaveText('Loud');
  await expect(text(page).locator('h1')).toHaveCount(0);
});

test('five megabytes are asked about, the page goes on, and nothing of them is lost', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Log', text: 'See below. ' });
  const took = await text(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'A line of a long log, with words.\n'.repeat(150_000));
    data.setData('text/html', `<pre>${'A line of a long log, with words.\n'.repeat(150_000)}</pre>`);
    const started = performance.now();
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    return performance.now() - started;
  });
  expect(took).toBeLessThan(500);
  await expect(page.getByText(/too long for a letter: 5/)).toBeVisible();
  await page.keyboard.type('still writing');
  await expect(text(page)).toHaveText('See below. still writing');
  await button(page, 'As an attachment').click();
  await expect(sheet(page).getByText('Pasted text.txt')).toBeVisible();
  await expect(
    sheet(page)
      .getByText(/5\.1 MB/)
      .first(),
  ).toBeVisible();
});

test('half a megabyte comes in as plain text at once, is written in, and is one step for undo', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Log', text: 'Above' });
  await paste(text(page), { text: `${'A line of a long log.\n'.repeat(24_000)}the end` });
  await expect(page.getByText(/What you pasted is long/)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const longest = page.evaluate(async () => {
    let [last, most] = [performance.now(), 0];
    while (document.querySelector('[role="textbox"][aria-multiline]')?.textContent.endsWith('the end') !== true) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      most = Math.max(most, performance.now() - last);
      last = performance.now();
    }
    return most;
  });
  await button(page, 'As plain text').click();
  expect(await longest).toBeLessThan(1000);
  await expect(text(page).locator(':scope > p').first()).toHaveText('Above');
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText('Above');
  await page.keyboard.press('Control+Shift+z');
  // A page is slow with many paragraphs, not with many words.
  expect(await text(page).locator('*').count()).toBeLessThan(500);
  await text(page)
    .locator('[data-lines]')
    .nth(1)
    .click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('**mine**');
  await expect(text(page).locator('[data-lines]').nth(1)).toContainText('A line of a long log.\n**mine**\nA line of');
  await saved(page);
});

test('thousands of lines that are no longer than usual come in as lines, in plain text too', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { text: 'Above' });
  await page.keyboard.press('Enter');
  const log = Array.from({ length: 10_000 }, (_, n) => `line ${n}`).join('\n');
  await paste(text(page), { text: log });
  await expect(text(page)).toContainText('line 9999');
  expect(await text(page).locator('*').count()).toBeLessThan(300);
  await page.keyboard.press('Control+Shift+m');
  await expect(text(page)).toHaveCSS('font-family', /mono/);
  await expect(text(page).locator('[data-lines]').first()).toContainText('Above\n\nline 0\nline 1\n');
  expect(await text(page).locator('*').count()).toBeLessThan(300);
});

test('undo goes back past the switch to plain text, and redo forth again', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Undo', text: 'Dear **Anna** ' });
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await page.keyboard.press('Control+Shift+m');
  await button(page, 'Make it plain text').click();
  await expect(text(page)).toHaveCSS('font-family', /mono/);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('more');
  await expect(text(page)).toHaveText(/Dear Anna ?more/);
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText(/^Dear Anna ?$/);
  await page.keyboard.press('Control+z');
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+z'); // what was done before it
  await page.keyboard.press('Control+Shift+z');
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await page.keyboard.press('Control+Shift+z');
  await expect(text(page)).toHaveCSS('font-family', /mono/);
  await page.keyboard.press('Control+Shift+z');
  await expect(text(page)).toHaveText(/Dear Anna ?more/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!'); // what is written now ends what could be done again
  await page.keyboard.press('Control+Shift+z');
  await expect(text(page).locator('strong')).toHaveText('Anna');
  await saved(page);
});

test('a letter becomes plain text, says what it would lose, arrives as text alone, and is kept so', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Plain', text: 'Dear Anna' });
  await page.keyboard.press('Control+Shift+M');
  await expect(text(page)).toHaveCSS('font-family', /mono/);
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toHaveCount(0);
  await button(page, 'With formatting').click();
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('**two** ');
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByText('As plain text this letter loses the formatting.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Keep it as it is').click();
  await expect(text(page).locator('strong')).toHaveText('two');
  await page.keyboard.press('Control+Shift+M');
  await button(page, 'Make it plain text').click();
  await expect(text(page).locator('p')).toHaveText(['Dear Anna', '', '- one', '- two']);
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('  indented, and **no bold** ');
  await paste(text(page), { html: '<h1>x</h1>', text: 'pasted\n\nlines' });
  await expect(text(page).locator('p').last()).toHaveText('lines');
  await expect(text(page).locator('strong, h1')).toHaveCount(0);
  await saved(page);
  await first.kill();
  const second = await launch({ profile: first.profile });
  await room(second.page, 'Drafts').click();
  await listed(second.page, 'Plain').click();
  await expect(text(second.page)).toHaveCSS('font-family', /mono/);
  await expect(text(second.page).locator('p').nth(4)).toHaveText(/^ {2}indented/);
  await send(second.page);
  await arrived(second.page, 'Plain');
  await expect(second.page.getByText('indented, and **no bold**')).toBeVisible();
});

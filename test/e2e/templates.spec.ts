// Templates and snippets: kept of a letter, used with their fields, come by /name, deleted and taken back, carried in a file.
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { attach, button, chips, field, files, listed, practise, saved, sheet, text, write } from './letters';

const dialog = (page: Page) => page.getByRole('dialog');
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await button(page, 'More for this letter').click();
  await page.getByRole('menuitem', { name }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
}

/** By the manager, from the palette. */
async function addSnippet(page: Page, name: string, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const palette = dialog(page).getByRole('combobox');
  await palette.fill('snippets');
  await expect(dialog(page).getByRole('option').first()).toHaveText('Snippets');
  await palette.press('Enter');
  await inDialog(page, 'New snippet').click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog(page).getByRole('textbox', { name: 'Text', exact: true }).click();
  await page.keyboard.type(words);
  await inDialog(page, 'Save').click();
  await expect(inDialog(page, `/${name} ${words}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

test('a letter becomes a template, and the next is written from it by keyboard alone: its fields, its file, the cursor in its place', async ({
  app: { page },
}) => {
  await practise(page);
  const [plan = ''] = await files({ 'plan.txt': 'a plan' });
  await attach(page, [plan]);
  await write(page, { subject: 'Dues {{year}}', text: 'Dear {{first name}},' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('{{cursor}}');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pay {{amount}}.');
  await chooseFromMenu(page, 'Save as a template');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Dues {{year}}');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Dues');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Dues” was saved.')).toBeVisible();

  await page.keyboard.press('Control+N');
  await expect(field(page, 'Subject')).toHaveValue('');
  await field(page, 'To').fill('Anna Andersson <anna@example.org>');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+D');
  await expect(dialog(page).getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('due');
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'year' })).toBeFocused();
  await page.keyboard.type('2027');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('textbox', { name: 'first name' })).toHaveValue('Anna'); // known by whom it is for
  await page.keyboard.press('Tab');
  await page.keyboard.type('<b>100</b> kr');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(field(page, 'Subject')).toHaveValue('Dues 2027');
  await expect(text(page).locator('p')).toHaveText(['Dear Anna,', '', 'Pay <b>100</b> kr.']);
  await expect(sheet(page).getByText('plan.txt')).toBeVisible();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('As every year.');
  await expect(text(page).locator('p')).toHaveText(['Dear Anna,', 'As every year.', 'Pay <b>100</b> kr.']);
  await saved(page);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(text(page)).not.toContainText('Dear Anna');
});

test('what is left empty stays open, and the check of the letter points it out; last time’s words are there the next time', async ({
  app: { page },
}) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'Hello', text: '{{place}} and {{day}}' });
  await chooseFromMenu(page, 'Save as a template');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Hello” was saved.')).toBeVisible();
  for (const round of ['first', 'second']) {
    await page.keyboard.press('Control+N');
    await expect(field(page, 'Subject')).toHaveValue('');
    await page.keyboard.press('Control+Shift+D');
    await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    const place = dialog(page).getByRole('textbox', { name: 'place' });
    await expect(place).toHaveValue(round === 'first' ? '' : 'Ytterby');
    await place.fill('Ytterby');
    await page.keyboard.press('Enter');
    await expect(text(page)).toHaveText('Ytterby and {{day}}');
    await expect(field(page, 'Subject')).toHaveValue('Hello');
    await expect(chips(page, 'To')).toHaveCount(0);
  }
  await expect(sheet(page).getByRole('button', { name: /to look at/ })).toBeVisible();
});

test('a snippet comes by /name: the list follows the typing, Enter puts it in, Escape leaves the text, a path is a path', async ({
  app: { page },
}) => {
  await practise(page);
  await addSnippet(page, 'mvh', 'Kind regards, Åsa');
  await addSnippet(page, 'meet', 'Shall we meet at noon?');
  await text(page).click();
  await page.keyboard.type('Hello /m');
  const options = page.getByRole('listbox', { name: 'Snippets' }).getByRole('option');
  await expect(options).toHaveText([/^\/meet/, /^\/mvh/]);
  await expect(text(page)).toHaveAttribute('aria-activedescendant', /-0$/);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('Hello Kind regards, Åsa');
  await expect(options).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('/me');
  await expect(options).toHaveText([/^\/meet/]);
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(sheet(page)).toBeVisible(); // Escape was the list's, not the letter's
  await page.keyboard.press('Enter');
  await page.keyboard.type('https://example.org/me and either/me');
  await expect(options).toHaveCount(0);
  await expect(text(page).locator('p')).toHaveText(['Hello Kind regards, Åsa', '/me', 'https://example.org/me and either/me']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('/mvh');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(text(page).locator('p').last()).toHaveText('Kind regards, Åsa');
});

test('a snippet knows whom the letter is for, asks for the rest, and comes into a plain letter too', async ({ app: { page } }) => {
  await practise(page);
  await addSnippet(page, 'hi', 'Hi {{first name}}!');
  await addSnippet(page, 'at', 'See you at {{time}}.');
  await field(page, 'To').fill('Bo Berg <bo@example.org>');
  await page.keyboard.press('Enter');
  await text(page).click();
  await page.keyboard.type('/hi');
  await expect(page.getByRole('option', { name: /^\/hi/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('Hi Bo!');
  await page.keyboard.press('Control+Shift+M');
  await expect(text(page)).toHaveAttribute('data-plain', '');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' /at');
  await expect(page.getByRole('option', { name: /^\/at/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'time' })).toBeFocused();
  await page.keyboard.type('noon');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('Hi Bo! See you at noon.');
});

test('whoever types on while a snippet is being fetched goes on behind it', async ({ app: { page } }) => {
  await practise(page);
  await addSnippet(page, 'mvh', 'Kind regards, Åsa');
  await text(page).click();
  await page.keyboard.type('Bye. /mvh');
  await expect(page.getByRole('option', { name: /^\/mvh/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' and the cat');
  await expect(text(page)).toHaveText('Bye. Kind regards, Åsa and the cat');
});

test('a template is changed, deleted and taken back; all of them go into a file and come again from it', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { subject: 'Dues', text: 'Please pay.' });
  await chooseFromMenu(page, 'Save as a template');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Dues” was saved.')).toBeVisible();
  await page.keyboard.press('Control+Shift+D');
  await inDialog(page, 'Change “Dues”').click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('');
  await inDialog(page, 'Save').click();
  await expect(dialog(page).getByText('It needs a name.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Dues of the club');
  expect(await barriers(page)).toEqual([]);
  await inDialog(page, 'Save').click();
  await inDialog(page, 'Delete “Dues of the club”').click();
  await expect(dialog(page).getByText('“Dues of the club” was deleted.')).toBeVisible();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(0);
  await inDialog(page, 'Undo').click();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
  const [notOurs = ''] = await files({ 'other.json': '{"format":"other"}' });
  await dialog(page).locator('input[data-for="templates"]').setInputFiles(notOurs);
  await expect(dialog(page).getByRole('alert')).toHaveText('This is not a file of templates.');
  const [ours = ''] = await files({
    'ours.json': JSON.stringify({
      format: 'brevduva-templates',
      version: 1,
      exportedAt: '',
      templates: [
        {
          kind: 'template',
          name: 'Minutes',
          subject: 'Minutes',
          html: '<p>Who was there<script>x</script></p>',
          to: [],
          cc: [],
          bcc: [],
          files: [],
        },
      ],
      pictures: [],
    }),
  });
  await dialog(page).locator('input[data-for="templates"]').setInputFiles(ours);
  await expect(dialog(page).getByText('One was taken over.')).toBeVisible();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2);
});

test('a new letter is written from a template by the menu beside Write and by its key, and the letter being written stays as it is', async ({
  app: { page },
}) => {
  await practise(page);
  await write(page, { subject: 'Dues', text: 'Pay {{amount}}.' });
  await chooseFromMenu(page, 'Save as a template');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Dues” was saved.')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+N');
  await expect(field(page, 'Subject')).toHaveValue('');
  await write(page, { to: 'Anna <anna@example.org>', subject: 'Half written', text: 'Dear Anna,' });
  await saved(page);

  await button(page, 'Other ways to write').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Write from a template' })).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Other ways to write')).toBeFocused();
  await button(page, 'Other ways to write').click();
  await page.getByRole('menuitem', { name: 'Write from a template' }).click();
  await expect(dialog(page).getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('textbox', { name: 'amount' }).fill('80 kr');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Subject')).toHaveValue('Dues');
  await expect(text(page)).toContainText('Pay 80 kr.');
  await expect(chips(page, 'To')).toHaveCount(0);

  await text(page).focus();
  await page.keyboard.press('Control+Shift+N');
  await expect(dialog(page).getByRole('heading', { name: 'Write from a template' })).toBeVisible();
  await expect(dialog(page).getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('textbox', { name: 'amount' }).fill('90 kr');
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('Pay 90 kr.');
  await expect(listed(page, 'Dues')).toHaveCount(3); // the first of them became the template
  await listed(page, 'Half written').click();
  await expect(text(page)).toHaveText(/^Dear Anna,/);
  await expect(text(page)).not.toContainText('Pay');
});

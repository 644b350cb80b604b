// Whom one writes to: offered while typing, moved between the fields, doubted where a slip is likely, grouped, and brought in from a file.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers, button, chips, field, files, listed, paste, practise, room, rows, saved, send, sheet, write } from './letters';

const offered = (page: Page): Locator => page.getByRole('listbox', { name: 'People you may mean' }).getByRole('option');
const card = (page: Page): Locator => page.getByRole('dialog', { name: /^About/ });

/** Sends a letter and begins another one. */
async function sendTo(page: Page, to: string, subject: string): Promise<void> {
  await write(page, { to, subject, text: 'Hello' });
  await send(page);
  await room(page, 'Sent').click();
  await listed(page, subject).waitFor();
  await page.keyboard.press('Control+n');
  await field(page, 'To').waitFor();
}

test('who was written to is offered, the warmest first, and chosen with the keyboard', async ({ app: { page } }) => {
  await practise(page);
  await sendTo(page, 'Anna Berg <anna@example.org>', 'First');
  await sendTo(page, 'Anders Ek <anders@example.org>, Anna Berg <anna@example.org>', 'Second');
  const to = field(page, 'To');
  await to.pressSequentially('an');
  await expect(offered(page)).toHaveText(['Anna Berganna@example.org', 'Anders Ekanders@example.org']);
  await expect(to).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('2 suggestions. Arrow keys choose.')).toBeAttached();
  expect(await barriers(page)).toEqual([]);
  await to.press('ArrowDown');
  await expect(offered(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await to.press('Escape');
  await expect(offered(page)).toHaveCount(0);
  await expect(to).toHaveValue('an');
  await to.press('Backspace');
  await expect(offered(page).first()).toHaveAttribute('aria-selected', 'true');
  await to.press('Enter');
  await expect(chips(page, 'To')).toHaveText(['Anna Berganna@example.org']);
  // Who is there already is not offered again; a word nobody has is taken as it stands.
  await to.pressSequentially('an');
  await expect(offered(page)).toHaveText(['Anders Ekanders@example.org']);
  await to.press('Tab');
  await expect(chips(page, 'To')).toHaveCount(2);
  await expect(to).toBeFocused();
  await to.pressSequentially('anna@example.net');
  await to.press('Enter');
  await expect(chips(page, 'To').last()).toHaveText('anna@example.net');
});

test('a chip tells of the last letter and opens it', async ({ app: { page } }) => {
  await practise(page);
  await sendTo(page, 'Anna Berg <anna@example.org>', 'About the choir');
  await write(page, { to: 'anna@example.org', subject: 'Again' });
  await chips(page, 'To').first().focus();
  await page.keyboard.press('Space');
  await expect(card(page)).toContainText('Anna Berg');
  await expect(card(page)).toContainText(/One letter, .*20\d\d/);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(chips(page, 'To').first()).toBeFocused();
  await saved(page);
  await chips(page, 'To').first().click();
  await card(page).getByRole('button', { name: 'About the choir' }).click();
  await expect(page.getByRole('heading', { name: 'About the choir' })).toBeVisible();
});

test('chips go from field to field by the mouse and by the keyboard, and nobody stands in two', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org, bo@example.org' });
  await page.keyboard.press('Control+Shift+C');
  await field(page, 'Cc').fill('cia@example.org');
  await field(page, 'Cc').press('Enter');
  await chips(page, 'To').first().dragTo(field(page, 'Cc'));
  await expect(chips(page, 'To')).toHaveText(['bo@example.org']);
  await expect(chips(page, 'Cc')).toHaveText(['cia@example.org', 'anna@example.org']);
  // By the keyboard into a field that is not there yet.
  await chips(page, 'Cc').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(chips(page, 'Bcc')).toHaveText(['cia@example.org']);
  await expect(chips(page, 'Bcc').first()).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chips(page, 'Cc')).toHaveText(['anna@example.org', 'cia@example.org']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(chips(page, 'Cc')).toHaveText(['cia@example.org', 'anna@example.org']);
  await expect(chips(page, 'Cc').first()).toBeFocused();
  // Another case is the same person, in the same field and in another one.
  await field(page, 'To').fill('BO@Example.ORG, Anna@example.org');
  await field(page, 'To').press('Enter');
  await expect(chips(page, 'To')).toHaveText(['bo@example.org']);
  await expect(sheet(page).getByText('anna@example.org is in Cc already.', { exact: false })).toBeVisible();
});

test('a slip of the fingers is asked about and mended by one key; a look-alike is told', async ({ app: { page } }) => {
  await practise(page);
  const to = field(page, 'To');
  await to.fill('bob@gmial.com');
  await to.press('Enter');
  await expect(sheet(page).getByText('“bob@gmial.com”: was gmail.com meant?')).toBeVisible();
  await expect(chips(page, 'To').first()).toHaveAccessibleDescription(/was gmail.com meant/);
  expect(await barriers(page)).toEqual([]);
  await to.press('Alt+Enter');
  await expect(chips(page, 'To')).toHaveText(['bob@gmail.com']);
  await to.fill('eva@gmial.com');
  await to.press('Enter');
  await button(page, 'It is right').click();
  await expect(chips(page, 'To')).toHaveText(['bob@gmail.com', 'eva@gmial.com']);
  await expect(sheet(page).getByText('was gmail.com meant?')).toBeHidden();
  await to.fill('anna@xn--80ak6aa92e.com');
  await to.press('Enter');
  await expect(chips(page, 'To').last()).toHaveText('anna@аррӏе.com');
  await expect(sheet(page).getByText('“аррӏе.com” looks like apple.com, but is written in other letters.')).toBeVisible();
});

test('two thousand pasted addresses stay within reach of the keyboard, and all of them are kept', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await practise(page);
  const everyone = Array.from({ length: 2000 }, (_, n) =>
    n % 3 === 0 ? `"Person, ${n}" <p${n}@example.org>` : `Person ${n} <p${n}@example.org>`,
  );
  await paste(field(page, 'To'), { text: everyone.join(';\n') });
  await expect(page.getByText('1940 before these')).toBeVisible();
  await expect(chips(page, 'To').last()).toHaveText(/^Person 1999/);
  await field(page, 'To').press('ArrowLeft');
  await page.keyboard.press('Home');
  await expect(chips(page, 'To').first()).toHaveText(/^Person, 0/);
  await expect(page.locator('[data-chip="0"]')).toBeFocused();
  await page.keyboard.press('Delete');
  await field(page, 'Subject').fill('To all');
  await expect(page.getByText('and 1987 more')).toBeVisible();
  await saved(page);
  await first.quit();
  const { page: again } = await launch({ profile: first.profile });
  await listed(again, 'To all').click();
  await expect(again.getByText('and 1987 more')).toBeVisible();
});

test('an address book comes in after a look at it; a group of it is one chip, and can be taken apart', async ({ app: { page } }) => {
  await practise(page);
  const [book] = await files({
    'people.csv':
      'First Name,Last Name,Labels,E-mail 1 - Value\nAnna,Berg,Choir ::: * myContacts,anna@example.org\nBo,Ek,Choir,bo@example.org\nCia,Dal,,cia@example.org\nNo,Address,,\n',
  });
  await room(page, 'People').click();
  await expect(page.getByText('Nobody is here yet.', { exact: false })).toBeVisible();
  await button(page, 'Bring in an address book').first().click();
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose a file').click();
  await (await chooser).setFiles([book ?? '']);
  await expect(page.getByText('3 new')).toBeVisible();
  await expect(page.getByRole('status').getByText('1 are left out')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Bring in 3').click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByRole('combobox', { name: 'Which people are shown' }).selectOption({ label: 'Choir (2)' });
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+n');
  await field(page, 'To').pressSequentially('cho');
  await expect(offered(page)).toHaveText(['Choir2 people']);
  await field(page, 'To').press('Enter');
  await expect(chips(page, 'To')).toHaveText(['Choir2']);
  await chips(page, 'To').first().focus();
  await page.keyboard.press('Enter');
  await expect(chips(page, 'To')).toHaveText(['Anna Berganna@example.org', 'Bo Ekbo@example.org']);
});

test('a letter to a group goes to each of its members', async ({ app: { page } }) => {
  await practise(page);
  await room(page, 'People').click();
  for (const [name, address] of [
    ['Anna Berg', 'anna@example.org'],
    ['Bo Ek', 'bo@example.org'],
  ] as const) {
    await button(page, 'Add a person').first().click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Mail address').fill(address);
    await button(page, 'Save').click();
    await expect(listed(page, name)).toBeVisible();
  }
  await button(page, 'Make a group').click();
  await page.getByLabel('Name of the group').fill('Board');
  await button(page, 'Save').click();
  for (const name of ['Anna', 'Bo']) {
    await page.getByLabel('Add somebody to the group').fill(name);
    await page.getByRole('listbox', { name: 'People you may mean' }).getByRole('option').first().click();
  }
  await expect(button(page, 'Take Bo Ek out of the group')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Write a letter').click();
  await expect(chips(page, 'To')).toHaveText(['Anna Berganna@example.org', 'Bo Ekbo@example.org']);
  await write(page, { subject: 'Meeting', text: 'On Monday' });
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'Meeting').click();
  await expect(page.getByRole('main')).toContainText('bo@example.org');
});

test('a person is changed, found, removed, and comes back when that is undone', async ({ app: { page } }) => {
  await practise(page);
  await room(page, 'People').click();
  await button(page, 'Add a person').first().click();
  await page.getByLabel('Name', { exact: true }).fill('Åsa Öst');
  await page.getByLabel('Mail address').fill('not an address');
  await button(page, 'Save').click();
  await expect(page.getByText('This is not a mail address.')).toBeVisible();
  await page.getByLabel('Mail address').fill('asa@example.org');
  await button(page, 'Save').click();
  await expect(listed(page, 'Åsa Öst')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Åsa Östlund');
  await button(page, 'Save').click();
  await page.getByRole('searchbox', { name: 'Search for a name or an address' }).fill('asa ostl');
  await expect(rows(page)).toHaveText([/Åsa Östlund/]);
  await button(page, 'Remove').click();
  await expect(page.getByText('Nobody is found.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(rows(page)).toHaveText([/Åsa Östlund/]);
});

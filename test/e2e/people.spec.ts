// Whom one writes to: offered while typing, moved between the fields, doubted where a slip is likely, grouped, and brought in from a file.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { barriers } from './barriers';
import { button, chips, field, files, listed, paste, practise, room, rows, saved, send, sheet, write } from './letters';

const offered = (page: Page): Locator => page.getByRole('listbox', { name: 'People you may mean' }).getByRole('option');
const card = (page: Page): Locator => page.getByRole('dialog', { name: /^About/ });

/** Sends a letter and begins another one. */
async function sendTo(page: Page, to: string, subject: string): Promise<void> {
  await write(page, { to, subject, text: 'Hello to you all' });
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
  await chips(page, 'To').first().dragTo(field(page, 'Cc'), { steps: 5 });
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

test('several chips are chosen together, and go where they are dragged: to another field, and to another place in their own', async ({
  app: { page },
}) => {
  await practise(page);
  await write(page, { to: 'a@example.org, b@example.org, c@example.org, d@example.org' });
  await page.keyboard.press('Control+Shift+C');
  const chip = (name: 'To' | 'Cc', who: string) => chips(page, name).filter({ hasText: `${who}@example.org` });
  await chip('To', 'a').click();
  await page.keyboard.press('Escape');
  await chip('To', 'b').click({ modifiers: ['Control'] });
  await chip('To', 'd').click({ modifiers: ['Control'] });
  await expect(sheet(page).getByText('2 chosen.', { exact: false })).toBeVisible();
  await expect(chip('To', 'd')).toHaveAttribute('aria-pressed', 'true');
  expect(await barriers(page)).toEqual([]);
  await chip('To', 'd').dragTo(field(page, 'Cc'), { steps: 5 });
  await expect(chips(page, 'To')).toHaveText(['a@example.org', 'c@example.org']);
  await expect(chips(page, 'Cc')).toHaveText(['b@example.org', 'd@example.org']);
  await expect(sheet(page).getByText('2 people', { exact: false })).toBeVisible();
  // Back by the keyboard, both at once.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chips(page, 'To')).toHaveText(['a', 'c', 'b', 'd'].map((who) => `${who}@example.org`));
  await expect(chips(page, 'Cc')).toHaveCount(0);
  // Within the field: before the one in the middle it is dropped on.
  await chip('To', 'd').dragTo(chip('To', 'c'), { targetPosition: { x: 4, y: 12 }, steps: 5 });
  await expect(chips(page, 'To')).toHaveText(['a', 'd', 'c', 'b'].map((who) => `${who}@example.org`));
  await chip('To', 'a').dragTo(chip('To', 'b'), { targetPosition: { x: 4, y: 12 }, steps: 5 });
  await expect(chips(page, 'To')).toHaveText(['d', 'c', 'a', 'b'].map((who) => `${who}@example.org`));
  // A stretch by Shift, taken out at once.
  await chips(page, 'To').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  await expect(chips(page, 'To')).toHaveText(['a', 'b'].map((who) => `${who}@example.org`));
  await saved(page);
});

test('a list is pasted in whatever form it comes, where the cursor is', async ({ app: { page } }) => {
  await practise(page);
  const to = field(page, 'To');
  await to.fill('bo@example.org ');
  await paste(to, { text: '1. Ek, Anna <anna@example.org>\n2. cia@example.org dan@example.org' });
  await expect(chips(page, 'To')).toHaveText(['bo@example.org', 'Ek, Annaanna@example.org', 'cia@example.org', 'dan@example.org']);
  // Over what is selected, and with what stays.
  await to.fill('evaXXX');
  await to.evaluate((input) => (input as HTMLInputElement).setSelectionRange(3, 6));
  await paste(to, { text: 'Name\tMail\nFia\tfia@example.org\nGun\tgun@example.org' });
  await expect(to).toHaveValue('eva');
  await expect(chips(page, 'To')).toHaveText([/^bo/, /^Ek, Anna/, /^cia/, /^dan/, 'Fiafia@example.org', 'Gungun@example.org']);
  await to.fill('');
  await paste(to, { text: 'Hans', html: '<p><a href="mailto:hans@example.org">Hans</a></p>' });
  await expect(chips(page, 'To').last()).toHaveText('Hanshans@example.org');
});

test('slips in a long pasted list are counted, gone through, and mended at once', async ({ app: { page } }) => {
  await practise(page);
  const everyone = Array.from(
    { length: 200 },
    (_, n) => `p${n}@${n === 3 || n === 120 ? 'gmial.com' : n === 150 ? 'paypa1.com' : 'example.org'}`,
  );
  await paste(field(page, 'To'), { text: everyone.join(' ') });
  const help = sheet(page);
  await expect(help.getByText('3 addresses may not be what you mean.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Show the next').click();
  await expect(chips(page, 'To').filter({ hasText: 'p3@gmial.com' })).toBeFocused();
  await expect(help.getByText('“p3@gmial.com”: was gmail.com meant?')).toBeVisible();
  await button(page, 'Show the next').click();
  await button(page, 'Show the next').click();
  await expect(help.getByText('“paypa1.com” is easily taken for paypal.com.', { exact: false })).toBeVisible();
  await button(page, 'It is right').click();
  await expect(help.getByText('2 addresses may not be what you mean.')).toBeVisible();
  await button(page, 'Change all 2 that look mistyped').click();
  await expect(help.getByText('may not be what you mean')).toHaveCount(0);
  await field(page, 'To').press('ArrowLeft');
  await page.keyboard.press('Home');
  await expect(chips(page, 'To').nth(3)).toHaveText('p3@gmail.com');
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
  // Who stands in it gets one letter, and the person is told.
  await page.keyboard.press('Control+Shift+C');
  await field(page, 'Cc').fill('BO@example.org, dan@example.org');
  await field(page, 'Cc').press('Enter');
  await expect(chips(page, 'Cc')).toHaveText(['dan@example.org']);
  await expect(sheet(page).getByText('BO@example.org is in To already.')).toBeVisible();
  // It is still one chip when the draft is opened again.
  await field(page, 'Subject').fill('To the choir');
  await saved(page);
  await room(page, 'People').click();
  await room(page, 'Drafts').click();
  await listed(page, 'To the choir').click();
  await expect(chips(page, 'To')).toHaveText(['Choir2']);
  await page.reload();
  await listed(page, 'To the choir').click();
  await expect(chips(page, 'To')).toHaveText(['Choir2']);
  await chips(page, 'To').first().focus();
  await page.keyboard.press('Enter');
  await expect(chips(page, 'To')).toHaveText(['Anna Berganna@example.org', 'Bo Ekbo@example.org']);

  // With the mouse: its card names who is in it. Whoever is taken out of what it was taken apart into gets no letter.
  await page.keyboard.press('Control+n');
  await expect(field(page, 'Subject')).toHaveValue(''); // the letter before was to the choir
  await field(page, 'To').pressSequentially('cho');
  await expect(offered(page)).toHaveText(['Choir2 people']);
  await field(page, 'To').press('Enter');
  await chips(page, 'To').first().click();
  const card = page.getByRole('dialog', { name: 'About Choir' });
  await expect(card.getByRole('listitem')).toHaveText(['Anna Berg', 'Bo Ek']);
  expect(await barriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Show each of them' }).click();
  await expect(chips(page, 'To')).toHaveText(['Anna Berganna@example.org', 'Bo Ekbo@example.org']);
  await expect(page.locator('[data-chip="0"]')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(chips(page, 'To')).toHaveText(['Bo Ekbo@example.org']);
  await write(page, { subject: 'Without Anna', text: 'Dear Bo' });
  await send(page);
  await room(page, 'Practice').click();
  await listed(page, 'Without Anna').click();
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByRole('definition').filter({ hasText: /^\w+@example\.org$/ })).toHaveText(['bo@example.org']);
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

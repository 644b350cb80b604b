// Several addresses of one account: set up, followed by From, with a signature each that never touches what was written.

import type { Page } from '@playwright/test';
import { parse } from '../support/message';
import { barriers } from './barriers';
import { button, field, listed, room, sheet, text, write } from './letters';
import { expect, test } from './mail-host';
import { addAccount } from './wizard';

const own = 'alice@example.test';
const shop = 'alice+shop@example.test';
const from = (page: Page) => sheet(page).getByRole('combobox', { name: 'From' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function sign(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a signature' }).click();
  await page.getByRole('textbox', { name: 'Text of the signature' }).click();
  await page.keyboard.type(words);
}

/** The account's own address signs as Alice; the shop's is for letters to example.test. */
async function setUpIdentities(page: Page): Promise<void> {
  await room(page, 'Accounts').click();
  await listed(page, own).click();
  await button(page, `Edit ${own}`).click();
  await sign(page, 'Alice Andersson');
  await dialog(page, own).getByRole('button', { name: 'Save' }).click();
  await dialog(page, own).waitFor({ state: 'hidden' });
  await button(page, 'Add an address').click();
  const another = dialog(page, 'Another address');
  await another.getByLabel('Name').fill('The Shop');
  await another.getByRole('button', { name: 'Save' }).click();
  await expect(another.getByText('This is not a whole mail address yet.')).toBeVisible();
  await another.getByLabel('Mail address').fill(shop);
  await another.getByLabel('Use for letters to').fill('example.test');
  await sign(page, 'The shop on the corner');
  expect(await barriers(page)).toEqual([]);
  await another.getByRole('button', { name: 'Save' }).click();
  await another.waitFor({ state: 'hidden' });
  await expect(button(page, `Edit ${shop}`)).toContainText('example.test');
}

test('from follows whom the letter is for, and the letter goes from there with its signature', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, own);
  await setUpIdentities(page);
  await page.keyboard.press('Control+n');
  await expect(from(page)).toHaveValue(/./);
  await expect(text(page)).toContainText('Alice Andersson');
  await text(page).locator('p').first().click();
  await page.keyboard.type('Your order is on its way.');
  await write(page, { to: 'dieter@example.test', subject: 'Your order' });
  await expect(sheet(page).getByText('Letters to example.test go from here.')).toBeVisible();
  await expect(from(page).locator('option:checked')).toHaveText(`The Shop <${shop}>`);
  await expect(text(page)).toContainText('The shop on the corner');
  await expect(text(page)).not.toContainText('Alice Andersson');
  expect(await barriers(page)).toEqual([]);
  const mailbox = mailHost.mailbox('dieter@example.test');
  const before = mailbox.messages().length;
  await button(page, 'Send').click();
  const letter = await parse((await mailbox.waitForMessages(before + 1)).at(-1)?.content);
  expect(letter.from).toEqual({ name: 'The Shop', address: shop });
  expect(letter.text).toMatch(/^Your order is on its way\.\s+-- \r?\nThe shop on the corner\s*$/);
  expect(letter.html).not.toContain('data-signature');
});

test('what was chosen by hand stays, with a note and one key to change it; own words are never touched', async ({
  app: { page },
  mailHost,
}) => {
  await addAccount(page, mailHost, own);
  await setUpIdentities(page);
  await page.keyboard.press('Control+n');
  await from(page).selectOption({ label: `The Shop <${shop}>` });
  await expect(text(page)).toContainText('The shop on the corner');
  await from(page).selectOption({ label: `Alice Andersson <${own}>` });
  await expect(text(page)).toContainText('Alice Andersson');
  await write(page, { to: 'dieter@example.test' });
  await expect(sheet(page).getByText(`Letters to example.test usually go from ${shop}.`)).toBeVisible();
  await expect(from(page).locator('option:checked')).toHaveText(`Alice Andersson <${own}>`);
  await page.keyboard.press('Control+Shift+f');
  await expect(from(page).locator('option:checked')).toHaveText(`The Shop <${shop}>`);
  await expect(sheet(page).getByText(/usually go from/)).toBeHidden();
  // A signature in which somebody has written is theirs.
  await text(page).getByText('The shop on the corner').click();
  await page.keyboard.press('End');
  await page.keyboard.type(', open on Sundays');
  await from(page).selectOption({ label: `Alice Andersson <${own}>` });
  await expect(sheet(page).getByText('You changed the signature by hand, so it stays.')).toBeVisible();
  await expect(text(page)).toContainText('The shop on the corner, open on Sundays');
  // Undo is for what was written: From and its signature are not part of it.
  await text(page).click();
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('open on Sundays');
  await expect(field(page, 'To')).toBeVisible();
});

test('what is looked at before sending offers the other address by one key, and fine lets it be', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, own);
  await setUpIdentities(page);
  await page.keyboard.press('Control+n');
  await from(page).selectOption({ label: `Alice Andersson <${own}>` });
  await write(page, { to: 'dieter@example.test', subject: 'Your order' });
  await expect(button(page, '1 thing to look at')).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  const panel = dialog(page, 'Before it goes');
  await expect(panel.getByRole('listitem')).toContainText(`Letters to example.test usually go from ${shop}.`);
  await expect(button(page, 'Use the other address')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(from(page).locator('option:checked')).toHaveText(`The Shop <${shop}>`);
  await expect(panel.getByText('Nothing to look at.')).toBeVisible();
  await page.keyboard.press('Escape');
  await from(page).selectOption({ label: `Alice Andersson <${own}>` });
  await button(page, '1 thing to look at').click();
  await panel.getByRole('button', { name: 'Fine' }).click();
  await expect(panel.getByText('Nothing to look at.')).toBeVisible();
  await expect(from(page).locator('option:checked')).toHaveText(`Alice Andersson <${own}>`);
});

test('a draft in which nothing was written leaves nothing behind, signature or not', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, own);
  await setUpIdentities(page);
  await page.keyboard.press('Control+n');
  await expect(text(page)).toContainText('Alice Andersson');
  await room(page, 'Accounts').click();
  await room(page, 'Drafts').click();
  await expect(page.getByText('No drafts.')).toBeVisible();
});

test('an address with a server of its own is sent through it, with its own password', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, own);
  await room(page, 'Accounts').click();
  await listed(page, own).click();
  await button(page, 'Add an address').click();
  const another = dialog(page, 'Another address');
  const bob = mailHost.user('bob@example.test');
  await another.getByLabel('Mail address').fill(bob.address);
  await another.getByLabel('It has a sending server of its own').check();
  await another.getByLabel('Server', { exact: true }).fill('localhost');
  await another.getByLabel('Port').fill(String(mailHost.ports.submissions));
  await another.getByRole('button', { name: 'Save' }).click();
  await expect(another.getByText('Its server wants a password.')).toBeVisible();
  await another.getByLabel('Password').fill('not the password');
  await another.getByRole('button', { name: 'Save' }).click();
  await another.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+n');
  await from(page).selectOption({ label: `Alice Andersson <${bob.address}>` });
  await write(page, { to: 'carol@example.test', subject: 'As Bob', text: 'Hello to you all' });
  const mailbox = mailHost.mailbox('carol@example.test');
  const before = mailbox.messages().length;
  await button(page, 'Send').click();
  // Its server refuses: it alone stands still, and says so where its password is changed.
  await expect(page.getByText(`${bob.address} is paused.`)).toBeVisible();
  await button(page, 'Look at the account').click();
  const paused = button(page, `Edit ${bob.address}`);
  await expect(paused).toContainText('Its server is paused.');
  await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible();
  await paused.click();
  await dialog(page, bob.address).getByLabel('Password').fill(bob.password);
  await dialog(page, bob.address).getByRole('button', { name: 'Save' }).click();
  const message = (await mailbox.waitForMessages(before + 1)).at(-1);
  expect(message?.returnPath).toBe(bob.address);
  await expect(paused).not.toContainText('paused');
});

test('a letter that is sent in the same breath as its recipient was typed goes from the right address all the same', async ({
  app: { page },
  mailHost,
}) => {
  await addAccount(page, mailHost, own);
  await setUpIdentities(page);
  await page.keyboard.press('Control+n');
  await field(page, 'Subject').fill('At once');
  const mailbox = mailHost.mailbox('dieter@example.test');
  const before = mailbox.messages().length;
  await field(page, 'To').fill('dieter@example.test');
  await page.keyboard.press('Control+Enter');
  // Where From changed by it, the change is on the screen and nothing has left: the next Send is for what is seen.
  await expect(async () => {
    if (await sheet(page).isVisible()) await page.keyboard.press('Control+Enter');
    await expect(sheet(page)).toBeHidden({ timeout: 1000 });
  }).toPass();
  const letter = await parse((await mailbox.waitForMessages(before + 1)).at(-1)?.content);
  expect(letter.from?.address).toBe(shop);
});

test('the server of an address can be tried before it is saved, and nothing is sent by it', async ({ app: { page }, mailHost }, info) => {
  await addAccount(page, mailHost, own);
  await room(page, 'Accounts').click();
  await listed(page, own).click();
  await button(page, 'Add an address').click();
  const another = dialog(page, 'Another address');
  await another.getByLabel('Mail address').fill('bob@example.test');
  await another.getByLabel('It has a sending server of its own').check();
  await another.getByLabel('Server', { exact: true }).fill('localhost');
  await another.getByLabel('Port').fill(String(mailHost.ports.submissions));
  await another.getByRole('button', { name: 'Test this server' }).click();
  await expect(another.getByText('Its server wants a password.')).toBeVisible();
  await another.getByLabel('Password').fill('a wrong one');
  await another.getByRole('button', { name: 'Test this server' }).click();
  await expect(another.getByRole('list', { name: 'The check, step by step' }).locator('[data-state="failed"]')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await another.screenshot({ path: info.outputPath('server-refused.png') });
  await another.getByLabel('Password').fill(mailHost.user('bob@example.test').password);
  await expect(another.locator('[data-state="failed"]')).toHaveCount(0); // what was found was about another password
  const before = mailHost.mailbox('bob@example.test').messages().length;
  await another.getByRole('button', { name: 'Test this server' }).click();
  await expect(another.getByText('Everything works.')).toBeVisible();
  await another.screenshot({ path: info.outputPath('server-fine.png') });
  expect(mailHost.mailbox('bob@example.test').messages()).toHaveLength(before);
});

// From an address to an account that works, what is said when it does not, and what can be done with it afterwards.

import type { Page } from '@playwright/test';
import { wrongCertificates } from '../support/certificates';
import { startOddServer } from '../support/odd-servers';
import { freePorts } from '../support/ports';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';
import { barriers } from './barriers';

import { expect, test } from './mail-host';
import { addAccount, check, fillIn, introduce } from './wizard';

const alice = 'alice@example.test';
const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'The check, step by step' }).getByRole('listitem').filter({ hasText: name });

test('the provider is recognised while the address is typed', async ({ app: { page } }) => {
  const tile = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByLabel('Your mail address').pressSequentially('anna@gmail.com');
  await expect(tile('Gmail')).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('Your mail address').fill('anna@hotmail.co.uk');
  await expect(tile('Hotmail')).toHaveAttribute('aria-pressed', 'true');
  await expect(tile('Gmail')).toHaveAttribute('aria-pressed', 'false');
  await page.getByLabel('Your mail address').fill('anna@brevforeningen.se');
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(0);
});

test('an address that is none is said to be none, next to its field', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Your mail address')).toHaveAccessibleDescription('Still empty.');
  await introduce(page, 'anna@');
  await expect(page.getByLabel('Your mail address')).toHaveAccessibleDescription('This is not a whole mail address yet.');
});

test('Gmail shows what was filled in, and explains app passwords with the page where they are made', async ({ app }) => {
  const { page } = app;
  await introduce(page, 'anna@gmail.com');
  await expect(page.getByText('smtp.gmail.com, port 465, TLS')).toBeVisible();
  await expect(page.getByText('imap.gmail.com, port 993, TLS')).toBeVisible();
  await expect(page.getByLabel('App password')).toHaveAccessibleDescription(/app password for Brevduva.*2-step verification/);
  await page.getByRole('link', { name: 'Make one at Gmail' }).click();
  await expect.poll(() => app.openedLinks()).toEqual(['https://myaccount.google.com/apppasswords']);
});

test('what is typed for an app password is told apart under the field: one with gaps, and one that is none', async ({ app: { page } }) => {
  await introduce(page, 'anna@gmail.com');
  const field = page.getByLabel('App password');
  await expect(field).toHaveAccessibleDescription(/^Your usual password is refused here/);
  await field.fill('abcd efgh');
  await expect(field).toHaveAccessibleDescription(/^Your usual password is refused here/);
  await field.fill('abcd efgh ijkl mnop');
  await expect(field).toHaveAccessibleDescription(/^This looks like an app password\. Spaces between its groups are left out\./);
  await field.fill('Summer2026!');
  await expect(field).toHaveAccessibleDescription(/^An app password of Gmail has 16 letters\. This looks like another password/);
  expect(await barriers(page)).toEqual([]);
});

for (const [provider, address] of [
  ['Outlook', 'anna@outlook.com'],
  ['Hotmail', 'anna@hotmail.com'],
  ['Microsoft 365', 'anna@firma.onmicrosoft.com'],
] as const) {
  test(`${provider} is told the truth and not asked for a password`, async ({ app: { page } }) => {
    await introduce(page, address);
    await expect(page.getByText('Microsoft lets mail programs in only through its own sign-in page')).toBeVisible();
    await expect(page.locator('input[type="password"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Use another address' }).click();
    await expect(page.getByLabel('Your mail address')).toHaveValue(address);
  });
}

test('a check that goes well fills in step by step, and the account is used at once', async ({ app: { page }, mailHost }) => {
  await fillIn(page, mailHost, alice);
  await check(page);
  await expect(page.getByText('Everything works.')).toBeVisible();
  for (const name of ['Find the server', 'Connect', 'Encrypt', 'Greet', 'Sign in', 'Sign in to the mailbox', 'Find the Sent folder']) {
    await expect(step(page, name).first()).toContainText(/done.*\d+(\.\d)? m?s$/s);
  }
  await expect(step(page, 'Encrypt')).toContainText('TLS 1.3');
  await expect(step(page, 'Find the Sent folder')).toContainText('Sent');
  await page.getByRole('button', { name: 'Save and write' }).click();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await expect(page.getByText(`New letters from ${alice}`)).toBeVisible();
});

test('a server’s name pasted with scheme, port and spaces is taken apart', async ({ app: { page }, mailHost }) => {
  await introduce(page, alice);
  const sending = page.getByRole('group', { name: 'Sending' });
  await sending.getByLabel('Server').fill(`  smtps://LocalHost:${mailHost.ports.submissions}/ `);
  await sending.getByLabel('Port').focus();
  await expect(sending.getByLabel('Server')).toHaveValue('localhost');
  await expect(sending.getByLabel('Port')).toHaveValue(String(mailHost.ports.submissions));
  await expect(sending.getByLabel('Encryption')).toHaveValue('tls');
});

test('a wrong password is said where it is typed, and mended without typing anything else again', async ({ app: { page }, mailHost }) => {
  await fillIn(page, mailHost, alice);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('not the one');
  await check(page);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(`The server refused the user name or password for ${alice}.`);
  await expect(alert).toContainText('Some providers say the same when they want an app password instead of your usual one.');
  await expect(alert).toContainText('535 5.7.8');
  await expect(step(page, 'Sign in').first()).toContainText('failed');
  await expect(password).toHaveAccessibleDescription(/refused the user name or password/);
  await alert.getByRole('button', { name: 'Enter it again' }).click();
  await expect(password).toBeFocused();
  await page.keyboard.type(mailHost.user(alice).password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything works.')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('a closed port is named with what to do, and the button leads to the field', async ({ app: { page }, mailHost }) => {
  const { closed } = await freePorts(['closed']);
  await fillIn(page, mailHost, alice, { port: closed });
  await check(page);
  await expect(page.getByRole('alert')).toContainText(`Can’t reach localhost:${closed}: the connection was refused.`);
  await page.getByRole('alert').getByRole('button', { name: 'Change the port' }).click();
  await expect(page.getByRole('group', { name: 'Sending' }).getByLabel('Port')).toBeFocused();
  await page.keyboard.type(String(mailHost.ports.submissions));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything works.')).toBeVisible();
});

test('a certificate for another name stops the check before the password is sent', async ({ app: { page }, mailHost }) => {
  const server = await startScriptedSmtp({ certificate: await wrongCertificates['other-name'](await testAuthority()) });
  try {
    await fillIn(page, mailHost, alice, { port: server.port });
    await check(page);
    await expect(page.getByRole('alert')).toContainText(
      'The certificate belongs to mail.elsewhere.test, not to localhost. Your password was not sent.',
    );
    await page.getByRole('alert').getByRole('button', { name: 'Change the server’s name' }).click();
    await expect(page.getByRole('group', { name: 'Sending' }).getByLabel('Server')).toBeFocused();
  } finally {
    await server.stop();
  }
});

test('a mailbox without a Sent folder gets one by the name the person likes', async ({ app: { page }, mailHost }) => {
  await fillIn(page, mailHost, 'inga@example.test');
  await check(page);
  await expect(page.getByRole('alert')).toContainText('The server has no Sent folder.');
  await page.getByLabel('Name of the new folder').fill('Utgående');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everything works.')).toBeVisible();
  await expect(step(page, 'Find the Sent folder')).toContainText('Utgående');
});

test('a check can be cancelled, and everything typed stays', async ({ app: { page }, mailHost }) => {
  const server = await startOddServer('silent');
  try {
    await fillIn(page, mailHost, alice, { port: server.port });
    await check(page);
    await page.getByRole('button', { name: 'Cancel the check' }).click();
    await expect(page.getByText('Cancelled. Everything you typed is still here.')).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue(mailHost.user(alice).password);
  } finally {
    await server.stop();
  }
});

test('without a key store the password is kept until quitting, and that is said', async ({ app: { page } }) => {
  await introduce(page, alice);
  await expect(page.getByText('the password is kept only until you quit')).toBeVisible();
});

test('trying it without an account opens a letter, and the practice room is there', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Practice' })).toBeVisible();
});

test('practice by its tile is checked by itself and saved like any account', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Practice on this computer' }).click();
  await introduce(page, '');
  await expect(page.getByText('Everything works.')).toBeVisible();
  await page.getByRole('button', { name: 'Save and write' }).click();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
});

test('an account is renamed, tested again, and removed after a question', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, alice);
  await page.keyboard.press('Control+5');
  await page.getByRole('option', { name: new RegExp(alice) }).click();
  await page.getByLabel('Your name').fill('Alice B');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Test it again' }).click();
  await expect(page.getByText('Everything works.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('option', { name: new RegExp(alice) })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByLabel('Your mail address')).toBeVisible();
});

test('a second account can become the one that new letters start from', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, alice);
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByRole('button', { name: 'Practice on this computer' }).click();
  await introduce(page, 'me@practice.example');
  await page.getByRole('button', { name: 'Save and write' }).click();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await expect(page.getByText(`New letters from ${alice}`)).toBeVisible();
  await page.keyboard.press('Control+5');
  await page.getByRole('option', { name: /me@practice.example/ }).click();
  await page.getByRole('button', { name: 'Start new letters from this account' }).click();
  await expect(page.getByText('New letters from me@practice.example')).toBeVisible();
});

test('what is typed of a new account is still there after Esc', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, alice);
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByLabel('Your mail address').fill('bob@example.test');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Your mail address')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(page.getByLabel('Your mail address')).toHaveValue('bob@example.test');
});

test('a paused account says so over every room, and the right password lets its mail go', async ({ app: { page }, mailHost }) => {
  const arrived = mailHost.mailbox('bob@example.test').messages().length;
  await addAccount(page, mailHost, alice);
  await page.keyboard.press('Control+5');
  await page.getByRole('option', { name: new RegExp(alice) }).click();
  await page.getByLabel('Password', { exact: true }).fill('not the one');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.keyboard.press('Control+n');
  await page
    .getByRole('combobox', { name: 'To' })
    .or(page.getByRole('textbox', { name: 'To', exact: true }))
    .fill('bob@example.test');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Waits for the password');
  await page.getByRole('textbox', { name: 'Message' }).fill('It is on its way.');
  await page.keyboard.press('Control+Enter');
  const fix = page.getByRole('button', { name: 'Enter the password' });
  await expect(page.getByText(`${alice} is paused.`)).toBeVisible();
  await fix.click();
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  await page.keyboard.type(mailHost.user(alice).password);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${alice} is paused.`)).toHaveCount(0);
  const messages = await mailHost.mailbox('bob@example.test').waitForMessages(arrived + 1);
  expect(messages.at(-1)?.content.toString()).toContain('Waits for the password');
});

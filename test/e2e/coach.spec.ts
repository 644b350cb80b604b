// What a person reads when a server refuses, and what the buttons beside it do. Against a server that answers as the test tells it.
import type { Page } from '@playwright/test';
import { wrongCertificates } from '../support/certificates';
import { type ScriptedSmtp, type SmtpStep, startScriptedSmtp } from '../support/scripted-smtp';
import { testAuthority } from '../support/test-ca';
import { test as base, expect } from './app';
import { barriers } from './barriers';
import { attach, button, chips, field, files, listed, room, saved, send, sheet, text, write } from './letters';
import { check, fillServer, introduce } from './wizard';

const test = base.extend<{ readonly server: ScriptedSmtp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  server: async ({}, use) => {
    const server = await startScriptedSmtp();
    await use(server);
    await server.stop();
  },
});

/** Up to the check of an account that sends through the server and keeps its copies here. */
async function fillIn(page: Page, server: ScriptedSmtp): Promise<void> {
  await introduce(page, 'alice@example.test');
  await fillServer(page, 'Sending', { port: server.port });
  await button(page, 'My server has no Sent folder').click();
  await page.getByLabel('Password', { exact: true }).fill('secret of alice');
}

/** Alice's account works, and her first sheet is open; from then on the server says this at that step. */
async function begin(page: Page, server: ScriptedSmtp, says: Partial<Record<SmtpStep, string | readonly string[]>>): Promise<void> {
  await fillIn(page, server);
  await check(page);
  await button(page, 'Save and write').click();
  await sheet(page).waitFor();
  server.script((step) => says[step]);
}
const entry = (page: Page) => page.getByRole('article', { name: 'Outbox' });
const letter = { to: 'bob@example.org', subject: 'About the plan', text: 'Hello Bob' };

test('a refusal is explained, and the explanation leads to its page and back', async ({ app: { page }, server }) => {
  await begin(page, server, {
    message: ['550-5.7.26 Unauthenticated email from example.test is not accepted due to', "550 5.7.26 domain's DMARC policy. gsmtp"],
  });
  await write(page, letter);
  await send(page);
  await expect(
    entry(page).getByText(/The domain in From asks others to refuse mail that does not come from its own servers\./),
  ).toBeVisible();
  await expect(
    entry(page)
      .getByText(/domain's DMARC policy/)
      .first(),
  ).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await entry(page).getByRole('button', { name: 'More about this' }).first().click();
  await expect(page.getByRole('heading', { name: 'Your domain’s rule says to refuse this mail (DMARC)' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(room(page, 'Outbox')).toHaveAttribute('aria-current', 'page');
  await expect(entry(page)).toBeVisible();
});

test('a message that is too large is opened at its attachments', async ({ app: { page }, server }) => {
  await begin(page, server, { message: '552 5.3.4 Message size exceeds fixed limit' });
  await write(page, letter);
  await attach(page, await files({ 'plan.txt': 'the plan' }));
  await saved(page);
  await send(page);
  await entry(page).getByRole('button', { name: 'Look at the attachments' }).click();
  await expect(page.locator('[data-attachment]')).toBeFocused();
  await page.keyboard.press('Delete');
  server.script(undefined);
  await expect(button(page, 'Remove plan.txt')).toHaveCount(0);
  await expect(button(page, 'Attach files')).toBeFocused(); // the last card took nothing along
  await send(page);
  const [message] = await server.waitForMessages(1);
  expect(message?.raw.toString()).not.toContain('plan.txt');
});

test('the refused recipient is taken out, and the one who is only put off stays', async ({ app: { page }, server }) => {
  await begin(page, server, {});
  server.script((step, line) => {
    if (step !== 'RCPT') return undefined;
    return line.includes('nobody') ? '550 5.1.1 User unknown' : '451 4.7.1 Greylisting in action, please come back later';
  });
  await write(page, { ...letter, to: 'bob@example.org, nobody@example.org' });
  await send(page);
  await expect(entry(page).getByText(/^This is called greylisting.* it is tried again by itself in some minutes\.$/)).toBeVisible();
  const nobody = entry(page).getByRole('listitem').filter({ hasText: 'nobody@example.org' });
  await expect(nobody.getByText(/There is no such mailbox\. Look for a typing mistake/)).toBeVisible();
  await entry(page).getByRole('button', { name: 'Edit without the refused recipient' }).click();
  await expect(chips(page, 'To')).toHaveText(['bob@example.org']);
  await expect(text(page)).toHaveText('Hello Bob');
});

test('a refused password leads to the field, and the mail goes on with another one', async ({ app: { page }, server }) => {
  await begin(page, server, {
    AUTH: ['535-5.7.8 Username and Password not accepted. For more information, go to', '535 5.7.8 https://x.test'],
  });
  await write(page, letter);
  await send(page);
  await expect(page.getByText('alice@example.test is paused. Google refused the user name or the password.')).toBeVisible();
  await room(page, 'Outbox').click();
  await listed(page, 'About the plan').click();
  await expect(entry(page).getByText(/Google takes no usual password from mail programs/)).toBeVisible();
  await entry(page).getByRole('button', { name: 'Enter another password' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByText(/Google takes no usual password from mail programs/)).toBeVisible();
  await page.getByRole('button', { name: 'Change the user name' }).click();
  await expect(page.getByLabel('User name').first()).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  server.script(undefined);
  await page.getByLabel('Password', { exact: true }).fill('an app password');
  await button(page, 'Save').click();
  await server.waitForMessages(1);
});

test('a port that nobody listens at: the other one is filled in and tried', async ({ app: { page }, server }) => {
  await begin(page, server, {});
  await server.stop();
  await write(page, letter);
  await send(page);
  await entry(page).getByRole('button', { name: 'Try port 465 (TLS)' }).click();
  const sending = page.getByRole('group', { name: 'Sending' });
  await expect(sending.getByLabel('Port')).toHaveValue('465');
  await expect(page.getByRole('list', { name: 'The check, step by step' })).toBeVisible();
});

test('the wizard shows the certificate that it does not believe, and no way that leads nowhere', async ({ app: { page } }) => {
  const server = await startScriptedSmtp({ certificate: await wrongCertificates['other-name'](await testAuthority()) });
  await fillIn(page, server);
  await check(page);
  const show = page.getByRole('button', { name: 'Show the certificate' });
  await expect(show).toHaveAttribute('aria-expanded', 'false');
  await show.click();
  await expect(page.getByText('Fingerprint (SHA-256)')).toBeVisible();
  await expect(page.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'More about this' })).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await server.stop();
});

test.describe('the page of what error messages mean', () => {
  const entries = (page: Page) => page.getByRole('listbox', { name: 'Error messages' }).getByRole('option');
  const open = async (page: Page): Promise<void> => {
    await button(page, 'Try it without an account').click();
    await sheet(page).waitFor();
    await write(page, { subject: 'A question' });
    await saved(page);
    await page.keyboard.press('Shift+F1');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  };

  test('is searched by a code, by words, by a provider and by a whole line', async ({ app: { page } }) => {
    await open(page);
    const search = page.getByRole('searchbox', { name: 'Search' });
    for (const [typed, title] of [
      ['5.7.139', 'Microsoft did not let this sign-in through'],
      ['4.2.2', 'The recipient’s mailbox is full'],
      ['yahoo app password', 'Yahoo wants an app password'],
      ['554 5.7.1 Service unavailable; client blocked using zen.spamhaus.org', 'Your mail server stands on a list of Spamhaus'],
    ] as const) {
      await search.fill(typed);
      await expect(entries(page).filter({ hasText: title })).toBeVisible();
    }
    await search.fill('nothing like this');
    await expect(page.getByText(/^Nothing fits\./)).toBeVisible();
    await expect(page.getByText('0 entries')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });

  test('is read with the keyboard alone, and Esc leads back to the letter', async ({ app: { page } }) => {
    await open(page);
    await page.keyboard.type('550 5.7.1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeVisible();
    await expect(page.getByRole('article').getByText('5.7.1', { exact: true })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The provider wants an app password' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'The provider wants an app password' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(field(page, 'Subject')).toHaveValue('A question');
  });
});

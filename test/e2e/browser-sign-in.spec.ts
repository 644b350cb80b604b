// Signing in with the browser, from the wizard to the mail that leaves; and what is said where it cannot be done yet.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { en } from '../../renderer/strings/en';
import { walk, walkTo } from '../support/browser-walk';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { type App, test as base, expect } from './app';
import { openChromium } from './chromium';
import { fillServer, introduce } from './wizard';

const alice = 'alice@example.test';
type Place = { readonly identity: IdentityProvider; readonly host: MailHost };
const test = base.extend<object, { readonly place: Place }>({
  place: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
    async ({}, use) => {
      const identity = await startIdentityProvider();
      const host = await startMailHost({ introspection: identity.introspection });
      await use({ identity, host });
      await host.stop();
      await identity.stop();
    },
    { scope: 'worker' },
  ],
});

/** Describes the provider to the program, as whoever runs it would. */
async function setUp(page: Page, { clients }: IdentityProvider): Promise<void> {
  await page.getByRole('button', { name: 'Set up signing in with the browser' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(clients.own.name);
  await dialog.getByLabel('Issuer’s address').fill(clients.own.issuer);
  await dialog.getByLabel('Scopes').fill(clients.own.scopes);
  await dialog.getByLabel('Client ID').fill(` ${clients.own.clientId}\u00a0`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

async function upToSignIn({ page }: App, { identity, host }: Place): Promise<void> {
  await introduce(page, alice);
  await fillServer(page, 'Sending', { port: host.ports.submissions });
  await fillServer(page, 'Sent folder', { port: host.ports.imaps });
  await setUp(page, identity);
  await page.getByRole('button', { name: 'Sign in with your browser instead' }).click();
}

/** The page that the browser was asked to open last. */
async function openedPage(app: App, count: number): Promise<string> {
  await expect.poll(async () => (await app.openedLinks()).length).toBe(count);
  return (await app.openedLinks()).at(-1) ?? '';
}

/** The account is set up, and a letter of it is open. */
async function signUp(app: App, place: Place): Promise<void> {
  await upToSignIn(app, place);
  await app.page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  await walk(await openedPage(app, 1), alice);
  await app.page.getByRole('button', { name: 'Save and write' }).click();
  await app.page.getByRole('textbox', { name: 'Subject' }).waitFor();
}

async function openAccount({ page }: App): Promise<void> {
  await page.keyboard.press('Control+5');
  await page.getByRole('option', { name: new RegExp(alice) }).click();
}

/** Everything the program has written into its folder, as one text. */
async function written(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name), 'latin1').catch(() => '')),
  );
  return texts.join('\n');
}

test('in a real browser: who one is, what is allowed, and a page that says it is over, while the program goes on', async ({
  app,
  place,
}, info) => {
  const { page } = app;
  await upToSignIn(app, place);
  await page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  const browser = await openChromium(await openedPage(app, 1));
  try {
    await browser.page.getByPlaceholder('Enter any login').fill(alice);
    await browser.page.getByPlaceholder('and password').fill('any');
    await browser.page.getByRole('button', { name: 'Sign-in' }).click();
    await browser.page.getByRole('button', { name: 'Continue' }).click();
    await expect(browser.page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await expect(browser.page.getByText('You can close this page and go back to Brevduva.')).toBeVisible();
    expect(new URL(browser.page.url()).hostname).toBe('127.0.0.1');
    // Its own style is let in by the page's own policy, and nothing else is asked for.
    expect(await browser.page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toMatch(/^"?Times/);
    await browser.page.screenshot({ path: info.outputPath('closing-page.png') });
    await expect(page.getByText('Signed in through Test identity.')).toBeVisible();
    await expect(page.getByText('Everything works.')).toBeVisible();
    // Used once: whoever comes back finds nobody.
    expect(
      await browser.page.reload().then(
        () => 'answered',
        () => 'nobody',
      ),
    ).toBe('nobody');
  } finally {
    await browser.close();
  }
});

test('an account is set up by signing in with the browser, and its mail leaves', async ({ app, place }) => {
  const { page } = app;
  await upToSignIn(app, place);
  await expect(page.locator('input[type="password"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  await expect(page.getByText('Waiting for your browser.')).toBeVisible();
  const redirect = await walkTo(await openedPage(app, 1), alice);
  const code = new URL(redirect).searchParams.get('code') ?? 'no code';
  expect((await fetch(redirect)).status).toBe(200);
  await expect(page.getByText('Signed in through Test identity.')).toBeVisible();
  await expect(page.getByText('Everything works.')).toBeVisible();
  await page.getByRole('button', { name: 'Save and write' }).click();
  const before = place.host.mailbox('bob@example.test').messages().length;
  await page
    .getByRole('combobox', { name: 'To' })
    .or(page.getByRole('textbox', { name: 'To', exact: true }))
    .fill('bob@example.test');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Signed in with the browser');
  await page.getByRole('textbox', { name: 'Message' }).fill('No password was asked for.');
  await page.keyboard.press('Control+Enter');
  const messages = await place.host.mailbox('bob@example.test').waitForMessages(before + 1);
  expect(messages.at(-1)?.content.toString()).toContain('Signed in with the browser');
  const kept = `${await written(app.profile)}\n${await app.logs()}\n${await page.content()}`;
  for (const secret of [code, ...place.identity.tokens()]) expect(kept).not.toContain(secret);
});

test('a sign-in can be called off, refused and tried again, and the link be copied', async ({ app, place }) => {
  const { page } = app;
  await upToSignIn(app, place);
  await page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  await page.getByRole('button', { name: 'Copy the link instead' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await walk(await openedPage(app, 2), null);
  await expect(page.getByRole('alert')).toContainText('You did not allow it in the browser.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await walk(await openedPage(app, 3), alice);
  await expect(page.getByText('Everything works.')).toBeVisible();
});

test('an account is signed out, in again, and out when it is removed', async ({ app, place }) => {
  const { page } = app;
  await signUp(app, place);
  await openAccount(app);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Signed out, here and at the provider.')).toBeVisible();
  await expect(page.getByText('Not signed in.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  await walk(await openedPage(app, 2), alice);
  await expect(page.getByText('Signed in through Test identity.')).toBeVisible();
  await page.getByRole('button', { name: 'Test it again' }).click();
  await expect(page.getByText('Everything works.')).toBeVisible();
  const revoked = place.identity.count('POST /token/revocation');
  await page.getByRole('button', { name: 'Remove the account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(place.identity.count('POST /token/revocation')).toBe(revoked + 1);
});

test('the doctor finds a sign-in that was revoked at the provider, and its button makes it anew', async ({ app, place }, info) => {
  const { page } = app;
  await signUp(app, place);
  await place.identity.revokeAll();
  await openAccount(app);
  await page.setViewportSize({ width: 1280, height: 1700 });
  const doctor = page.getByRole('region', { name: en.doctor.doctor });
  const signIn = doctor.getByRole('listitem').filter({ hasText: en.doctor.steps['smtp-sign-in'] });
  await doctor.getByRole('button', { name: en.doctor.run, exact: true }).click();
  await expect(doctor.getByRole('button', { name: en.doctor.copy })).toBeVisible({ timeout: 40_000 });
  await expect(signIn).toHaveAttribute('data-state', 'failed');
  await expect(signIn).toContainText(en.failures['oauth-sign-in-again'].says({ code: 'oauth-sign-in-again', address: alice }));
  await expect(doctor.getByRole('button', { name: en.accounts.browser.again })).toHaveCount(1);
  await doctor.screenshot({ path: info.outputPath('sign-in-revoked.png') });
  await signIn.getByRole('button', { name: en.accounts.browser.again }).click();
  await walk(await openedPage(app, 2), alice);
  await expect(page.getByText('Signed in through Test identity.')).toBeVisible();
  await doctor.getByRole('button', { name: en.doctor.again, exact: true }).click();
  await expect(signIn).toHaveAttribute('data-state', 'fine');
});

test('without a client id Microsoft’s people are told so, and shown how to get one', async ({ app: { page } }) => {
  await introduce(page, 'anna@outlook.com');
  await expect(page.getByText('this copy is not registered yet')).toBeVisible();
  await expect(page.locator('input[type="password"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Set up signing in with the browser' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(5);
  await page.getByRole('dialog').getByLabel('Client ID').fill('0000-1111');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with your browser', exact: true })).toBeVisible();
});

test('Gmail offers the app password until there is a client id, and the browser from then on', async ({ app }) => {
  const { page } = app;
  await introduce(page, 'anna@gmail.com');
  await expect(page.getByLabel('App password')).toBeVisible();
  await page.getByRole('button', { name: 'Set up signing in with the browser' }).click();
  await page.getByRole('dialog').getByLabel('Client ID').fill('example.apps.googleusercontent.com');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Sign in with your browser instead' }).click();
  await page.getByRole('button', { name: 'Sign in with your browser', exact: true }).click();
  const asked = new URL(await openedPage(app, 1));
  expect(asked.origin + asked.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
  expect(asked.searchParams.get('client_id')).toBe('example.apps.googleusercontent.com');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Use an app password instead' }).click();
  await expect(page.getByLabel('App password')).toBeVisible();
});

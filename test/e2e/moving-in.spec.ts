// Bringing accounts along: from a Thunderbird profile in the person's home, and from a .mobileconfig file.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { MailHost } from '../support/mail-host/mail-host';
import { mailPayload, mobileconfig } from '../support/mobileconfig';
import { type ThunderbirdAccount, thunderbirdPrefs, writeThunderbirdProfile } from '../support/thunderbird-profile';
import { barriers } from './barriers';
import { test as base, expect } from './mail-host';

const test = base.extend<{ readonly home: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'bd-home-'));
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
});

const accountOn = (host: MailHost, name: string, fullName: string): ThunderbirdAccount => ({
  imap: { hostname: 'localhost', port: host.ports.imaps, socketType: 3, userName: `${name}@example.test` },
  smtp: { hostname: 'localhost', port: host.ports.submissions, try_ssl: 3, username: `${name}@example.test` },
  identities: [
    { fullName, useremail: `${name}@example.test`, htmlSigText: `${fullName}\nBrevföreningen` },
    { fullName: 'The club', useremail: `${name}+club@example.test` },
  ],
});
const pop: ThunderbirdAccount = {
  type: 'pop3',
  imap: { hostname: 'pop.example.test' },
  identities: [{ useremail: 'old@example.test' }],
};
const fromThunderbird = { name: 'Bring accounts from Thunderbird' };

async function lookAt(page: Page, file: (name: string) => string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: file(`${name}.${colorScheme}.png`), animations: 'disabled' });
    expect(await barriers(page)).toEqual([]);
  }
}

test('Thunderbird is offered only where it has accounts', async ({ launch, home }) => {
  const { page } = await launch({ environment: { HOME: home } });
  await expect(page.getByRole('button', { name: 'Open a .mobileconfig file' })).toBeVisible();
  await expect(page.getByRole('button', fromThunderbird)).toHaveCount(0);
  writeThunderbirdProfile(home, thunderbirdPrefs([pop]), '.var/app/org.mozilla.Thunderbird/.thunderbird');
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
  await page.getByRole('button', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByRole('button', fromThunderbird).click();
  await expect(page.getByText('There is no account that can be brought along.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'old@example.test' })).toContainText('POP3 has no Sent folder.');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByLabel('Your mail address')).toBeVisible();
});

test('the ticked accounts are set up one after the other, each with its password and the usual check', async ({
  launch,
  home,
  mailHost,
}, info) => {
  const accounts = [
    accountOn(mailHost, 'alice', 'Alice Andersson'),
    accountOn(mailHost, 'bob', 'Bob'),
    accountOn(mailHost, 'carol', 'Carol'),
  ];
  const local: ThunderbirdAccount = { type: 'none', imap: { hostname: 'Local Folders', name: 'Local Folders' } };
  writeThunderbirdProfile(home, thunderbirdPrefs([...accounts, pop, local]));
  const { page } = await launch({ environment: { HOME: home } });
  await page.getByRole('button', fromThunderbird).waitFor();
  await lookAt(page, (name) => info.outputPath(name), 'first-start');
  await page.getByRole('button', fromThunderbird).click();
  await page.getByRole('checkbox', { name: /bob@example\.test/ }).uncheck();
  await lookAt(page, (name) => info.outputPath(name), 'found');
  await page.getByRole('button', { name: 'Set up 2 accounts' }).click();

  await expect(page.getByText('Account 1 of 2. These servers belong to another domain: localhost')).toBeVisible();
  await expect(page.getByText('smtp.example.test, port 465, TLS')).toBeVisible();
  await lookAt(page, (name) => info.outputPath(name), 'confirm');
  await page.getByRole('button', { name: 'Use these servers' }).click();
  await expect(page.getByText('Only the password is missing.')).toBeVisible();
  await expect(page.getByText(`localhost, port ${mailHost.ports.submissions}, TLS`)).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(mailHost.user('alice@example.test').password);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Save and write' }).click();

  await expect(page.getByRole('heading', { name: 'carol@example.test' })).toBeVisible();
  await expect(page.getByText('Account 2 of 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Fill in by hand' }).click();
  await expect(page.getByRole('group', { name: 'Sending' }).getByLabel('Server')).toHaveValue('smtp.example.test');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await lookAt(page, (name) => info.outputPath(name), 'second');
  await page.getByRole('button', { name: 'Leave this one out' }).click();
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option', { name: /alice@example\.test/ }).click();
  await expect(page.getByLabel('Your name')).toHaveValue('Alice Andersson');
  await expect(page.getByText('alice+club@example.test')).toBeVisible();
});

test('an account of Google becomes a sign-in with the browser', async ({ launch, home }) => {
  const gmail: ThunderbirdAccount = {
    imap: { hostname: 'imap.gmail.com', port: 993, socketType: 3, userName: 'anna@gmail.com', authMethod: 10 },
    smtp: { hostname: 'smtp.gmail.com', port: 465, try_ssl: 3, username: 'anna@gmail.com', authMethod: 10 },
    identities: [{ fullName: 'Anna', useremail: 'anna@gmail.com' }],
  };
  writeThunderbirdProfile(home, thunderbirdPrefs([gmail]), 'snap/thunderbird/common/.thunderbird');
  const { page } = await launch({ environment: { HOME: home } });
  await page.getByRole('button', fromThunderbird).click();
  await expect(page.getByText('smtp.gmail.com, signs in with the browser')).toBeVisible();
  await page.getByRole('button', { name: 'Set up 1 account' }).click();
  await expect(page.getByText('Sign in with the browser, and it is done.')).toBeVisible();
  await expect(page.locator('input[type="password"]')).toHaveCount(0);
});

test('a .mobileconfig file gives its account; one that is none says what it is', async ({ launch, home }, info) => {
  const { page } = await launch({ environment: { HOME: home }, args: ['--lang', 'sv'] });
  const choose = (name: string, content: string | Buffer) =>
    page
      .locator('[data-for="mobileconfig"]')
      .setInputFiles({ name, mimeType: 'application/x-apple-aspen-config', buffer: Buffer.from(content) });
  await choose('photo.mobileconfig', Buffer.from('bplist00\xd1\x01\x02', 'latin1'));
  await expect(page.getByRole('alert')).toHaveText(/Apples binära form/);
  await lookAt(page, (name) => info.outputPath(name), 'binary.sv');
  await choose('long.mobileconfig', Buffer.alloc(3_000_000, 0x20));
  await expect(page.getByRole('alert')).toHaveText(/alldeles för stor/);
  await choose('mail.mobileconfig', mobileconfig(mailPayload(), mailPayload({ EmailAccountType: 'EmailTypePOP' })));
  await expect(page.getByRole('checkbox', { name: /anna@example\.test/ })).toBeChecked();
  await page.setViewportSize({ width: 1024, height: 720 });
  await lookAt(page, (name) => info.outputPath(name), 'found.sv');
  await page.getByRole('button', { name: 'Ställ in 1 konto' }).click();
  await expect(page.getByText('smtp.example.test, port 587, STARTTLS')).toBeVisible();
  await expect(page.locator('input[type="password"]')).toHaveValue('');
});

// The doctor's page of an account for each broken case: what it names, the button that mends it, and a picture of it.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Account } from '../../electron/contract/model/accounts';
import { en } from '../../renderer/strings/en';
import { startDnsServer } from '../support/dns-server';
import { doctorCases } from '../support/doctor-cases';
import { type DoctorCase, password, type Run } from '../support/doctor-servers';
import { test as base, expect, newProfile } from './app';
import { barriers } from './barriers';
import { openPipe } from './pipe';

const secret = 'Canary-9-In-The-Doctor';
const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** Servers of the test, stopped after it. */
const test = base.extend<{ readonly run: Run }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know which fixtures this one needs
  run: async ({}, use) => {
    const started: { readonly stop: () => Promise<void> }[] = [];
    await use(async (starting) => {
      const server = await starting;
      started.push(server);
      return server;
    });
    await Promise.all(started.map((server) => server.stop()));
  },
});

type Shown = { readonly broken: DoctorCase; readonly account: Account };

/** Every case as an account of its own, all in one profile. */
async function accountsOf(cases: readonly DoctorCase[], run: Run): Promise<readonly Shown[]> {
  return Promise.all(
    cases.map(async (broken) => {
      const account = await broken.account(run);
      // Told apart by the part before the @: what is said of the domain stays.
      const address = `${slugOf(broken.name)}@${account.address.split('@')[1]}`;
      return { broken, account: { ...account, id: slugOf(broken.name), address } };
    }),
  );
}

async function profileWith(shown: readonly Shown[], settings: object): Promise<string> {
  const profile = await newProfile();
  const accounts = shown.map(({ account }) => account);
  await writeFile(
    path.join(profile, 'settings.json'),
    JSON.stringify({ version: 1, settings: { undoSeconds: 0, ...settings }, accounts }),
    {
      mode: 0o600,
    },
  );
  return profile;
}

/** The passwords are for this session: the test's computer has no key store. */
async function enterPasswords(page: Page, shown: readonly Shown[]): Promise<void> {
  const pipe = await openPipe(page);
  for (const { account, broken } of shown)
    if (broken.hasNoPassword !== true)
      await pipe.askShell('accounts.save', { account, password: secret, keep: 'session', isDefault: false });
  await page.reload();
}

async function examine(
  page: Page,
  { account }: Shown,
  { doctor: words, frame }: Pick<typeof en, 'doctor' | 'frame'> = en,
): Promise<Locator> {
  await page.getByRole('button', { name: frame.rooms.accounts, exact: true }).click();
  await page.getByRole('option', { name: new RegExp(`^${account.address}`) }).click();
  const doctor = page.getByRole('region', { name: words.doctor });
  await doctor.getByRole('checkbox').setChecked(account.imap === null);
  await doctor.getByRole('button', { name: words.run, exact: true }).click();
  await expect(doctor.getByRole('button', { name: words.copy })).toBeVisible({ timeout: 40_000 });
  return doctor;
}

const dns = (run: Run) =>
  run(
    startDnsServer({
      mx: { 'example.test': 'mx.example.test' },
      txt: { '_dmarc.example.test': 'v=DMARC1; p=none' },
      srv: [{ name: '_submissions._tcp.moved.test', target: 'new.moved.test', port: 465 }],
    }),
  );

test('each broken case is named at its step, with the button that mends it', async ({ launch, run }, info) => {
  test.setTimeout(300_000);
  const shown = await accountsOf(doctorCases, run);
  const { page } = await launch({ profile: await profileWith(shown, { dnsServers: [(await dns(run)).address] }) });
  await enterPasswords(page, shown);
  await page.setViewportSize({ width: 1280, height: 1700 });
  for (const one of shown) {
    const doctor = await examine(page, one);
    const { step, state, says, button, shows, name } = one.broken;
    await test.step(name, async () => {
      const line = doctor.getByRole('listitem').filter({ hasText: en.doctor.steps[step] });
      await expect(line).toHaveAttribute('data-state', state === 'broken' ? 'failed' : state);
      const finding = Object.entries(en.doctor.findings).find(([code]) => code === says);
      if (finding !== undefined) await expect(line).toContainText(finding[1].says);
      if (button === null) await expect(line.getByRole('button', { name: en.accounts.tryAgain })).toHaveCount(0);
      else await expect(line.getByRole('button', { name: button }).first()).toBeVisible();
      if (shows !== undefined) await expect(line.getByRole(shows.role, { name: shows.name })).toBeVisible();
      await doctor.screenshot({ path: info.outputPath(`${slugOf(name)}.png`) });
    });
  }
  expect(await barriers(page)).toEqual([]);
});

test('the doctor’s page in the dark, in Swedish and in a narrow window', async ({ launch, run }, info) => {
  const cases = doctorCases.filter(({ name }) => /^(certificate expired|sign-in refused|no Sent folder)$/.test(name));
  const shown = await accountsOf(cases, run);
  const settings = { dnsServers: [(await dns(run)).address], theme: 'dark', language: 'sv' };
  const { page } = await launch({ profile: await profileWith(shown, settings) });
  await enterPasswords(page, shown);
  await page.setViewportSize({ width: 1024, height: 2100 });
  const { sv } = await import('../../renderer/strings/sv');
  for (const one of shown) {
    await examine(page, one, sv);
    expect(await barriers(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${slugOf(one.broken.name)}.dark.sv.png`) });
    await page.getByRole('button', { name: sv.frame.backToList }).click(); // a narrow window shows one thing at a time
  }
});

test('passwords that can’t be read any more are named, and asked for again', async ({ launch, run }, info) => {
  const cases = doctorCases.filter(({ name }) => name === 'no password');
  const shown = await accountsOf(cases, run);
  const profile = await profileWith(shown, { dnsServers: [(await dns(run)).address] });
  await writeFile(path.join(profile, 'vault.json'), 'torn by a full disk', { mode: 0o600 });
  const { page } = await launch({ profile });
  await page.setViewportSize({ width: 1280, height: 1700 });
  for (const one of shown) {
    const doctor = await examine(page, one);
    const line = doctor.getByRole('listitem').filter({ hasText: en.doctor.steps['smtp-sign-in'] });
    await expect(line).toHaveAttribute('data-state', 'failed');
    await expect(line).toContainText(en.failures['vault-unreadable'].says({ code: 'vault-unreadable' }));
    await expect(line.getByRole('button', { name: password })).toBeVisible();
    await doctor.screenshot({ path: info.outputPath('vault-unreadable.png') });
  }
});

test('what the doctor proposes is done by its button: a Sent folder is made, and the port is switched', async ({ launch, run }) => {
  const cases = doctorCases.filter(({ name }) => /^(no Sent folder|port closed, another open|sign-in refused)$/.test(name));
  const shown = await accountsOf(cases, run);
  const { page } = await launch({ profile: await profileWith(shown, { dnsServers: [(await dns(run)).address] }) });
  await enterPasswords(page, shown);
  const at = (wanted: string): Shown => shown.filter(({ broken }) => broken.name === wanted)[0] as Shown;

  const folder = await examine(page, at('no Sent folder'));
  await folder.getByRole('button', { name: en.accounts.makeSentFolder }).click();
  await expect(folder.getByRole('listitem').filter({ hasText: en.doctor.steps['sent-folder'] })).toHaveAttribute('data-state', 'fine');

  const refused = await examine(page, at('sign-in refused'));
  await refused.getByRole('button', { name: en.accounts.edit.password }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();

  const port = await examine(page, at('port closed, another open'));
  await port.getByRole('button', { name: en.accounts.usePort(2525, en.accounts.securities.starttls) }).click();
  await expect(page.getByText(en.accounts.allFine)).toBeVisible();
});

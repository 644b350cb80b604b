// The doctor: on an account's page, in a room of its own, and for settings that are not saved yet.

import { readFile } from 'node:fs/promises';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { barriers } from './barriers';
import { expect, test } from './mail-host';
import { addAccount, check, fillIn, fillServer, introduce } from './wizard';

test('the doctor examines an account step by step, and its report can be copied', async ({ app: { page }, mailHost }, testInfo) => {
  await addAccount(page, mailHost, 'alice@example.test');
  await page.getByRole('button', { name: 'Accounts' }).click();
  await page.getByRole('option', { name: /alice@example\.test/ }).click();
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  const steps = page.getByRole('list', { name: 'How alice@example.test is doing' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'A message to yourself' })).toHaveAttribute('data-state', 'fine');
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  await expect(steps.locator('[data-state="failed"]')).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 1500 });
  await page.screenshot({ path: testInfo.outputPath('doctor.png') });
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
});

test('the report is saved as a file of text, without the password', async ({ app, mailHost }, testInfo) => {
  const { page } = app;
  await addAccount(page, mailHost, 'alice@example.test');
  await page.getByRole('button', { name: 'Doctor' }).click();
  await page.getByRole('option', { name: /alice@example\.test/ }).click();
  await page.getByRole('checkbox', { name: /send a message to myself/ }).uncheck();
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  const file = testInfo.outputPath('report.txt');
  await app.saveTo(file);
  await page.getByRole('button', { name: 'Save …' }).click();
  await expect(page.getByText(/^Saved: doctor-\d{4}-\d\d-\d\d\.txt$/)).toBeVisible();
  expect((await app.proposedFiles()).at(-1)).toMatch(/doctor-\d{4}-\d\d-\d\d\.txt$/);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('How alice@example.test is doing');
  expect(text).toMatch(/\+ Sign-in to send: fine/);
  expect(text).not.toContain(mailHost.user('alice@example.test').password);
});

test('has a room of its own, by key and by the rail, once there is an account to examine', async ({
  app: { page },
  mailHost,
}, testInfo) => {
  const link = page.getByRole('navigation').getByRole('button', { name: 'Doctor' });
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).waitFor();
  await expect(link).toHaveCount(0); // practice is the program itself
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeVisible();
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await addAccount(page, mailHost, 'alice@example.test');
  await page.keyboard.press('Control+7');
  await expect(link).toHaveAttribute('aria-current', 'page');
  await page.getByRole('option', { name: /alice@example\.test/ }).click();
  await page.getByRole('button', { name: 'Examine', exact: true }).click();
  const steps = page.getByRole('list', { name: 'How alice@example.test is doing' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'Connection to the mailbox' })).toContainText('TLSv1.');
  await expect(page.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 1700 });
  await page.screenshot({ path: testInfo.outputPath('doctor-room.png') });
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(link).not.toHaveAttribute('aria-current', 'page');
});

test('examines settings that are not saved yet with the password that is typed, and without one as far as that goes', async ({
  app: { page },
  mailHost,
}, testInfo) => {
  await fillIn(page, mailHost, 'alice@example.test');
  await page.getByRole('button', { name: 'Look closer with the doctor' }).click();
  const doctor = page.getByRole('region', { name: 'Doctor' });
  await page.getByLabel('Password', { exact: true }).fill('');
  await doctor.getByRole('button', { name: 'Examine', exact: true }).click();
  const line = (name: string) => doctor.getByRole('listitem').filter({ hasText: name });
  await expect(doctor.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  await expect(line('Greeting and abilities')).toHaveAttribute('data-state', 'fine');
  await expect(line('Sign-in to send')).toContainText('No password is kept');
  await page.getByLabel('Password', { exact: true }).fill(mailHost.user('alice@example.test').password);
  await doctor.getByRole('button', { name: 'Examine again' }).click();
  await expect(line('A message to yourself')).toHaveAttribute('data-state', 'fine');
  await expect(doctor.locator('[data-state="failed"]')).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 1900 });
  await page.screenshot({ path: testInfo.outputPath('doctor-wizard.png') });
  expect(await barriers(page)).toEqual([]);
});

test('mends what is being filled in: the cursor goes to the field, and nothing is saved', async ({ app: { page } }) => {
  const server = await startScriptedSmtp({ answer: (step) => (step === 'AUTH' ? '535 5.7.8 no' : undefined) });
  try {
    await introduce(page, 'anna@example.test');
    await fillServer(page, 'Sending', { host: '127.0.0.1', port: server.port });
    await page.getByRole('button', { name: 'My server has no Sent folder' }).click();
    await page.getByLabel('Password', { exact: true }).fill('a wrong one');
    await check(page);
    // What it shows moves the page below it.
    await expect(page.getByText('535 5.7.8 no')).toBeVisible();
    await page.getByRole('button', { name: 'Look closer with the doctor' }).click();
    const doctor = page.getByRole('region', { name: 'Doctor' });
    await doctor.getByRole('button', { name: 'Examine', exact: true }).click();
    const line = doctor.getByRole('listitem').filter({ hasText: 'Sign-in to send' });
    await line.getByRole('button', { name: 'Enter it again' }).click();
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    server.script(undefined);
    await page.getByLabel('Password', { exact: true }).fill('the right one');
    await doctor.getByRole('button', { name: /^Examine/ }).click();
    await expect(line).toHaveAttribute('data-state', 'fine');
  } finally {
    await server.stop();
  }
});

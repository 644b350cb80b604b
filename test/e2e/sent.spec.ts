// Sent: what went through Postfix is found again in the folder on the server, opened, and answered.

import type { Page } from '@playwright/test';
import { barriers } from './barriers';
import { attach, button, chips, field, files, letter, listed, practise, room, rows, send, sheet, text, write } from './letters';
import { expect, test } from './mail-host';
import { addAccount } from './wizard';

const sentNow = (page: Page) => expect(page.getByRole('article', { name: 'Outbox' }).getByText(/^Sent \d/)).toBeVisible();

test('a letter goes through Postfix and is found again in Sent, with its file', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, 'olaf@example.test');
  const [plan = ''] = await files({ 'plan.txt': 'a plan' });
  await attach(page, [plan]);
  await write(page, { to: 'Bob <bob@example.test>', subject: 'Found again', text: 'Dear Bob' });
  await page.keyboard.press('Control+Shift+B');
  await field(page, 'Bcc').fill('nils@example.test');
  await send(page);
  await sentNow(page);
  await button(page, 'Open Sent').click();
  await listed(page, 'Found again').click();
  await expect(page.getByRole('heading', { name: 'Found again' })).toBeVisible();
  await expect(letter(page).getByText('Dear Bob')).toBeVisible();
  await expect(page.getByText('The server took it for everyone.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Attachments' }).getByText('plan.txt')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Message' }).getByText('nils@example.test')).toBeVisible(); // in the Sent copy only
  expect(await barriers(page)).toEqual([]);

  const [hidden] = await mailHost.mailbox('nils@example.test').waitForMessages(1);
  expect(hidden?.originalTo).toBe('nils@example.test');
  expect(hidden?.content.toString('latin1')).not.toContain('nils');
  expect(
    mailHost
      .mailbox('olaf@example.test')
      .messages('Sent')
      .filter(({ content }) => content.includes('Found again')),
  ).toHaveLength(1);
});

test('an answer goes to the reader of what was sent, quotes it, and stays in the thread', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, 'gina@example.test');
  await write(page, { to: 'dieter@example.test', subject: 'The boathouse', text: 'Where are the keys?' });
  await send(page);
  await sentNow(page);
  await button(page, 'Open Sent').click();
  await listed(page, 'The boathouse').click();
  await button(page, 'Reply').click();
  await expect(chips(page, 'To')).toHaveText(['dieter@example.test']);
  await expect(field(page, 'Subject')).toHaveValue('Re: The boathouse');
  await expect(text(page).getByText(/^On .*, Alice Andersson wrote:$/)).toBeVisible();
  await expect(text(page).locator('blockquote')).toHaveText('Where are the keys?');
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Found them.');
  await send(page);
  await sentNow(page);
  const received = (await mailHost.mailbox('dieter@example.test').waitForMessages(2)).map(({ content }) => content.toString('latin1'));
  const [first, answer] = [/^Subject: The/m, /^Subject: Re:/m].map((subject) => received.find((one) => subject.test(one)) ?? '');
  const id = /^Message-ID: (<.*>)/im.exec(first ?? '')?.[1];
  expect(answer).toContain(`In-Reply-To: ${id}`);
});

test('a forward takes the files along', async ({ app: { page } }) => {
  await practise(page);
  const [plan = ''] = await files({ 'plan.txt': 'a plan' });
  await attach(page, [plan]);
  await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'As promised' });
  await send(page);
  await sentNow(page);
  await room(page, 'Sent').click();
  await listed(page, 'The plan').click();
  await button(page, 'Forward').click();
  await expect(field(page, 'Subject')).toHaveValue('Fwd: The plan');
  await expect(chips(page, 'To')).toHaveCount(0);
  await expect(sheet(page).getByText('plan.txt')).toBeVisible();
});

test('a sent letter is written again: the same people, subject, text and file, on no thread', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, 'olaf@example.test');
  const [plan = ''] = await files({ 'plan.txt': 'a plan' });
  await attach(page, [plan]);
  await write(page, { to: 'Bob <frida@example.test>', subject: 'Dues of the club', text: 'Dear Frida' });
  await send(page);
  await sentNow(page);
  await button(page, 'Open Sent').click();
  await listed(page, 'Dues of the club').click();
  await expect(letter(page).getByText('Dear Frida')).toBeVisible();
  await button(page, 'Write again').click();
  await expect(chips(page, 'To')).toContainText(['Bob']);
  await expect(field(page, 'Subject')).toHaveValue('Dues of the club');
  await expect(text(page)).toHaveText('Dear Frida');
  await expect(sheet(page).getByText('plan.txt')).toBeVisible();
  await send(page);
  await sentNow(page);
  const received = (await mailHost.mailbox('frida@example.test').waitForMessages(2)).map(({ content }) => content.toString('latin1'));
  for (const message of received) {
    expect(message).toContain('plan.txt');
    expect(message).not.toMatch(/^(In-Reply-To|References):/im);
  }
});

test('what was practised can be written again too', async ({ app: { page } }) => {
  await practise(page);
  await write(page, { to: 'anna@example.org', subject: 'The plan', text: 'As promised' });
  await send(page);
  await sentNow(page);
  await room(page, 'Practice').click();
  await listed(page, 'The plan').click();
  await expect(button(page, 'Reply')).toHaveCount(0);
  await button(page, 'Write again').click();
  await expect(chips(page, 'To')).toHaveText(['anna@example.org']);
  await expect(text(page)).toHaveText('As promised');
});

test('a long Sent folder is walked through with the keyboard, to its very end', async ({ app: { page }, mailHost }) => {
  mailHost.preload('pia@example.test', 1200, 'Sent');
  await addAccount(page, mailHost, 'pia@example.test');
  await room(page, 'Sent').click();
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '1200');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toHaveAttribute('aria-posinset', '1200');
  await expect(rows(page).last()).not.toHaveText('');
  expect(await rows(page).count()).toBeLessThan(100);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Message' })).toBeVisible();
});

test('where the server has no Sent folder yet, it is said that one will be made', async ({ app: { page }, mailHost }) => {
  await addAccount(page, mailHost, 'inga@example.test');
  await room(page, 'Sent').click();
  await expect(page.getByText('There is no Sent folder on the server yet. It is made when the first letter goes out.')).toBeVisible();
});

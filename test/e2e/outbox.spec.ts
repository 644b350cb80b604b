// The outbox: where a letter stands, why, and what can be done about it. Against a real Postfix, sometimes over a line that breaks.

import type { Page } from '@playwright/test';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import type { MailHost } from '../support/mail-host/mail-host';
import { barriers } from './barriers';
import { button, chips, field, listed, room, send, sheet, text, write } from './letters';
import { test as base, expect } from './mail-host';
import { check, fillIn, fillServer } from './wizard';

/** Lines to the two servers that can be cut: `line` to the one that sends, `sentLine` to the one that has Sent. */
const test = base.extend<{ readonly line: FaultProxy; readonly sentLine: FaultProxy }>({
  line: async ({ mailHost }, use) => {
    const proxy = await startFaultProxy({ target: mailHost.ports.submissions, security: 'tls' });
    await use(proxy);
    await proxy.stop();
  },
  sentLine: async ({ mailHost }, use) => {
    const proxy = await startFaultProxy({ target: mailHost.ports.imaps, security: 'tls' });
    await use(proxy);
    await proxy.stop();
  },
});

/** Alice, with a first sheet open; `port` where her letters go. */
async function alice(page: Page, host: MailHost, port = host.ports.submissions): Promise<void> {
  await fillIn(page, host, 'alice@example.test', { port });
  await check(page);
  await button(page, 'Save and write').click();
  await sheet(page).waitFor();
}

const arrived = async (host: MailHost, address: string, subject: string, folder = 'INBOX'): Promise<number> => {
  await host.postfix.untilDelivered();
  return host
    .mailbox(address)
    .messages(folder)
    .filter(({ content }) => content.toString('latin1').includes(`Subject: ${subject}\r\n`)).length;
};
const entry = (page: Page) => page.getByRole('article', { name: 'Outbox' });

test('one refused recipient is named with the reason, and editing takes back only that one', async ({ app: { page }, mailHost }) => {
  await alice(page, mailHost);
  await write(page, { to: 'bob@example.test, nobody@example.test', subject: 'To two', text: 'Hello both' });
  await send(page);
  await expect(entry(page).getByText('Sent to 1 of 2.')).toBeVisible();
  const refused = entry(page).getByRole('listitem').filter({ hasText: 'nobody@example.test' });
  await expect(refused.getByText('Refused')).toBeVisible();
  await expect(refused.getByText('There is no such mailbox.')).toBeVisible();
  await expect(refused.getByText(/^550 5\.1\.1/)).toBeVisible();
  await expect(entry(page).getByRole('listitem').filter({ hasText: 'bob@example.test' }).getByText('Sent')).toBeVisible();
  await expect(listed(page, 'To two')).toContainText('Sent to 1 of 2');
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Edit').click();
  await expect(chips(page, 'To')).toHaveText(['nobody@example.test']);
  await expect(text(page)).toHaveText('Hello both');
  expect(await arrived(mailHost, 'bob@example.test', 'To two')).toBe(1);
});

test('when everybody is refused nothing is sent, and the letter can be mended', async ({ app, mailHost }) => {
  const { page } = app;
  await alice(page, mailHost);
  await write(page, { to: 'nobody@example.test', subject: 'To nobody', text: 'Hello to you all' });
  await send(page);
  await expect(entry(page).getByText('Not sent.', { exact: true })).toBeVisible();
  await expect(entry(page).getByText('The server refused every recipient. Nothing was sent.')).toBeVisible();
  await expect(listed(page, 'To nobody')).toContainText('Not sent');
  await page.getByText('The conversation with the server').click();
  await expect(page.getByText('RCPT TO:<nobody@example.test>')).toBeVisible();
  await expect(page.getByText(mailHost.user('alice@example.test').password)).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Edit').click();
  await button(page, 'Remove nobody@example.test').click();
  await write(page, { to: 'bob@example.test' });
  await send(page);
  await expect(entry(page).getByText(/^Sent \d/)).toBeVisible();
  expect(await arrived(mailHost, 'bob@example.test', 'To nobody')).toBe(1);
});

test('a letter waits while the server can’t be reached, and goes when it can', async ({ app: { page }, mailHost, line }) => {
  await alice(page, mailHost, line.port);
  await line.refuse();
  await write(page, { to: 'bob@example.test', subject: 'Patience', text: 'Hello to you all' });
  await send(page);
  await expect(entry(page).getByText(/^Tried once\. Next try (in|at) /)).toBeVisible();
  await expect(
    entry(page)
      .getByText(/^Can’t reach localhost:\d+: the connection was refused\.$/)
      .first(),
  ).toBeVisible();
  await expect(listed(page, 'Patience')).toContainText(/Tried once, next try (in|at) /);
  await line.accept();
  await button(page, 'Retry now').click();
  await expect(entry(page).getByText(/^Sent \d/)).toBeVisible();
  expect(await arrived(mailHost, 'bob@example.test', 'Patience')).toBe(1);
});

test('a waiting letter can be called off, and is a draft again when it is wanted', async ({ app: { page }, mailHost, line }) => {
  await alice(page, mailHost, line.port);
  await line.refuse();
  await write(page, { to: 'bob@example.test', subject: 'Called off', text: 'Hello to you all' });
  await send(page);
  await expect(entry(page).getByText(/^Tried once/)).toBeVisible();
  await button(page, 'Cancel sending').click();
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();
  await line.accept();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Edit' }).click();
  await expect(field(page, 'Subject')).toHaveValue('Called off');
  expect(await arrived(mailHost, 'bob@example.test', 'Called off')).toBe(0);
});

test('a letter that may have been sent is not sent again by itself, and the person settles it', async ({ app, mailHost, line }) => {
  const { page } = app;
  await alice(page, mailHost, line.port);
  line.set({ from: 'client', line: /^\.$/, after: /^DATA$/i, action: { do: 'pass-then-cut', how: 'reset' } });
  await write(page, { to: 'bob@example.test', subject: 'Perhaps', text: 'Hello to you all' });
  await send(page);
  await expect(entry(page).getByText('May have been sent.')).toBeVisible();
  await expect(listed(page, 'Perhaps')).toContainText('May have been sent');
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Check Sent').click();
  await expect(page.getByText(/^It is not in Sent\. That does not prove/)).toBeVisible();
  await button(page, 'Mark as sent').click();
  await expect(entry(page).getByText(/^Sent \d/)).toBeVisible();
  expect(await arrived(mailHost, 'bob@example.test', 'Perhaps')).toBe(1);
  await expect.poll(async () => (await app.notifications()).map(({ title }) => title)).toEqual(['A message may have been sent']);
});

test('when the copy can’t be saved, the letter is sent all the same, once', async ({ app: { page }, mailHost, sentLine }) => {
  await fillIn(page, mailHost, 'olaf@example.test');
  await fillServer(page, 'Sent folder', { port: sentLine.port });
  await check(page);
  await button(page, 'Save and write').click();
  await sentLine.refuse();
  await write(page, { to: 'bob@example.test', subject: 'Without its copy', text: 'Hello to you all' });
  await send(page);
  await expect(listed(page, 'Without its copy')).toContainText('Sent. Copy not saved yet');
  await expect(entry(page).getByText('Sent. Copy not saved yet.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await sentLine.accept();
  await button(page, 'Save the copy now').click();
  await expect(entry(page).getByText('A copy is in Sent.')).toBeVisible();
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();
  expect(await arrived(mailHost, 'bob@example.test', 'Without its copy')).toBe(1);
  expect(await arrived(mailHost, 'olaf@example.test', 'Without its copy', 'Sent')).toBe(1);
});

test('a large letter shows how much of it has gone', async ({ app: { page }, mailHost, line }) => {
  await alice(page, mailHost, line.port);
  line.set({ from: 'client', line: /^\.$/, after: /^DATA$/i, action: { do: 'stall' } });
  await write(page, { to: 'bob@example.test', subject: 'Large' });
  await text(page).click();
  await page.keyboard.insertText('A long letter. '.repeat(20_000));
  await send(page);
  await expect(entry(page).getByText('Everything is on its way. Waiting for the server’s answer.')).toBeVisible();
  await expect(entry(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
  await room(page, 'Drafts').click();
  await expect(page.getByRole('contentinfo').getByText('Sending to bob@example.test')).toBeVisible();
});

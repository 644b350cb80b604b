// Letters that are made to keep a mail program busy: what can be shown of them is shown, and the window stays quick.

import { deflateSync } from 'node:zlib';
import { ImapFlow } from 'imapflow';
import type { MailHost } from '../support/mail-host/mail-host';
import { pngOf } from '../support/png';
import { barriers } from './barriers';
import { letter, listed, room } from './letters';
import { expect, test } from './mail-host';
import { addAccount } from './wizard';

/** Files a message in Sent, as another program would. */
async function file(host: MailHost, address: string, subject: string, html: string): Promise<void> {
  const auth = { user: address, pass: host.user(address).password };
  const client = new ImapFlow({ host: 'localhost', port: host.ports.imaps, secure: true, auth, logger: false });
  await client.connect();
  const head = `From: ${address}\r\nTo: anna@example.org\r\nSubject: ${subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`;
  await client.append('Sent', Buffer.from(head + html.replace(/\r?\n/g, '\r\n')), ['\\Seen']);
  await client.logout();
}

test('a letter of tags without end is shown as its text, and says why', async ({ app: { page }, mailHost }) => {
  const address = 'olaf@example.test';
  await file(mailHost, address, 'Without end', `<p>The words are here.</p>\n${'<b><i>\n'.repeat(200_000)}`);
  await addAccount(page, mailHost, address);
  await room(page, 'Sent').click();
  await listed(page, 'Without end').click();
  await expect(page.getByText('This letter is made so intricately that showing it would take minutes. Here is its text.')).toBeVisible();
  await expect(page.getByRole('tabpanel').getByText('The words are here.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Letter' })).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
});

test('a picture that would unfold to more than a computer bears is left out, the others stay', async ({ app: { page }, mailHost }) => {
  const address = 'bob@example.test';
  const url = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;
  const huge = url(pngOf(30_000, 30_000, deflateSync(Buffer.alloc(1000))));
  const hidden = huge.replace('data:', '&#100;ata&colon;');
  const small = url(pngOf(1, 1, deflateSync(Buffer.alloc(4))));
  const lines = [
    `<p>Look:</p>`,
    `<img alt="huge" src="${huge}">`,
    `<img alt="hidden" src="${hidden}">`,
    `<img alt="small" src="${small}">`,
  ];
  await file(mailHost, address, 'Pictures', lines.join('\n'));
  await addAccount(page, mailHost, address);
  await room(page, 'Sent').click();
  await listed(page, 'Pictures').click();
  await expect(page.getByText('2 pictures are not shown: they would unfold to more than this computer bears.')).toBeVisible();
  await expect(letter(page).getByText('Look:')).toBeVisible();
  const sources = await letter(page)
    .locator('img')
    .evaluateAll((images) => images.map((image) => [image.getAttribute('alt'), image.hasAttribute('src')]));
  expect(sources).toEqual([
    ['huge', false],
    ['hidden', false],
    ['small', true],
  ]);
});

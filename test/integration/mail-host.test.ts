// The mail host that the other tests stand on: it really delivers, files, refuses, goes away and comes back.
import { existsSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folderLayouts } from '../support/mail-host/folder-layouts';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost({ limits: { size: 100_000 } });
});
afterEach(() => host.policy.set(null));
afterAll(() => host.stop());

type Port = 'submission' | 'submissions' | 'limited';
const sender = (address: string, port: Port = 'submissions') =>
  createTransport({
    host: '127.0.0.1',
    port: host.ports[port],
    secure: port !== 'submission',
    requireTLS: true,
    name: '[127.0.0.1]',
    auth: { user: address, pass: host.user(address).password },
  });
const letter = (from: string, to: string | string[], text = 'Hello\r\n.\r\nthere') => ({ from, to, subject: 'A letter', text });
const reader = async (address: string): Promise<ImapFlow> => {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: host.ports.imaps,
    secure: true,
    logger: false,
    auth: { user: address, pass: host.user(address).password },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const uses: Readonly<Record<string, true>> = { '\\Sent': true, '\\Drafts': true, '\\Trash': true, '\\Junk': true, '\\Archive': true };

describe('the mail host', () => {
  it('delivers what was sent, byte for byte, with its envelope', async () => {
    const raw =
      'From: alice@example.test\r\nTo: somebody@else.test\r\nDate: Sun, 1 Nov 2026 12:00:00 +0000\r\nMessage-ID: <raw@example.test>\r\n\r\nOne\r\n..\r\nTwo \xe5\r\n';
    await sender('alice@example.test').sendMail({
      envelope: { from: 'alice@example.test', to: ['carol@example.test'] },
      raw: Buffer.from(raw, 'latin1'),
    });
    const [message] = await host.mailbox('carol@example.test').waitForMessages(1);
    expect(message?.content.toString('latin1')).toBe(raw);
    expect(message).toMatchObject({ returnPath: 'alice@example.test', originalTo: 'carol@example.test', isSeen: false });
    expect(message?.received.at(-1)).toContain('from [127.0.0.1]');
  });

  it('takes mail by STARTTLS too', async () => {
    await sender('bob@example.test', 'submission').sendMail(letter('bob@example.test', 'nils@example.test'));
    expect(await host.mailbox('nils@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it('shows each person the folders of their provider', async () => {
    for (const { address, layout } of host.users) {
      const client = await reader(address);
      const folders = await client.list();
      const expected = folderLayouts[layout];
      const shown = Object.fromEntries(
        folders
          .filter(({ path }) => path !== 'INBOX' && path !== 'INBOX.' && path !== '[Gmail]')
          .map(({ path, flags }) => [path, [...flags].find((flag) => flag in uses) ?? null]),
      );
      expect(shown).toEqual(Object.fromEntries(Object.entries(expected.folders).map(([name, use]) => [expected.prefix + name, use])));
      await client.logout();
    }
  });

  it('files what Gina sends in her Sent folder by itself, read', async () => {
    await sender('gina@example.test').sendMail(letter('gina@example.test', 'bob@example.test'));
    const [copy] = await host.mailbox('gina@example.test').waitForMessages(1, '[Gmail]/Sent Mail');
    expect(copy?.isSeen).toBe(true);
  });

  it('keeps an appended message as it was', async () => {
    const client = await reader('svea@example.test');
    await client.append('Skickat', Buffer.from('Subject: Hej\r\n\r\nHej\r\n'), ['\\Seen']);
    await client.logout();
    expect(host.mailbox('svea@example.test').messages('Skickat')[0]?.raw.toString()).toBe('Subject: Hej\r\n\r\nHej\r\n');
  });

  it('refuses a wrong password, a strange sender, an unknown recipient and what is too large or for too many', async () => {
    const wrong = createTransport({
      host: '127.0.0.1',
      port: host.ports.submissions,
      secure: true,
      auth: { user: 'alice@example.test', pass: 'wrong' },
    });
    await expect(wrong.sendMail(letter('alice@example.test', 'bob@example.test'))).rejects.toMatchObject({ responseCode: 535 });
    const alice = sender('alice@example.test');
    await expect(alice.sendMail(letter('bob@example.test', 'bob@example.test'))).rejects.toMatchObject({ responseCode: 553 });
    await expect(alice.sendMail(letter('alice@example.test', 'nobody@example.test'))).rejects.toMatchObject({ responseCode: 550 });
    const limited = sender('alice@example.test', 'limited');
    await expect(limited.sendMail(letter('alice@example.test', 'bob@example.test', 'x'.repeat(200_000)))).rejects.toMatchObject({
      responseCode: 552,
    });
    const many = Array.from({ length: 7 }, (_, n) => `bob+${n}@example.test`);
    await expect(limited.sendMail(letter('alice@example.test', many))).resolves.toMatchObject({ rejected: many.slice(5) });
  });

  it('answers as the test decides', async () => {
    host.policy.set(({ stage, recipient }) => (stage === 'RCPT' && recipient.startsWith('dieter') ? '451 4.7.1 later' : 'DUNNO'));
    await expect(sender('alice@example.test').sendMail(letter('alice@example.test', 'dieter@example.test'))).rejects.toMatchObject({
      responseCode: 451,
    });
    host.policy.set(({ stage }) => (stage === 'END-OF-MESSAGE' ? '554 5.7.1 no' : 'DUNNO'));
    await expect(sender('alice@example.test').sendMail(letter('alice@example.test', 'dieter@example.test'))).rejects.toMatchObject({
      responseCode: 554,
    });
    host.policy.set(null);
    await expect(sender('alice@example.test').sendMail(letter('alice@example.test', 'dieter@example.test'))).resolves.toMatchObject({
      accepted: ['dieter@example.test'],
    });
  });

  it('has a person whose mailbox is full', async () => {
    const client = await reader('frida@example.test');
    await expect(client.append('Sent', Buffer.alloc(30_000, 'x\r\n'))).rejects.toMatchObject({ serverResponseCode: 'OVERQUOTA' });
    await client.logout();
  });

  it('holds thousands of messages at once', async () => {
    host.preload('pia@example.test', 3000, 'Sent');
    const client = await reader('pia@example.test');
    expect((await client.mailboxOpen('INBOX.Sent')).exists).toBe(3000);
    await client.logout();
  });

  it('goes down and comes up again with its mail', async () => {
    host.preload('olaf@example.test', 2, 'Archive');
    await host.dovecot.down();
    await expect(reader('alice@example.test')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await host.dovecot.up();
    const client = await reader('olaf@example.test');
    expect((await client.mailboxOpen('Archive')).exists).toBe(2);
    await client.logout();
    await sender('alice@example.test').sendMail(letter('alice@example.test', 'inga@example.test'));
    await host.mailbox('inga@example.test').waitForMessages(1);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const other = await startMailHost();
    await other.stop();
    expect(existsSync(other.dir)).toBe(false);
  });
});

// Fills a folder with n messages on the disk, past the server: 10,000 take half a second.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, mailOwner } from './host-files';
import { maildirOf } from './mailbox';

const firstAt = Date.UTC(2025, 0, 1) / 1000;
const apart = 600;

/** The nth message, counted from 1: sent by `address`, ten minutes after the one before. */
function messageText(address: string, n: number, at: number): string {
  return [
    `From: <${address}>`,
    `To: "Reader ${n % 50}" <reader${n % 50}@elsewhere.test>`,
    `Subject: =?utf-8?Q?L=C3=A4tter?= ${n}`,
    `Date: ${new Date(at * 1000).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <preloaded-${n}@example.test>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 7bit',
    '',
    `This is message ${n}.`,
    'A line of ordinary length, as people write them, again and again. '.repeat(8),
    '',
  ].join('\r\n');
}

/** Writes `count` read messages; the last one is the newest. `folder` is the name on the disk. */
export function preloadMailbox(mailDir: string, address: string, count: number, folder: string): void {
  const maildir = maildirOf(mailDir, address, folder);
  const folders = [
    maildirOf(mailDir, address, '..'),
    maildirOf(mailDir, address, 'INBOX'),
    maildir,
    ...['cur', 'new', 'tmp'].map((name) => join(maildir, name)),
  ];
  for (const path of folders) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    giveTo(path, mailOwner);
  }
  for (let n = 1; n <= count; n += 1) {
    const at = firstAt + n * apart;
    const text = messageText(address, n, at);
    const file = join(maildir, 'cur', `${at}.M${n}P1.localhost,S=${Buffer.byteLength(text)}:2,S`);
    writeFileSync(file, text, { mode: 0o600 });
    utimesSync(file, at, at); // INTERNALDATE
    giveTo(file, mailOwner);
  }
}

// Files a message as a receiving provider does: signed where it was sent, and with the line that says who handed it over.
import { generateKeyPairSync } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { accountFor } from './letters';
import type { MailHost } from './mail-host/mail-host';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** What a domain publishes of the key with which `fileDelivered` signs, at s1._domainkey. */
export const publishedKey = `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;

export type Delivery = {
  /** Of the server that handed it over. */
  readonly ip?: string;
  /** The lines above the letter, instead of the usual one. */
  readonly lines?: string;
  readonly signs?: boolean;
  /** Default: the domain of the From address. */
  readonly signedBy?: string;
  readonly change?: (signed: string) => string;
};

/** Into alice's inbox; `domain`: of the From address. */
export async function fileDelivered(
  host: MailHost,
  raw: Buffer,
  domain: string,
  { ip = '203.0.113.5', lines, signs = true, signedBy = domain, change = (text) => text }: Delivery,
): Promise<void> {
  const own = { signingDomain: signedBy, selector: 's1', privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
  const signatures = signs ? (await dkimSign(raw, { ...own, signatureData: [own] })).signatures : '';
  const received = `Received: from mail.example.test (mail.example.test [${ip}])\r\n\tby mx.example.test with ESMTPS id 1;\r\n\tMon, 23 Nov 2026 10:00:00 +0000\r\n`;
  const { port, user } = accountFor(host, 'alice@example.test').account.imap ?? { port: 0, user: '' };
  const auth = { user, pass: host.user(user).password };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: true, auth, logger: false });
  await client.connect();
  await client.append('INBOX', Buffer.from((lines ?? received) + change(signatures + raw.toString())));
  await client.logout();
}

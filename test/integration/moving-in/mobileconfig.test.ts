// Apple's configuration profiles as files: plain, signed by OpenSSL, and in every shape that is none.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MovedIn } from '../../../electron/contract/model/moving-in';
import { startEngine, type TestEngine } from '../../support/engine';
import { mailPayload, mobileconfig } from '../../support/mobileconfig';
import { temporaryRoot } from '../../support/temporary-root';

let engine: TestEngine;
let folder: string;
beforeAll(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(temporaryRoot(), 'bd-mobileconfig-'));
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

const read = (content: string | Uint8Array): Promise<MovedIn> =>
  engine.call('movingIn.mobileconfig', {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
  });
const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });

const annas = {
  provider: 'other',
  name: 'Anna Ågren',
  address: 'anna@example.test',
  smtp: { host: 'smtp.example.test', port: 587, security: 'starttls', user: 'anna@example.test' },
  imap: { host: 'imap.example.test', port: 993, security: 'tls', user: 'anna@example.test' },
};

describe('a profile', () => {
  it('gives its accounts, and nothing of the passwords in it', async () => {
    const found = await read(mobileconfig(mailPayload()));
    expect(found).toMatchObject({ problem: null, isSigned: false, leftOut: [], accounts: [{ account: annas, foreignHosts: [] }] });
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it.each(['der', 'pem'])('signed (%s) gives them too, and says that it is signed', async (form) => {
    writeFileSync(join(folder, 'plain'), mobileconfig(mailPayload({ PayloadDescription: 'x'.repeat(20_000) })));
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=stranger', '-keyout', 'key', '-out', 'certificate');
    const sign = ['cms', '-sign', '-binary', '-nodetach', '-in', 'plain', '-signer', 'certificate', '-inkey', 'key', '-outform', form];
    for (const more of [[], ['-stream']]) {
      openssl(...sign, '-out', 'signed', ...more);
      expect(await read(readFileSync(join(folder, 'signed')))).toMatchObject({
        problem: null,
        isSigned: true,
        accounts: [{ account: annas }],
      });
    }
    openssl('cms', '-encrypt', '-binary', '-in', 'plain', '-outform', form, '-out', 'encrypted', 'certificate');
    expect(await read(readFileSync(join(folder, 'encrypted')))).toMatchObject({ problem: 'encrypted', accounts: [] });
  });

  it('names POP3, Exchange and what is incomplete, and takes Google’s own kind', async () => {
    const found = await read(
      mobileconfig(
        mailPayload({ EmailAccountType: 'EmailTypePOP' }),
        { PayloadType: 'com.apple.eas.account', EmailAddress: 'anna@firma.test', Host: 'outlook.office365.com' },
        { PayloadType: 'com.apple.wifi.managed', SSID_STR: 'Home' },
        { PayloadType: 'com.apple.google-oauth', EmailAddress: 'anna@gmail.com' },
        mailPayload({ EmailAddress: '' }),
        mailPayload({ EmailAddress: 'eve@example.test', OutgoingMailServerHostName: 'http://[::1]/x y\r\n' }),
      ),
    );
    expect(found.accounts.map(({ account }) => account)).toMatchObject([
      { address: 'anna@gmail.com', provider: 'gmail', oauth: 'google' },
      { address: 'eve@example.test', smtp: { host: '::1' } },
    ]);
    expect(found.accounts[1]?.foreignHosts).toEqual(['::1']);
    expect(found.leftOut).toMatchObject([
      { name: 'anna@example.test', reason: 'pop3' },
      { name: 'anna@firma.test', reason: 'exchange' },
      { name: 'Anna Ågren', reason: 'address' },
    ]);
  });
});

describe('what is no profile', () => {
  const whole = mobileconfig(mailPayload());
  const nested = (depth: number) => `<plist>${'<dict><key>a</key>'.repeat(depth)}${'</dict>'.repeat(depth)}</plist>`;
  it.each([
    ['nothing at all', '', 'not-settings'],
    ['a web page', '<!doctype html><html><body>Download</body></html>', 'not-settings'],
    ['another property list', '<plist><dict><key>a</key><string>b</string></dict></plist>', 'not-settings'],
    ['a list where a dictionary should be', '<plist><array/></plist>', 'unreadable'],
    ['a binary property list', Buffer.from('bplist00\xd1\x01\x02', 'latin1'), 'binary'],
    ['a profile with a NUL in it', whole.replace('Anna', 'An\0na'), 'unreadable'],
    ['text of no encoding', Buffer.concat([Buffer.from(whole), Buffer.from([0xff, 0xfe, 0xc0])]), 'unreadable'],
    ['nesting without end', nested(50_000), 'unreadable'],
    ['entities that would grow', whole.replace('PropertyList-1.0.dtd">', 'x" [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'), 'unreadable'],
    ['an encrypted one', '<plist><dict><key>EncryptedPayloadContent</key><string>x</string></dict></plist>', 'encrypted'],
    ['one without mail', mobileconfig({ PayloadType: 'com.apple.wifi.managed' }), 'no-mail'],
    ['one of 100 MB', Buffer.alloc(100_000_000, 0x20), 'too-large'],
  ] as const)('%s is told for what it is', async (_title, content, problem) => {
    expect(await read(content)).toMatchObject({ problem, accounts: [] });
  });

  it('never proposes anything from a file that was cut short, and never fails on one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (at) => {
        const found = await read(whole.slice(0, at));
        for (const { account } of found.accounts) expect(account).toMatchObject(annas);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => (await read(bytes)).accounts.length === 0),
      { numRuns: 60 },
    );
  });
});

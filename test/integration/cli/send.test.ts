// brevduva send and outbox as programs of their own: what they say, what they end with, and what the other server received.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import type { Settings } from '../../../electron/contract/model/status';
import { createAuthority, issueCertificate } from '../../support/certificates';
import { type BuiltEngine, buildEngine } from '../../support/engine-build';
import { forThisTest } from '../../support/for-this-test';
import { forkEngine } from '../../support/forked-engine';
import { complaintsAbout } from '../../support/judges/letters';
import { lettersIn } from '../../support/judges/profile-letters';
import { accountFor, fileOf } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { parse } from '../../support/message';
import { temporaryFolder } from '../../support/profile';

let host: MailHost;
let built: BuiltEngine;
beforeAll(async () => {
  [host, built] = await Promise.all([startMailHost(), buildEngine()]);
});
afterAll(async () => {
  await host.stop();
  await built.stop();
});

type Ended = { readonly code: number | null; readonly out: string; readonly complaints: string };

/** Runs the command line with this standard input, and waits for its end. */
function brevduva(words: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [built.cli, ...words], { env: { ...process.env, LANG: 'en', INIT_CWD: undefined } });
  let out = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, complaints })));
}

/** A profile in which the window has set up this account; whatever is sent from it comes before the judges. */
function profileWith(account: Account, settings: Partial<Settings> = {}): string {
  const profile = path.join(temporaryFolder(), 'profile');
  mkdirSync(profile, { mode: 0o700 });
  writeFileSync(path.join(profile, 'settings.json'), JSON.stringify({ version: 1, settings, accounts: [account] }));
  onTestFinished(async () => expect(await complaintsAbout(lettersIn(profile))).toEqual([]));
  return profile;
}

const canary = 'Correct-Horse-7';

describe('brevduva send', () => {
  it('delivers a letter with its file, files the copy, and ends with 0', async () => {
    const { account, password } = accountFor(host, 'alice@example.test', { name: 'Alice Åberg' });
    const profile = profileWith(account);
    const arrived = host.mailbox('bob@example.test');
    const before = arrived.messages().length;
    const file = fileOf('figures.csv', 'a;b\n1;2\n');
    const words = [
      'send',
      '--profile',
      profile,
      '--password-stdin',
      '--to',
      'Bob <bob@example.test>',
      '--subject',
      'Grüße <1>',
      '--attach',
      file,
    ];
    const ended = await brevduva(words, `${password}\nHello Bob,\n\nfigures attached.\n<3\n`);
    expect(ended).toEqual({ code: 0, out: 'Sent.\n', complaints: '' });
    const letter = await parse((await arrived.waitForMessages(before + 1)).at(-1)?.content);
    expect(letter.subject).toBe('Grüße <1>');
    expect(letter.from).toEqual({ name: 'Alice Åberg', address: 'alice@example.test' });
    expect(letter.text?.replaceAll('\r\n', '\n').trim()).toBe('Hello Bob,\n\nfigures attached.\n<3');
    expect(letter.attachments).toHaveLength(1);
    const sent = await host.mailbox('alice@example.test').waitForMessages(1, 'Sent');
    expect((await parse(sent.at(-1)?.content)).messageId).toBe(letter.messageId);
  });

  it('goes from another of the account’s addresses, through its own server with the password that was given', async () => {
    const { account } = accountFor(host, 'alice@example.test');
    const bob = host.user('bob@example.test');
    const alias = { id: 'bob', name: 'Bob', address: bob.address, smtp: { ...account.smtp, user: bob.address } };
    const profile = profileWith({ ...account, imap: null, sentPolicy: 'local', aliases: [alias] });
    const arrived = host.mailbox('carol@example.test');
    const before = arrived.messages().length;
    const words = ['send', '--profile', profile, '--password-stdin', '--from', 'BOB@example.test', '--to', 'carol@example.test'];
    expect(await brevduva(words, `${bob.password}\nHello to you all\n`)).toEqual({ code: 0, out: 'Sent.\n', complaints: '' });
    const message = (await arrived.waitForMessages(before + 1)).at(-1);
    expect(message?.returnPath).toBe('bob@example.test');
    expect((await parse(message?.content)).from).toEqual({ name: 'Bob', address: 'bob@example.test' });
  });

  it('refuses a wrong password with 77, keeps the letter in the outbox, and shows the password to nobody', async () => {
    const { account } = accountFor(host, 'alice@example.test');
    const profile = profileWith(account);
    const words = ['send', '--profile', profile, '--password-stdin', '--to', 'bob@example.test', '--subject', 'Later'];
    const ended = await brevduva(words, `${canary}\nA letter of a few words`);
    expect(ended.code).toBe(77);
    expect(ended.complaints).toMatch(/password/i);
    const listed = await brevduva(['outbox', '--profile', profile]);
    expect(listed).toMatchObject({ code: 0, complaints: '' });
    expect(listed.out).toContain('bob@example.test');
    for (const text of [ended.out, ended.complaints, listed.out]) expect(text).not.toContain(canary);
    expect(readFileSync(path.join(profile, 'mail.sqlite')).includes(canary)).toBe(false);
  });

  it("trusts the company's authority that the person has told the program of", async () => {
    const authority = await createAuthority('Company');
    const company = await forThisTest(startMailHost({ certificate: await issueCertificate(authority) }));
    const { account, password } = accountFor(company, 'alice@example.test');
    const words = (profile: string) => ['send', '--profile', profile, '--password-stdin', '--to', 'bob@example.test'];
    expect((await brevduva(words(profileWith(account)), `${password}\nA letter of a few words`)).code).toBe(75);
    const trusting = profileWith(account, { companyRoots: [authority.cert] });
    expect((await brevduva(words(trusting), `${password}\nA letter of a few words`)).code).toBe(0);
    expect(await company.mailbox('bob@example.test').waitForMessages(1)).toHaveLength(1);
  });

  it('lets a paused account go on with the right password', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const profile = profileWith(account);
    const letter = (subject: string) => [
      'send',
      '--profile',
      profile,
      '--password-stdin',
      '--to',
      'bob@example.test',
      '--subject',
      subject,
    ];
    expect((await brevduva(letter('First'), `${canary}\nA letter of a few words`)).code).toBe(77);
    const arrived = host.mailbox('bob@example.test');
    const before = arrived.messages().length;
    expect(await brevduva(letter('Second'), `${password}\nA letter of a few words`)).toEqual({ code: 0, out: 'Sent.\n', complaints: '' });
    expect((await arrived.waitForMessages(before + 1)).map(({ content }) => content.toString()).join('')).toContain('Subject: Second');
  });

  it('says 67 for a recipient whom the server does not know, as JSON for programs', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const words = ['send', '--profile', profileWith(account), '--password-stdin', '--json', '--to', 'nobody-here@example.test'];
    const ended = await brevduva(words, `${password}\nA letter of a few words`);
    expect(ended.code).toBe(67);
    expect(JSON.parse(ended.out)).toMatchObject({ ok: true, entry: { item: { state: 'failed' }, recipients: [{ state: 'refused' }] } });
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['no recipient', [], 64, /recipient|address/i],
    ['a text that is no address', ['--to', 'bob'], 65, /bob/],
    ['an address that smuggles a second one in', ['--to', 'a@example.test>,<evil@example.test'], 65, /./],
    ['a file that is not there', ['--to', 'bob@example.test', '--attach', '/nowhere/at/all.pdf'], 66, /all\.pdf/],
    ['an account that is not there', ['--to', 'bob@example.test', '--from', 'eve@example.test'], 78, /eve@example\.test/],
    ['a word that is no option', ['--recipient', 'bob@example.test'], 64, /--recipient/],
  ])('tells %s apart', async (_name, words, code, complaint) => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const profile = profileWith(account);
    const ended = await brevduva(['send', '--profile', profile, '--password-stdin', ...words], `${password}\nA letter of a few words`);
    expect(ended.code).toBe(code);
    expect(ended.complaints).toMatch(complaint);
    expect((await brevduva(['outbox', '--profile', profile])).out).toBe('Nothing waits.\n');
  });

  it('hands the letter over to the program that runs on the same profile, and needs no password then', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const profile = profileWith(account);
    const running = await forThisTest(
      forkEngine({ profile, accounts: [account], passwords: { [account.id]: password ?? '' }, script: built.script }),
    );
    const arrived = host.mailbox('bob@example.test');
    const before = arrived.messages().length;
    const ended = await brevduva(
      ['send', '--profile', profile, '--to', 'bob@example.test', '--subject', 'Handed over'],
      'A letter of a few words',
    );
    expect(ended).toEqual({ code: 0, out: 'Sent.\n', complaints: '' });
    expect(await arrived.waitForMessages(before + 1)).toHaveLength(before + 1);
    const listed = await running.call('outbox.retry', { ids: ['none'] });
    expect(listed.ok).toBe(false); // it is the one who has the profile, and is well
  });
});

describe('brevduva doctor', () => {
  it('examines an account, says what it saw, and ends with 0 when nothing stands in the way', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const ended = await brevduva(
      ['doctor', account.address, '--profile', profileWith(account), '--password-stdin', '--message'],
      `${password}\n`,
    );
    expect(ended.complaints).toBe('');
    expect(ended.out).toMatch(/\+ Sign-in to send: fine/);
    expect(ended.out).toMatch(/\+ A message to yourself: fine/);
    expect(ended.code).toBe(0);
    expect(ended.out).not.toContain(password ?? '');
  });

  it('examines an address without an account at the servers that are named, and ends with 69 where something is broken', async () => {
    const { smtp } = accountFor(host, 'alice@example.test').account;
    const words = ['doctor', 'alice@example.test', '--smtp', `localhost:${smtp.port}`, '--password-stdin', '--json'];
    const ended = await brevduva([...words, '--profile', path.join(temporaryFolder(), 'new')], `${canary}\n`);
    expect(ended.code).toBe(69);
    expect(JSON.parse(ended.out).report.steps).toContainEqual(expect.objectContaining({ state: 'broken' }));
    expect(ended.out).not.toContain(canary);
  });
});

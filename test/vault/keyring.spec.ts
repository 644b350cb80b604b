// Passwords and the computer's key store, with a real keyring (build/test/with-keyring.sh starts one) and a real mail server to sign in to.
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Account, CheckReport } from '../../electron/contract/model/accounts';
import { barriers } from '../e2e/barriers';
import { button, listed, room, send, write } from '../e2e/letters';
import { expect, test } from '../e2e/mail-host';
import { openPipe, type Pipe, valueIn } from '../e2e/pipe';
import { lockKeyring, reopenKeyring, replaceKeyring } from '../support/keyring';
import type { MailHost } from '../support/mail-host/mail-host';
import { until } from '../support/until';

const address = 'alice@example.test';
const withKeyring = ['--password-store=gnome-libsecret'];
const withoutKeyring = ['--password-store=basic'];

function accountOn(host: MailHost): Account {
  const server = (port: number) => ({ host: 'localhost', port, security: 'tls', user: address }) as const;
  return {
    id: 'alice',
    provider: 'other',
    name: 'Alice',
    address,
    smtp: server(host.ports.submissions),
    imap: server(host.ports.imaps),
    sentPolicy: 'append',
    sentFolder: null,
  };
}

const save = (pipe: Pipe, host: MailHost, keep: 'vault' | 'session'): Promise<unknown> =>
  pipe.askShell('accounts.save', { account: accountOn(host), password: host.user(address).password, keep, isDefault: true });

/** Signs in to the real server with the stored password. Answers the state of that stage, or the code of its failure. */
async function signIn(page: Page, host: MailHost): Promise<string> {
  const pipe = await openPipe(page);
  const id = await pipe.watch('accounts.check', { account: accountOn(host), secret: { kind: 'stored' } });
  const report = await until(async () => {
    const result = (await pipe.answerTo(id)) as { readonly ok: true; readonly value: CheckReport } | undefined;
    return result?.value.isDone === true ? result.value : null;
  });
  const stage = report.stages.find((each) => each.state === 'failed') ?? report.stages.find((each) => each.id === 'sign-in');
  return stage?.failure?.code ?? stage?.state ?? 'nothing';
}

/** The password as it is, and as it travels in AUTH PLAIN and AUTH LOGIN. */
function disguises(password: string): readonly string[] {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return [
    password,
    base64(password).replace(/=+$/, ''),
    base64(`\0${address}\0${password}`).replace(/=+$/, ''),
    Buffer.from(password, 'utf16le').toString('latin1'),
  ];
}

/** Files of the profile that hold any of the words. */
async function filesWith(profile: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const isFound = async (file: string): Promise<boolean> => {
    const content = await readFile(file).catch(() => Buffer.alloc(0)); // Chromium's own files come and go
    return words.some((word) => content.includes(Buffer.from(word, 'latin1')));
  };
  const found = await Promise.all(files.map(async (file) => ((await isFound(file)) ? [path.relative(profile, file)] : [])));
  return found.flat();
}

test('a password that was kept signs in after a restart, and is nowhere in the profile', async ({ launch, mailHost }) => {
  const first = await launch({ args: withKeyring });
  const pipe = await openPipe(first.page);
  expect(await pipe.askShell('vault.status', {})).toEqual({ ok: true, value: { kind: 'os', backend: 'gnome_libsecret' } });
  expect(await save(pipe, mailHost, 'vault')).toMatchObject({ ok: true });
  expect(await signIn(first.page, mailHost)).toBe('fine');
  await first.quit();
  const second = await launch({ profile: first.profile, args: withKeyring });
  expect(await signIn(second.page, mailHost)).toBe('fine');
  expect(await filesWith(second.profile, disguises(mailHost.user(address).password))).toEqual([]);
  await second.quit();
  expect(await filesWith(second.profile, disguises(mailHost.user(address).password))).toEqual([]);
  expect(await filesWith(second.profile, [address])).toContain('settings.json'); // what is there is found
});

test('the page is never told a password, not even the one it has just sent', async ({ launch, mailHost }) => {
  const app = await launch({ args: withKeyring });
  const pipe = await openPipe(app.page);
  const answers = [
    await save(pipe, mailHost, 'vault'),
    await pipe.askShell('start', {}),
    await pipe.askShell('accounts.save', {
      account: { ...accountOn(mailHost), name: 7 },
      password: mailHost.user(address).password,
      keep: 'vault',
      isDefault: true,
    }),
    await pipe.shellEvents(),
  ];
  expect(JSON.stringify(answers)).not.toContain(mailHost.user(address).password);
  expect(answers[2]).toMatchObject({ ok: false, failure: { code: 'invalid-input', detail: 'account.name' } });
});

test('without a key store a password is kept until quitting, and not longer', async ({ launch, mailHost }) => {
  const first = await launch({ args: withoutKeyring });
  const pipe = await openPipe(first.page);
  expect(await pipe.askShell('vault.status', {})).toEqual({ ok: true, value: { kind: 'none', backend: 'basic_text' } });
  expect(await save(pipe, mailHost, 'vault')).toMatchObject({ ok: false, failure: { code: 'vault-unavailable' } });
  expect(await save(pipe, mailHost, 'session')).toMatchObject({ ok: true });
  expect(await signIn(first.page, mailHost)).toBe('fine');
  await first.quit();
  expect(await filesWith(first.profile, disguises(mailHost.user(address).password))).toEqual([]);
  const second = await launch({ profile: first.profile, args: withoutKeyring });
  expect(await signIn(second.page, mailHost)).toBe('secret-missing');
});

test('a locked key store says so, stops nothing, and gives the password when it is open again', async ({ launch, mailHost }) => {
  const first = await launch({ args: withKeyring });
  await save(await openPipe(first.page), mailHost, 'vault');
  await first.quit();
  lockKeyring();
  try {
    const second = await launch({ profile: first.profile, args: withKeyring });
    const pipe = await openPipe(second.page);
    expect(await pipe.askShell('vault.status', {})).toEqual({ ok: true, value: { kind: 'locked', backend: 'gnome_libsecret' } });
    expect(await signIn(second.page, mailHost)).toBe('vault-unavailable');
    expect(await pipe.askShell('settings.change', { theme: 'dark' })).toMatchObject({ ok: true });
    await reopenKeyring();
    expect(await signIn(second.page, mailHost)).toBe('fine');
  } finally {
    await reopenKeyring(); // the next test finds it open
  }
});

/** The program once more with these words, as in a terminal without a display. */
async function command(words: readonly string[], input: string): Promise<{ readonly code: number | null; readonly out: string }> {
  const program = createRequire(import.meta.url)('electron') as string;
  const { DISPLAY: _, ...environment } = process.env;
  const rights = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [path.resolve('.'), ...rights, ...words], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

test('a command signs in with the password that the window kept, and cannot where there is no key store', async ({ launch, mailHost }) => {
  const window = await launch({ args: withKeyring });
  expect(await save(await openPipe(window.page), mailHost, 'vault')).toMatchObject({ ok: true });
  await window.quit();
  const letter = ['send', '--lang', 'en', '--profile', window.profile, '--to', 'bob@example.test', '--subject', 'From the vault'];
  const sent = await command([...withKeyring, ...letter], 'Hello Bob.');
  expect(sent.out).toMatch(/^Sent\.\n/);
  expect(sent.code).toBe(0);
  const [message] = await mailHost.mailbox('bob@example.test').waitForMessages(1);
  expect(message?.content.toString()).toContain('Subject: From the vault');
  expect(await command([...withoutKeyring, ...letter], 'Hello again.')).toEqual({ code: 77, out: '' });
});

/** Puts a letter into the outbox that goes when the person says so. */
async function keepOne(pipe: Pipe, subject: string): Promise<void> {
  const draft = valueIn<{ id: string; content: object }>(
    await pipe.call('drafts.create', { accountId: 'alice', start: { kind: 'empty' } }),
  );
  const to = [{ kind: 'good', name: 'Bob', address: 'bob@example.test' }];
  const content = { ...draft.content, subject, to, html: '<p>Hello Bob, this one waits for the key store.</p>' };
  const { revision } = valueIn<{ revision: number }>(await pipe.call('drafts.save', { draftId: draft.id, revision: 1, content }));
  const { id } = valueIn<{ id: string }>(
    await pipe.call('outbox.enqueue', { draftId: draft.id, revision, when: { kind: 'undo', ms: 60_000 } }),
  );
  valueIn(await pipe.call('outbox.keep', { ids: [id] }));
}

test('with another key store under the same profile the person is asked for the password, mail waits, and it all goes', async ({
  launch,
  mailHost,
}, info) => {
  const first = await launch({ args: withKeyring });
  const pipe = await openPipe(first.page);
  expect(await save(pipe, mailHost, 'vault')).toMatchObject({ ok: true });
  await keepOne(pipe, 'From before');
  await first.quit();
  await replaceKeyring();

  const { page, quit, profile } = await launch({ profile: first.profile, args: withKeyring });
  await room(page, 'Outbox').click();
  await listed(page, 'From before').click();
  await button(page, 'Send now').first().click();
  const banner = page.getByText('alice@example.test is paused. The stored password can’t be read any more.');
  await expect(banner).toBeVisible();
  await page.keyboard.press('Control+n');
  await write(page, { to: 'bob@example.test', subject: 'From after', text: 'Hello Bob.' });
  await send(page);
  await expect(listed(page, 'From before')).toContainText('Waiting for the account');
  await expect(listed(page, 'From after')).toContainText('Waiting for the account');
  await listed(page, 'From before').click();
  await expect(page.getByRole('article', { name: 'Outbox' })).toContainText('The stored password can’t be read any more.');
  expect(await barriers(page)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: info.outputPath(`replaced-key-store.${colorScheme}.png`), animations: 'disabled' });
  }
  expect(mailHost.mailbox('bob@example.test').messages()).toEqual([]);

  await button(page, 'Enter the password').click();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(mailHost.user(address).password);
  await page.keyboard.press('Enter');
  const messages = await mailHost.mailbox('bob@example.test').waitForMessages(2);
  const subjects = messages.map(({ content }) => /^Subject: (.*)\r?$/m.exec(content.toString())?.[1]);
  expect(subjects.sort()).toEqual(['From after', 'From before']);
  await expect(banner).toHaveCount(0);
  await quit();
  expect(await filesWith(profile, disguises(mailHost.user(address).password))).toEqual([]);
  const again = await launch({ profile, args: withKeyring });
  expect(await signIn(again.page, mailHost)).toBe('fine');
});

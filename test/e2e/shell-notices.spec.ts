// What a person is told while the window is elsewhere.
import type { Account } from '../../electron/contract/model/accounts';
import type { MailHost } from '../support/mail-host/mail-host';
import { expect, test } from './mail-host';
import { openPipe, type Pipe } from './pipe';

const address = 'alice@example.test';

function accountOn(host: MailHost): Account {
  return {
    id: 'alice',
    provider: 'other',
    name: 'Alice',
    address,
    smtp: { host: 'localhost', port: host.ports.submissions, security: 'tls', user: address },
    imap: null,
    sentPolicy: 'local',
    sentFolder: null,
  };
}

async function send(pipe: Pipe, to: string): Promise<void> {
  const created = (await pipe.call('drafts.create', { accountId: 'alice', start: { kind: 'empty' } })) as {
    value: { id: string; content: object };
  };
  const { id: draftId, content } = created.value;
  const changed = {
    ...content,
    accountId: 'alice',
    to: [{ kind: 'good', name: '', address: to }],
    subject: 'Minutes',
    html: '<p>Hello to you all</p>',
  };
  await pipe.call('drafts.save', { draftId, revision: 1, content: changed });
  expect(await pipe.call('outbox.enqueue', { draftId, revision: 1 })).toMatchObject({ ok: true });
}

const saveAccount = (pipe: Pipe, host: MailHost, password: string): Promise<unknown> =>
  pipe.askShell('accounts.save', { account: accountOn(host), password, keep: 'session', isDefault: true });

test('a message that failed is told of, and a click leads to it', async ({ app, mailHost }) => {
  const pipe = await openPipe(app.page);
  await saveAccount(pipe, mailHost, mailHost.user(address).password);
  await send(pipe, 'nobody-of-this-name@example.test');
  await expect
    .poll(() => app.notifications())
    .toEqual([{ title: 'A message was not sent', body: expect.stringMatching(/^“Minutes” to nobody-of-this-name@example\.test\n/) }]);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await app.clickLastNotification();
  await expect.poll(() => pipe.shellEvents()).toContainEqual({ kind: 'go', to: 'outbox', messageId: expect.any(String) });
  const isVisible = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
});

test('an account that stands still is told of in the language of the person, and a click leads to the accounts', async ({
  launch,
  mailHost,
}) => {
  const app = await launch({ args: ['--lang', 'sv'] });
  const pipe = await openPipe(app.page);
  await saveAccount(pipe, mailHost, 'not the password');
  await send(pipe, 'bob@example.test');
  await expect.poll(async () => (await app.notifications()).map(({ title }) => title)).toEqual(['alice@example.test är pausat']);
  await app.clickLastNotification();
  await expect.poll(() => pipe.shellEvents()).toContainEqual({ kind: 'go', to: 'accounts', messageId: null });
});

test('whoever does not want notifications gets none', async ({ app, mailHost }) => {
  const pipe = await openPipe(app.page);
  await pipe.askShell('settings.change', { hasNotifications: false });
  await saveAccount(pipe, mailHost, 'not the password');
  await send(pipe, 'bob@example.test');
  const status = await pipe.watch('status', {});
  await expect.poll(() => pipe.answerTo(status)).toMatchObject({ value: { paused: [{ accountId: 'alice' }] } });
  expect(await app.notifications()).toEqual([]);
});

// What becomes of mail when a token runs out, is refused, or the whole sign-in is taken back: nothing is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../../electron/contract/model/accounts';
import { visit, walk } from '../../../support/browser-walk';
import { startEngine, type TestEngine } from '../../../support/engine';
import { forThisTest } from '../../../support/for-this-test';
import { type IdentityProvider, startIdentityProvider } from '../../../support/identity-provider';
import { accountOf } from '../../../support/imap-account';
import { send } from '../../../support/letters';
import { type MailHost, startMailHost } from '../../../support/mail-host/mail-host';
import { startScriptedSmtp } from '../../../support/scripted-smtp';
import { beginSignIn } from '../../../support/sign-in-desk';
import { until } from '../../../support/until';

const alice = 'alice@example.test';
let identity: IdentityProvider;
let host: MailHost;
beforeAll(async () => {
  identity = await startIdentityProvider();
  host = await startMailHost({ introspection: identity.introspection });
});
afterAll(async () => {
  await host.stop();
  await identity.stop();
});

const account = (change: Partial<Account> = {}): Account =>
  accountOf(host, alice, { oauth: 'own', imap: null, sentPolicy: 'local', ...change });

async function signIn(engine: TestEngine, one: Account): Promise<void> {
  const under = await beginSignIn(engine, one);
  await walk(under.page, alice);
  expect(await under.ended()).toBe('done');
}
async function ready(one: Account = account()): Promise<TestEngine> {
  const engine = await forThisTest(startEngine({ accounts: [{ account: one, password: null }], oauthClients: identity.clients }));
  await signIn(engine, one);
  return engine;
}
const renewals = (): number => identity.count('POST /token');
/** Longer than a connection rests. */
const minute = 60_000;

describe('a token', () => {
  it('that runs out soon is renewed before the mail goes, and the new refresh token is the one that is kept', async () => {
    const engine = await ready();
    const kept = engine.signIns.get(alice);
    const before = renewals();
    engine.clock.skip(56 * minute);
    await engine.settleMessage(await send(engine, { account: account() }), 'accepted');
    expect(renewals()).toBe(before + 1);
    expect(engine.signIns.get(alice)).not.toBe(kept);
  });

  it('that is good still is used again, and asked for by several at a time is fetched once', async () => {
    const engine = await ready();
    await engine.restart();
    const before = renewals();
    const check = () => engine.settle('accounts.check', { account: account(), secret: { kind: 'stored' } }, ({ isDone }) => isDone);
    const reports = await Promise.all([check(), check(), check()]);
    expect(reports.every(({ canSend }) => canSend)).toBe(true);
    await check();
    expect(renewals()).toBe(before + 1);
  });

  it('that the server refuses, though our clock calls it good, is renewed once on the same connection', async () => {
    const refused: string[] = [];
    const smtp = await forThisTest(
      startScriptedSmtp({
        keywords: ['AUTH XOAUTH2'],
        answer(step, line) {
          if (step !== 'AUTH') return undefined;
          if (refused.length > 0) return '235 2.7.0 welcome';
          refused.push(line);
          return '535 5.7.8 token has expired';
        },
      }),
    );
    const one = account({ smtp: { ...account().smtp, port: smtp.port } });
    const engine = await ready(one);
    const before = renewals();
    await engine.settleMessage(await send(engine, { account: one }), 'accepted');
    expect(renewals()).toBe(before + 1);
    expect(smtp.connections()).toBe(1);
    expect(smtp.count('AUTH')).toBe(2);
  });
});

describe('a token that has run out by the provider’s clock, though it was to last an hour', () => {
  it('is refused by Postfix and by Dovecot, which ask the provider, is renewed once, and the mail goes', async () => {
    const brief = await forThisTest(startIdentityProvider({ tokenLife: 4, statedLife: 3600 }));
    const mail = await forThisTest(startMailHost({ introspection: brief.introspection }));
    const one = accountOf(mail, alice, { oauth: 'own', sentFolder: 'Sent' });
    const engine = await forThisTest(startEngine({ accounts: [{ account: one, password: null }], oauthClients: brief.clients }));
    await signIn(engine, one);
    const isOver = async (): Promise<boolean> => {
      const { username, password, origin, pathname } = new URL(brief.introspection);
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const answers = await Promise.all(
        brief.tokens().map((token) => visit(origin + pathname, { method: 'POST', headers: { authorization }, form: { token } })),
      );
      // The refresh token among them lives on.
      return answers.filter(({ body }) => body.includes('"active":true')).length <= 1;
    };
    await until(isOver, { deadline: 15_000 });
    const before = brief.count('POST /token');
    const asked = brief.count('POST /token/introspection');
    await engine.settleMessage(await send(engine, { account: one, subject: 'With a new token' }), 'accepted');
    expect(brief.count('POST /token')).toBe(before + 1);
    expect(brief.count('POST /token/introspection')).toBeGreaterThan(asked);
    await mail.mailbox('bob@example.test').waitForMessages(1);
    await until(isOver, { deadline: 15_000 });
    const check = await engine.settle('accounts.check', { account: one, secret: { kind: 'stored' } }, ({ isDone }) => isDone);
    expect(check.stages.map(({ state }) => state)).toEqual(Array(7).fill('fine'));
  });
});

describe('a sign-in that was taken back', () => {
  it('pauses the account, asks to sign in again, and lets the waiting mail go after that', async () => {
    const engine = await ready();
    await identity.revokeAll();
    engine.clock.skip(56 * minute);
    const id = await send(engine, { account: account(), subject: 'Waits for the sign-in' });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure).toMatchObject({ code: 'oauth-sign-in-again', address: alice });
    const before = renewals();
    engine.clock.skip(120 * minute);
    expect(renewals()).toBe(before);
    await signIn(engine, account());
    await engine.call('accounts.resume', { accountId: alice });
    await engine.settleMessage(id, 'accepted');
  });

  it('is found out by the mail server’s refusal as well', async () => {
    const engine = await ready();
    await identity.revokeAll();
    await send(engine, { account: account() });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure.code).toBe('oauth-sign-in-again');
  });

  it('is named by the doctor once, although both servers find it out, and the servers are looked at all the same', async () => {
    const one = accountOf(host, alice, { oauth: 'own' });
    const engine = await ready(one);
    await identity.revokeAll();
    const examined = { account: one, secret: { kind: 'stored' as const }, message: null };
    const { steps } = await engine.settle('doctor.run', examined, ({ isDone }) => isDone);
    expect(steps.filter(({ state }) => state === 'broken')).toMatchObject([
      { id: 'smtp-sign-in', failure: { code: 'oauth-sign-in-again', address: alice } },
    ]);
    expect(steps.filter(({ id }) => id === 'smtp-hello' || id === 'imap-sign-in').map(({ state }) => state)).toEqual(['fine', 'skipped']);
  });

  it('by the person is taken back at the provider too', async () => {
    const engine = await ready();
    const before = identity.count('POST /token/revocation');
    expect(await engine.call('accounts.signOut', { accountId: alice })).toEqual({ wasRevoked: true });
    expect(identity.count('POST /token/revocation')).toBe(before + 1);
    expect(engine.signIns.size).toBe(0);
    await engine.settle('accounts.isSignedIn', { accountId: alice }, ({ isSignedIn }) => isSignedIn === false);
    await send(engine, { account: account() });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure.code).toBe('oauth-sign-in-again');
  });
});

describe('mail waits', () => {
  it('while the sign-in server is out of order, without pausing the account', async () => {
    const engine = await ready();
    identity.intercept((_request, response) => {
      response.writeHead(503).end();
      return true;
    });
    engine.clock.skip(56 * minute);
    const id = await send(engine, { account: account() });
    const entry = await engine.settleMessage(id, 'deferred');
    expect(entry.item.failure?.code).toBe('oauth-unavailable');
    expect((await engine.settle('status', {}, () => true)).paused).toEqual([]);
    identity.intercept(null);
    await engine.call('outbox.retry', { ids: [id] });
    await engine.settleMessage(id, 'accepted');
  });

  it('where Microsoft has SMTP switched off for the mailbox, and says what to switch on', async () => {
    const said = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.';
    const smtp = await forThisTest(
      startScriptedSmtp({ keywords: ['AUTH LOGIN XOAUTH2'], answer: (step) => (step === 'AUTH' ? said : undefined) }),
    );
    const one = account({ smtp: { ...account().smtp, port: smtp.port } });
    const engine = await ready(one);
    const before = renewals();
    await send(engine, { account: one });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure).toMatchObject({ code: 'smtp-auth-disabled', enhanced: '5.7.139' });
    expect(renewals()).toBe(before);
    expect(smtp.commands.filter((line) => line.startsWith('AUTH')).every((line) => line.startsWith('AUTH XOAUTH2 '))).toBe(true);
  });

  it('rather than show the token to a server it was not got for', async () => {
    const smtp = await forThisTest(startScriptedSmtp({ keywords: ['AUTH XOAUTH2'] }));
    const engine = await ready();
    const elsewhere = account({ smtp: { ...account().smtp, host: '127.0.0.1', port: smtp.port } });
    const report = await engine.settle('accounts.check', { account: elsewhere, secret: { kind: 'stored' } }, ({ isDone }) => isDone);
    expect(report.stages.find(({ failure }) => failure !== null)?.failure?.code).toBe('oauth-sign-in-again');
    expect(smtp.connections()).toBe(0);
  });
});

// From the browser to the mail: signed in at a real provider, checked and sent by real servers that ask it about the token.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../../../electron/contract/model/accounts';
import { walk } from '../../../support/browser-walk';
import { startEngine, type TestEngine } from '../../../support/engine';
import { forThisTest } from '../../../support/for-this-test';
import { type IdentityProvider, startIdentityProvider } from '../../../support/identity-provider';
import { accountOf } from '../../../support/imap-account';
import { send } from '../../../support/letters';
import { type MailHost, startMailHost } from '../../../support/mail-host/mail-host';
import { beginSignIn } from '../../../support/sign-in-desk';

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

const account = (change: Partial<Account> = {}): Account => accountOf(host, alice, { oauth: 'own', sentFolder: 'Sent', ...change });
const started = (): Promise<TestEngine> => forThisTest(startEngine({ oauthClients: identity.clients }));
async function signedIn(engine: TestEngine, one: Account = account()): Promise<void> {
  const under = await beginSignIn(engine, one);
  const seen = await walk(under.page, alice);
  expect(seen.status).toBe(200);
  expect(await under.ended()).toBe('done');
}

describe('after signing in with the browser', () => {
  it('the check goes through before the account is saved, and the vault gets the sign-in with the account', async () => {
    const engine = await started();
    await signedIn(engine);
    const report = await engine.settle('accounts.check', { account: account(), secret: { kind: 'stored' } }, ({ isDone }) => isDone);
    expect(report.stages.map(({ state }) => state)).toEqual(Array(7).fill('fine'));
    expect(report.stages.find(({ id }) => id === 'sign-in')?.found).toMatch(/^(OAUTHBEARER|XOAUTH2)$/);
    expect(engine.signIns.size).toBe(0);
    engine.setAccounts({ account: account(), password: null });
    await engine.settle('accounts.isSignedIn', { accountId: alice }, ({ isSignedIn }) => isSignedIn === true);
    expect(engine.signIns.has(alice)).toBe(true);
  });

  it('mail leaves, and its copy is filed in Sent', async () => {
    const engine = await started();
    await signedIn(engine);
    engine.setAccounts({ account: account(), password: null });
    const before = host.mailbox('bob@example.test').messages().length;
    const id = await send(engine, { account: account(), subject: 'Sent with a token' });
    await engine.settleMessage(id, 'accepted');
    const entry = await engine.settle('outbox.entry', { id }, (value) => value?.item.copy === 'filed');
    const messages = await host.mailbox('bob@example.test').waitForMessages(before + 1);
    expect(messages.at(-1)?.content.toString()).toContain('Subject: Sent with a token');
    const shown = JSON.stringify(entry);
    for (const token of identity.tokens()) expect(shown).not.toContain(token);
  });

  // ms by which this computer's clock is ahead of the provider's
  it.each([600_000, -600_000])('a clock that is %s ms off stands in the way of neither the sign-in nor the mail', async (off) => {
    const short = await forThisTest(startIdentityProvider({ idTokenLife: 60 }));
    const mail = await forThisTest(startMailHost({ introspection: short.introspection }));
    const one = accountOf(mail, alice, { oauth: 'own', sentFolder: 'Sent' });
    const engine = await forThisTest(startEngine({ oauthClients: short.clients }));
    engine.clock.skip(off);
    // The library reads the time by itself, and the provider of the test is in this process too.
    const real = Date.now.bind(Date);
    const isLibrary = (): boolean => /[\\/]oauth4webapi[\\/]/.test(new Error().stack ?? '');
    vi.spyOn(Date, 'now').mockImplementation(() => real() + (isLibrary() ? off : 0));
    await signedIn(engine, one);
    engine.setAccounts({ account: one, password: null });
    const id = await send(engine, { account: one, subject: 'By a wrong clock' });
    await engine.settleMessage(id, 'accepted');
    await mail.mailbox('bob@example.test').waitForMessages(1);
  });

  it('the sign-in lasts over a restart', async () => {
    const engine = await started();
    await signedIn(engine);
    engine.setAccounts({ account: account(), password: null });
    await engine.settle('accounts.isSignedIn', { accountId: alice }, ({ isSignedIn }) => isSignedIn === true);
    await engine.restart();
    const id = await send(engine, { account: account(), subject: 'After the restart' });
    await engine.settleMessage(id, 'accepted');
  });
});

// Through a proxy: everything goes by it, and each way in which it can fail has its own name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { succeed } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import type { ProxyChoice, WayChoice } from '../../../electron/contract/model/way';
import { issueCertificate } from '../../support/certificates';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, relayAccount, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { startNamingProxy } from '../../support/naming-proxy';
import { type OddKind, startOddServer } from '../../support/odd-servers';
import { freePorts } from '../../support/ports';
import { proxyAddress, startProxy } from '../../support/proxies';
import { startScriptedImap } from '../../support/scripted-imap';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

const kinds = ['socks5', 'http'] as const;
const by = (proxy: ProxyChoice, change: Partial<WayChoice> = {}): Pick<Account, 'way'> => ({
  way: { proxy, ehloName: null, timeoutSeconds: null, ...change },
});

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

describe.each(kinds)('a letter by a %s proxy', (kind) => {
  it.each(['tls', 'starttls'] as const)('is sent and its copy filed over %s, and nobody came another way', async (security) => {
    const password = kind === 'socks5' ? 'to%2F work@8' : 'to-work8'; // tinyproxy's own file takes no other letters
    const proxy = await forThisTest(startProxy(kind, { user: 'anna', password }));
    const usual = accountFor(host, 'alice@example.test');
    const { smtp, imap } = usual.account;
    const isTls = security === 'tls';
    const account: Account = {
      ...usual.account,
      ...by(proxy.choice),
      smtp: { ...smtp, security, port: isTls ? host.ports.submissions : host.ports.submission },
      imap: imap === null ? null : { ...imap, security, port: isTls ? host.ports.imaps : host.ports.imap },
    };
    const proxyPasswords = new Map([[account.id, password]]);
    const engine = await forThisTest(startEngine({ accounts: [{ ...usual, account }], proxyPasswords }));
    const inbox = host.mailbox('bob@example.test');
    const sent = host.mailbox('alice@example.test');
    const before = { inbox: inbox.messages().length, sent: sent.messages(host.layout('alice@example.test').sent ?? '').length };
    const id = await send(engine, { account, to: 'bob@example.test' });
    await engine.settleMessage(id, 'accepted');
    const arrived = (await inbox.waitForMessages(before.inbox + 1)).at(-1)?.received.join('\n');
    expect(arrived).toContain(`[${proxyAddress}]`);
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');
    expect(sent.messages(host.layout('alice@example.test').sent ?? '')).toHaveLength(before.sent + 1);
  });

  it('reaches names that only the proxy knows: nothing is looked up here', async () => {
    const certificate = await issueCertificate(await testAuthority(), { names: ['mail.inside.invalid'] });
    const smtp = await forThisTest(startScriptedSmtp({ certificate }));
    const imap = await forThisTest(startScriptedImap({ certificate }));
    const proxy = await forThisTest(startNamingProxy(kind, { 'mail.inside.invalid': smtp.port, 'imap.inside.invalid': imap.port }));
    const relay = relayAccount(465, 'tls', by(proxy.choice));
    const account: Account = { ...relay.account, smtp: { ...relay.account.smtp, host: 'mail.inside.invalid' } };
    const engine = await forThisTest(startEngine({ accounts: [{ ...relay, account }] }));
    await engine.settleMessage(await send(engine, { account }), 'accepted');
    expect(smtp.received).toHaveLength(1);
    expect(new Set(proxy.asked)).toEqual(new Set(['mail.inside.invalid:465']));
    const report = await engine.settle('doctor.run', { account, secret: { kind: 'stored' }, message: null }, ({ isDone }) => isDone);
    for (const id of ['dns-smtp', 'mx', 'dmarc'] as const)
      expect(report.steps.find((step) => step.id === id)).toMatchObject({ state: 'skipped', finding: 'through-proxy' });
    expect(report.steps.find(({ id }) => id === 'smtp-sign-in')?.state).toBe('fine');
    expect(proxy.asked).toContain('mail.inside.invalid:587');
  });

  it('is told of a server that the proxy does not get to, and waits', async () => {
    const { closed } = await freePorts(['closed']);
    const proxy = await forThisTest(startProxy(kind));
    const relay = relayAccount(closed, 'tls', by(proxy.choice));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const { item } = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
    expect(item.failure).toMatchObject({ code: 'proxy-refused', host: '127.0.0.1', port: closed, proxy: `127.0.0.1:${proxy.port}` });
  });

  it('pauses the account where the proxy wants another password, and the mail server hears of none', async () => {
    const smtp = await forThisTest(startScriptedSmtp());
    const proxy = await forThisTest(startProxy(kind, { user: 'anna', password: 'right' }));
    const relay = relayAccount(smtp.port, 'tls', by(proxy.choice));
    const proxyPasswords = new Map([['relay', 'wrong-one']]);
    const engine = await forThisTest(startEngine({ accounts: [relay], proxyPasswords }));
    const id = await send(engine, { account: relay.account });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure).toMatchObject({ code: 'proxy-sign-in', proxy: `127.0.0.1:${proxy.port}` });
    expect(JSON.stringify([paused, await engine.settle('outbox.entry', { id }, () => true)])).not.toMatch(/wrong-one|d3Jvbmctb25l/);
    expect(smtp.connections()).toBe(0);
    proxyPasswords.set('relay', 'right');
    await engine.call('accounts.resume', { accountId: 'relay' });
    await engine.settleMessage(id, 'accepted');
  });

  it('that is not there is named, and the letter does not go around it', async () => {
    const { nobody } = await freePorts(['nobody']);
    const smtp = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(smtp.port, 'tls', by({ kind, host: '127.0.0.1', port: nobody, user: '' }));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    const { item } = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
    expect(item.failure).toMatchObject({ code: 'proxy-unreachable', proxy: `127.0.0.1:${nobody}`, port: smtp.port });
    expect(smtp.connections()).toBe(0);
  });

  it.each([
    ['silent', 'proxy-silent'],
    ['garbage', 'not-a-proxy'],
    ['hangs-up', 'not-a-proxy'],
    ['http-first', 'not-a-proxy'],
  ] as const)('that is %s is named for what it is', { timeout: 40_000 }, async (odd: OddKind, code) => {
    const server = await forThisTest(startOddServer(odd));
    const choice: ProxyChoice = { kind, host: '127.0.0.1', port: server.port, user: '' };
    const relay = relayAccount(465, 'tls', by(choice, { timeoutSeconds: 10 }));
    const engine = await forThisTest(startEngine({ accounts: [relay], deadline: 30_000 }));
    const { item } = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
    expect(item.failure?.code).toBe(code);
    expect(server.heard().toString('latin1')).not.toMatch(/4711/);
  });
});

describe('the system’s proxy', () => {
  it('is asked for each server, and used', async () => {
    const smtp = await forThisTest(startScriptedSmtp());
    const proxy = await forThisTest(startProxy('socks5'));
    const relay = relayAccount(smtp.port, 'tls', by({ kind: 'system' }));
    const asked: string[] = [];
    const engine = await forThisTest(
      startEngine({
        accounts: [relay],
        async systemProxy({ host: name, port }) {
          asked.push(`${name}:${port}`);
          return succeed({ kind: 'proxy', proxy: { kind: 'socks5', host: '127.0.0.1', port: proxy.port, user: '', password: '' } });
        },
      }),
    );
    await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
    expect(asked).toEqual([`127.0.0.1:${smtp.port}`]);
  });

  it('that can’t be used is not gone around', async () => {
    const smtp = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(smtp.port, 'tls', by({ kind: 'system' }));
    const engine = await forThisTest(startEngine({ accounts: [relay], systemProxy: async () => succeed({ kind: 'unusable' }) }));
    const { item } = await engine.settleMessage(await send(engine, { account: relay.account }), 'deferred');
    expect(item.failure?.code).toBe('not-a-proxy');
    expect(smtp.connections()).toBe(0);
  });
});

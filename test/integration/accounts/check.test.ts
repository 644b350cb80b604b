// The staged check as a person watches it: going well on real servers, in every folder layout; and called off.
import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SecretInput } from '../../../electron/contract/model/accounts';
import { type CheckBench, failedAt, openCheckBench, stageOf, statesOf } from '../../support/check-bench';
import { accountOf, accountOn } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { portOf } from '../../support/ports';
import { until } from '../../support/until';

let checks: CheckBench;
beforeEach(() => {
  checks = openCheckBench();
});
afterEach(() => checks.end());

describe('a check that goes well', () => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost();
  });
  afterAll(() => host.stop());
  const password = (address: string): SecretInput => ({ kind: 'typed', password: host.user(address).password });

  it('fills in every stage in its order, each with what it found', async () => {
    const watched = checks.watch(accountOf(host, 'alice@example.test'), password('alice@example.test'));
    const report = await watched.waitFor(({ isDone }) => isDone);
    expect(statesOf(report)).toBe('resolve fine, connect fine, encrypt fine, greeting fine, sign-in fine, imap fine, sent-folder fine');
    expect(report).toMatchObject({ canSend: true, sentFolder: 'Sent', otherPorts: [] });
    expect(stageOf(report, 'resolve')?.found).toMatch(/127\.0\.0\.1|::1/);
    expect(stageOf(report, 'encrypt')?.found).toMatch(/^TLSv1\.3/);
    expect(stageOf(report, 'greeting')?.found).not.toBe('');
    expect(report.stages.every(({ took }) => took !== null && took >= 0)).toBe(true);
    const first = watched.seen[0];
    expect(first?.stages.every(({ state }) => state === 'waiting')).toBe(true);
    for (const id of ['connect', 'sign-in', 'sent-folder'] as const)
      expect(watched.seen.some((each) => stageOf(each, id)?.state === 'running')).toBe(true);
  });

  it('works with STARTTLS, where the greeting comes before the encryption', async () => {
    const account = accountOf(host, 'alice@example.test');
    const server = (port: number) => ({ ...account.smtp, port, security: 'starttls' as const });
    const report = await checks.done(
      { ...account, smtp: server(host.ports.submission), imap: server(host.ports.imap) },
      password('alice@example.test'),
    );
    expect(statesOf(report)).toBe('resolve fine, connect fine, greeting fine, encrypt fine, sign-in fine, imap fine, sent-folder fine');
  });

  it('uses the password that the vault keeps', async () => {
    checks.bench.keepSecret('bob@example.test', host.user('bob@example.test').password);
    expect(await checks.done(accountOf(host, 'bob@example.test'), { kind: 'stored' })).toMatchObject({ canSend: true, sentFolder: 'Sent' });
  });

  it.each([
    ['svea@example.test', 'Skickat'],
    ['dieter@example.test', 'Gesendete Objekte'],
    ['nils@example.test', 'Sent'],
    ['pia@example.test', 'INBOX.Sent'],
    ['gina@example.test', '[Gmail]/Sent Mail'],
  ])('finds the Sent folder of %s: %s', async (address, path) => {
    const report = await checks.done(accountOf(host, address), password(address));
    expect(report.sentFolder).toBe(path);
    expect(stageOf(report, 'sent-folder')).toMatchObject({ state: 'fine', found: path });
  });

  it('keeps the Sent folder that was chosen before', async () => {
    expect(
      (await checks.done(accountOf(host, 'alice@example.test', { sentFolder: 'Archive' }), password('alice@example.test'))).sentFolder,
    ).toBe('Archive');
  });

  it('says that there is no Sent folder, and finds the one that is then made', async () => {
    const account = accountOf(host, 'inga@example.test');
    const secret = password('inga@example.test');
    const report = await checks.done(account, secret);
    expect(failedAt(report)).toBe('sent-folder: no-sent-folder');
    expect(report).toMatchObject({ canSend: true, sentFolder: null });
    const made = await checks.room.calls['accounts.makeSentFolder']({ account, secret, name: 'Skickat' });
    expect(made).toEqual({ ok: true, value: { path: 'Skickat' } });
    expect(await checks.done(account, secret)).toMatchObject({ sentFolder: 'Skickat' });
  });

  it('makes a folder under the prefix that the server wants', async () => {
    const made = await checks.room.calls['accounts.makeSentFolder']({
      account: accountOf(host, 'pia@example.test'),
      secret: password('pia@example.test'),
      name: 'Copies',
    });
    expect(made).toEqual({ ok: true, value: { path: 'INBOX.Copies' } });
  });

  it('skips IMAP for a relay', async () => {
    const report = await checks.done(
      accountOf(host, 'alice@example.test', { imap: null, sentPolicy: 'local' }),
      password('alice@example.test'),
    );
    expect(statesOf(report)).toMatch(/sign-in fine, imap skipped, sent-folder skipped$/);
    expect(report.canSend).toBe(true);
  });

  it('can send though IMAP refuses', async () => {
    const account = accountOf(host, 'alice@example.test');
    const { port } = await checks.imap({ answer: (verb) => (verb === 'LOGIN' ? 'NO [AUTHENTICATIONFAILED] no' : undefined) });
    const report = await checks.done({ ...account, imap: { ...account.smtp, port } }, password('alice@example.test'));
    expect(failedAt(report)).toBe('imap: imap-sign-in-refused');
    expect(report.canSend).toBe(true);
  });

  it('goes well on the practice account, whose servers the engine knows itself', async () => {
    const report = await checks.done(accountOn({}, { provider: 'practice', imap: null, sentPolicy: 'local' }), { kind: 'stored' });
    expect(statesOf(report)).toBe(
      'resolve fine, connect fine, encrypt fine, greeting fine, sign-in fine, imap skipped, sent-folder skipped',
    );
  });

  it('ends with a wrong password, which appears nowhere', async () => {
    const watched = checks.watch(accountOf(host, 'alice@example.test'), { kind: 'typed', password: 'not-the-password' });
    const report = await watched.waitFor(({ isDone }) => isDone);
    expect(failedAt(report)).toBe('sign-in: sign-in-refused');
    expect(report.canSend).toBe(false);
    expect(statesOf(report)).toMatch(/imap waiting, sent-folder waiting$/);
    expect(JSON.stringify(watched.seen)).not.toContain('not-the-password');
  });
});

describe('a check that is called off', () => {
  /** Accepts connections and says nothing; knows how many are open. */
  const silent = async () => {
    const sockets = new Set<Socket>();
    let total = 0;
    const server = createServer((socket) => {
      total += 1;
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => sockets.delete(socket))
        .resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    checks.onEnd(() => new Promise((resolve) => server.close(resolve)));
    return { port: portOf(server), open: () => sockets.size, total: () => total };
  };

  it('lets a silent server go at once and says nothing more', async () => {
    const server = await silent();
    const watched = checks.watch(accountOn({ smtp: server.port }));
    await until(() => server.open() === 1);
    watched.end();
    const said = watched.seen.length;
    await until(() => server.open() === 0, { deadline: 1000 });
    expect(watched.seen).toHaveLength(said);
    expect(watched.last().isDone).toBe(false);
  });

  it('lets a silent IMAP server go at once', async () => {
    const [sender, server] = await Promise.all([checks.smtp(), silent()]);
    const watched = checks.watch(accountOn({ smtp: sender.port, imap: server.port }));
    await until(() => server.open() === 1);
    watched.end();
    await until(() => server.open() === 0, { deadline: 1000 });
    expect(stageOf(watched.last(), 'imap')?.state).toBe('running');
  });

  it('ends when the engine stops', async () => {
    const server = await silent();
    checks.watch(accountOn({ smtp: server.port }));
    await until(() => server.open() === 1);
    await checks.room.stop();
    await until(() => server.open() === 0, { deadline: 1000 });
  });
});

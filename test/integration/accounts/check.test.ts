// The staged check as a person watches it: going well on real servers, and failing at each stage for one reason.
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account, CheckReport, CheckStageId, SecretInput } from '../../../electron/contract/model';
import { type AccountRoom, createAccountRoom } from '../../../electron/engine/accounts/room';
import { createPracticeRoom, type PracticeRoom } from '../../../electron/engine/practice/room';
import { wrongCertificates } from '../../support/certificates';
import { accountOf, accountOn } from '../../support/imap-account';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { type OddKind, startOddServer } from '../../support/odd-servers';
import { freePorts, portOf } from '../../support/ports';
import { type ImapScript, startScriptedImap } from '../../support/scripted-imap';
import { type SmtpScript, startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';
import { until } from '../../support/until';
import { openWorkbench, watchQuery, type Watched, type Workbench } from '../../support/workbench';

let bench: Workbench;
let practice: PracticeRoom;
let room: AccountRoom;
const stops: (() => Promise<unknown> | unknown)[] = [];
beforeEach(() => {
  bench = openWorkbench();
  practice = createPracticeRoom(bench);
  room = createAccountRoom({ ...bench, practice });
});
afterEach(async () => {
  await Promise.all([room.stop(), practice.stop(), ...stops.splice(0).map((stop) => stop())]);
  bench.close();
});
const started = async <T extends { readonly stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting;
  stops.push(server.stop);
  return server;
};
const smtp = (script: SmtpScript = {}) => started(startScriptedSmtp(script));
const imap = (script: ImapScript = {}) => started(startScriptedImap({ folders: { Sent: '\\Sent' }, ...script }));

const typed: SecretInput = { kind: 'typed', password: 'correct horse battery' };
function watch(account: Account, secret: SecretInput = typed): Watched<CheckReport> {
  const watched = watchQuery(room.queries['accounts.check'], { account, secret });
  stops.push(watched.end);
  return watched;
}
const done = (account: Account, secret: SecretInput = typed): Promise<CheckReport> => watch(account, secret).waitFor(({ isDone }) => isDone);
const stage = (report: CheckReport, id: CheckStageId) => report.stages.find((each) => each.id === id);
const states = ({ stages }: CheckReport): string => stages.map(({ id, state }) => `${id} ${state}`).join(', ');
/** "sign-in: sign-in-refused" for the stage that failed. */
const failed = ({ stages }: CheckReport): string | undefined => {
  const found = stages.find(({ state }) => state === 'failed');
  return found && `${found.id}: ${found.failure?.code}`;
};

describe('a check that goes well', () => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost();
  });
  afterAll(() => host.stop());
  const password = (address: string): SecretInput => ({ kind: 'typed', password: host.user(address).password });

  it('fills in every stage in its order, each with what it found', async () => {
    const watched = watch(accountOf(host, 'alice@example.test'), password('alice@example.test'));
    const report = await watched.waitFor(({ isDone }) => isDone);
    expect(states(report)).toBe('resolve fine, connect fine, encrypt fine, greeting fine, sign-in fine, imap fine, sent-folder fine');
    expect(report).toMatchObject({ canSend: true, sentFolder: 'Sent', otherPorts: [] });
    expect(stage(report, 'resolve')?.found).toMatch(/127\.0\.0\.1|::1/);
    expect(stage(report, 'encrypt')?.found).toMatch(/^TLSv1\.3/);
    expect(stage(report, 'greeting')?.found).not.toBe('');
    expect(report.stages.every(({ took }) => took !== null && took >= 0)).toBe(true);
    const first = watched.seen[0];
    expect(first?.stages.every(({ state }) => state === 'waiting')).toBe(true);
    for (const id of ['connect', 'sign-in', 'sent-folder'] as const) expect(watched.seen.some((each) => stage(each, id)?.state === 'running')).toBe(true);
  });

  it('works with STARTTLS, where the greeting comes before the encryption', async () => {
    const account = accountOf(host, 'alice@example.test');
    const server = (port: number) => ({ ...account.smtp, port, security: 'starttls' as const });
    const report = await done({ ...account, smtp: server(host.ports.submission), imap: server(host.ports.imap) }, password('alice@example.test'));
    expect(states(report)).toBe('resolve fine, connect fine, greeting fine, encrypt fine, sign-in fine, imap fine, sent-folder fine');
  });

  it('uses the password that the vault keeps', async () => {
    bench.keepSecret('bob@example.test', host.user('bob@example.test').password);
    expect(await done(accountOf(host, 'bob@example.test'), { kind: 'stored' })).toMatchObject({ canSend: true, sentFolder: 'Sent' });
  });

  it.each([
    ['svea@example.test', 'Skickat'], ['dieter@example.test', 'Gesendete Objekte'], ['nils@example.test', 'Sent'], ['pia@example.test', 'INBOX.Sent'], ['gina@example.test', '[Gmail]/Sent Mail'],
  ])('finds the Sent folder of %s: %s', async (address, path) => {
    const report = await done(accountOf(host, address), password(address));
    expect(report.sentFolder).toBe(path);
    expect(stage(report, 'sent-folder')).toMatchObject({ state: 'fine', found: path });
  });

  it('keeps the Sent folder that was chosen before', async () => {
    expect((await done(accountOf(host, 'alice@example.test', { sentFolder: 'Archive' }), password('alice@example.test'))).sentFolder).toBe('Archive');
  });

  it('says that there is no Sent folder, and finds the one that is then made', async () => {
    const account = accountOf(host, 'inga@example.test');
    const secret = password('inga@example.test');
    const report = await done(account, secret);
    expect(failed(report)).toBe('sent-folder: no-sent-folder');
    expect(report).toMatchObject({ canSend: true, sentFolder: null });
    const made = await room.calls['accounts.makeSentFolder']({ account, secret, name: 'Skickat' });
    expect(made).toEqual({ ok: true, value: { path: 'Skickat' } });
    expect(await done(account, secret)).toMatchObject({ sentFolder: 'Skickat' });
  });

  it('makes a folder under the prefix that the server wants', async () => {
    const made = await room.calls['accounts.makeSentFolder']({ account: accountOf(host, 'pia@example.test'), secret: password('pia@example.test'), name: 'Copies' });
    expect(made).toEqual({ ok: true, value: { path: 'INBOX.Copies' } });
  });

  it('skips IMAP for a relay', async () => {
    const report = await done(accountOf(host, 'alice@example.test', { imap: null, sentPolicy: 'local' }), password('alice@example.test'));
    expect(states(report)).toMatch(/sign-in fine, imap skipped, sent-folder skipped$/);
    expect(report.canSend).toBe(true);
  });

  it('can send though IMAP refuses', async () => {
    const account = accountOf(host, 'alice@example.test');
    const { port } = await imap({ answer: (verb) => (verb === 'LOGIN' ? 'NO [AUTHENTICATIONFAILED] no' : undefined) });
    const report = await done({ ...account, imap: { ...account.smtp, port } }, password('alice@example.test'));
    expect(failed(report)).toBe('imap: imap-sign-in-refused');
    expect(report.canSend).toBe(true);
  });

  it('goes well on the practice account, whose servers the engine knows itself', async () => {
    const report = await done(accountOn({}, { provider: 'practice', imap: null, sentPolicy: 'local' }), { kind: 'stored' });
    expect(states(report)).toBe('resolve fine, connect fine, encrypt fine, greeting fine, sign-in fine, imap skipped, sent-folder skipped');
  });

  it('ends with a wrong password, which appears nowhere', async () => {
    const watched = watch(accountOf(host, 'alice@example.test'), { kind: 'typed', password: 'not-the-password' });
    const report = await watched.waitFor(({ isDone }) => isDone);
    expect(failed(report)).toBe('sign-in: sign-in-refused');
    expect(report.canSend).toBe(false);
    expect(states(report)).toMatch(/imap waiting, sent-folder waiting$/);
    expect(JSON.stringify(watched.seen)).not.toContain('not-the-password');
  });
});

describe('a check that fails', () => {
  it('at a name that does not exist', async () => {
    const account = accountOn({ smtp: 465 });
    expect(failed(await done({ ...account, smtp: { ...account.smtp, host: 'nowhere.invalid' } }))).toBe('resolve: dns-failed');
  });

  it('at a closed port', async () => {
    const { shut } = await freePorts(['shut']);
    expect(failed(await done(accountOn({ smtp: shut })))).toBe('connect: connect-refused');
  });

  it.each<[OddKind, string]>([
    ['http', 'not-mail-server'], ['http-first', 'not-mail-server'], ['garbage', 'not-mail-server'],
  ])('at a port where something else lives (%s)', async (kind, code) => {
    const { port } = await started(startOddServer(kind));
    const account = accountOn({ smtp: port });
    expect(failed(await done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe(`greeting: ${code}`);
  });

  it('at TLS on a plain port, and the reverse', async () => {
    const plain = await smtp({ security: 'starttls' });
    expect(failed(await done(accountOn({ smtp: plain.port })))).toBe('encrypt: wrong-security');
    const tls = await smtp({ security: 'tls' });
    const account = accountOn({ smtp: tls.port });
    expect(failed(await done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe('greeting: wrong-security');
  });

  it.each([
    ['expired', 'certificate-expired'], ['not-yet-valid', 'certificate-not-yet-valid'], ['other-name', 'certificate-name'],
    ['self-signed', 'certificate-untrusted'], ['unknown-authority', 'certificate-untrusted'],
  ] as const)('at a certificate that is %s, and never shows the password', async (kind, code) => {
    const certificate = await wrongCertificates[kind](await testAuthority());
    const server = await smtp({ certificate });
    const report = await done(accountOn({ smtp: server.port }));
    expect(failed(report)).toBe(`encrypt: ${code}`);
    expect(stage(report, 'encrypt')?.failure?.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(server.commands).toEqual([]);
  });

  it('where the server refuses encryption, without a word about the account', async () => {
    const server = await smtp({ security: 'plain', answer: (step) => (step === 'STARTTLS' ? '502 5.5.1 no' : undefined) });
    const account = accountOn({ smtp: server.port });
    expect(failed(await done({ ...account, smtp: { ...account.smtp, security: 'starttls' } }))).toBe('encrypt: encryption-refused');
    expect(server.count('AUTH')).toBe(0);
  });

  it.each<[string, SmtpScript, string]>([
    ['offers no sign-in', { keywords: ['8BITMIME'] }, 'sign-in-not-offered'],
    ['offers only methods we lack', { keywords: ['AUTH NTLM'] }, 'sign-in-method'],
    ['wants OAuth2', { keywords: ['AUTH XOAUTH2'] }, 'oauth-needed'],
    ['refuses the password', { answer: (step) => (step === 'AUTH' ? '535 5.7.8 no' : undefined) }, 'sign-in-refused'],
    ['wants an app password', { answer: (step) => (step === 'AUTH' ? '534 5.7.9 Application-specific password required' : undefined) }, 'app-password-needed'],
    ['can not check it just now', { answer: (step) => (step === 'AUTH' ? '454 4.7.0 Temporary authentication failure' : undefined) }, 'sign-in-temporary'],
  ])('where the server %s', async (_what, script, code) => {
    const server = await smtp(script);
    const report = await done(accountOn({ smtp: server.port }));
    expect(failed(report)).toBe(`sign-in: ${code}`);
  });

  it('where the vault has no password, without connecting', async () => {
    const server = await smtp();
    const report = await done(accountOn({ smtp: server.port }), { kind: 'stored' });
    expect(failed(report)).toBe('sign-in: secret-missing');
    expect(server.connections()).toBe(0);
  });

  it.each(['outlook', 'hotmail', 'microsoft365'] as const)('for %s, which takes no password: none is sent anywhere', async (provider) => {
    const server = await smtp();
    const report = await done(accountOn({ smtp: server.port }, { provider }));
    expect(failed(report)).toBe('sign-in: oauth-needed');
    expect(server.connections()).toBe(0);
  });

  it('for a Microsoft server that was typed by hand', async () => {
    const account = accountOn({ smtp: 587 });
    expect(failed(await done({ ...account, smtp: { ...account.smtp, host: 'SMTP.Office365.com' } }))).toBe('sign-in: oauth-needed');
  });
});

describe('the IMAP half of a check fails', () => {
  const afterSmtp = async (imapPort: number, change: Partial<Account['smtp']> = {}): Promise<CheckReport> => {
    const { port } = await smtp();
    const account = accountOn({ smtp: port, imap: imapPort });
    return done({ ...account, imap: account.imap && { ...account.imap, ...change } });
  };

  it('at a closed port', async () => {
    const { shut } = await freePorts(['shut']);
    expect(failed(await afterSmtp(shut))).toBe('imap: connect-refused');
  });
  it.each<[OddKind, 'tls' | 'starttls', string]>([
    ['http-first', 'starttls', 'not-mail-server'], ['http', 'starttls', 'not-mail-server'], ['garbage', 'starttls', 'not-mail-server'], ['http-first', 'tls', 'not-mail-server'],
    ['hangs-up', 'starttls', 'connection-lost'],
  ])('at a port where something else lives (%s by %s)', async (kind, security, code) => {
    const { port } = await started(startOddServer(kind));
    expect(failed(await afterSmtp(port, { security }))).toBe(`imap: ${code}`);
  });
  it('at TLS on a plain port, and the reverse', async () => {
    const plain = await imap({ security: 'plain' });
    expect(failed(await afterSmtp(plain.port, { security: 'tls' }))).toBe('imap: wrong-security');
    const tls = await imap();
    expect(failed(await afterSmtp(tls.port, { security: 'starttls' }))).toBe('imap: wrong-security');
  });
  it('where the server refuses encryption, without a word about the account', async () => {
    const plain = await imap({ security: 'plain' });
    expect(failed(await afterSmtp(plain.port, { security: 'starttls' }))).toBe('imap: encryption-refused');
    expect(plain.count('LOGIN') + plain.count('AUTHENTICATE')).toBe(0);
  });
  it.each([
    ['expired', 'certificate-expired'], ['not-yet-valid', 'certificate-not-yet-valid'], ['other-name', 'certificate-name'],
    ['self-signed', 'certificate-untrusted'], ['unknown-authority', 'certificate-untrusted'],
  ] as const)('at a certificate that is %s', async (kind, code) => {
    const server = await imap({ certificate: await wrongCertificates[kind](await testAuthority()) });
    const report = await afterSmtp(server.port);
    expect(failed(report)).toBe(`imap: ${code}`);
    expect(stage(report, 'imap')?.failure?.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(server.commands).toEqual([]);
  });
  it.each<[string, string, string]>([
    ['refuses the password', 'NO [AUTHENTICATIONFAILED] Invalid credentials', 'imap-sign-in-refused'],
    ['wants an app password', 'NO [ALERT] Application-specific password required: https://support.example', 'app-password-needed'],
    ['has trouble of its own', 'NO [UNAVAILABLE] Internal error', 'sign-in-temporary'],
    ['has passwords switched off', 'NO LOGIN failed: BasicAuthBlocked', 'oauth-needed'],
  ])('where the server %s', async (_what, answer, code) => {
    const server = await imap({ answer: (verb) => (verb === 'LOGIN' ? answer : undefined) });
    expect(failed(await afterSmtp(server.port))).toBe(`imap: ${code}`);
    expect(server.count('LOGIN')).toBe(1);
  });
  it('where the server takes no sign-in', async () => {
    const server = await imap({ capabilities: ['LOGINDISABLED'] });
    expect(failed(await afterSmtp(server.port))).toBe('imap: sign-in-not-offered');
    expect(server.count('LOGIN')).toBe(0);
  });
  it('where the line breaks while the folders are listed', async () => {
    const server = await imap({ answer: (verb, rest) => (verb === 'LIST' && rest.includes('*') ? 'cut' : undefined) });
    expect(failed(await afterSmtp(server.port))).toBe('sent-folder: connection-lost');
  });
});

describe('another port', () => {
  /** The well-known port on an address of this computer that nobody else uses in the tests. */
  const listenOn2525 = async (): Promise<void> => {
    const server: NetServer = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => server.listen(2525, '127.83.7.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
  };
  it('that answers is named when the chosen one is closed', async () => {
    await listenOn2525();
    const account = accountOn({ smtp: 24_999 });
    const report = await done({ ...account, smtp: { ...account.smtp, host: '127.83.7.1' } });
    expect(failed(report)).toBe('connect: connect-refused');
    expect(report.otherPorts).toEqual([{ port: 2525, security: 'starttls' }]);
  });
  it('is not named when nothing answers', async () => {
    const account = accountOn({ smtp: 24_999 });
    expect((await done({ ...account, smtp: { ...account.smtp, host: '127.83.7.2' } })).otherPorts).toEqual([]);
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
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket)).resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
    return { port: portOf(server), open: () => sockets.size, total: () => total };
  };

  it('lets a silent server go at once and says nothing more', async () => {
    const server = await silent();
    const watched = watch(accountOn({ smtp: server.port }));
    await until(() => server.open() === 1);
    watched.end();
    const said = watched.seen.length;
    await until(() => server.open() === 0, { deadline: 1000 });
    expect(watched.seen).toHaveLength(said);
    expect(watched.last().isDone).toBe(false);
  });

  it('lets a silent IMAP server go at once', async () => {
    const [sender, server] = await Promise.all([smtp(), silent()]);
    const watched = watch(accountOn({ smtp: sender.port, imap: server.port }));
    await until(() => server.open() === 1);
    watched.end();
    await until(() => server.open() === 0, { deadline: 1000 });
    expect(stage(watched.last(), 'imap')?.state).toBe('running');
  });

  it('ends when the engine stops', async () => {
    const server = await silent();
    watch(accountOn({ smtp: server.port }));
    await until(() => server.open() === 1);
    await room.stop();
    await until(() => server.open() === 0, { deadline: 1000 });
  });
});

// What the doctor says of each way in which an account can be broken: which step, how bad, which words, and what is left alone.
import { generateKeyPairSync } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { dkimSign } from 'mailauth/lib/dkim/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { DoctorReport, DoctorStepId } from '../../electron/contract/model/doctor';
import { verdict } from '../../electron/domain/doctor/report';
import { reportText } from '../../electron/domain/doctor/report-text';
import { en } from '../../renderer/strings/en';
import { startDnsServer } from '../support/dns-server';
import { doctorCases } from '../support/doctor-cases';
import { startEngine, type TestEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { accountFor, relayAccount } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { startScriptedImap } from '../support/scripted-imap';
import { startScriptedSmtp } from '../support/scripted-smtp';

/** As a person would get it whose language has letters of its own. */
const testMessage = { subject: 'Prøve fra Brevduva', text: 'Æbler og pærer\n' };

const canary = 'Canary-9-In-The-Doctor';
const stepOf = ({ steps }: DoctorReport, wanted: DoctorStepId) => steps.find(({ id }) => id === wanted);
const examine = (engine: TestEngine, account: Account, sendsMessage = true) =>
  engine.settle('doctor.run', { account, secret: { kind: 'stored' }, message: sendsMessage ? testMessage : null }, ({ isDone }) => isDone);
const asText = (report: DoctorReport): string =>
  reportText(report, {
    ...en.doctor,
    failure: (about) => `${en.failures[about.code].says(about)} ${en.failures[about.code].remedy(about)}`.trim(),
  });

/** Names of test servers, and nothing of the outside world. */
const dnsWith = async (txt: Readonly<Record<string, string>> = {}) =>
  (await forThisTest(startDnsServer({ mx: { 'example.test': 'mx.example.test' }, txt }))).address;

describe('the doctor', () => {
  it.each(doctorCases)('says of “$name”: $step is $state, $says', { timeout: 60_000 }, async ({ account: make, step, state, says }) => {
    const account = await make(forThisTest);
    const engine = await forThisTest(
      startEngine({ accounts: [{ account, password: canary }], dnsServers: [await dnsWith()], deadline: 50_000 }),
    );
    // What is sent is waited for in the mailbox: that has tests of its own.
    const report = await examine(engine, account, account.imap === null);
    const found = stepOf(report, step);
    expect(found?.state).toBe(state);
    expect(found?.failure?.code ?? found?.finding).toBe(says);
    expect(verdict(report)).toBe(report.steps.some((one) => one.state === 'broken') ? 'broken' : 'attention');
    // One cause is said once, not at each step that suffers from it.
    const causes = report.steps.filter((one) => one.failure?.code === says);
    expect(causes.length).toBeLessThanOrEqual(1);
    const text = asText(report);
    expect(text).toContain(`${state === 'broken' ? 'x' : '!'} ${en.doctor.steps[step]}: ${en.doctor.states[state]}`);
    for (const secret of [canary, Buffer.from(canary).toString('base64')]) expect(JSON.stringify(report) + text).not.toContain(secret);
  });

  it('tells what the server can do although the sign-in fails after it', async () => {
    const server = await forThisTest(startScriptedSmtp({ answer: (at) => (at === 'AUTH' ? '535 5.7.8 no' : undefined) }));
    const relay = relayAccount(server.port);
    const report = await examine(await forThisTest(startEngine({ accounts: [relay] })), relay.account);
    expect(stepOf(report, 'smtp-hello')).toMatchObject({ state: 'fine', facts: expect.arrayContaining(['AUTH PLAIN LOGIN']) });
    expect(stepOf(report, 'smtp-sign-in')).toMatchObject({ state: 'broken', facts: [] });
  });

  it('gives a message to oneself a minute, and then says that it has not arrived', async () => {
    const smtp = await forThisTest(startScriptedSmtp());
    const imap = await forThisTest(startScriptedImap({ folders: { Sent: '\\Sent' } }));
    const relay = relayAccount(smtp.port, 'tls', {
      imap: { host: '127.0.0.1', port: imap.port, security: 'tls', user: 'alice@example.test' },
    });
    const engine = await forThisTest(startEngine({ accounts: [relay], dnsServers: [await dnsWith()] }));
    const finished = examine(engine, relay.account);
    await imap.waitForCommands('EXAMINE INBOX', 1);
    engine.clock.skip(61_000);
    const report = await finished;
    expect(smtp.received).toHaveLength(1);
    expect(stepOf(report, 'arrival')).toMatchObject({ state: 'attention', finding: 'not-arrived' });
    expect(stepOf(report, 'spf')?.state).toBe('skipped');
  });
});

describe('the doctor of a domain, by the message that arrived at a real mailbox', () => {
  let host: MailHost;
  beforeAll(async () => {
    host = await startMailHost();
  });
  afterAll(() => host.stop());

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spf = { 'example.test': 'v=spf1 ip4:203.0.113.5 -all' };
  const dmarc = { '_dmarc.example.test': 'v=DMARC1; p=reject' };
  const key = {
    's1._domainkey.example.test': `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`,
  };

  type Delivery = { readonly ip?: string; readonly signs?: boolean; readonly change?: (signed: string) => string };

  /** As a receiving provider files it: signed where it was sent, and with the line that says who handed it over. */
  async function file(raw: Buffer, { ip = '203.0.113.5', signs = true, change = (text) => text }: Delivery): Promise<void> {
    const own = {
      signingDomain: 'example.test',
      selector: 's1',
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    };
    const signatures = signs ? (await dkimSign(raw, { ...own, signatureData: [own] })).signatures : '';
    const received = `Received: from mail.example.test (mail.example.test [${ip}])\r\n\tby mx.example.test with ESMTPS id 1;\r\n\tMon, 23 Nov 2026 10:00:00 +0000\r\n`;
    const { port, user } = accountFor(host, 'alice@example.test').account.imap ?? { port: 0, user: '' };
    const auth = { user, pass: host.user(user).password };
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: true, auth, logger: false });
    await client.connect();
    await client.append('INBOX', Buffer.from(received + change(signatures + raw.toString())));
    await client.logout();
  }

  async function examineDomain(txt: Readonly<Record<string, string>>, delivery: Delivery): Promise<DoctorReport> {
    const smtp = await forThisTest(startScriptedSmtp());
    const { account, password } = accountFor(host, 'alice@example.test');
    const changed = { ...account, smtp: { ...account.smtp, port: smtp.port } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: changed, password }], dnsServers: [await dnsWith(txt)] }));
    const finished = examine(engine, changed);
    const [letter] = await smtp.waitForMessages(1);
    if (letter !== undefined) await file(letter.raw, delivery);
    return finished;
  }

  it('finds nothing broken where all three are right', async () => {
    const report = await examineDomain({ ...spf, ...dmarc, ...key }, {});
    for (const id of ['arrival', 'spf', 'dkim', 'dmarc', 'mx'] as const) expect(stepOf(report, id)?.state).toBe('fine');
  });

  const paste = (name: string, value: string) => ({ name, type: 'TXT', value });
  it.each([
    [
      'a server that SPF forbids',
      { ...spf, ...dmarc, ...key },
      { ip: '198.51.100.9' },
      'spf',
      'broken',
      'spf-fails',
      paste('example.test', 'v=spf1 ip4:203.0.113.5 ip4:198.51.100.9 -all'),
    ],
    ['a domain without SPF', { ...dmarc, ...key }, {}, 'spf', 'attention', 'spf-missing', paste('example.test', 'v=spf1 mx ~all')],
    [
      'an SPF that is undecided',
      { ...dmarc, ...key, 'example.test': 'v=spf1 ip4:192.0.2.1 ~all' },
      {},
      'spf',
      'attention',
      'spf-weak',
      paste('example.test', 'v=spf1 ip4:192.0.2.1 ip4:203.0.113.5 ~all'),
    ],
    [
      'an SPF that breaks the rules',
      { ...dmarc, ...key, 'example.test': 'v=spf1 ipv4:oops -all' },
      {},
      'spf',
      'broken',
      'spf-invalid',
      null,
    ],
    ['a message without a signature', { ...spf, ...dmarc }, { signs: false }, 'dkim', 'attention', 'dkim-missing', null],
    [
      'a message that was changed on its way',
      { ...spf, ...dmarc, ...key },
      { change: (text: string) => text.replace('You can delete it', 'Keep it') },
      'dkim',
      'broken',
      'dkim-fails',
      null,
    ],
    ['a key that is not published', { ...spf, ...dmarc }, {}, 'dkim', 'broken', 'dkim-fails', null],
    [
      'a message that fails both, where DMARC rejects',
      { ...spf, ...dmarc },
      { ip: '198.51.100.9', signs: false },
      'dmarc',
      'broken',
      'dmarc-fails',
      null,
    ],
    [
      'a domain without DMARC',
      { ...spf, ...key },
      {},
      'dmarc',
      'attention',
      'dmarc-missing',
      paste('_dmarc.example.test', 'v=DMARC1; p=none; rua=mailto:alice@example.test'),
    ],
    [
      'a DMARC that only asks for reports',
      { ...spf, ...key, '_dmarc.example.test': 'v=DMARC1; p=none' },
      {},
      'dmarc',
      'attention',
      'dmarc-none',
      paste('_dmarc.example.test', 'v=DMARC1; p=quarantine'),
    ],
  ] as const)('names %s', async (_name, txt, delivery, id, state, finding, record) => {
    const report = await examineDomain(txt, delivery);
    expect(stepOf(report, 'arrival')?.state).toBe('fine');
    expect(stepOf(report, id)).toMatchObject({ state, finding, record });
    if (record !== null) expect(asText(report)).toContain(`${record.name}. TXT "${record.value}"`);
  });
});

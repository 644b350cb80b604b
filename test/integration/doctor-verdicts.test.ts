// What the doctor says of each way in which an account can be broken: which step, how bad, which words, and what is left alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { DoctorReport, DoctorStepId } from '../../electron/contract/model/doctor';
import { noClients } from '../../electron/contract/model/oauth';
import { verdict } from '../../electron/domain/doctor/report';
import { reportText } from '../../electron/domain/doctor/report-text';
import { en } from '../../renderer/strings/en';
import { type Delivery, fileDelivered, publishedKey } from '../support/delivery';
import { startDnsServer } from '../support/dns-server';
import { doctorCases } from '../support/doctor-cases';
import { domainCases } from '../support/doctor-domain-cases';
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

const announced = { name: '_submissions._tcp.moved.test', target: 'new.moved.test', port: 465 };

/** Names of test servers, and nothing of the outside world. */
const dnsWith = async (txt: Readonly<Record<string, string>> = {}) =>
  (await forThisTest(startDnsServer({ mx: { 'example.test': 'mx.example.test' }, txt, srv: [announced] }))).address;

describe('the doctor', () => {
  it.each(doctorCases)(
    'says of “$name”: $step is $state, $says',
    { timeout: 60_000 },
    async ({ account: make, step, state, says, hasNoPassword }) => {
      const account = await make(forThisTest);
      const engine = await forThisTest(
        startEngine({
          accounts: [{ account, password: hasNoPassword === true ? null : canary }],
          dnsServers: [await dnsWith()],
          deadline: 50_000,
        }),
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
    },
  );

  it('tells what the server can do although the sign-in fails after it', async () => {
    const server = await forThisTest(startScriptedSmtp({ answer: (at) => (at === 'AUTH' ? '535 5.7.8 no' : undefined) }));
    const relay = relayAccount(server.port);
    const report = await examine(await forThisTest(startEngine({ accounts: [relay] })), relay.account);
    expect(stepOf(report, 'smtp-hello')).toMatchObject({ state: 'fine', facts: expect.arrayContaining(['AUTH PLAIN LOGIN']) });
    expect(stepOf(report, 'smtp-sign-in')).toMatchObject({ state: 'broken', facts: [] });
  });

  it('takes nothing for the server’s word that was slipped in before the encryption', async () => {
    const slipped = ['220 2.0.0 go ahead', '250-evil.test', '250 AUTH EVIL'];
    const answer = (at: string) => (at === 'STARTTLS' ? slipped : undefined);
    const server = await forThisTest(startScriptedSmtp({ security: 'starttls', answer }));
    const relay = relayAccount(server.port, 'starttls');
    const report = await examine(await forThisTest(startEngine({ accounts: [relay] })), relay.account);
    expect(JSON.stringify(report)).not.toMatch(/evil/i);
    expect(stepOf(report, 'smtp-hello')).toMatchObject({ state: 'fine', facts: expect.arrayContaining(['AUTH PLAIN LOGIN']) });
  });

  it.each([
    ['vault-unreadable', { code: 'vault-unreadable' }],
    ['vault-unavailable', { code: 'vault-unavailable' }],
  ] as const)('looks at the servers although the password can’t be had: %s', async (_name, failure) => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port);
    const engine = await forThisTest(startEngine({ accounts: [{ ...relay, secretFailure: failure }] }));
    const report = await examine(engine, relay.account);
    expect(stepOf(report, 'smtp-hello')?.state).toBe('fine');
    expect(stepOf(report, 'smtp-sign-in')).toMatchObject({ state: 'broken', failure });
    expect(server.count('AUTH')).toBe(0);
  });

  it('says that a sign-in by the browser has to be made again, and looks at the servers all the same', async () => {
    const server = await forThisTest(startScriptedSmtp());
    const relay = relayAccount(server.port, 'tls', { oauth: 'google' });
    const oauthClients = { ...noClients, google: { clientId: 'brevduva', clientSecret: '' } };
    const report = await examine(await forThisTest(startEngine({ accounts: [relay], oauthClients })), relay.account);
    expect(stepOf(report, 'smtp-hello')?.state).toBe('fine');
    expect(stepOf(report, 'smtp-sign-in')).toMatchObject({ state: 'broken', failure: { code: 'oauth-sign-in-again' } });
    expect(server.count('AUTH')).toBe(0);
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

  const spf = { 'example.test': 'v=spf1 ip4:203.0.113.5 -all' };
  const dmarc = { '_dmarc.example.test': 'v=DMARC1; p=reject' };
  const key = { 's1._domainkey.example.test': publishedKey };

  async function examineDomain(txt: Readonly<Record<string, string>>, delivery: Delivery): Promise<DoctorReport> {
    const smtp = await forThisTest(startScriptedSmtp());
    const { account, password } = accountFor(host, 'alice@example.test');
    const changed = { ...account, smtp: { ...account.smtp, port: smtp.port } };
    const engine = await forThisTest(startEngine({ accounts: [{ account: changed, password }], dnsServers: [await dnsWith(txt)] }));
    const finished = examine(engine, changed);
    const [letter] = await smtp.waitForMessages(1);
    if (letter !== undefined) await fileDelivered(host, letter.raw, 'example.test', delivery);
    return finished;
  }

  it('finds nothing broken where all three are right', async () => {
    const report = await examineDomain({ ...spf, ...dmarc, ...key }, {});
    for (const id of ['arrival', 'spf', 'dkim', 'dmarc', 'mx'] as const) expect(stepOf(report, id)?.state).toBe('fine');
  });

  it('does not judge the line by which it was handed in by ourselves: no record lets this computer’s own network send', async () => {
    const lines =
      'Return-Path: <alice@example.test>\r\nReceived: from [127.0.0.1] (dsl-81-2-3-4.example.net [81.2.3.4])\r\n\tby mail.example.test (Postfix) with ESMTPSA id 4X;\r\n\tMon, 23 Nov 2026 10:00:00 +0000\r\n';
    const report = await examineDomain({ ...spf, ...dmarc, ...key }, { lines });
    for (const id of ['spf', 'dkim'] as const) expect(stepOf(report, id)).toMatchObject({ state: 'skipped', finding: 'stayed-inside' });
    expect(asText(report)).not.toContain('81.2.3.4');
  });

  it('says where SPF only speaks for the relay’s bounce domain, and gives nothing to paste', async () => {
    const lines =
      'Return-Path: <0102@bounces.relay.test>\r\nReceived: from out.relay.test (out.relay.test [198.51.100.9]) by mx.example.test with ESMTPS id 1\r\n';
    const bounces = { 'bounces.relay.test': 'v=spf1 ip4:198.51.100.9 -all' };
    const report = await examineDomain({ ...spf, ...dmarc, ...key, ...bounces }, { lines });
    expect(stepOf(report, 'spf')).toMatchObject({ state: 'attention', finding: 'spf-other-domain', record: null });
    expect(stepOf(report, 'dmarc')?.state).toBe('fine');
    const forbidden = await examineDomain({ ...spf, ...dmarc, ...key, 'bounces.relay.test': 'v=spf1 -all' }, { lines });
    expect(stepOf(forbidden, 'spf')).toMatchObject({ state: 'broken', finding: 'spf-other-domain-fails', record: null });
  });

  it.each(domainCases.map((one) => [one.name, one] as const))(
    'names %s',
    async (_name, { records, delivery, step, state, says, paste }) => {
      const report = await examineDomain(records('example.test'), delivery);
      const record = paste === null ? null : { ...paste('example.test'), type: 'TXT' };
      expect(stepOf(report, 'arrival')?.state).toBe('fine');
      expect(stepOf(report, step)).toMatchObject({ state, finding: says, record });
      if (record !== null) expect(asText(report)).toContain(`${record.name}. TXT "${record.value}"`);
    },
  );
});

// The doctor on real servers: a healthy account, and one for each way in which it is not.
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../electron/contract/model/accounts';
import type { DoctorReport, DoctorStepId } from '../../electron/contract/model/doctor';
import { verdict } from '../../electron/domain/doctor/report';
import { parseMessage } from '../../electron/engine/mail/mime';
import { startDnsServer } from '../support/dns-server';
import { type AccountWithSecret, startEngine } from '../support/engine';
import { forThisTest } from '../support/for-this-test';
import { accountFor, relayAccount } from '../support/letters';
import { type MailHost, startMailHost } from '../support/mail-host/mail-host';
import { freePorts } from '../support/ports';
import { startScriptedSmtp } from '../support/scripted-smtp';

/** As a person would get it whose language has letters of its own. */
const testMessage = { subject: 'Prøve fra Brevduva', text: 'Æbler og pærer\n' };

let host: MailHost;
beforeAll(async () => {
  host = await startMailHost();
});
afterAll(() => host.stop());

async function examine(
  { account, password }: AccountWithSecret,
  change: Partial<Account> = {},
  sendsMessage = true,
): Promise<DoctorReport> {
  const engine = await forThisTest(startEngine({ accounts: [{ account: { ...account, ...change }, password }] }));
  const question = { account: { ...account, ...change }, secret: { kind: 'stored' as const }, message: sendsMessage ? testMessage : null };
  return engine.settle('doctor.run', question, ({ isDone }) => isDone);
}
const stepOf = ({ steps }: DoctorReport, wanted: DoctorStepId) => steps.find(({ id }) => id === wanted);
const states = ({ steps }: DoctorReport) => Object.fromEntries(steps.map(({ id, state }) => [id, state]));

describe('the doctor', () => {
  it('finds a healthy account healthy, step by step, and times a message to oneself', async () => {
    const report = await examine(accountFor(host, 'alice@example.test'));
    expect(states(report)).toMatchObject({
      'dns-smtp': 'fine',
      'dns-imap': 'fine',
      'smtp-hello': 'fine',
      'smtp-sign-in': 'fine',
      'smtp-sender': 'fine',
      srv: 'fine',
      'imap-tls': 'attention', // the test run's own authority
      'imap-sign-in': 'fine',
      'sent-folder': 'fine',
      arrival: 'fine',
    });
    expect(stepOf(report, 'smtp-hello')?.facts.join('\n')).toMatch(/SIZE \d+[\s\S]*AUTH .*PLAIN/);
    expect(stepOf(report, 'smtp-tls')?.facts[0]).toMatch(/^TLSv1\.[23]/);
    expect(stepOf(report, 'smtp-tls')?.finding).toBe('foreign-root'); // the test run's own authority is nobody's whom browsers trust
    expect(stepOf(report, 'imap-tls')).toMatchObject({ finding: 'foreign-root' });
    expect(stepOf(report, 'imap-tls')?.facts[0]).toMatch(/^TLSv1\.[23], /);
    expect(stepOf(report, 'imap-tls')?.facts.join('\n')).toMatch(/ < [\s\S]*Dovecot/);
    expect(stepOf(report, 'arrival')?.took).toBeGreaterThanOrEqual(0);
    // It went from this computer to this computer: that says nothing of the domain.
    expect(stepOf(report, 'spf')).toMatchObject({ state: 'skipped', finding: 'stayed-inside' });
    expect(report.steps.every(({ state }) => state !== 'waiting' && state !== 'running')).toBe(true);
    const arrived = await host.mailbox('alice@example.test').waitForMessages(1);
    const { subject, text } = await parseMessage(arrived.at(-1)?.content ?? Buffer.alloc(0));
    expect(subject).toMatch(/^Prøve fra Brevduva [0-9a-f]{8}$/);
    expect(text.trim()).toBe('Æbler og pærer');
  });

  it('sends nothing where that is not wanted', async () => {
    const before = host.mailbox('carol@example.test').messages().length;
    const report = await examine(accountFor(host, 'carol@example.test'), {}, false);
    expect(states(report)).toMatchObject({ 'smtp-sign-in': 'fine', 'smtp-sender': 'skipped', arrival: 'skipped', dkim: 'skipped' });
    expect(host.mailbox('carol@example.test').messages()).toHaveLength(before);
  });

  it('asks for each of the account’s addresses whether it may send, and sends nothing for it', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const aliases = [
      { id: 'shop', name: '', address: 'alice+shop@example.test' },
      { id: 'bob', name: '', address: 'bob@example.test' },
    ];
    const counts = () => ['alice', 'bob'].map((name) => host.mailbox(`${name}@example.test`).messages().length);
    const before = counts();
    const report = await examine({ account, password }, { aliases }, false);
    expect(stepOf(report, 'smtp-sender')).toMatchObject({
      state: 'attention',
      facts: ['alice+shop@example.test'],
      failure: { code: 'sender-refused', address: 'bob@example.test', reply: 553 },
    });
    expect(counts()).toEqual(before);
  });

  it('names the wrong password, at both servers, and keeps it to itself', async () => {
    const { account } = accountFor(host, 'alice@example.test');
    const report = await examine({ account, password: 'Canary-In-The-Doctor' });
    expect(stepOf(report, 'smtp-sign-in')).toMatchObject({ state: 'broken', failure: { code: 'sign-in-refused' } });
    expect(stepOf(report, 'imap-sign-in')).toMatchObject({ state: 'broken', failure: { code: 'imap-sign-in-refused' } });
    expect(JSON.stringify(report)).not.toContain('Canary');
    expect(verdict(report)).toBe('broken');
  });

  it('names a host that does not exist, and goes on with the other one', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const report = await examine({ account, password }, { smtp: { ...account.smtp, host: 'nowhere.invalid' } });
    expect(stepOf(report, 'dns-smtp')).toMatchObject({ state: 'broken', failure: { code: 'dns-failed', host: 'nowhere.invalid' } });
    expect(stepOf(report, 'imap-sign-in')?.state).toBe('fine');
  });

  it('says of a name that only the computer itself knows that the DNS servers in the settings do not', async () => {
    const dns = await forThisTest(startDnsServer({ hosts: { 'mail.example.test': '127.0.0.1' } }));
    const { account, password } = accountFor(host, 'alice@example.test');
    const only = { ...account, smtp: { ...account.smtp, host: hostname() }, imap: null };
    const engine = await forThisTest(startEngine({ accounts: [{ account: only, password }], dnsServers: [dns.address] }));
    const examined = async (name: string): Promise<DoctorReport> => {
      const changed = { ...only, smtp: { ...only.smtp, host: name } };
      const question = { account: changed, secret: { kind: 'stored' as const }, message: null };
      return engine.settle('doctor.run', question, ({ isDone }) => isDone);
    };
    const report = await examined(hostname());
    expect(stepOf(report, 'dns-smtp')).toMatchObject({ state: 'attention', finding: 'name-by-system', failure: null });
    expect(stepOf(report, 'dns-smtp')?.facts[0]).toBe(hostname());
    expect(stepOf(report, 'smtp-tls')?.failure?.code).toMatch(/^certificate-/); // it got there; the certificate is for other names
    expect(stepOf(await examined('nowhere.invalid'), 'dns-smtp')).toMatchObject({ state: 'broken', failure: { code: 'dns-failed' } });
  });

  it('names a port where nobody is', async () => {
    const { account, password } = accountFor(host, 'alice@example.test');
    const { shut } = await freePorts(['shut']);
    const report = await examine({ account, password }, { smtp: { ...account.smtp, port: shut } });
    expect(stepOf(report, 'smtp-tls')).toMatchObject({ state: 'broken', failure: { code: 'connect-refused', port: shut } });
    expect(stepOf(report, 'smtp-sign-in')?.state).toBe('skipped');
  });

  it('names the address that may not send', async () => {
    const server = await forThisTest(
      startScriptedSmtp({ answer: (step) => (step === 'MAIL' ? '550 5.7.1 not allowed to send as this' : undefined) }),
    );
    const report = await examine(relayAccount(server.port));
    expect(stepOf(report, 'smtp-sender')).toMatchObject({ state: 'broken', failure: { code: 'sender-refused', reply: 550 } });
    expect(states(report)).toMatchObject({ 'dns-imap': 'skipped', 'imap-sign-in': 'skipped', arrival: 'skipped' });
  });

  it('looks at both servers without a password as far as that goes, and says once that there is none', async () => {
    const { account } = accountFor(host, 'alice@example.test');
    const report = await examine({ account, password: null });
    expect(states(report)).toMatchObject({ 'dns-smtp': 'fine', 'smtp-hello': 'fine', 'imap-sign-in': 'skipped', arrival: 'skipped' });
    for (const id of ['smtp-tls', 'imap-tls'] as const) expect(stepOf(report, id)?.facts[0]).toMatch(/^TLSv1\.[23], /);
    expect(stepOf(report, 'smtp-hello')?.facts.join('\n')).toMatch(/AUTH .*PLAIN/);
    const told = report.steps.filter(({ failure }) => failure !== null);
    expect(told).toMatchObject([{ id: 'smtp-sign-in', state: 'broken', failure: { code: 'secret-missing' } }]);
  });

  it('tells without a password what is wrong with a server itself', async () => {
    const server = await forThisTest(startScriptedSmtp({ security: 'plain' }));
    const { account } = relayAccount(server.port, 'starttls');
    const report = await examine({ account, password: null });
    expect(stepOf(report, 'smtp-tls')).toMatchObject({ state: 'broken', failure: { code: 'encryption-refused' } });
    expect(stepOf(report, 'smtp-sign-in')?.state).toBe('skipped');
    expect(server.count('AUTH')).toBe(0);
  });
});

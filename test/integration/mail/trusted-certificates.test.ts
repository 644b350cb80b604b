// A certificate that the person trusts by its fingerprint: for one server, that one and no other; and a company's own authority.
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
  selfSignedCertificate,
  wrongCertificates,
} from '../../support/certificates';
import { type AccountWithSecret, startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { accountFor, relayAccount, send } from '../../support/letters';
import { type MailHost, startMailHost } from '../../support/mail-host/mail-host';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { testAuthority } from '../../support/test-ca';

const fingerprint = ({ cert }: KeyAndCertificate): string => new X509Certificate(cert).fingerprint256;
const trusting = (port: number, certificate: KeyAndCertificate, host = '127.0.0.1'): Pick<Account, 'trustedCertificates'> => ({
  trustedCertificates: [{ host, port, fingerprint256: fingerprint(certificate), since: 0 }],
});

describe.each(['tls', 'starttls'] as const)('a certificate that is trusted by its fingerprint (%s)', (security) => {
  it.each(['expired', 'other-name', 'self-signed', 'unknown-authority'] as const)('and is %s counts for its server', async (kind) => {
    const certificate = await wrongCertificates[kind](await testAuthority());
    const server = await forThisTest(startScriptedSmtp({ security, certificate }));
    const relay = relayAccount(server.port, security, trusting(server.port, certificate));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
    expect(server.received).toHaveLength(1);
  });

  it.each(['self-signed', 'good'] as const)('is refused when another comes in its place, %s or not, and both are told', async (kind) => {
    const trusted = await selfSignedCertificate();
    const other = kind === 'good' ? await issueCertificate(await testAuthority()) : await selfSignedCertificate();
    const server = await forThisTest(startScriptedSmtp({ security, certificate: other }));
    const relay = relayAccount(server.port, security, trusting(server.port, trusted));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await send(engine, { account: relay.account });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure).toMatchObject({
      code: 'certificate-changed',
      port: server.port,
      trusted: fingerprint(trusted),
      certificate: { fingerprint256: fingerprint(other) },
    });
    expect(server.count('AUTH')).toBe(0);
    expect(server.received).toEqual([]);
  });

  it('counts for no other port of the same server', async () => {
    const certificate = await selfSignedCertificate();
    const server = await forThisTest(startScriptedSmtp({ security, certificate }));
    const relay = relayAccount(server.port, security, trusting(server.port + 1, certificate));
    const engine = await forThisTest(startEngine({ accounts: [relay] }));
    await send(engine, { account: relay.account });
    const { paused } = await engine.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure.code).toBe('certificate-untrusted');
    expect(server.count('AUTH')).toBe(0);
  });

  it('counts for the mailbox as well, and a changed one gets no password there either', async () => {
    const [trusted, other] = [await selfSignedCertificate(), await selfSignedCertificate()];
    const host: MailHost = await forThisTest(startMailHost({ certificate: trusted }));
    const isTls = security === 'tls';
    const ports = { smtp: isTls ? host.ports.submissions : host.ports.submission, imap: isTls ? host.ports.imaps : host.ports.imap };
    const user = 'alice@example.test';
    const account = (imapPin: KeyAndCertificate): AccountWithSecret =>
      accountFor(host, user, {
        smtp: { host: '127.0.0.1', port: ports.smtp, security, user },
        imap: { host: '127.0.0.1', port: ports.imap, security, user },
        trustedCertificates: [
          { host: '127.0.0.1', port: ports.smtp, fingerprint256: fingerprint(trusted), since: 0 },
          { host: '127.0.0.1', port: ports.imap, fingerprint256: fingerprint(imapPin), since: 0 },
        ],
      });
    const right = account(trusted);
    const engine = await forThisTest(startEngine({ accounts: [right] }));
    const id = await send(engine, { account: right.account });
    await engine.settle('outbox.entry', { id }, (entry) => entry?.item.copy === 'filed');

    const wrong = account(other);
    const refused = await forThisTest(startEngine({ accounts: [wrong] }));
    const next = await send(refused, { account: wrong.account });
    const entry = await refused.settle('outbox.entry', { id: next }, (value) => value?.item.copy === 'failing');
    expect(entry?.item.copyFailure).toMatchObject({
      code: 'certificate-changed',
      port: ports.imap,
      trusted: fingerprint(other),
      certificate: { fingerprint256: fingerprint(trusted) },
    });
  });
});

describe('a company’s own authority', () => {
  it('is trusted beside the usual ones, from the next connection on', async () => {
    const company = await createAuthority('The company’s authority');
    const server = await forThisTest(startScriptedSmtp({ certificate: await issueCertificate(company) }));
    const relay = relayAccount(server.port);
    const without = await forThisTest(startEngine({ accounts: [relay] }));
    await send(without, { account: relay.account });
    const { paused } = await without.settle('status', {}, (status) => status.paused.length === 1);
    expect(paused[0]?.failure.code).toBe('certificate-untrusted');

    const engine = await forThisTest(startEngine({ accounts: [relay], companyRoots: [company.cert] }));
    await engine.settleMessage(await send(engine, { account: relay.account }), 'accepted');
    // The usual ones still count: the other servers of this run are vouched for by those that Node was told of.
    const host: MailHost = await forThisTest(startMailHost());
    const alice = accountFor(host, 'alice@example.test');
    const both = await forThisTest(startEngine({ accounts: [alice], companyRoots: [company.cert] }));
    await both.settleMessage(await send(both, { account: alice.account }), 'accepted');
  });

  it('is shown from its file before it counts; a file without one is refused', async () => {
    const company = await createAuthority('The company’s authority');
    const leaf = await issueCertificate(company, { names: ['mail.example.test'] });
    const engine = await forThisTest(startEngine());
    const read = await engine.call('certificates.read', { text: `Some words\n${company.cert}\n${leaf.cert}\n` });
    expect(read.map(({ isAuthority, certificate }) => [isAuthority, certificate.subject])).toEqual([
      [true, 'The company’s authority'],
      [false, 'mail.example.test'],
    ]);
    for (const text of ['', 'hello', company.key, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])
      expect(await engine.ask('certificates.read', { text })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});

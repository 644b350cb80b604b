// A mailbox that lets us in before we have signed in (PREAUTH, RFC 3501 7.1.4) has to prove who it is all the same.
import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { openImap } from '../../../electron/engine/mail/imap';
import { usualTrust } from '../../../electron/engine/mail/trust';
import { directWay, type Way } from '../../../electron/engine/mail/way';
import { selfSignedCertificate } from '../../support/certificates';
import { forThisTest } from '../../support/for-this-test';
import { startScriptedImap } from '../../support/scripted-imap';

const patient = new AbortController().signal;
const letIn = (verb: string): string | undefined =>
  verb === 'greeting' ? '* PREAUTH [CAPABILITY IMAP4rev1] come in' : verb === 'STARTTLS' ? 'BAD not now' : undefined;

it('shows nothing to one with another certificate than the trusted one', async () => {
  const [trusted, other] = [await selfSignedCertificate(), await selfSignedCertificate()];
  const server = await forThisTest(startScriptedImap({ certificate: other, folders: { Sent: '\\Sent' }, answer: letIn }));
  const pin = new X509Certificate(trusted.cert).fingerprint256;
  const way: Way = { ...directWay, trust: async () => ({ ...usualTrust, pin }) };
  const at = { host: '127.0.0.1', port: server.port, security: 'tls', user: 'alice' } as const;
  const opened = await openImap({ server: at, password: 'secret', way }, {}, patient);
  expect(opened).toMatchObject({ ok: false, failure: { code: 'certificate-changed' } });
  expect(server.count('APPEND')).toBe(0);
});

it('shows nothing to one that would stay in the clear', async () => {
  const server = await forThisTest(startScriptedImap({ security: 'plain', folders: { Sent: '\\Sent' }, answer: letIn }));
  const at = { host: '127.0.0.1', port: server.port, security: 'starttls', user: 'alice' } as const;
  const opened = await openImap({ server: at, password: 'secret', way: directWay }, {}, patient);
  expect(opened.ok).toBe(false);
  expect(server.count('APPEND')).toBe(0);
});

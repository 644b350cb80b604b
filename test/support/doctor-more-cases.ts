// More broken cases of the doctor: what passes by itself, the other way round of encryption, the mailbox, no secret, and proxies.
import type { ProxyChoice } from '../../electron/contract/model/way';
import { issueCertificate, wrongCertificates } from './certificates';
import { type DoctorCase, imap, password, type Run, says, smtp, user } from './doctor-servers';
import { startOddServer } from './odd-servers';
import { freePorts } from './ports';
import { startProxy } from './proxies';
import { startScriptedImap } from './scripted-imap';
import { testAuthority } from './test-ca';

const by = (proxy: ProxyChoice) => ({ way: { proxy, ehloName: null, timeoutSeconds: 10 } });
const at = (port: number): ProxyChoice => ({ kind: 'http', host: '127.0.0.1', port, user: '' });
const imapCertified = (kind: keyof typeof wrongCertificates) => async (run: Run) =>
  imap({ certificate: await wrongCertificates[kind](await testAuthority()) })(run);

export const moreDoctorCases: readonly DoctorCase[] = [
  {
    name: 'greeting, too busy',
    step: 'smtp-hello',
    state: 'broken',
    says: 'server-busy',
    account: smtp(says('greeting', '421 4.3.2 too many connections, try later')),
    button: null,
  },
  {
    name: 'sign-in, not just now',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'sign-in-temporary',
    account: smtp(says('AUTH', '454 4.7.0 Temporary authentication failure')),
    button: null,
  },
  {
    name: 'sign-in, too busy',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'server-busy',
    account: smtp(says('AUTH', '421 4.7.0 too many sign-ins, try later')),
    button: null,
  },
  {
    name: 'TLS port, asked for STARTTLS',
    step: 'smtp-hello',
    state: 'broken',
    says: 'wrong-security',
    account: async (run) => {
      const account = await smtp({})(run);
      return { ...account, smtp: { ...account.smtp, security: 'starttls' } };
    },
    button: /port/i,
  },
  ...(['expired', 'other-name', 'self-signed', 'unknown-authority'] as const).map(
    (kind): DoctorCase => ({
      name: `mailbox certificate ${kind}`,
      step: 'imap-tls',
      state: 'broken',
      says: kind === 'expired' ? 'certificate-expired' : kind === 'other-name' ? 'certificate-name' : 'certificate-untrusted',
      account: imapCertified(kind),
      button: /certificate/,
    }),
  ),
  {
    name: 'mailbox certificate of a foreign root',
    step: 'imap-tls',
    state: 'attention',
    says: 'foreign-root',
    account: imap({}),
    button: null,
  },
  {
    name: 'mailbox certificate that ends soon',
    step: 'imap-tls',
    state: 'attention',
    says: 'certificate-soon',
    account: async (run) => {
      const validTo = new Date(Date.now() + 5 * 24 * 3_600_000);
      return imap({ certificate: await issueCertificate(await testAuthority(), { validTo }) })(run);
    },
    button: null,
  },
  {
    name: 'mailbox without TLS',
    step: 'imap-tls',
    state: 'broken',
    says: 'wrong-security',
    account: async (run) => {
      const { port } = await run(startScriptedImap({ security: 'plain', folders: { Sent: '\\Sent' } }));
      return smtp({}, { imap: { host: '127.0.0.1', port, security: 'tls', user } })(run);
    },
    button: /port/i,
  },
  {
    name: 'mailbox, not just now',
    step: 'imap-sign-in',
    state: 'broken',
    says: 'sign-in-temporary',
    account: imap({ answer: (verb) => (/^(LOGIN|AUTHENTICATE)/.test(verb) ? 'NO [UNAVAILABLE] try later' : undefined) }),
    button: null,
  },
  {
    name: 'no password',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'secret-missing',
    hasNoPassword: true,
    account: imap({}),
    button: password,
  },
  {
    name: 'proxy that nobody answers for',
    step: 'smtp-tls',
    state: 'broken',
    says: 'proxy-unreachable',
    account: async (run) => smtp({}, by(at((await freePorts(['nobody'])).nobody)))(run),
    button: /proxy/i,
  },
  {
    name: 'proxy that is none',
    step: 'smtp-tls',
    state: 'broken',
    says: 'not-a-proxy',
    account: async (run) => smtp({}, by(at((await run(startOddServer('garbage'))).port)))(run),
    button: /proxy/i,
  },
  {
    name: 'proxy that wants a sign-in',
    step: 'smtp-tls',
    state: 'broken',
    says: 'proxy-sign-in',
    account: async (run) => smtp({}, by(at((await run(startProxy('http', { user: 'anna', password: 'of-the-proxy' }))).port)))(run),
    button: /proxy/i,
  },
  {
    name: 'proxy that will not go there',
    step: 'smtp-tls',
    state: 'broken',
    says: 'proxy-refused',
    account: async (run) => smtp({}, by(at((await run(startProxy('http', { ports: [1] }))).port)))(run),
    button: /proxy/i,
  },
  {
    name: 'other servers announced',
    step: 'srv',
    state: 'attention',
    says: 'srv-differs',
    account: async (run) => ({ ...(await smtp({})(run)), address: 'alice@moved.test' }),
    button: /server/i,
  },
];

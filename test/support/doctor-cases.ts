// The broken cases that the doctor is shown: the servers of each, and the account that meets them. Integration tests and pictures share them.
import { issueCertificate } from './certificates';
import { moreDoctorCases } from './doctor-more-cases';
import {
  apart,
  base,
  certified,
  type DoctorCase,
  imap,
  impatient,
  odd,
  password,
  says,
  silent,
  smtp,
  startOldTls,
  user,
} from './doctor-servers';
import { startHangingPort } from './hanging-port';
import { freePorts } from './ports';
import { startScriptedSmtp } from './scripted-smtp';
import { testAuthority } from './test-ca';

export const doctorCases: readonly DoctorCase[] = [
  {
    name: 'name not found',
    step: 'dns-smtp',
    state: 'broken',
    says: 'dns-failed',
    account: async (run) => {
      const account = await smtp({})(run);
      return { ...account, smtp: { ...account.smtp, host: 'nowhere.invalid' } };
    },
    button: /server/i,
  },
  {
    name: 'port closed, another open',
    step: 'port-587',
    state: 'broken',
    says: 'port-other-open',
    account: async (run) => {
      const certificate = await issueCertificate(await testAuthority(), { names: [apart] });
      await run(startScriptedSmtp({ security: 'starttls', certificate, at: { address: apart, port: 2525 } }));
      return { ...base(587, 'starttls'), smtp: { host: apart, port: 587, security: 'starttls', user } };
    },
    button: /Use port 2525/,
  },
  {
    name: 'port closed',
    step: 'smtp-tls',
    state: 'broken',
    says: 'connect-refused',
    account: async () => base((await freePorts(['closed'])).closed, 'tls'),
    button: /port/i,
  },
  {
    name: 'port blocked',
    step: 'port-2525',
    state: 'broken',
    says: 'port-hangs',
    account: async (run) => {
      const { port } = await run(startHangingPort({ port: 2525, address: silent }));
      return { ...base(port, 'starttls', impatient), smtp: { host: silent, port, security: 'starttls', user } };
    },
    button: null,
  },
  {
    name: 'no greeting',
    step: 'smtp-hello',
    state: 'broken',
    says: 'greeting-timeout',
    account: odd('silent', 'starttls'),
    shows: { role: 'button', name: /^Wait longer$/ },
    button: /port/i,
  },
  {
    name: 'a web server',
    step: 'smtp-hello',
    state: 'broken',
    says: 'not-mail-server',
    account: odd('http-first', 'starttls'),
    button: /port/i,
  },
  { name: 'garbage', step: 'smtp-hello', state: 'broken', says: 'not-mail-server', account: odd('garbage', 'starttls'), button: /port/i },
  {
    name: 'STARTTLS port, asked for TLS',
    step: 'smtp-tls',
    state: 'broken',
    says: 'wrong-security',
    account: async (run) => {
      const account = await smtp({ security: 'starttls' })(run);
      return { ...account, smtp: { ...account.smtp, security: 'tls' } };
    },
    button: /port/i,
  },
  {
    name: 'no STARTTLS',
    step: 'smtp-tls',
    state: 'broken',
    says: 'encryption-refused',
    account: smtp({ security: 'plain' }),
    button: /port/i,
  },
  {
    name: 'STARTTLS refused',
    step: 'smtp-tls',
    state: 'broken',
    says: 'encryption-refused',
    account: smtp({ security: 'starttls', ...says('STARTTLS', '502 5.5.1 no encryption here') }),
    button: /port/i,
  },
  {
    name: 'TLS too old',
    step: 'smtp-tls',
    state: 'broken',
    says: 'encryption-failed',
    account: async (run) => base((await run(startOldTls())).port, 'tls'),
    button: null,
  },
  {
    name: 'certificate expired',
    step: 'smtp-tls',
    state: 'broken',
    says: 'certificate-expired',
    account: certified('expired'),
    button: /certificate/,
  },
  {
    name: 'certificate of another name',
    step: 'smtp-tls',
    state: 'broken',
    says: 'certificate-name',
    account: certified('other-name'),
    button: /certificate/,
  },
  {
    name: 'certificate self-signed',
    step: 'smtp-tls',
    state: 'broken',
    says: 'certificate-untrusted',
    account: certified('self-signed'),
    button: /certificate/,
  },
  {
    name: 'certificate of an unknown authority',
    step: 'smtp-tls',
    state: 'broken',
    says: 'certificate-untrusted',
    account: certified('unknown-authority'),
    button: /certificate/,
  },
  { name: 'certificate of a foreign root', step: 'smtp-tls', state: 'attention', says: 'foreign-root', account: smtp({}), button: null },
  {
    name: 'certificate that ends soon',
    step: 'smtp-tls',
    state: 'attention',
    says: 'certificate-soon',
    account: async (run) => {
      const validTo = new Date(Date.now() + 5 * 24 * 3_600_000);
      return smtp({ certificate: await issueCertificate(await testAuthority(), { validTo }) })(run);
    },
    button: null,
  },
  {
    name: 'greeting refused',
    step: 'smtp-hello',
    state: 'broken',
    says: 'connect-refused',
    account: smtp(says('greeting', '554 5.7.1 no mail service for you here')),
    button: null,
  },
  {
    name: 'EHLO refused',
    step: 'smtp-hello',
    state: 'broken',
    says: 'temporarily-refused',
    account: smtp(says('EHLO', '450 4.7.1 who are you?')),
    button: null,
  },
  {
    name: 'no sign-in offered',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'sign-in-not-offered',
    account: smtp({ keywords: ['8BITMIME'] }),
    button: /port/i,
  },
  {
    name: 'sign-in refused',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'sign-in-refused',
    account: smtp(says('AUTH', '535 5.7.8 Error: authentication failed')),
    button: password,
  },
  {
    name: 'app password wanted',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'app-password-needed',
    account: smtp(says('AUTH', '534 5.7.9 Application-specific password required')),
    button: password,
  },
  {
    name: 'sign-in switched off',
    step: 'smtp-sign-in',
    state: 'broken',
    says: 'smtp-auth-disabled',
    account: smtp(
      says(
        'AUTH',
        '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled',
      ),
    ),
    shows: { role: 'link', name: /How to switch it on/ },
    button: null,
  },
  {
    name: 'sender refused',
    step: 'smtp-sender',
    state: 'broken',
    says: 'sender-refused',
    account: smtp(says('MAIL', '550 5.7.1 not allowed to send as this')),
    button: /address/i,
  },
  {
    name: 'an identity may not send',
    step: 'smtp-sender',
    state: 'attention',
    says: 'sender-refused',
    account: smtp(
      { answer: (at, line) => (at === 'MAIL' && line.includes('<shop@') ? '553 5.7.1 not owned by user' : undefined) },
      { aliases: [{ id: 'shop', name: '', address: 'shop@example.test' }] },
    ),
    button: null,
  },
  {
    name: 'IMAP closed',
    step: 'imap-tls',
    state: 'broken',
    says: 'connect-refused',
    account: async (run) => {
      const { closed } = await freePorts(['closed']);
      return smtp({}, { imap: { host: '127.0.0.1', port: closed, security: 'tls', user } })(run);
    },
    button: /port/i,
  },
  {
    name: 'IMAP sign-in refused',
    step: 'imap-sign-in',
    state: 'broken',
    says: 'imap-sign-in-refused',
    account: imap({ answer: (verb) => (/^(LOGIN|AUTHENTICATE)/.test(verb) ? 'NO [AUTHENTICATIONFAILED] wrong' : undefined) }),
    button: password,
  },
  {
    name: 'no Sent folder',
    step: 'sent-folder',
    state: 'attention',
    says: 'no-sent-folder',
    account: imap({ folders: {} }),
    button: /Make it/,
  },
  ...moreDoctorCases,
];

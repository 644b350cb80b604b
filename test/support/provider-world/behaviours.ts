// How each provider of the table behaves towards a program that sends: the counterpart of electron/domain/providers.ts, which
// says what the program expects of it. A provider without a row here does not compile.
import type { FailureCode } from '../../../electron/contract/failure';
import type { ProviderId } from '../../../electron/contract/model/accounts';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import type { FolderLayoutName } from '../mail-host/folder-layouts';

/** `itself`: the provider files what it takes. `later`: the same, some time afterwards. `never`: it does not. `no-folder`: a relay. */
export type Filing = 'itself' | 'later' | 'never' | 'no-folder';

/** What the provider says of a limit or a sender, and what becomes of the message. */
export type Refusal = {
  readonly at: 'RCPT' | 'END-OF-MESSAGE';
  readonly says: string;
  readonly becomes: OutboxItem['state'];
  readonly code: FailureCode;
  /** Of the coach's catalogue. */
  readonly advice: string;
};

/** What it says of a password or token that it does not take. */
export type SignInRefusal = { readonly says: readonly string[]; readonly code: FailureCode; readonly advice: string };

/** `at`: the command that it refuses. */
export type ImapRefusal = { readonly at: RegExp; readonly says: string; readonly code: FailureCode; readonly advice: string };

export type Behaviour = {
  readonly id: Exclude<ProviderId, 'other' | 'practice'>;
  /** The person's. */
  readonly address: string;
  /** Where that is not the address. */
  readonly login?: string;
  /** An app password, a password or a key. */
  readonly password: string;
  /** In Dovecot's words. */
  readonly mechanisms: readonly string[];
  readonly layout?: FolderLayoutName;
  readonly filings: readonly Filing[];
  /** Octets that it takes, as EHLO tells. */
  readonly size?: number;
  /** Recipients of one message. */
  readonly recipients?: number;
  readonly refusals: readonly Refusal[];
  readonly signInRefusals: readonly SignInRefusal[];
  /** What it says to whoever comes to read while IMAP is not turned on; absent: it is on from the start. */
  readonly imapIsOff?: ImapRefusal;
};

const passwords = ['plain', 'login'];
const google = [...passwords, 'xoauth2', 'oauthbearer'];
const microsoft = ['login', 'xoauth2'];

const failed = (at: Refusal['at'], says: string, code: FailureCode, advice: string): Refusal => ({
  at,
  says,
  becomes: 'failed',
  code,
  advice,
});
const deferred = (at: Refusal['at'], says: string, advice: string): Refusal => ({
  at,
  says,
  becomes: 'deferred',
  code: 'temporarily-refused',
  advice,
});
const notVerified = (says: string): Refusal => failed('END-OF-MESSAGE', says, 'message-refused', 'sender-not-verified');
const refusedKey = (...says: string[]): SignInRefusal => ({ says, code: 'sign-in-refused', advice: 'wrong-password' });

const smtpIsOff: SignInRefusal = {
  says: [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
  ],
  code: 'smtp-auth-disabled',
  advice: 'microsoft-smtp-off',
};
/** Signed in, and then served nothing. */
const notConnected: ImapRefusal = {
  at: /^(NAMESPACE|LIST|SELECT|EXAMINE)/,
  says: 'BAD User is authenticated but not connected.',
  code: 'imap-unavailable',
  advice: 'imap-off',
};
/** The program comes with a token, which is then what was refused; a password it never tries there. */
const basicIsOff: SignInRefusal = {
  says: ['550 5.7.30 Basic authentication is not supported for Client Submission.'],
  code: 'oauth-refused',
  advice: 'oauth-refused',
};
const outlook = {
  password: 'no password is taken',
  mechanisms: microsoft,
  filings: ['itself'],
  refusals: [
    failed(
      'END-OF-MESSAGE',
      '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception',
      'message-refused',
      'sending-quota',
    ),
  ],
  signInRefusals: [smtpIsOff],
  imapIsOff: notConnected,
} as const;

export const behaviours: { readonly [Id in Behaviour['id']]: Behaviour & { readonly id: Id } } = {
  gmail: {
    id: 'gmail',
    address: 'anna@gmail.com',
    password: 'abcdefghijklmnop',
    mechanisms: google,
    layout: 'gmail',
    filings: ['itself'],
    recipients: 100,
    refusals: [
      failed(
        'END-OF-MESSAGE',
        '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852',
        'message-refused',
        'gmail-daily-limit',
      ),
      deferred(
        'RCPT',
        '450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time.',
        'recipient-too-busy',
      ),
    ],
    signInRefusals: [
      {
        says: [
          '534-5.7.9 Application-specific password required. For more information, go to',
          '534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor',
        ],
        code: 'app-password-needed',
        advice: 'gmail-app-password',
      },
      {
        says: [
          '535-5.7.8 Username and Password not accepted. For more information, go to',
          '535 5.7.8 https://support.google.com/mail/?p=BadCredentials',
        ],
        code: 'sign-in-refused',
        advice: 'gmail-password',
      },
    ],
  },
  outlook: { ...outlook, id: 'outlook', address: 'anna@outlook.com', recipients: 500 },
  hotmail: { ...outlook, id: 'hotmail', address: 'anna@hotmail.se', recipients: 500 },
  microsoft365: {
    ...outlook,
    id: 'microsoft365',
    address: 'anna@bakery.onmicrosoft.com',
    signInRefusals: [smtpIsOff, basicIsOff],
    refusals: [
      ...outlook.refusals,
      deferred('END-OF-MESSAGE', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', 'rate-limited'),
    ],
  },
  yahoo: {
    id: 'yahoo',
    address: 'anna@yahoo.com',
    password: 'qrstuvwxyzabcdef',
    mechanisms: google,
    filings: ['later', 'never'],
    recipients: 100,
    refusals: [
      {
        at: 'RCPT',
        says: '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
        becomes: 'deferred',
        code: 'server-busy',
        advice: 'yahoo-complaints',
      },
    ],
    signInRefusals: [{ says: ['535 5.7.0 (#AUTH005) Too many bad auth attempts.'], code: 'sign-in-refused', advice: 'yahoo-app-password' }],
  },
  icloud: {
    id: 'icloud',
    address: 'anna@icloud.com',
    password: 'abcd-efgh-ijkl-mnop',
    mechanisms: passwords,
    filings: ['later', 'never'],
    size: 20 * 1024 * 1024,
    recipients: 500,
    refusals: [
      failed(
        'END-OF-MESSAGE',
        '554 5.7.1 [HM08] Message rejected due to local policy. From address is not one of your addresses.',
        'message-refused',
        'icloud-sender',
      ),
    ],
    signInRefusals: [{ says: ['535 5.7.8 Error: authentication failed:'], code: 'sign-in-refused', advice: 'icloud-app-password' }],
  },
  fastmail: {
    id: 'fastmail',
    address: 'anna@fastmail.com',
    password: 'abcd1234efgh5678',
    mechanisms: google,
    filings: ['later', 'never'],
    refusals: [],
    signInRefusals: [refusedKey('535 5.7.8 Error: authentication failed: generic failure')],
  },
  zoho: {
    id: 'zoho',
    address: 'anna@zoho.eu',
    password: 'Zoho-4711-secret',
    mechanisms: passwords,
    filings: ['later', 'never'],
    refusals: [],
    signInRefusals: [refusedKey('535 Authentication Failed')],
    imapIsOff: {
      at: /^(LOGIN|AUTHENTICATE)/,
      // From second hand: no page of Zoho has these words.
      says: 'NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)',
      code: 'imap-sign-in-refused',
      advice: 'imap-off',
    },
  },
  gmx: {
    id: 'gmx',
    address: 'anna@gmx.net',
    password: 'Gmx-4711-geheim',
    mechanisms: passwords,
    layout: 'german',
    filings: ['later', 'never'],
    refusals: [failed('RCPT', '550 5.7.1 Sender address is not allowed.', 'sender-refused', 'sender-not-yours')],
    signInRefusals: [{ says: ['535 Authentication credentials invalid'], code: 'sign-in-refused', advice: 'gmx-access-off' }],
    imapIsOff: {
      at: /^(LOGIN|AUTHENTICATE)/,
      says: 'NO [AUTHENTICATIONFAILED] authentication failed',
      code: 'imap-sign-in-refused',
      advice: 'gmx-access-off',
    },
  },
  sendgrid: {
    id: 'sendgrid',
    address: 'shop@bakery.test',
    login: 'apikey',
    password: 'SG.abcdefghijkl.mnopqrstuvwxyz',
    mechanisms: passwords,
    filings: ['no-folder'],
    refusals: [
      notVerified('550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.'),
      deferred('END-OF-MESSAGE', '451 Authentication failed: Maximum credits exceeded', 'sending-quota'),
    ],
    signInRefusals: [refusedKey('535 Authentication failed: The provided authorization grant is invalid, expired, or revoked')],
  },
  postmark: {
    id: 'postmark',
    address: 'shop@bakery.test',
    login: '0b7c2c1e-4f2a-4a7e-9d5b-77f0a9e3c111',
    password: '0b7c2c1e-4f2a-4a7e-9d5b-77f0a9e3c111',
    mechanisms: [...passwords, 'cram-md5'],
    filings: ['no-folder'],
    refusals: [notVerified("550 5.7.1 The 'From' address you supplied is not a Sender Signature on your account.")],
    signInRefusals: [refusedKey('535 5.7.8 Error: authentication failed')],
  },
  mailjet: {
    id: 'mailjet',
    address: 'shop@bakery.test',
    login: '5f1d7f3c2b6a49d88a0c',
    password: 'c0ffee5f1d7f3c2b6a49d88a0c',
    mechanisms: passwords,
    filings: ['no-folder'],
    refusals: [notVerified('550 5.7.1 Sender not validated: shop@bakery.test is not validated yet')],
    signInRefusals: [refusedKey('535 5.7.8 Error: authentication failed')],
  },
  brevo: {
    id: 'brevo',
    address: 'shop@bakery.test',
    login: 'owner@bakery.test',
    password: 'xsmtpsib-abcdefghijklmnop',
    mechanisms: [...passwords, 'cram-md5'],
    filings: ['no-folder'],
    refusals: [notVerified('550 5.7.1 Sending has been rejected because the sender you used shop@bakery.test is not valid')],
    signInRefusals: [refusedKey('535 5.7.8 Authentication failed')],
  },
  ses: {
    id: 'ses',
    address: 'shop@bakery.test',
    login: 'AKIAIOSFODNN7EXAMPLE',
    password: 'BOXPZ5wQ3rYt/EXAMPLEKEY+abc',
    mechanisms: passwords,
    filings: ['no-folder'],
    refusals: [
      notVerified(
        '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-NORTH-1: shop@bakery.test',
      ),
      deferred('END-OF-MESSAGE', '454 Throttling failure: Maximum sending rate exceeded.', 'sending-quota'),
      deferred('END-OF-MESSAGE', '454 Throttling failure: Daily message quota exceeded.', 'sending-quota'),
    ],
    signInRefusals: [refusedKey('535 Authentication Credentials Invalid')],
  },
  mailtrap: {
    id: 'mailtrap',
    address: 'shop@bakery.test',
    login: 'api',
    password: '0123456789abcdef0123456789abcdef',
    mechanisms: [...passwords, 'cram-md5'],
    filings: ['no-folder'],
    refusals: [deferred('END-OF-MESSAGE', '450 4.7.1 Requested action not taken: too many emails per second', 'rate-limited')],
    signInRefusals: [refusedKey('535 5.7.0 Invalid credentials')],
  },
};

// The rows of mail providers: people's own mailboxes. State of the facts: November 2026.
import { bothDoors, fullAddress, imaps, starttls, tls, unknownLimits } from './provider-parts';
import type { Provider, ServerChoice } from './providers';

const megabyte = 1024 * 1024;

const zoho = (region: string, domains: readonly string[]): ServerChoice => ({
  key: region,
  domains,
  smtp: bothDoors(`smtp.zoho.${region}`),
  imap: imaps(`imap.zoho.${region}`),
});
const zohoPaid = (region: string): ServerChoice => ({
  key: `${region} (paid)`,
  domains: [],
  smtp: bothDoors(`smtppro.zoho.${region}`),
  imap: imaps(`imappro.zoho.${region}`),
});

const microsoftImap = imaps('outlook.office365.com');
const microsoftLinks = {
  help: 'https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040',
};

export const mailboxes = {
  gmail: {
    id: 'gmail',
    title: 'Gmail',
    kind: 'mailbox',
    servers: [{ key: 'gmail', domains: ['gmail.com', 'googlemail.com'], smtp: bothDoors('smtp.gmail.com'), imap: imaps('imap.gmail.com') }],
    userName: fullAddress,
    signIn: 'app-password',
    oauth: 'google',
    sentPolicy: 'server',
    limits: { messagesPerDay: 500, recipientsPerMessage: 100, isConfirmed: false },
    // Workspace
    ownDomainLimits: { messagesPerDay: 2000, recipientsPerMessage: 100, isConfirmed: true },
    links: { password: 'https://myaccount.google.com/apppasswords', help: 'https://support.google.com/accounts/answer/185833' },
    notes: ['own-password-refused', 'two-step-needed'],
  },
  outlook: {
    id: 'outlook',
    title: 'Outlook',
    kind: 'mailbox',
    servers: [
      { key: 'outlook', domains: ['outlook.*', 'live.*', 'msn.com'], smtp: [starttls('smtp-mail.outlook.com')], imap: microsoftImap },
    ],
    userName: fullAddress,
    signIn: 'oauth2-only',
    oauth: 'microsoft',
    sentPolicy: 'server',
    limits: { recipientsPerDay: 5000, recipientsPerMessage: 500, isConfirmed: false },
    links: microsoftLinks,
    notes: ['browser-only', 'turn-on-imap'],
  },
  // Older guides say smtp.live.com; that door is gone, the mail goes through Outlook's.
  hotmail: {
    id: 'hotmail',
    title: 'Hotmail',
    kind: 'mailbox',
    servers: [{ key: 'hotmail', domains: ['hotmail.*'], smtp: [starttls('smtp-mail.outlook.com')], imap: microsoftImap }],
    userName: fullAddress,
    signIn: 'oauth2-only',
    oauth: 'microsoft',
    sentPolicy: 'server',
    limits: { recipientsPerDay: 5000, recipientsPerMessage: 500, isConfirmed: false },
    links: microsoftLinks,
    notes: ['browser-only', 'turn-on-imap'],
  },
  microsoft365: {
    id: 'microsoft365',
    title: 'Microsoft 365',
    kind: 'mailbox',
    servers: [{ key: 'microsoft365', domains: ['*.onmicrosoft.com'], smtp: [starttls('smtp.office365.com')], imap: microsoftImap }],
    userName: fullAddress,
    signIn: 'oauth2-only',
    oauth: 'microsoft',
    sentPolicy: 'server',
    limits: { recipientsPerDay: 10_000, messagesPerMinute: 30, isConfirmed: true },
    links: {
      help: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    },
    notes: ['browser-only'],
  },
  yahoo: {
    id: 'yahoo',
    title: 'Yahoo',
    kind: 'mailbox',
    servers: [
      {
        key: 'yahoo',
        domains: ['yahoo.*', 'ymail.com', 'rocketmail.com', 'myyahoo.com'],
        smtp: bothDoors('smtp.mail.yahoo.com'),
        imap: imaps('imap.mail.yahoo.com'),
      },
    ],
    userName: fullAddress,
    signIn: 'app-password',
    sentPolicy: 'search-first',
    limits: { messagesPerDay: 500, recipientsPerMessage: 100, isConfirmed: true },
    links: { password: 'https://login.yahoo.com/account/security', help: 'https://help.yahoo.com/kb/SLN15241.html' },
    notes: ['own-password-refused'],
  },
  icloud: {
    id: 'icloud',
    title: 'iCloud',
    kind: 'mailbox',
    servers: [
      {
        key: 'icloud',
        domains: ['icloud.com', 'me.com', 'mac.com'],
        smtp: [starttls('smtp.mail.me.com')],
        imap: imaps('imap.mail.me.com'),
      },
    ],
    userName: fullAddress,
    signIn: 'app-password',
    sentPolicy: 'search-first',
    limits: { messagesPerDay: 1000, recipientsPerDay: 1000, recipientsPerMessage: 500, messageSize: 20 * megabyte, isConfirmed: true },
    links: { password: 'https://account.apple.com/', help: 'https://support.apple.com/102654' },
    notes: ['own-password-refused', 'two-step-needed'],
  },
  fastmail: {
    id: 'fastmail',
    title: 'Fastmail',
    kind: 'mailbox',
    servers: [
      {
        key: 'fastmail',
        domains: [
          'fastmail.com',
          'fastmail.fm',
          'fastmail.net',
          'fastmail.org',
          'fastmail.se',
          'fastmail.de',
          'fastmail.co.uk',
          'fastmail.com.au',
        ],
        smtp: [tls('smtp.fastmail.com')],
        imap: imaps('imap.fastmail.com'),
      },
    ],
    userName: fullAddress,
    signIn: 'app-password',
    sentPolicy: 'search-first',
    limits: unknownLimits,
    links: {
      password: 'https://app.fastmail.com/settings/security/apps',
      help: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
    },
    notes: ['own-password-refused'],
  },
  zoho: {
    id: 'zoho',
    title: 'Zoho',
    kind: 'mailbox',
    servers: [
      zoho('com', ['zoho.com', 'zohomail.com']),
      zoho('eu', ['zoho.eu', 'zohomail.eu']),
      zoho('in', ['zoho.in', 'zohomail.in']),
      zoho('com.au', ['zoho.com.au', 'zohomail.com.au']),
      zoho('jp', ['zoho.jp', 'zohomail.jp']),
      zohoPaid('com'),
      zohoPaid('eu'),
      zohoPaid('in'),
      zohoPaid('com.au'),
      zohoPaid('jp'),
    ],
    // Zoho files the copy itself unless the person turned that off there: so look before filing one.
    userName: fullAddress,
    signIn: 'password',
    sentPolicy: 'search-first',
    limits: unknownLimits,
    links: { password: 'https://accounts.zoho.com/home#security/app_password', help: 'https://www.zoho.com/mail/help/imap-access.html' },
    notes: ['app-password-with-two-step', 'turn-on-imap'],
  },
  gmx: {
    id: 'gmx',
    title: 'GMX',
    kind: 'mailbox',
    servers: [
      {
        key: 'gmx.net',
        domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.eu', 'gmx.org'],
        smtp: bothDoors('mail.gmx.net'),
        imap: imaps('imap.gmx.net'),
      },
      {
        key: 'gmx.com',
        domains: ['gmx.com', 'gmx.us', 'gmx.co.uk', 'gmx.fr', 'gmx.es'],
        smtp: bothDoors('mail.gmx.com'),
        imap: imaps('imap.gmx.com'),
      },
    ],
    userName: fullAddress,
    signIn: 'password',
    sentPolicy: 'search-first',
    limits: unknownLimits,
    links: {
      password: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
      help: 'https://support.gmx.com/pop-imap/toggle.html',
    },
    notes: ['turn-on-imap', 'app-password-with-two-step'],
  },
} as const satisfies Partial<Record<Provider['id'], Provider>>;

// The provider table: one test for each row, then what the address and the host tell.
import { describe, expect, it } from 'vitest';
import { accountSchema, providerIds } from '../../../electron/contract/model/accounts';
import {
  currentHost,
  domainOf,
  type Endpoint,
  extraPorts,
  limitsOf,
  type Provider,
  presetFor,
  providers,
  recognise,
  recogniseHost,
} from '../../../electron/domain/providers';

const shown = ({ host, port, security }: Endpoint): string => `${host}:${port} ${security}`;
/** The row as one reads it: what a wizard fills in and says. */
const row = ({ servers, userName, signIn, sentPolicy, kind }: Provider) => ({
  kind,
  smtp: servers[0].smtp.map(shown),
  imap: servers[0].imap === null ? null : shown(servers[0].imap),
  user: userName.kind === 'literal' ? userName.value : userName.kind,
  signIn,
  sentPolicy,
});
const relay = { kind: 'relay', imap: null, sentPolicy: 'local', signIn: 'key' };
const microsoft = { kind: 'mailbox', imap: 'outlook.office365.com:993 tls', user: 'address', signIn: 'oauth2-only', sentPolicy: 'server' };

describe('each provider', () => {
  it('Gmail: both ports, app password, files the copy itself', () => {
    expect(row(providers.gmail)).toEqual({
      kind: 'mailbox',
      smtp: ['smtp.gmail.com:465 tls', 'smtp.gmail.com:587 starttls'],
      imap: 'imap.gmail.com:993 tls',
      user: 'address',
      signIn: 'app-password',
      sentPolicy: 'server',
    });
    expect(providers.gmail.links.password).toBe('https://myaccount.google.com/apppasswords');
    expect(providers.gmail.notes).toEqual(['own-password-refused', 'two-step-needed']);
    expect(limitsOf({ provider: 'gmail', address: 'anna@gmail.com' })).toMatchObject({ messagesPerDay: 500, isConfirmed: false });
    expect(limitsOf({ provider: 'gmail', address: 'anna@bakery.example' })).toEqual({
      messagesPerDay: 2000,
      recipientsPerMessage: 100,
      isConfirmed: true,
    });
    expect(limitsOf({ provider: 'yahoo', address: 'anna@bakery.example' })).toEqual(providers.yahoo.limits);
  });
  it('Outlook: 587 only, no password is ever asked for', () => {
    expect(row(providers.outlook)).toEqual({ ...microsoft, smtp: ['smtp-mail.outlook.com:587 starttls'] });
    expect(providers.outlook.notes).toContain('browser-only');
  });
  it("Hotmail: goes through Outlook's servers", () => {
    expect(row(providers.hotmail)).toEqual({ ...microsoft, smtp: ['smtp-mail.outlook.com:587 starttls'] });
  });
  it('Microsoft 365: its own server, no password either', () => {
    expect(row(providers.microsoft365)).toEqual({ ...microsoft, smtp: ['smtp.office365.com:587 starttls'] });
    expect(providers.microsoft365.limits).toEqual({ recipientsPerDay: 10_000, messagesPerMinute: 30, isConfirmed: true });
  });
  it('Yahoo: app password, the copy is looked for first', () => {
    expect(row(providers.yahoo)).toEqual({
      kind: 'mailbox',
      smtp: ['smtp.mail.yahoo.com:465 tls', 'smtp.mail.yahoo.com:587 starttls'],
      imap: 'imap.mail.yahoo.com:993 tls',
      user: 'address',
      signIn: 'app-password',
      sentPolicy: 'search-first',
    });
    expect(providers.yahoo.limits).toEqual({ messagesPerDay: 500, recipientsPerMessage: 100, isConfirmed: true });
  });
  it('iCloud: 587 only, app-specific password, 20 MB', () => {
    expect(row(providers.icloud)).toEqual({
      kind: 'mailbox',
      smtp: ['smtp.mail.me.com:587 starttls'],
      imap: 'imap.mail.me.com:993 tls',
      user: 'address',
      signIn: 'app-password',
      sentPolicy: 'search-first',
    });
    expect(providers.icloud.limits).toEqual({
      messagesPerDay: 1000,
      recipientsPerDay: 1000,
      recipientsPerMessage: 500,
      messageSize: 20_971_520,
      isConfirmed: true,
    });
  });
  it('Fastmail: 465, app password', () => {
    expect(row(providers.fastmail)).toEqual({
      kind: 'mailbox',
      smtp: ['smtp.fastmail.com:465 tls'],
      imap: 'imap.fastmail.com:993 tls',
      user: 'address',
      signIn: 'app-password',
      sentPolicy: 'search-first',
    });
  });
  it('Zoho: servers of the region, paid ones beside them', () => {
    expect(row(providers.zoho)).toEqual({
      kind: 'mailbox',
      smtp: ['smtp.zoho.com:465 tls', 'smtp.zoho.com:587 starttls'],
      imap: 'imap.zoho.com:993 tls',
      user: 'address',
      signIn: 'password',
      sentPolicy: 'search-first',
    });
    expect(presetFor('zoho', 'anna@zoho.eu', '').smtp.host).toBe('smtp.zoho.eu');
    expect(presetFor('zoho', 'anna@zohomail.in', '').imap?.host).toBe('imap.zoho.in');
    expect(presetFor('zoho', 'anna@shop.example', '', 'eu (paid)')).toMatchObject({
      smtp: { host: 'smtppro.zoho.eu' },
      imap: { host: 'imappro.zoho.eu' },
    });
  });
  it('GMX: .net and .com have servers of their own', () => {
    expect(row(providers.gmx)).toEqual({
      kind: 'mailbox',
      smtp: ['mail.gmx.net:465 tls', 'mail.gmx.net:587 starttls'],
      imap: 'imap.gmx.net:993 tls',
      user: 'address',
      signIn: 'password',
      sentPolicy: 'search-first',
    });
    expect(presetFor('gmx', 'anna@gmx.com', '')).toMatchObject({ smtp: { host: 'mail.gmx.com' }, imap: { host: 'imap.gmx.com' } });
    expect(providers.gmx.notes).toContain('turn-on-imap');
  });
  it('SendGrid: the user name is the word apikey', () => {
    expect(row(providers.sendgrid)).toEqual({
      ...relay,
      user: 'apikey',
      smtp: [
        'smtp.sendgrid.net:465 tls',
        'smtp.sendgrid.net:587 starttls',
        'smtp.sendgrid.net:2525 starttls',
        'smtp.sendgrid.net:25 starttls',
      ],
    });
    expect(presetFor('sendgrid', 'anna@shop.example', 'Anna').smtp.user).toBe('apikey');
  });
  it('Postmark: never 465; bulk mail has its own server', () => {
    expect(row(providers.postmark)).toEqual({
      ...relay,
      user: 'free',
      smtp: ['smtp.postmarkapp.com:587 starttls', 'smtp.postmarkapp.com:2525 starttls', 'smtp.postmarkapp.com:25 starttls'],
    });
    expect(presetFor('postmark', 'anna@shop.example', '', 'broadcast').smtp.host).toBe('smtp-broadcasts.postmarkapp.com');
    expect(providers.postmark.notes).toContain('token-is-user-and-password');
  });
  it('Mailjet: key and secret', () => {
    expect(row(providers.mailjet)).toEqual({
      ...relay,
      user: 'free',
      smtp: ['in-v3.mailjet.com:465 tls', 'in-v3.mailjet.com:587 starttls', 'in-v3.mailjet.com:25 starttls'],
    });
  });
  it('Brevo: the SMTP key, not the API key', () => {
    expect(row(providers.brevo)).toEqual({
      ...relay,
      user: 'free',
      smtp: ['smtp-relay.brevo.com:465 tls', 'smtp-relay.brevo.com:587 starttls', 'smtp-relay.brevo.com:2525 starttls'],
    });
    expect(providers.brevo.notes).toContain('smtp-key-not-api-key');
  });
  it('Amazon SES: a server in each region', () => {
    const host = 'email-smtp.eu-north-1.amazonaws.com';
    expect(row(providers.ses)).toEqual({
      ...relay,
      user: 'free',
      smtp: [`${host}:465 tls`, `${host}:587 starttls`, `${host}:2465 tls`, `${host}:2587 starttls`, `${host}:25 starttls`],
    });
    expect(presetFor('ses', 'anna@shop.example', '', 'us-east-1').smtp.host).toBe('email-smtp.us-east-1.amazonaws.com');
  });
  it('Mailtrap: live and sandbox', () => {
    expect(row(providers.mailtrap)).toEqual({ ...relay, user: 'api', smtp: ['live.smtp.mailtrap.io:587 starttls'] });
    expect(presetFor('mailtrap', 'anna@shop.example', '', 'sandbox').smtp).toMatchObject({
      host: 'sandbox.smtp.mailtrap.io',
      port: 2525,
      security: 'starttls',
    });
  });
  it('another server: a guess from the domain', () => {
    expect(presetFor('other', ' anna@club.example ', 'Anna')).toEqual({
      provider: 'other',
      name: 'Anna',
      address: 'anna@club.example',
      sentPolicy: 'search-first',
      sentFolder: null,
      smtp: { host: 'smtp.club.example', port: 465, security: 'tls', user: 'anna@club.example' },
      imap: { host: 'imap.club.example', port: 993, security: 'tls', user: 'anna@club.example' },
    });
  });
  it('practice: nothing outside this computer', () => {
    expect(row(providers.practice)).toMatchObject({ kind: 'practice', imap: null, sentPolicy: 'local' });
  });
});

describe('the table', () => {
  it.each(providerIds)('%s makes an account that the contract accepts', (id) => {
    const preset = presetFor(id, 'anna@shop.example', 'Anna');
    expect(accountSchema.safeParse({ ...preset, id: 'account' }).success).toBe(true);
    expect(providers[id].id).toBe(id);
  });
  it('proposes port 25 nowhere first, and links only to https pages', () => {
    for (const { servers, links } of Object.values<Provider>(providers)) {
      expect(servers.some(({ smtp }) => smtp[0].port === 25)).toBe(false);
      for (const link of Object.values(links)) expect(link).toMatch(/^https:\/\//);
    }
  });
});

describe('an address tells its provider', () => {
  it.each([
    ['anna@gmail.com', 'gmail'],
    ['Anna@GoogleMail.COM', 'gmail'],
    ['anna@outlook.com', 'outlook'],
    ['anna@outlook.dk', 'outlook'],
    ['anna@live.se', 'outlook'],
    ['anna@msn.com', 'outlook'],
    ['anna@hotmail.com', 'hotmail'],
    ['anna@hotmail.co.uk', 'hotmail'],
    ['anna@hotmail.se', 'hotmail'],
    ['anna@club.onmicrosoft.com', 'microsoft365'],
    ['anna@yahoo.com', 'yahoo'],
    ['anna@yahoo.co.uk', 'yahoo'],
    ['anna@ymail.com', 'yahoo'],
    ['anna@me.com', 'icloud'],
    ['anna@icloud.com', 'icloud'],
    ['anna@fastmail.fm', 'fastmail'],
    ['anna@zoho.eu', 'zoho'],
    ['anna@gmx.de', 'gmx'],
    ['anna@gmail.com.', 'gmail'],
  ])('%s: %s', (address, id) => {
    expect(recognise(address)).toBe(id);
  });
  it.each([
    '',
    'anna',
    'anna@',
    '@',
    'anna@club.example',
    'anna@hotmail.example.com',
    'anna@nothotmail.com',
    'anna@gmail.com.evil.example',
    'anna@yahoo.co.jp',
    'gmail.com',
  ])('%s: no provider', (address) => {
    expect(recognise(address)).toBeNull();
  });
  it('takes what stands after the last @', () => {
    expect(domainOf('"a@gmail.com"@club.example')).toBe('club.example');
  });
});

describe('a host tells its provider', () => {
  it('maps the hosts of older guides to those of today', () => {
    expect(currentHost('SMTP.live.com')).toBe('smtp-mail.outlook.com');
    expect(currentHost('imap-mail.outlook.com')).toBe('outlook.office365.com');
    expect(currentHost(' mail.club.example ')).toBe('mail.club.example');
  });
  it('knows a provider whose server was typed by hand', () => {
    expect(recogniseHost('smtp.gmail.com')).toBe('gmail');
    expect(recogniseHost('smtp.live.com')).toBe('outlook');
    expect(recogniseHost('email-smtp.us-west-2.amazonaws.com')).toBe('ses');
    expect(recogniseHost('localhost')).toBeNull();
    expect(recogniseHost('smtp.club.example')).toBeNull();
  });
});

describe('port 25', () => {
  it('is tried last and with STARTTLS, at relays that name it', () => {
    for (const { kind, servers } of Object.values<Provider>(providers)) {
      for (const { smtp } of servers) {
        const at = smtp.findIndex(({ port }) => port === 25);
        if (at < 0) continue;
        expect(kind).toBe('relay');
        expect(at).toBe(smtp.length - 1);
        expect(smtp[at]?.security).toBe('starttls');
      }
    }
    expect(extraPorts('smtp.sendgrid.net').map(({ port }) => port)).toEqual([25]);
    expect(extraPorts('email-smtp.eu-west-1.amazonaws.com')).toHaveLength(1);
    expect(extraPorts('smtp.gmail.com')).toEqual([]);
    expect(extraPorts('smtp-relay.brevo.com')).toEqual([]);
    expect(extraPorts('mail.example.org')).toEqual([]);
  });
});

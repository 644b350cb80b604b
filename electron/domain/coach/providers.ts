// Sentences of one provider each, known word by word. First fit counts, so the narrower stands before the wider.
import type { Phrase } from './phrase';

const signIn = ['hello', 'sign-in', 'sender'] as const;

export const providerPhrases: readonly Phrase[] = [
  // Google
  { id: 'gmail-app-password', stages: signIn, says: ['application-specific password required', 'p=invalidsecondfactor'] },
  { id: 'gmail-web-login', stages: signIn, says: ['log in via your web browser', 'log in with your web browser', 'p=webloginrequired'] },
  { id: 'gmail-password', stages: signIn, says: ['username and password not accepted', 'p=badcredentials'] },
  { id: 'too-many-attempts', stages: signIn, says: ['too many login attempts'] },
  {
    id: 'imap-off', // "yet to enable" is Zoho's, from second hand
    stages: signIn,
    says: ['account is not enabled for imap', 'imap access is disabled', 'imap is disabled', 'yet to enable imap', 'imap is not enabled'],
  },
  // Microsoft lets people in and then serves nothing, where IMAP is off for the mailbox.
  { id: 'imap-off', says: ['user is authenticated but not connected'], hosts: ['office365.com', 'outlook.com'] },
  {
    id: 'gmail-daily-limit',
    says: ['daily user sending limit exceeded', 'daily user sending quota exceeded', 'daily sending quota exceeded'],
  },
  { id: 'recipient-too-busy', says: ['receiving mail too quickly', 'receiving mail at a rate'] },
  { id: 'attachment-blocked', says: ['potential security issue', 'blocked because its content', 'p=blockedmessage'] },
  { id: 'mailbox-full', says: ['email account that you tried to reach is over quota', 'inbox is out of storage'] },
  {
    id: 'mailbox-disabled',
    says: ['email account that you tried to reach is disabled', 'email account that you tried to reach is inactive'],
  },
  { id: 'no-such-mailbox', says: ['email account that you tried to reach does not exist'] },
  { id: 'dmarc', says: ['domain … dmarc policy', "domain's dmarc", 'p=dmarc'] },
  { id: 'encryption-on-the-way', says: ['not sent over a tls connection', "didn't use a tls", 'tls required for rcpt domain'] },
  { id: 'reverse-dns', says: ['does not have a ptr record', 'has no ptr record', 'ptr record … does not'] },
  {
    id: 'gmail-unsolicited',
    says: [
      'likely unsolicited mail',
      'unusual rate of unsolicited mail',
      'likely suspicious due to',
      'very low reputation of the sending',
      'p=unsolicitedmessageerror',
      'p=unsolicitedratelimiterror',
    ],
  },
  {
    id: 'not-authenticated',
    says: [
      'sender is unauthenticated',
      'sender must authenticate with at least one of spf or dkim',
      'p=sender_unauthenticated',
      'does not meet the required authentication level',
    ],
  },
  {
    id: 'not-compliant',
    says: [
      'not rfc 5322 compliant',
      'not rfc 2822 compliant',
      'missing a valid message-id',
      'multiple addresses in from',
      "messages missing a 'from'",
    ],
  },
  // Microsoft
  { id: 'microsoft-smtp-off', stages: signIn, says: ['smtpclientauthentication is disabled'] },
  {
    id: 'microsoft-password-off',
    stages: signIn,
    says: ['basic authentication is disabled', 'basic authentication is not supported', 'basic auth is disabled'],
  },
  {
    id: 'account-disabled',
    stages: signIn,
    says: [
      'user account is disabled',
      'account is locked',
      'account has been locked',
      'account is disabled',
      'account disabled',
      'account has been suspended',
      'account suspended',
    ],
  },
  {
    id: 'microsoft-policy',
    stages: signIn,
    says: [
      'did not meet the criteria to be authenticated',
      'locked by your organization',
      'security defaults policy',
      'conditional access',
    ],
  },
  { id: 'microsoft-anonymous', stages: signIn, says: ['not authenticated to send anonymous mail', 'client was not authenticated'] },
  {
    id: 'sender-not-yours',
    stages: ['sender', 'recipient', 'data', 'message'],
    says: [
      'sendasdenied',
      'send as denied',
      'does not have permissions to send as',
      'does not have permission to send as',
      'client does not have permissions to send as this sender',
    ],
  },
  {
    id: 'microsoft-sender-blocked',
    says: ['bad outbound sender', 'spam abuse detected', 'banned sender', 'tenant domain is blocked', 'wascl'],
  },
  {
    id: 'microsoft-tenant-limit',
    says: ['tenant has exceeded threshold', 'exceeded the tenant', "tenant's threshold", 'unregistered domain'],
  },
  {
    id: 'sending-quota',
    says: [
      'submissionquotaexceeded',
      'recipientlimitexceeded … quota',
      'message submission limit',
      'hourly quota',
      'exceeded its sending quota',
      'sending quota exceeded',
      'daily message quota',
      'maximum sending rate',
      'daily limit',
      'daily sending limit',
      'maximum credits exceeded',
      'monthly limit',
      'sending limit',
    ],
  },
  {
    id: 'too-many-connections',
    says: [
      'concurrent connections limit',
      'number of concurrent connections',
      'too many concurrent',
      'too many connections',
      'too many simultaneous',
      'maximum number of connections',
      'concurrent smtp connections',
    ],
  },
  { id: 'rate-limited', says: ['sender thread limit exceeded', 'submission rate for this client has exceeded'] },
  {
    id: 'microsoft-list',
    says: [
      's3140',
      's3150',
      'banned sending ip',
      'delist.messaging.microsoft.com',
      'sender.office.com',
      'block list (s',
      'network is on our block list',
    ],
  },
  { id: 'microsoft-recipient-denied', says: ['recipient address rejected: access denied … as(201'] },
  {
    id: 'no-such-mailbox',
    says: [
      'resolver.adr.recipientnotfound',
      'resolver.adr.recipnotfound',
      'recipient not found by smtp address lookup',
      'resolver.adr.exrecipnotfound',
    ],
  },
  {
    id: 'group-restricted',
    says: ['senderNotAuthenticatedForGroup'.toLowerCase(), 'resolver.rst.authrequired', 'resolver.rst.notauthorized', 'senders list'],
  },
  {
    id: 'blocked-by-recipient',
    says: ['rejected by recipient', 'blocked by the recipient', 'customer block list', 'recipient … has blocked', 'blocked your address'],
  },
  // Yahoo, AOL
  { id: 'yahoo-app-password', stages: signIn, says: ['#auth005', '#auth012', '#mbr12'] },
  {
    id: 'yahoo-app-password',
    stages: ['sign-in'],
    hosts: ['yahoo.com', 'aol.com'],
    says: ['authentication failed', 'incorrect username or password'],
  },
  {
    id: 'yahoo-complaints',
    says: ['[tss0', '[ts0', '[gl01', 'temporarily deferred due to user complaints', 'temporarily deferred due to unexpected volume'],
  },
  { id: 'block-list', says: ['[bl2', 'not accepted from ip addresses on'] },
  {
    id: 'no-such-mailbox',
    says: ["user doesn't have a yahoo", "user doesn't have an account", 'this account has been disabled or discontinued'],
  },
  { id: 'policy-refused', says: ['[ph01]', '[hu1]', 'message not accepted for policy reasons'] },
  // iCloud
  { id: 'icloud-app-password', stages: ['sign-in'], hosts: ['mail.me.com', 'icloud.com'], says: ['authentication', 'app-specific'] },
  { id: 'icloud-sender', says: ['from address is not one of your addresses'] },
  { id: 'sender-locked', says: ['cannot send message due to possible abuse', 'ht204137'] },
  // GMX, WEB.DE, mail.com
  {
    id: 'gmx-access-off',
    stages: ['sign-in'],
    hosts: ['gmx.net', 'gmx.com', 'gmx.de', 'web.de', 'mail.com'],
    says: ['authentication credentials invalid', 'authentication failed'],
  },
  {
    id: 'sender-not-yours',
    stages: ['sender', 'recipient', 'data', 'message'],
    says: ['sender address is not allowed', 'sender address not allowed', 'sender address is not yours'],
  },
  { id: 'sender-domain', says: ['invalid dns mx or a/aaaa'] },
  { id: 'policy-refused', says: ['reject due to policy restrictions'] },
  // Sending services
  {
    id: 'sender-not-verified',
    says: [
      'email address is not verified',
      'email address not verified',
      'does not match a verified sender',
      'sender is not verified',
      'sender not verified',
      'sender signature',
      'domain is not verified',
      'not validated',
      'unverified sender',
      'sender you used … is not valid',
      'not a verified',
    ],
  },
];

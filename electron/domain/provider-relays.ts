// The rows of relays: services that send for a shop or a site and keep no Sent folder. State of the facts: November 2026.
import { bothDoors, given, starttls, tls, unknownLimits } from './provider-parts';
import type { Provider, ServerChoice } from './providers';

const ses = (region: string): ServerChoice => {
  const host = `email-smtp.${region}.amazonaws.com`;
  return {
    key: region,
    domains: [],
    smtp: [tls(host), starttls(host), tls(host, 2465), starttls(host, 2587), starttls(host, 25)],
    imap: null,
  };
};

const postmark = (host: string): ServerChoice['smtp'] => [starttls(host), starttls(host, 2525), starttls(host, 25)];

export const relays = {
  sendgrid: {
    id: 'sendgrid',
    title: 'SendGrid',
    kind: 'relay',
    servers: [
      {
        key: 'sendgrid',
        domains: [],
        smtp: [...bothDoors('smtp.sendgrid.net'), starttls('smtp.sendgrid.net', 2525), starttls('smtp.sendgrid.net', 25)],
        imap: null,
      },
    ],
    userName: { kind: 'literal', value: 'apikey' },
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: {
      password: 'https://app.sendgrid.com/settings/api_keys',
      help: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api',
    },
    notes: ['user-name-is-fixed', 'verified-sender', 'no-sent-folder'],
  },
  // 465 hangs at Postmark: never offered.
  postmark: {
    id: 'postmark',
    title: 'Postmark',
    kind: 'relay',
    servers: [
      { key: 'transactional', domains: [], smtp: postmark('smtp.postmarkapp.com'), imap: null },
      { key: 'broadcast', domains: [], smtp: postmark('smtp-broadcasts.postmarkapp.com'), imap: null },
    ],
    userName: given,
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: {
      password: 'https://account.postmarkapp.com/api_tokens',
      help: 'https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using',
    },
    notes: ['token-is-user-and-password', 'verified-sender', 'no-sent-folder'],
  },
  mailjet: {
    id: 'mailjet',
    title: 'Mailjet',
    kind: 'relay',
    servers: [{ key: 'mailjet', domains: [], smtp: [...bothDoors('in-v3.mailjet.com'), starttls('in-v3.mailjet.com', 25)], imap: null }],
    userName: given,
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: { password: 'https://app.mailjet.com/account/apikeys', help: 'https://dev.mailjet.com/smtp-relay/configuration/' },
    notes: ['key-and-secret', 'verified-sender', 'no-sent-folder'],
  },
  brevo: {
    id: 'brevo',
    title: 'Brevo',
    kind: 'relay',
    servers: [
      { key: 'brevo', domains: [], smtp: [...bothDoors('smtp-relay.brevo.com'), starttls('smtp-relay.brevo.com', 2525)], imap: null },
    ],
    userName: given,
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: { password: 'https://app.brevo.com/settings/keys/smtp', help: 'https://developers.brevo.com/docs/smtp-integration' },
    notes: ['smtp-key-not-api-key', 'verified-sender', 'no-sent-folder'],
  },
  ses: {
    id: 'ses',
    title: 'Amazon SES',
    kind: 'relay',
    servers: [
      ses('eu-north-1'),
      ses('eu-west-1'),
      ses('eu-west-2'),
      ses('eu-west-3'),
      ses('eu-central-1'),
      ses('eu-south-1'),
      ses('us-east-1'),
      ses('us-east-2'),
      ses('us-west-1'),
      ses('us-west-2'),
      ses('ca-central-1'),
      ses('sa-east-1'),
      ses('ap-south-1'),
      ses('ap-southeast-1'),
      ses('ap-southeast-2'),
      ses('ap-northeast-1'),
      ses('ap-northeast-2'),
      ses('me-south-1'),
      ses('af-south-1'),
    ],
    userName: given,
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: {
      password: 'https://console.aws.amazon.com/ses/home#/smtp',
      help: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    },
    notes: ['credentials-of-region', 'verified-sender', 'no-sent-folder'],
  },
  mailtrap: {
    id: 'mailtrap',
    title: 'Mailtrap',
    kind: 'relay',
    servers: [
      { key: 'live', domains: [], smtp: [starttls('live.smtp.mailtrap.io')], imap: null },
      { key: 'sandbox', domains: [], smtp: [starttls('sandbox.smtp.mailtrap.io', 2525)], imap: null },
    ],
    // Not confirmed for the sandbox, whose inboxes have names of their own: a proposal that the person can change.
    userName: { kind: 'literal', value: 'api' },
    signIn: 'key',
    sentPolicy: 'local',
    limits: unknownLimits,
    links: { password: 'https://mailtrap.io/api-tokens', help: 'https://docs.mailtrap.io/email-api-smtp/setup/smtp-integration' },
    notes: ['user-name-is-fixed', 'sandbox-catches', 'no-sent-folder'],
  },
} as const satisfies Partial<Record<Provider['id'], Provider>>;

import { describe, expect, test } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import { leadsElsewhere } from '../../../electron/contract/same-servers';

const server = (host: string, port = 465): Account['smtp'] => ({ host, port, security: 'tls', user: 'anna' });
const account = (smtp: string, imap: string | null): Account => ({
  id: 'a',
  provider: 'other',
  name: '',
  address: 'anna@example.org',
  smtp: server(smtp),
  imap: imap === null ? null : server(imap, 993),
  sentPolicy: 'append',
  sentFolder: null,
});
const stored = account('smtp.example.org', 'imap.example.org');

describe('a stored password', () => {
  test.each([
    ['as it is', stored],
    ['on another port', { ...stored, smtp: { ...server('SMTP.example.org', 587), security: 'starttls' as const } }],
    ['without the incoming server', { ...stored, imap: null }],
    ['with both on one host', account('imap.example.org', 'imap.example.org')],
  ])('still goes to the account %s', (_how, wanted) => {
    expect(leadsElsewhere(stored, wanted)).toBe(false);
  });

  test.each([
    ['another outgoing server', account('smtp.evil.example', 'imap.example.org')],
    ['another incoming server', account('smtp.example.org', 'imap.evil.example')],
    ['a name that only begins alike', account('smtp.example.org.evil.example', null)],
    ['nothing', account('', null)],
  ])('does not go to %s', (_where, wanted) => {
    expect(leadsElsewhere(stored, wanted)).toBe(true);
    expect(leadsElsewhere({ ...stored, imap: null }, stored)).toBe(true);
  });
});

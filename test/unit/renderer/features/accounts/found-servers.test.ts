// From what discovery found to what the wizard shows.
import { expect, it } from 'vitest';
import type { FoundServers } from '../../../../../electron/contract/model/discovery';
import { fillIn } from '../../../../../renderer/features/accounts/account-form';
import { withFound } from '../../../../../renderer/features/accounts/found-servers';

const form = fillIn({ id: 'a', name: 'Alice', address: 'alice@example.test', password: 'typed', keep: 'vault' }, 'other');
const found: FoundServers = {
  source: 'autoconfig',
  provider: null,
  smtp: [{ host: 'out.example.test', port: 587, security: 'starttls', user: 'alice' }],
  imap: { host: 'in.example.test', port: 993, security: 'tls', user: 'alice@example.test' },
  wantsOauth: false,
  foreignHosts: [],
};

it('fills in the servers and leaves what was typed', () => {
  expect(withFound(form, found)).toMatchObject({
    address: 'alice@example.test',
    password: 'typed',
    smtp: { host: 'out.example.test', port: '587', security: 'starttls', user: 'alice' },
    imap: { host: 'in.example.test', port: '993' },
  });
});

it('takes a known provider’s whole preset', () => {
  expect(withFound(form, { ...found, provider: 'microsoft365' })).toMatchObject({
    provider: 'microsoft365',
    smtp: { host: 'smtp.office365.com' },
  });
});

it('asks for no password where only the browser lets people in', () => {
  expect(withFound(form, { ...found, wantsOauth: true })).toMatchObject({ oauth: 'own', password: '', smtp: { host: 'out.example.test' } });
  expect(withFound(form, found).oauth).toBeNull();
});

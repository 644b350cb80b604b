// Passwords of identities with a server of their own: bound to its host, gone with it.
import { expect, test } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import { laneId } from '../../../electron/domain/identities/identity';
import { aliasKey, movedAliases } from '../../../electron/shell/alias-vault';

const smtp = { host: 'smtp.example.org', port: 465, security: 'tls', user: 'anna' } as const;
const withAlias = (host: string | null): Account => ({
  id: 'a',
  provider: 'other',
  name: '',
  address: 'anna@example.org',
  smtp,
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
  aliases: [{ id: 'shop', name: '', address: 'shop@example.org', ...(host === null ? {} : { smtp: { ...smtp, host } }) }],
});

test('the engine asks for it by the name it is kept under', () => {
  expect(aliasKey('a', 'shop')).toBe(laneId('a', 'shop'));
});

test.each([
  ['the same host', 'smtp.example.org', []],
  ['the same host, written otherwise', 'SMTP.example.org.', []],
  ['another host', 'smtp.stranger.example', ['shop']],
  ['no server of its own any more', null, ['shop']],
] as const)('%s', (_name, host, forgotten) => {
  expect(movedAliases(withAlias('smtp.example.org'), withAlias(host))).toEqual(forgotten);
});

test('an account that goes takes them all along', () => {
  expect(movedAliases(withAlias('smtp.example.org'), null)).toEqual(['shop']);
  expect(movedAliases(null, withAlias('smtp.example.org'))).toEqual([]);
});

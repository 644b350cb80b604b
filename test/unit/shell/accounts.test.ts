// Saving an account never hands it a secret that was typed for somebody else.
import { expect, test } from 'vitest';
import { fail, succeed } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { usualSettings } from '../../../electron/contract/model/status';
import { createAccounts } from '../../../electron/shell/accounts';
import { aliasKey } from '../../../electron/shell/alias-vault';
import type { Config } from '../../../electron/shell/config';
import { proxyKey } from '../../../electron/shell/sign-in-vault';

const server = (host: string) => ({ host, port: 465, security: 'tls', user: 'anna' }) as const;
const account = (id: string, host: string, change: Partial<Account> = {}): Account => ({
  id,
  provider: 'other',
  name: '',
  address: 'anna@example.org',
  smtp: server(host),
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
  ...change,
});
const withShop = (host: string): Pick<Account, 'aliases'> => ({
  aliases: [{ id: 'shop', name: '', address: 'shop@example.org', smtp: server(host) }],
});

function start(accounts: readonly Account[], secrets: Readonly<Record<string, string>>) {
  const vault = new Map(Object.entries(secrets));
  let config: Config = { settings: usualSettings, accounts };
  const service = createAccounts({
    file: {
      read: () => config,
      async change(update) {
        config = update(config);
        return succeed(config);
      },
      settle: async () => undefined,
      trouble: null,
    },
    vault: {
      status: async () => ({ kind: 'os', backend: 'test' }),
      async keep(key, password) {
        vault.set(key, password);
        return succeed(null);
      },
      async read(key) {
        const found = vault.get(key);
        return found === undefined ? fail('secret-missing') : succeed(found);
      },
      async forget(key) {
        vault.delete(key);
        return succeed(null);
      },
    },
    onChange: () => undefined,
  });
  const save = (one: Account) => service.save({ account: one, password: null, keep: 'vault', isDefault: false });
  return { vault, save, accounts: () => config.accounts };
}

test('an account can’t have the name under which an identity’s password lies', async () => {
  const { save, accounts } = start([account('a', 'mail.example.org', withShop('shop.example.org'))], { [aliasKey('a', 'shop')]: 'typed' });
  expect(await save(account(aliasKey('a', 'shop'), 'stranger.example'))).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(accounts()).toHaveLength(1);
});

test('what was left under the name of an account that is new here is forgotten, not handed on', async () => {
  const { save, vault } = start([], { a: 'old', [proxyKey('a')]: 'old', [aliasKey('a', 'shop')]: 'old' });
  await save(account('a', 'stranger.example', withShop('stranger.example')));
  expect([...vault]).toEqual([]);
});

test('nor is it handed to an identity that is new here', async () => {
  const { save, vault } = start([account('a', 'mail.example.org')], { a: 'typed', [aliasKey('a', 'shop')]: 'old' });
  await save(account('a', 'mail.example.org', withShop('stranger.example')));
  expect([...vault]).toEqual([['a', 'typed']]);
});

test('what stays at its server stays in the vault', async () => {
  const before = account('a', 'mail.example.org', withShop('shop.example.org'));
  const { save, vault } = start([before], { a: 'typed', [aliasKey('a', 'shop')]: 'typed too' });
  await save({ ...before, name: 'Anna' });
  expect([...vault]).toEqual([
    ['a', 'typed'],
    [aliasKey('a', 'shop'), 'typed too'],
  ]);
});

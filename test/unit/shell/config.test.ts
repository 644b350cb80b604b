import { describe, expect, test } from 'vitest';
import type { Account } from '../../../electron/contract/model/accounts';
import { usualSettings } from '../../../electron/contract/model/status';
import { identitiesOf } from '../../../electron/domain/identities/identity';
import { type Config, configVersion, toFile, understandConfig, withAccount, withoutAccount } from '../../../electron/shell/config';

const account = (id: string): Account => ({
  id,
  provider: 'other',
  name: 'Anna',
  address: `${id}@example.com`,
  smtp: { host: 'smtp.example.com', port: 465, security: 'tls', user: id },
  imap: null,
  sentPolicy: 'local',
  sentFolder: null,
});
const empty: Config = { settings: usualSettings, accounts: [] };

describe('reading the settings file', () => {
  test('the first start has the usual settings and writes them', () => {
    expect(understandConfig(null)).toEqual({ config: empty, trouble: null, isStale: true });
  });

  test('what was written is read back as it was', () => {
    const config: Config = { settings: { ...usualSettings, theme: 'dark', defaultAccountId: 'a' }, accounts: [account('a'), account('b')] };
    expect(understandConfig(JSON.stringify(toFile(config)))).toEqual({ config, trouble: null, isStale: false });
  });

  test('a file without a number is brought to the newest version', () => {
    expect(understandConfig('{}')).toEqual({ config: empty, trouble: null, isStale: true });
  });

  test.each(['', '{', 'null', '[]', '"text"', '\u0000\u0000\u0000', '{"version":1,"settings":{}'])(
    '%j is damaged, and nothing of it is believed',
    (text) => {
      expect(understandConfig(text)).toEqual({ config: empty, trouble: 'damaged', isStale: true });
    },
  );

  test('one bad value costs only itself', () => {
    const good = account('a');
    const text = JSON.stringify({
      version: configVersion,
      settings: { ...usualSettings, theme: 'purple', language: 'sv' },
      accounts: [good, { id: 'b' }, 7],
    });
    expect(understandConfig(text)).toEqual({
      config: { settings: { ...usualSettings, language: 'sv' }, accounts: [good] },
      trouble: 'damaged',
      isStale: true,
    });
  });

  test('two accounts with one id are damage: the first one stays', () => {
    const text = JSON.stringify({ version: 1, settings: usualSettings, accounts: [account('a'), { ...account('a'), name: 'Bo' }] });
    expect(understandConfig(text)).toMatchObject({ config: { accounts: [{ name: 'Anna' }] }, trouble: 'damaged' });
  });

  test('a file of a later version is used as far as it is understood', () => {
    const text = JSON.stringify({
      version: configVersion + 1,
      settings: { ...usualSettings, theme: 'dark', colour: 'teal' },
      accounts: [account('a')],
      more: 1,
    });
    expect(understandConfig(text)).toMatchObject({ config: { settings: { theme: 'dark' }, accounts: [{ id: 'a' }] }, trouble: 'newer' });
  });

  test('a setting that a file does not have yet has its usual value, and that is no damage', () => {
    expect(understandConfig(JSON.stringify({ version: configVersion, settings: { theme: 'dark' }, accounts: [] }))).toEqual({
      config: { settings: { ...usualSettings, theme: 'dark' }, accounts: [] },
      trouble: null,
      isStale: false,
    });
  });
});

describe('identities', () => {
  test('an account of the version before has one, made of its name and address', () => {
    const text = JSON.stringify({ version: 1, settings: usualSettings, accounts: [account('a')] });
    const understood = understandConfig(text);
    expect(understood).toEqual({
      config: { settings: usualSettings, accounts: [{ ...account('a'), own: {}, aliases: [] }] },
      trouble: null,
      isStale: true,
    });
    expect(understood.config.accounts.flatMap(identitiesOf)).toMatchObject([{ name: 'Anna', address: account('a').address }]);
  });

  test('one that can’t be read costs itself, and not its account', () => {
    const shop = { id: 'shop', name: '', address: 'shop@example.org' };
    const accounts = [{ ...account('a'), own: {}, aliases: [{ id: 'x', address: 7 }, shop] }];
    expect(understandConfig(JSON.stringify({ version: configVersion, settings: usualSettings, accounts }))).toEqual({
      config: { settings: usualSettings, accounts: [{ ...account('a'), own: {}, aliases: [shop] }] },
      trouble: 'damaged',
      isStale: true,
    });
  });
});

describe('accounts and the default one', () => {
  test('the first account is the default one', () => {
    expect(withAccount(empty, account('a'), false).settings.defaultAccountId).toBe('a');
  });

  test('a second one becomes it only when it is said', () => {
    const one = withAccount(empty, account('a'), false);
    expect(withAccount(one, account('b'), false).settings.defaultAccountId).toBe('a');
    expect(withAccount(one, account('b'), true).settings.defaultAccountId).toBe('b');
  });

  test('an account that is saved again stays in its place', () => {
    const two = withAccount(withAccount(empty, account('a'), false), account('b'), false);
    const changed = withAccount(two, { ...account('a'), name: 'Bo' }, false);
    expect(changed.accounts.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Bo'],
      ['b', 'Anna'],
    ]);
  });

  test('when the default account goes, the next one takes its place', () => {
    const two = withAccount(withAccount(empty, account('a'), false), account('b'), false);
    expect(withoutAccount(two, 'a').settings.defaultAccountId).toBe('b');
    expect(withoutAccount(two, 'b').settings.defaultAccountId).toBe('a');
    expect(withoutAccount(withoutAccount(two, 'a'), 'b').settings.defaultAccountId).toBeNull();
  });
});

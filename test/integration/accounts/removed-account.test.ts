// An account that is removed: nothing that was its own is left in the profile folder, and what others have stays.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { succeed } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { usualSettings } from '../../../electron/contract/model/status';
import { createAccounts } from '../../../electron/shell/accounts';
import { type Config, toFile } from '../../../electron/shell/config';
import type { ConfigFile } from '../../../electron/shell/config-file';
import { keepSignIn } from '../../../electron/shell/sign-in-vault';
import { createVault } from '../../../electron/shell/vault';
import { startEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { relayAccount } from '../../support/letters';
import { until } from '../../support/until';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** A picture is told apart by what stands behind its end. */
const pictureWith = (canary: string) => Uint8Array.from([...pixel, ...Buffer.from(canary)]);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}
/** Where a word stands, in any file's name or in its bytes, as it is or as the vault writes it. */
const findIn = (profile: string, word: string): string[] =>
  filesOf(profile).filter((file) => {
    const bytes = readFileSync(file);
    const texts = [
      bytes.toString('latin1'),
      ...[...bytes.toString('latin1').matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)].map(([text]) => atob64(text)),
    ];
    return file.includes(word) || texts.some((text) => text.includes(word));
  });
const atob64 = (text: string): string => Buffer.from(text, 'base64').toString('latin1');

const pin = Array.from({ length: 32 }, () => 'CA').join(':');

function accountNamed(id: string, html: string): Account {
  const { account } = relayAccount(465);
  const smtp = { ...account.smtp, host: `${id}.example.test` };
  return {
    ...account,
    id,
    address: `${id}@example.test`,
    smtp,
    way: { proxy: { kind: 'http', host: 'proxy.example.test', port: 3128, user: 'anna' }, ehloName: null, timeoutSeconds: null },
    trustedCertificates: [{ host: smtp.host, port: 465, fingerprint256: pin, since: 1 }],
    own: { signatures: [{ id: 'usual', label: '', html, place: 'above-quote', use: 'all' }] },
    aliases: [{ id: 'shop', name: '', address: `shop@${id}.example.test`, smtp: { ...smtp, host: `shop.${id}.example.test` } }],
  };
}

test('an account that is removed leaves no secret, no picture and no trusted certificate behind', async () => {
  const engine = await forThisTest(startEngine({ accounts: [] }));
  const { profile } = engine;
  let config: Config = { settings: usualSettings, accounts: [] };
  const tell = (): void => engine.setAccounts(...config.accounts.map((account) => ({ account, password: null })));
  const file: ConfigFile = {
    read: () => config,
    async change(update) {
      config = update(config);
      writeFileSync(path.join(profile, 'settings.json'), JSON.stringify(toFile(config)));
      return succeed(config);
    },
    settle: async () => undefined,
    trouble: null,
  };
  // A key store that hides nothing, so that whatever is left is found.
  const storage = {
    backend: () => 'test',
    state: () => Promise.resolve('open' as const),
    encrypt: (text: string) => Promise.resolve(new TextEncoder().encode(text)),
    decrypt: (bytes: Uint8Array) => Promise.resolve(new TextDecoder().decode(bytes)),
  };
  const vault = createVault({ profile, storage, onDamaged: () => undefined });
  const accounts = createAccounts({ file, vault, onChange: tell });
  const save = async (account: Account): Promise<void> => {
    const aliasPasswords = [{ identityId: 'shop', password: `secret-shop-${account.id}` }];
    const secrets = { password: `secret-own-${account.id}`, proxyPassword: `secret-proxy-${account.id}`, aliasPasswords };
    expect(await accounts.save({ account, ...secrets, keep: 'vault', isDefault: false })).toMatchObject({ ok: true });
    await keepSignIn(vault, account.id, `secret-token-${account.id}`);
  };
  const keepPicture = async (accountId: string, canary: string): Promise<string> =>
    (await engine.call('identities.keepPicture', { accountId, name: `${canary}.png`, type: 'image/png', bytes: pictureWith(canary) }))
      .sha256;
  const shown = (...hashes: readonly string[]): string => hashes.map((sha256) => `<img src="app://brevduva/picture/${sha256}">`).join('');

  for (const id of ['goes', 'stays']) await save(accountNamed(id, ''));
  const [own, lent, others] = [
    await keepPicture('goes', 'secret-picture-goes'),
    await keepPicture('goes', 'picture-lent'),
    await keepPicture('stays', 'picture-stays'),
  ];
  await save(accountNamed('goes', shown(own, lent)));
  await save(accountNamed('stays', shown(lent, others)));
  const secrets = ['own', 'shop', 'proxy', 'token', 'picture'].map((kind) => `secret-${kind}-goes`);
  for (const word of [...secrets, 'goes.example.test', pin, own]) expect(findIn(profile, word), word).not.toEqual([]);

  expect(await accounts.remove('goes')).toMatchObject({ ok: true });
  await until(() => !findIn(profile, 'secret-picture-goes').some((name) => name.includes('blobs')));
  await engine.restart(); // the log of the database goes with the end of the engine
  tell();
  for (const word of [...secrets, 'secret-picture', 'goes.example.test', 'goes@example.test', own])
    expect(findIn(profile, word), word).toEqual([]);
  expect(config.accounts.flatMap(({ trustedCertificates }) => trustedCertificates?.map(({ host }) => host))).toEqual([
    'stays.example.test',
  ]);
  for (const kind of ['own', 'shop', 'proxy', 'token'])
    expect(findIn(profile, `secret-${kind}-stays`)).toEqual([path.join(profile, 'vault.json')]);
  const draft = await engine.call('drafts.create', { accountId: 'stays', start: { kind: 'empty' } });
  expect(draft.attachments.map(({ sha256 }) => sha256).sort()).toEqual([lent, others].sort());
});

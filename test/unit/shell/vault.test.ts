import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeyringState } from '../../../electron/shell/keyring';
import { createVault, type Vault } from '../../../electron/shell/vault';

let profile = '';
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'brevduva-vault-'));
});
afterEach(() => rm(profile, { recursive: true }));

/** A key store that turns bytes over, in the state that the test says. */
function open(state: KeyringState = 'open', damaged: string[] = []): Vault {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((octet) => octet ^ 0xff);
  return createVault({
    profile,
    onDamaged: (keptAs) => damaged.push(keptAs),
    storage: {
      backend: () => 'test',
      state: () => Promise.resolve(state),
      encrypt: (text) => Promise.resolve(Uint8Array.from([1, ...turn(new TextEncoder().encode(text))])),
      decrypt: (bytes) =>
        bytes[0] === 1 ? Promise.resolve(new TextDecoder().decode(turn(bytes.slice(1)))) : Promise.reject(new Error('not mine')),
    },
  });
}
const file = () => path.join(profile, 'vault.json');

test('a password is there again after a restart, and nowhere in plain text', async () => {
  expect(await open().keep('a', 'canary-password', 'vault')).toEqual({ ok: true, value: null });
  expect(await open().read('a')).toEqual({ ok: true, value: 'canary-password' });
  expect(await readFile(file(), 'utf8')).not.toContain('canary');
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

test('a password for this session is on no disk and gone after a restart', async () => {
  const vault = open('absent');
  await vault.keep('a', 'canary-password', 'session');
  expect(await vault.read('a')).toEqual({ ok: true, value: 'canary-password' });
  expect(await readdir(profile)).toEqual([]);
  expect(await open('absent').read('a')).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
});

test('keeping for the session takes the stored one away', async () => {
  await open().keep('a', 'old', 'vault');
  await open().keep('a', 'new', 'session');
  expect(await open().read('a')).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
});

test.each([
  ['absent', 'none'],
  ['locked', 'locked'],
] as const)('where the key store is %s, nothing is stored and it says so', async (state, kind) => {
  const vault = open(state);
  expect(await vault.status()).toEqual({ kind, backend: 'test' });
  expect(await vault.keep('a', 'x', 'vault')).toMatchObject({ ok: false, failure: { code: 'vault-unavailable' } });
  expect(await readdir(profile)).toEqual([]);
});

test('a locked key store keeps the stored password until it is open again', async () => {
  await open().keep('a', 'secret', 'vault');
  expect(await open('locked').read('a')).toMatchObject({ ok: false, failure: { code: 'vault-unavailable', detail: 'locked' } });
  expect(await open().read('a')).toEqual({ ok: true, value: 'secret' });
});

test('a password that can not be decrypted is asked for again, and the others stay', async () => {
  await open().keep('a', 'secret', 'vault');
  const { secrets } = JSON.parse(await readFile(file(), 'utf8')) as { secrets: [string, string][] };
  await writeFile(file(), JSON.stringify({ version: 1, secrets: [...secrets, ['b', 'AAAA']] }));
  const vault = open();
  expect(await vault.read('b')).toMatchObject({ ok: false, failure: { code: 'vault-unreadable' } });
  expect(await vault.read('a')).toEqual({ ok: true, value: 'secret' });
});

test('a damaged vault file is kept aside and told of, and the passwords are asked for again', async () => {
  await writeFile(file(), '{"version":1,"secrets":[["a",');
  const damaged: string[] = [];
  const vault = open('open', damaged);
  expect(await vault.read('a')).toMatchObject({ ok: false, failure: { code: 'vault-unreadable' } });
  expect(damaged).toEqual([expect.stringMatching(/^vault\.damaged-/)]);
  expect(await readdir(profile)).toEqual(damaged);
});

test('many passwords at once are all kept', async () => {
  const vault = open();
  const ids = Array.from({ length: 20 }, (_, index) => `account-${index}`);
  await Promise.all(ids.map((id) => vault.keep(id, `password of ${id}`, 'vault')));
  const read = await Promise.all(ids.map((id) => open().read(id)));
  expect(read).toEqual(ids.map((id) => ({ ok: true, value: `password of ${id}` })));
});

test('a forgotten password is gone from the disk', async () => {
  const vault = open();
  await vault.keep('a', 'secret', 'vault');
  await vault.forget('a');
  expect(await vault.read('a')).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
  expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ version: 1, secrets: [] });
});

test.each(['__proto__', 'constructor', 'toString'])('an account may even be called %s', async (id) => {
  expect(await open().read(id)).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
  await open().keep(id, 'secret', 'vault');
  expect(await open().read(id)).toEqual({ ok: true, value: 'secret' });
});

test('a vault that the disk will not read is not written over', async () => {
  await mkdir(file()); // every read of it fails, and not because it is absent
  expect(await open().keep('a', 'x', 'vault')).toMatchObject({ ok: false, failure: { code: 'disk-error' } });
  expect(await open().read('a')).toMatchObject({ ok: false, failure: { code: 'disk-error' } });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../electron/contract/model/accounts';
import type { KeyringState } from '../../../electron/shell/keyring';
import { keepSignIn, readSignIn, signInKey } from '../../../electron/shell/sign-in-vault';
import { createVault, type Vault } from '../../../electron/shell/vault';

let profile = '';
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'brevduva-vault-'));
});
afterEach(() => rm(profile, { recursive: true }));
const open = (state: KeyringState): Vault =>
  createVault({
    profile,
    onDamaged: () => undefined,
    storage: {
      backend: () => 'test',
      state: () => Promise.resolve(state),
      encrypt: async (text) => Buffer.from(text).map((octet) => octet ^ 0xff),
      decrypt: async (bytes) => Buffer.from(bytes.map((octet) => octet ^ 0xff)).toString(),
    },
  });

describe('a sign-in by the browser', () => {
  it('is kept beside the account’s password, encrypted, and forgotten by itself', async () => {
    const vault = open('open');
    await vault.keep('anna', 'the password', 'vault');
    await keepSignIn(vault, 'anna', 'refresh-token-canary');
    expect(await readFile(path.join(profile, 'vault.json'), 'utf8')).not.toContain('canary');
    expect(await readSignIn(open('open'), 'anna')).toEqual({ ok: true, value: 'refresh-token-canary' });
    await keepSignIn(vault, 'anna', null);
    expect(await readSignIn(vault, 'anna')).toMatchObject({ ok: false, failure: { code: 'secret-missing' } });
    expect(await vault.read('anna')).toEqual({ ok: true, value: 'the password' });
  });

  it('lasts until quitting where there is no key store', async () => {
    const vault = open('absent');
    expect(await keepSignIn(vault, 'anna', 'token')).toEqual({ ok: true, value: null });
    expect(await readSignIn(vault, 'anna')).toEqual({ ok: true, value: 'token' });
    expect(await readSignIn(open('absent'), 'anna')).toMatchObject({ ok: false });
  });

  it('can’t be asked for as the password of any account', () => {
    expect(accountSchema.shape.id.safeParse(signInKey('anna')).success).toBe(false);
  });
});

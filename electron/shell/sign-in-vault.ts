// Sign-ins by the browser in the vault, beside the passwords and apart from them.
import type { Result } from '../contract/failure';
import type { Vault } from './vault';

/** No account's id has a line break (contract/model/values.ts): nobody can ask for this as if it were a password. */
export const signInKey = (accountId: string): string => `sign-in\n${accountId}`;

/** Where the password of an account's proxy is kept. */
export const proxyKey = (accountId: string): string => `proxy\n${accountId}`;

/** For the engine alone. Null forgets it. Without a key store it is kept until quitting, as a password would be. */
export async function keepSignIn(vault: Vault, accountId: string, signIn: string | null): Promise<Result<null>> {
  const key = signInKey(accountId);
  if (signIn === null) return vault.forget(key);
  const kept = await vault.keep(key, signIn, 'vault');
  return !kept.ok && kept.failure.code === 'vault-unavailable' ? vault.keep(key, signIn, 'session') : kept;
}

export const readSignIn = (vault: Vault, accountId: string): Promise<Result<string>> => vault.read(signInKey(accountId));

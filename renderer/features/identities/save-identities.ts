// Puts an account with changed identities into the shell's keeping, and tells the page at once.
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { askShell } from '../../api';
import { session } from '../frame/session';

/** Null when it is saved. `password`: of the identity's own server, where one was typed. */
export async function saveIdentities(
  account: Account,
  password: { readonly identityId: string; readonly password: string } | null = null,
): Promise<Failure | null> {
  const keep = password === null ? 'vault' : await whereToKeep();
  const answer = await askShell('accounts.save', {
    account,
    password: null,
    keep,
    isDefault: session.get().settings.defaultAccountId === account.id,
    ...(password === null ? {} : { aliasPasswords: [password] }),
  });
  if (!answer.ok) return answer.failure;
  session.set((before) => ({ ...before, accounts: answer.value }));
  return null;
}

/** On the disk only where the computer can keep it safely. */
async function whereToKeep(): Promise<'vault' | 'session'> {
  const status = await askShell('vault.status', {});
  return status.ok && status.value.kind === 'os' ? 'vault' : 'session';
}

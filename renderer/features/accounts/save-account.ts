// Puts an account into the shell's keeping, and tells the page at once.
import type { Failure } from '../../../electron/contract/failure';
import { askShell } from '../../api';
import { session } from '../frame/session';
import { type AccountForm, accountOf } from './account-form';

/** Null when it is saved. The first account becomes the one that new letters start from. */
export async function saveAccount(form: AccountForm, isDefault?: boolean): Promise<Failure | null> {
  const { accounts, settings } = session.get();
  const wasDefault = settings.defaultAccountId === form.id;
  const answer = await askShell('accounts.save', {
    account: accountOf(form),
    password: form.password === '' || form.provider === 'practice' || form.oauth !== null ? null : form.password,
    keep: form.keep,
    isDefault: isDefault ?? (accounts.length === 0 || wasDefault),
  });
  if (!answer.ok) return answer.failure;
  session.set((before) => ({ ...before, accounts: answer.value }));
  return null;
}

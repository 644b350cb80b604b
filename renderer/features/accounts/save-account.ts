// Puts an account into the shell's keeping, and tells the page at once.
import type { Failure } from '../../../electron/contract/failure';
import type { Account } from '../../../electron/contract/model/accounts';
import { cleanPassword } from '../../../electron/domain/app-password';
import { askShell } from '../../api';
import { session } from '../frame/session';
import { broughtIdentities } from '../moving-in/moving-store';
import { type AccountForm, accountOf } from './account-form';
import { proxyPasswordOf } from './way-form';

/** Null when it is saved. The first account becomes the one that new letters start from. */
export async function saveAccount(form: AccountForm, isDefault?: boolean): Promise<Failure | null> {
  const { accounts, settings } = session.get();
  const wasDefault = settings.defaultAccountId === form.id;
  const answer = await askShell('accounts.save', {
    account: { ...identitiesIn(accounts.find(({ id }) => id === form.id) ?? broughtIdentities(form.id)), ...accountOf(form) },
    password:
      form.password === '' || form.provider === 'practice' || form.oauth !== null ? null : cleanPassword(form.provider, form.password),
    proxyPassword: proxyPasswordOf(form.way),
    keep: form.keep,
    isDefault: isDefault ?? (accounts.length === 0 || wasDefault),
  });
  if (!answer.ok) return answer.failure;
  session.set((before) => ({ ...before, accounts: answer.value }));
  return null;
}

/** The form knows nothing of them: they are saved by themselves. */
const identitiesIn = ({ own, aliases }: Partial<Account> = {}): Pick<Account, 'own' | 'aliases'> => ({ own, aliases });

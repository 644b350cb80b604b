// Whose Sent folder is shown: the person's choice, else the account that new letters go from.
import { createStore } from '../../hooks/create-store';
import { defaultAccount, session } from '../frame/session';

const chosen = createStore<{ readonly accountId: string | null }>({ accountId: null });

export const chooseSentOf = (accountId: string): void => chosen.set({ accountId });

/** null: there is no account. */
export function useSentOf(): string | null {
  const { accountId } = chosen.use();
  const value = session.use();
  return value.accounts.some(({ id }) => id === accountId) ? accountId : (defaultAccount(value)?.id ?? null);
}

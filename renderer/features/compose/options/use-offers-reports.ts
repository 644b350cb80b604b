// Whether the server a letter goes through passes on requests for delivery reports.
import type { Account } from '../../../../electron/contract/model/accounts';
import { useQuery } from '../../../hooks/use-query';

/** Null: it was not asked yet. */
export function useOffersReports(account: Account | null): boolean | null {
  const { value } = useQuery('accounts.offersReports', account === null ? null : { accountId: account.id });
  return account === null ? null : (value?.offersReports ?? null);
}

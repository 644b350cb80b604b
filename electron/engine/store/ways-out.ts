// Which ways out of an account the ledger knows, also those that the account has no more.
import { laneId } from '../../domain/identities/identity';
import type { Store } from './open';

/** The ids of the ways out of its identities that letters went or wait to go through; the account's own id is not among them. */
export const waysOutOf = (store: Store, accountId: string): string[] => {
  const first = laneId(accountId, '');
  const behind = `${first.slice(0, -1)}${String.fromCharCode(first.charCodeAt(first.length - 1) + 1)}`;
  return store
    .prepare<{ id: string }>('SELECT DISTINCT account_id AS id FROM message WHERE account_id > ? AND account_id < ?')
    .all(first, behind)
    .map(({ id }) => id);
};

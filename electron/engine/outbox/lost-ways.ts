// What is left to do for letters that went through an identity's own server when the account has that identity no more: their copies
// lie in the account's mailbox, and are looked for and filed there as before. Nothing is sent that way again.
import type { Account } from '../../contract/model/accounts';
import { accountOfLane, isLane } from '../../domain/identities/identity';
import type { Accounts } from '../rooms';
import { onDisk } from '../store/disk-failure';
import type { Store } from '../store/open';
import { waysOutOf } from '../store/ways-out';

/** `accounts`: with their ways out among them. */
export function withLostWays(accounts: Accounts, store: Store): Accounts {
  const find = (id: string): Account | null => {
    const known = accounts.find(id);
    const mailbox = known === null && isLane(id) ? accounts.find(accountOfLane(id)) : null;
    return mailbox === null ? known : { ...mailbox, id, sentPolicy: mailbox.imap === null ? 'local' : 'append' };
  };
  return {
    ...accounts,
    find,
    all() {
      const known = accounts.all();
      const ids = new Set(known.map(({ id }) => id));
      const lost = onDisk(() => known.filter(({ id }) => !isLane(id)).flatMap(({ id }) => waysOutOf(store, id)), store.profile);
      return [...known, ...(lost.ok ? lost.value : []).filter((id) => !ids.has(id)).flatMap((id) => find(id) ?? [])];
    },
  };
}

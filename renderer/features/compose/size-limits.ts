// What the servers said they take, as the engine remembers it, for every sheet that is open.
import type { Account } from '../../../electron/contract/model/accounts';
import { sizeLimitOf } from '../../../electron/domain/attachments/size-limit';
import { type Identity, senderOf } from '../../../electron/domain/identities/identity';
import { watch } from '../../api';
import { createStore } from '../../hooks/create-store';

export const announcedLimits = createStore<{ readonly byAccount: ReadonlyMap<string, number> }>({ byAccount: new Map() });

let isFollowing = false;

/** Begins with the first sheet and goes on with the page: there are as many figures as accounts. */
export function followSizeLimits(): void {
  if (isFollowing) return;
  isFollowing = true;
  watch('accounts.sizeLimits', {}, (limits) => {
    if (limits.ok) announcedLimits.set({ byAccount: new Map(limits.value.map(({ accountId, octets }) => [accountId, octets])) });
  });
}

/** Octets that a letter of this identity may have; null: not known. */
export function sizeLimitFor(account: Account, identity: Identity | null, announced: ReadonlyMap<string, number>): number | null {
  const sender = identity === null ? account : senderOf(account, identity);
  return sizeLimitOf(sender, announced.get(sender.id) ?? null);
}

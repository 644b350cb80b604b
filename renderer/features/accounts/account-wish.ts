// What the person was led to an account for: a field to fill in, or another port to try. Its page fulfils it once it is there.
import type { Security } from '../../../electron/contract/model/accounts';
import { createStore } from '../../hooks/create-store';
import { open } from '../frame/navigation';
import type { FieldName } from './account-form';

export type AccountWish =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'port'; readonly port: number; readonly security: Security };

const wishes = createStore<{ readonly wish: (AccountWish & { readonly accountId: string }) | null }>({ wish: null });

/** Opens the account's page with the cursor in that field, or with that port filled in and being tried. */
export function openAccountAt(accountId: string, wish: AccountWish): void {
  wishes.set({ wish: { ...wish, accountId } });
  open('accounts', accountId);
}

export function useAccountWish(accountId: string): AccountWish | null {
  const { wish } = wishes.use();
  return wish?.accountId === accountId ? wish : null;
}

/** It was fulfilled: the page must not do it again when it is drawn anew. */
export const forgetAccountWish = (): void => wishes.set({ wish: null });

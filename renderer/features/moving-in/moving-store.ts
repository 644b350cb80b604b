// Accounts on their way in from another program: what was found, which of them the person wants, and which one is being set up.
import type { Account, ProviderId } from '../../../electron/contract/model/accounts';
import type { MovedAccount, MovedIn } from '../../../electron/contract/model/moving-in';
import { domainOf, recognise } from '../../../electron/domain/providers';
import { createStore } from '../../hooks/create-store';
import { type AccountForm, fillIn, formOf } from '../accounts/account-form';
import { freshWizard, wizard } from '../accounts/wizard-store';
import { NEW_ACCOUNT, open } from '../frame/navigation';

export type Moving = {
  /** What was found; null: nothing is being brought along. */
  readonly found: MovedIn | null;
  readonly current: MovedAccount | null;
  /** Whether its servers are those it had, once the person has agreed to those of another domain; `no`: they fill them in by hand. */
  readonly takesServers: 'yes' | 'asked' | 'no';
  /** Those that come after the current one. */
  readonly queue: readonly MovedAccount[];
  readonly number: number;
  readonly total: number;
};

const nothing: Moving = { found: null, current: null, takesServers: 'yes', queue: [], number: 0, total: 0 };
export const moving = createStore<Moving>(nothing);

export const showFound = (found: MovedIn): void => moving.set({ ...nothing, found });
export const answerServers = (takesServers: 'yes' | 'no'): void => moving.set((before) => ({ ...before, takesServers }));
export const leaveFound = (): void => moving.set(nothing);

/** The wizard's form with everything that is known; what was typed of name and password stays. */
export const withMoved = (form: AccountForm, { account }: MovedAccount): AccountForm => ({
  ...formOf(account),
  name: form.name,
  password: form.password,
  keep: form.keep,
});

/** Servers of another domain are not filled in before the person has seen them. */
function firstForm({ account, foreignHosts }: MovedAccount): AccountForm {
  if (foreignHosts.length === 0) return formOf(account);
  return fillIn(formOf(account), providerOf(account.address));
}

const providerOf = (address: string): ProviderId => recognise(address) ?? 'other';

function begin(accounts: readonly MovedAccount[], number: number, total: number): boolean {
  const [current, ...queue] = accounts;
  if (current === undefined) {
    moving.set(nothing);
    wizard.set(freshWizard());
    return false;
  }
  moving.set({ found: null, current, takesServers: current.foreignHosts.length > 0 ? 'asked' : 'yes', queue, number, total });
  const { address } = current.account;
  // As the wizard itself notes it: going back to the address and on again keeps what was filled in.
  wizard.set({ ...freshWizard(), form: firstForm(current), step: 'details', filledFor: `${providerOf(address)} ${domainOf(address)}` });
  return true;
}

export const beginMoving = (accounts: readonly MovedAccount[]): boolean => begin(accounts, 1, accounts.length);

/** Whether the form is still that of the account that is brought along: with another domain it is another account. */
export const isMoved = ({ current }: Moving, { id, address }: AccountForm): boolean =>
  current?.id === id && domainOf(current.account.address) === domainOf(address);

/** The identities that come along with the account of this id. */
export function broughtIdentities(id: string): Pick<Account, 'own' | 'aliases'> {
  const account = moving.get().current?.account;
  return account?.id === id ? { own: account.own, aliases: account.aliases } : {};
}

/** The current one is saved or left out. True: there is a next one, and its page is open. */
export function nextMoved(): boolean {
  const { queue, number, total, current } = moving.get();
  if (current === null || !begin(queue, number + 1, total)) return false;
  open('accounts', NEW_ACCOUNT);
  return true;
}

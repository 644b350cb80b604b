// The account presets and their passwords, changed together: an account never stands without what it was saved with.
import { fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import type { ShellCallInput } from '../contract/shell';
import { type Config, withAccount, withoutAccount } from './config';
import type { ConfigFile } from './config-file';
import { signInKey } from './sign-in-vault';
import type { Vault } from './vault';

export type AccountService = {
  readonly all: () => readonly Account[];
  /** Answers all accounts as they are then. */
  readonly save: (input: ShellCallInput<'accounts.save'>) => Promise<Result<Account[]>>;
  readonly remove: (accountId: string) => Promise<Result<Account[]>>;
};

export type AccountOptions = {
  readonly file: ConfigFile;
  readonly vault: Vault;
  /** Told after the change is on the disk, also when only the password changed: what waits for it may try again. */
  readonly onChange: (config: Config) => void;
};

export function createAccounts({ file, vault, onChange }: AccountOptions): AccountService {
  const change = async (update: (config: Config) => Config): Promise<Result<Account[]>> => {
    const written = await file.change(update);
    if (!written.ok) return written;
    onChange(written.value);
    return succeed([...written.value.accounts]);
  };
  return {
    all: () => file.read().accounts,
    async save({ account, password, keep, isDefault }) {
      if (password !== null) {
        const kept = await vault.keep(account.id, password, keep);
        if (!kept.ok) return kept;
      }
      const saved = await change((config) => withAccount(config, account, isDefault));
      // An account signs in one way: what it had for the other is good for nothing any more.
      if (saved.ok && account.oauth !== undefined) await vault.forget(account.id);
      else if (saved.ok && password !== null) await vault.forget(signInKey(account.id));
      return saved;
    },
    async remove(accountId) {
      if (!file.read().accounts.some((account) => account.id === accountId)) return fail('not-found');
      // The secret goes first: if the disk refuses, the account is still there to try again with.
      const signIn = await vault.forget(signInKey(accountId));
      const forgotten = signIn.ok ? await vault.forget(accountId) : signIn;
      return forgotten.ok ? change((config) => withoutAccount(config, accountId)) : forgotten;
    },
  };
}

// The account presets and their passwords, changed together: an account never stands without what it was saved with.
import { fail, type Result, succeed } from '../contract/failure';
import type { Account } from '../contract/model/accounts';
import { isSameProxy } from '../contract/same-servers';
import type { ShellCallInput } from '../contract/shell';
import { aliasKey, movedAliases } from './alias-vault';
import { type Config, withAccount, withoutAccount } from './config';
import type { ConfigFile } from './config-file';
import { proxyKey, signInKey } from './sign-in-vault';
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
    async save({ account, password, keep, isDefault, aliasPasswords = [], proxyPassword = null }) {
      // An account of that name would be asked for by the key of an identity's password.
      if ([account, ...(account.aliases ?? [])].some(({ id }) => id.includes('/'))) return fail('invalid-input');
      const before = file.read().accounts.find(({ id }) => id === account.id) ?? null;
      if (password !== null) {
        const kept = await vault.keep(account.id, password, keep);
        if (!kept.ok) return kept;
      } else if (before === null) {
        // Left by a settings file that was lost: it was typed for servers that nobody knows any more.
        const forgotten = await vault.forget(account.id);
        if (!forgotten.ok) return forgotten;
      }
      for (const { identityId, password: own } of aliasPasswords) {
        const kept = await vault.keep(aliasKey(account.id, identityId), own, keep);
        if (!kept.ok) return kept;
      }
      if (proxyPassword !== null) {
        const kept = await vault.keep(proxyKey(account.id), proxyPassword, keep);
        if (!kept.ok) return kept;
      } else if (before === null || (before.way?.proxy != null && !isSameProxy(before.way.proxy, account.way?.proxy ?? null))) {
        const forgotten = await vault.forget(proxyKey(account.id));
        if (!forgotten.ok) return forgotten;
      }
      // What was typed for another server is not shown to this one. It goes before the change counts.
      for (const identityId of new Set([...movedAliases(before, account), ...movedAliases(account, before)])) {
        if (aliasPasswords.some((given) => given.identityId === identityId)) continue;
        const forgotten = await vault.forget(aliasKey(account.id, identityId));
        if (!forgotten.ok) return forgotten;
      }
      const saved = await change((config) => withAccount(config, account, isDefault));
      // An account signs in one way: what it had for the other is good for nothing any more.
      if (saved.ok && account.oauth !== undefined) await vault.forget(account.id);
      else if (saved.ok && password !== null) await vault.forget(signInKey(account.id));
      return saved;
    },
    async remove(accountId) {
      const account = file.read().accounts.find(({ id }) => id === accountId);
      if (account === undefined) return fail('not-found');
      // The secret goes first: if the disk refuses, the account is still there to try again with.
      for (const identityId of movedAliases(account, null)) {
        const gone = await vault.forget(aliasKey(accountId, identityId));
        if (!gone.ok) return gone;
      }
      const proxy = await vault.forget(proxyKey(accountId));
      if (!proxy.ok) return proxy;
      const signIn = await vault.forget(signInKey(accountId));
      const forgotten = signIn.ok ? await vault.forget(accountId) : signIn;
      return forgotten.ok ? change((config) => withoutAccount(config, accountId)) : forgotten;
    },
  };
}

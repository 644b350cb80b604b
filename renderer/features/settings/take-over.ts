// Takes over what the person ticked of a settings file, one account after the other; the first failure ends it.
import type { Failure } from '../../../electron/contract/failure';
import type { PortableSettings } from '../../../electron/contract/model/settings-file';
import type { PlannedAccount } from '../../../electron/domain/settings-file/plan';
import { askShell, call } from '../../api';
import { session } from '../frame/session';

/** Null: done. A new account gets an id of our own making: one from a file could be that of somebody else's secret. */
export async function takeOver(
  accounts: readonly PlannedAccount[],
  settings: PortableSettings | null,
  words: readonly string[],
): Promise<Failure | null> {
  for (const { kind, account } of accounts) {
    const stored = session.get().accounts.find(({ id }) => id === account.id);
    const saved = await askShell('accounts.save', {
      account: kind === 'new' ? { ...account, id: crypto.randomUUID() } : { ...stored, ...account },
      password: null,
      keep: 'vault',
      isDefault: session.get().settings.defaultAccountId === account.id,
    });
    if (!saved.ok) return saved.failure;
    session.set((before) => ({ ...before, accounts: saved.value }));
  }
  if (words.length > 0) {
    const added = await call('spelling.addWords', { words: [...words] });
    if (!added.ok) return added.failure;
  }
  if (settings === null) return null;
  const changed = await askShell('settings.change', withOwnSecrets(settings));
  if (!changed.ok) return changed.failure;
  session.set((before) => ({ ...before, settings: changed.value }));
  return null;
}

/** The file has no client secrets: those that are here stay, where they belong to the same client. */
function withOwnSecrets(settings: PortableSettings): PortableSettings {
  const { oauth } = settings;
  if (oauth === undefined) return settings;
  const { google, own } = session.get().settings.oauth;
  return {
    ...settings,
    oauth: {
      ...oauth,
      google: { ...oauth.google, clientSecret: oauth.google.clientId === google.clientId ? google.clientSecret : '' },
      own: {
        ...oauth.own,
        clientSecret: oauth.own.clientId === own.clientId && oauth.own.issuer === own.issuer ? own.clientSecret : '',
      },
    },
  };
}

// What the settings file holds, and how an older, a newer or a damaged one is understood.
import { type Account, accountSchema, aliasSchema } from '../contract/model/accounts';
import { identityTraitsSchema } from '../contract/model/identities';
import { type Settings, settingsSchema, usualSettings } from '../contract/model/status';

export type Config = { readonly settings: Settings; readonly accounts: readonly Account[] };

/** `damaged`: something could not be read and was left out. `newer`: written by a later version of the program. */
export type ConfigTrouble = 'damaged' | 'newer';
export type Understood = {
  readonly config: Config;
  readonly trouble: ConfigTrouble | null;
  /** Whether the file should be written anew: it was absent, older, or in trouble. */
  readonly isStale: boolean;
};

type Loose = Readonly<Record<string, unknown>>;
const withIdentities = (account: unknown): unknown => (isObject(account) ? { own: {}, aliases: [], ...account } : account);
/** Step n turns a file of version n into one of version n + 1. Never change one that was released; add the next. */
const migrations: readonly ((old: Loose) => Loose)[] = [
  // 0 to 1: files without a number hold nothing yet.
  (old) => ({ settings: usualSettings, accounts: [], ...old }),
  // 1 to 2: an account has one identity of its own, made of its name and address, and may have more. Numbered because a program
  // that knows nothing of the others would leave them out when it writes the file.
  (old) => ({ ...old, accounts: Array.isArray(old.accounts) ? old.accounts.map(withIdentities) : old.accounts }),
  // 2 to 3: an account may have a way to its servers, and certificates of its own to trust. Absent as before; numbered because a
  // program that knows nothing of them would leave them out, and go around a proxy.
  (old) => old,
];
export const configVersion = migrations.length;

/** The object to write. */
export const toFile = (config: Config): Record<string, unknown> => ({ version: configVersion, ...config });

/** Reads the file's text; null: there is no file. Keeps everything that fits the contract, and never throws. */
export function understandConfig(text: string | null): Understood {
  if (text === null) return { config: { settings: usualSettings, accounts: [] }, trouble: null, isStale: true };
  const raw = parseObject(text);
  if (raw === null) return { config: { settings: usualSettings, accounts: [] }, trouble: 'damaged', isStale: true };
  const { version } = raw;
  const isNumbered = typeof version === 'number' && Number.isInteger(version) && version >= 0;
  const current = migrate(raw, isNumbered ? version : 0);
  const settings = readSettings(current.settings);
  const accounts = readAccounts(current.accounts);
  const isDamaged = settings.isDamaged || accounts.isDamaged || (version !== undefined && !isNumbered);
  const isNewer = isNumbered && version > configVersion;
  return {
    config: { settings: settings.value, accounts: accounts.value },
    trouble: isNewer ? 'newer' : isDamaged ? 'damaged' : null,
    isStale: isNewer || isDamaged || version !== configVersion,
  };
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function migrate(raw: Loose, version: number): Loose {
  return migrations.slice(version).reduce((old, step) => step(old), raw);
}

/** Field by field: one bad value must not cost the others. */
function readSettings(raw: unknown): { readonly value: Settings; readonly isDamaged: boolean } {
  if (!isObject(raw)) return { value: usualSettings, isDamaged: true };
  let value = usualSettings;
  let isDamaged = false;
  for (const key of Object.keys(settingsSchema.shape)) {
    if (raw[key] === undefined) continue;
    const parsed = settingsSchema.safeParse({ ...value, [key]: raw[key] });
    if (parsed.success) value = parsed.data;
    else isDamaged = true;
  }
  return { value, isDamaged };
}

function readAccounts(raw: unknown): { readonly value: readonly Account[]; readonly isDamaged: boolean } {
  if (!Array.isArray(raw)) return { value: [], isDamaged: true };
  const value: Account[] = [];
  let isDamaged = false;
  for (const item of raw) {
    const whole = accountSchema.safeParse(item);
    // An address of its that can't be read must not cost the account.
    const parsed = whole.success ? whole : accountSchema.safeParse(withoutIdentities(item));
    isDamaged ||= !whole.success;
    if (parsed.success && !value.some((account) => account.id === parsed.data.id)) value.push(parsed.data);
  }
  return { value, isDamaged: isDamaged || value.length !== raw.length };
}

function withoutIdentities(account: unknown): unknown {
  if (!isObject(account)) return account;
  const aliases = Array.isArray(account.aliases) ? account.aliases.filter((alias) => aliasSchema.safeParse(alias).success) : [];
  return { ...account, own: identityTraitsSchema.safeParse(account.own).data ?? {}, aliases };
}

/** Adds the account or puts it in the place of the one with its id. The first account is the default one. */
export function withAccount(config: Config, account: Account, isDefault: boolean): Config {
  const isKnown = config.accounts.some((each) => each.id === account.id);
  const accounts = isKnown ? config.accounts.map((each) => (each.id === account.id ? account : each)) : [...config.accounts, account];
  const hasDefault = config.accounts.some((each) => each.id === config.settings.defaultAccountId);
  const defaultAccountId = isDefault || !hasDefault ? account.id : config.settings.defaultAccountId;
  return { accounts, settings: { ...config.settings, defaultAccountId } };
}

/** The first of those that remain becomes the default one. */
export function withoutAccount(config: Config, accountId: string): Config {
  const accounts = config.accounts.filter((each) => each.id !== accountId);
  const isDefaultThere = accounts.some((each) => each.id === config.settings.defaultAccountId);
  const defaultAccountId = isDefaultThere ? config.settings.defaultAccountId : (accounts[0]?.id ?? null);
  return { accounts, settings: { ...config.settings, defaultAccountId } };
}

// What a settings file would add or change here. Nothing is taken over that the person has not seen; no account is replaced unasked.
import type { Account } from '../../contract/model/accounts';
import type { PortableAccount, PortableSettings, SettingsFile } from '../../contract/model/settings-file';
import { recipientKey } from '../addresses';

export type AccountPart = 'name' | 'address' | 'servers' | 'sign-in' | 'sending' | 'identities';
export type PlannedAccount =
  | { readonly kind: 'new'; readonly account: PortableAccount }
  /** Is here, and just so. */
  | { readonly kind: 'same'; readonly account: PortableAccount }
  /** Is here otherwise; `account` has the id it has here. */
  | { readonly kind: 'changed'; readonly account: PortableAccount; readonly parts: readonly AccountPart[] }
  /** Is here with other servers: its password would go elsewhere, so that is changed in the account itself. */
  | { readonly kind: 'elsewhere'; readonly account: PortableAccount };

export type Plan = {
  readonly accounts: readonly PlannedAccount[];
  readonly settings: readonly (keyof PortableSettings)[];
  /** Of the file's dictionary, those that are not here. */
  readonly words: readonly string[];
};
export type Here = {
  readonly accounts: readonly Account[];
  readonly settings: PortableSettings;
  /** One's own dictionary. */
  readonly words: readonly string[];
  /** Whether a password of the first account would go to another server by the second (contract/same-servers.ts). */
  readonly leadsElsewhere: (stored: Account, wanted: Account) => boolean;
};

export function planImport({ accounts, settings, words = [] }: SettingsFile, here: Here): Plan {
  const seen = new Set<string>();
  const planned = accounts.flatMap((account): PlannedAccount[] => {
    // A file that names one account twice means the first.
    if (seen.has(account.id) || account.provider === 'practice') return [];
    seen.add(account.id);
    return [planAccount(account, here)];
  });
  const keys = Object.keys(settings) as (keyof PortableSettings)[];
  return {
    accounts: planned,
    settings: keys.filter((key) => !isSame(settings[key], here.settings[key] ?? emptyOf[key])),
    words: [...new Set(words)].filter((word) => !here.words.includes(word)),
  };
}

/** What an absent setting means. */
const emptyOf: PortableSettings = { dnsServers: [], spellingLanguages: ['en-GB', 'en-US', 'sv', 'da'] };

function planAccount(account: PortableAccount, { accounts, leadsElsewhere }: Here): PlannedAccount {
  const key = recipientKey(account.address);
  const stored = accounts.find(({ id }) => id === account.id) ?? accounts.find(({ address }) => recipientKey(address) === key);
  if (stored === undefined) return { kind: 'new', account };
  const wanted = { ...account, id: stored.id };
  const parts = partsThatDiffer(stored, wanted);
  if (parts.length === 0) return { kind: 'same', account: wanted };
  return leadsElsewhere(stored, wanted) || stored.provider === 'practice'
    ? { kind: 'elsewhere', account: wanted }
    : { kind: 'changed', account: wanted, parts };
}

const fields: Readonly<Record<AccountPart, readonly (keyof PortableAccount)[]>> = {
  name: ['name'],
  address: ['address'],
  servers: ['provider', 'smtp', 'imap', 'way'],
  'sign-in': ['oauth'],
  sending: ['patienceHours', 'connections', 'sentPolicy', 'sentFolder'],
  identities: ['own', 'aliases'],
};
const partsThatDiffer = (a: PortableAccount, b: PortableAccount): AccountPart[] =>
  (Object.keys(fields) as AccountPart[]).filter((part) =>
    fields[part].some((field) => !isSame(a[field] ?? absent[field], b[field] ?? absent[field])),
  );

/** What an absent field means. */
const absent: Partial<PortableAccount> = { own: {}, aliases: [] };

/** By value, whatever the order of the keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].every((key) => isSame(first[key], second[key]));
}

// A settings file as text: written from what is here, and read again as a stranger's.
import type { Account } from '../../../electron/contract/model/accounts';
import {
  type PortableAccount,
  portableAccountSchema,
  portableSettingsSchema,
  type SettingsFile,
  settingsFileSchema,
  settingsFileVersion,
} from '../../../electron/contract/model/settings-file';
import type { Settings } from '../../../electron/contract/model/status';
import { checkAddress } from '../../../electron/domain/addresses';
import { isHost } from '../../../electron/domain/clean-host';
import { withoutClientSecrets, withoutPictures } from '../../../electron/domain/settings-file/without-secrets';
import { ownWord } from '../../../electron/domain/spelling/own-words';

/** Octets; 500 accounts with long signatures have a tenth of it. */
export const mostOctets = 5_000_000;

/** Each value passes its schema, which drops whatever is not named there. */
export function writeSettingsFile(settings: Settings, accounts: readonly Account[], words: readonly string[], now: Date): string {
  const file: SettingsFile = {
    format: 'brevduva-settings',
    version: settingsFileVersion,
    exportedAt: now.toISOString(),
    settings: withoutClientSecrets(portableSettingsSchema.parse(settings)),
    accounts: accounts
      .filter(({ provider }) => provider !== 'practice')
      .map((account) => withoutPictures(portableAccountSchema.parse(account))),
    ...(words.length === 0 ? {} : { words: [...words] }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type FileProblem = 'too-large' | 'unreadable' | 'not-settings' | 'newer' | 'damaged';
export type ReadFile = { readonly ok: true; readonly file: SettingsFile } | { readonly ok: false; readonly problem: FileProblem };

export function readSettingsFile(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
  const head = typeof value === 'object' && value !== null ? (value as { readonly format?: unknown; readonly version?: unknown }) : {};
  if (head.format !== 'brevduva-settings') return { ok: false, problem: 'not-settings' };
  if (typeof head.version === 'number' && head.version > settingsFileVersion) return { ok: false, problem: 'newer' };
  const parsed = settingsFileSchema.safeParse(value);
  const isWhole =
    parsed.success && parsed.data.accounts.every(isSound) && (parsed.data.words ?? []).every((word) => ownWord(word) === word);
  if (!isWhole) return { ok: false, problem: 'damaged' };
  // Pictures of another profile would be holes.
  return { ok: true, file: { ...parsed.data, accounts: parsed.data.accounts.map(withoutPictures) } };
}

/** The same as of what is typed: addresses, hosts, and ids that the program itself could have made. */
const isSound = ({ address, smtp, imap, aliases = [] }: PortableAccount): boolean =>
  [address, ...aliases.map((alias) => alias.address)].every((each) => checkAddress(each) === null) &&
  [smtp, imap, ...aliases.map((alias) => alias.smtp ?? null)].every((server) => server === null || isHost(server.host)) &&
  aliases.every(({ id }) => /^[\w-]+$/.test(id));

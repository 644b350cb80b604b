// The accounts of every Thunderbird profile on this computer, as proposals.
import path from 'node:path';
import type { MovedIn } from '../../contract/model/moving-in';
import { readPrefs } from '../../domain/moving-in/prefs';
import type { ToldAccount, ToldIdentity } from '../../domain/moving-in/propose';
import { readThunderbird, type ThunderbirdAccounts } from '../../domain/moving-in/thunderbird';
import { toMovedIn } from './proposals';
import { findPrefsFiles, readSmallFile } from './thunderbird-folders';

/** Whether there is a profile with an account of any kind. */
export async function isThunderbirdThere(home: string): Promise<boolean> {
  for await (const { accounts, leftOut } of profiles(home))
    if (accounts.length > 0 || leftOut.some(({ reason }) => reason !== 'local-folders')) return true;
  return false;
}

export async function readThunderbirdProfiles(home: string): Promise<MovedIn> {
  const all = [];
  for await (const found of profiles(home)) all.push(found);
  const accounts = await Promise.all(all.flatMap((found) => found.accounts).map((account) => withSignatureFiles(account, home)));
  const leftOut = all.flatMap((found) => found.leftOut);
  return toMovedIn({ accounts, leftOut, problem: all.length === 0 ? 'unreadable' : null, isSigned: false });
}

/** Octets. */
const longestSignature = 64_000;

/** Only from the person's own folders, and only text. */
async function withSignatureFiles(account: ToldAccount, home: string): Promise<ToldAccount> {
  const read = async (identity: ToldIdentity): Promise<ToldIdentity> => {
    const file = identity.signatureFile === null ? null : path.resolve(identity.signatureFile);
    if (file === null || !file.startsWith(home + path.sep)) return identity;
    const text = await readSmallFile(file, longestSignature);
    return text === null || text.includes('\0') ? identity : { ...identity, signature: { text, isHtml: /\.html?$/i.test(file) } };
  };
  return { ...account, identities: await Promise.all((account.identities ?? []).map(read)) };
}

async function* profiles(home: string): AsyncGenerator<ThunderbirdAccounts> {
  for (const file of await findPrefsFiles(home)) {
    const text = await readSmallFile(file);
    if (text !== null) yield readThunderbird(readPrefs(text));
  }
}

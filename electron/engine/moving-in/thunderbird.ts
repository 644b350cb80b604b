// The accounts of every Thunderbird profile on this computer, as proposals.
import type { MovedIn } from '../../contract/model/moving-in';
import { readPrefs } from '../../domain/moving-in/prefs';
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
  const accounts = all.flatMap((found) => found.accounts);
  const leftOut = all.flatMap((found) => found.leftOut);
  return toMovedIn({ accounts, leftOut, problem: all.length === 0 ? 'unreadable' : null, isSigned: false });
}

async function* profiles(home: string): AsyncGenerator<ThunderbirdAccounts> {
  for (const file of await findPrefsFiles(home)) {
    const text = await readSmallFile(file);
    if (text !== null) yield readThunderbird(readPrefs(text));
  }
}

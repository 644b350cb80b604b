// Where Thunderbird keeps its profiles on this computer, and what it keeps in them. Only regular files of a sensible size are opened.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { readProfilesIni } from '../../domain/moving-in/ini';

/** Octets. A prefs.js of 20 years has less than one million. */
const mostOctets = 20_000_000;

/** Below the home folder: from packages, from snap, from Flatpak; and the other systems' places. */
const places = [
  '.thunderbird',
  '.mozilla-thunderbird',
  'snap/thunderbird/common/.thunderbird',
  '.var/app/org.mozilla.Thunderbird/.thunderbird',
  '.var/app/org.mozilla.thunderbird/.thunderbird',
  '.config/thunderbird',
  'Library/Thunderbird',
  'AppData/Roaming/Thunderbird',
];

/** The settings files of all profiles, the default one of each place first. */
export async function findPrefsFiles(home: string): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    const folder = path.join(home, place);
    const ini = await readSmallFile(path.join(folder, 'profiles.ini'));
    if (ini === null) continue;
    for (const profile of readProfilesIni(ini)) {
      const file = path.join(profile.isRelative ? path.join(folder, profile.path) : profile.path, 'prefs.js');
      if (path.isAbsolute(file) && !found.includes(file)) found.push(file);
    }
  }
  return found;
}

/** Null: there is no such file, it can't be read, is no regular one (a pipe would never end), or is larger than any such file is. */
export async function readSmallFile(file: string, most = mostOctets): Promise<string | null> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await handle.stat().then((stat) => (stat.isFile() ? stat : { size: Number.POSITIVE_INFINITY }));
      return size > most ? null : await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

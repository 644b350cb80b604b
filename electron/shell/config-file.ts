// Keeps settings and account presets in PROFILE/settings.json through electron-store. A damaged file is kept aside, never overwritten.
import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import type { Result } from '../contract/failure';
import { type Config, type ConfigTrouble, toFile, understandConfig } from './config';
import { diskFailure } from './disk-failure';
import type { Log } from './log';

export type ConfigFile = {
  readonly read: () => Config;
  /** Written before it counts; a failure changes nothing. */
  readonly write: (config: Config) => Result<Config>;
  /** What the person has to be told of this start; `keptAs` is the name of the copy. */
  readonly trouble: { readonly kind: 'settings' | 'newer'; readonly keptAs: string } | null;
};

const name = 'settings';

/** `now`: for the name of a copy that is kept aside. Throws only what the disk throws on the very first write. */
export function openConfigFile(profile: string, log: Log, now: Date): ConfigFile {
  const file = path.join(profile, `${name}.json`);
  const { config, trouble, isStale } = understandConfig(readText(file));
  const keptAs = trouble === null ? '' : keepAside(file, trouble, now);
  if (trouble !== null) log.write('shell', `the settings file was ${trouble} and is kept as ${keptAs}`);
  const store = new Store({ name, cwd: profile, clearInvalidConfig: false, configFileMode: 0o600, accessPropertiesByDotNotation: false });
  let current = config;
  const write = (next: Config): Result<Config> => {
    try {
      store.store = toFile(next);
    } catch (error) {
      return diskFailure(error, file);
    }
    current = next;
    return { ok: true, value: next };
  };
  if (isStale && !write(config).ok) log.write('shell', 'the settings file could not be written');
  return { read: () => current, write, trouble: trouble === null ? null : { kind: trouble === 'newer' ? 'newer' : 'settings', keptAs } };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A damaged file makes room for a new one; a newer one stays and is copied. Answers the name of what is kept. */
function keepAside(file: string, trouble: ConfigTrouble, now: Date): string {
  const kept = `${name}.${trouble}-${now.toISOString().replace(/[:.]/g, '-')}.json`;
  const target = path.join(path.dirname(file), kept);
  if (trouble === 'damaged') renameSync(file, target);
  else copyFileSync(file, target);
  return kept;
}

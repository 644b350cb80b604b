// Keeps settings and account presets in PROFILE/settings.json through electron-store. A damaged file is kept aside, never overwritten.
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { ipcMain } from 'electron';
import type { Result } from '../contract/failure';
import { type Config, type ConfigTrouble, toFile, understandConfig } from './config';
import { diskFailure } from './disk-failure';
import type { Log } from './log';

export type ConfigFile = {
  readonly read: () => Config;
  /** `update` gets the newest values. What it answers is written before it counts; a failure changes nothing. */
  readonly change: (update: (config: Config) => Config) => Promise<Result<Config>>;
  /** Writes a first, an older or a mended file anew; for when nobody waits any more. */
  readonly settle: () => Promise<void>;
  /** What the person has to be told of this start; `keptAs` is the name of the copy. */
  readonly trouble: { readonly kind: 'settings' | 'newer'; readonly keptAs: string } | null;
};

const name = 'settings';

/**
 * Reads the file. `now`: for the name of a copy that is kept aside.
 * Throws only if a damaged file can't be moved aside: going on would overwrite it.
 */
export function openConfigFile(profile: string, log: Log, now: Date): ConfigFile {
  const file = path.join(profile, `${name}.json`);
  const { config, trouble, isStale } = understandConfig(readText(file));
  const keptAs = trouble === null ? '' : keepAside(file, trouble, now);
  if (trouble !== null) log.write('shell', `the settings file was ${trouble} and is kept as ${keptAs}`);
  let current = config;
  const change: ConfigFile['change'] = async (update) => {
    try {
      const store = await openStore(profile);
      const next = update(current);
      store.store = toFile(next);
      current = next;
    } catch (error) {
      return diskFailure(error, file);
    }
    return { ok: true, value: current };
  };
  return {
    read: () => current,
    change,
    settle: async () => void (isStale && (await change((same) => same))),
    trouble: trouble === null ? null : { kind: trouble === 'newer' ? 'newer' : 'settings', keptAs },
  };
}

/** Loaded for the first change: it takes longer to read than everything else of the shell together. */
async function openStore(profile: string): Promise<{ store: Record<string, unknown> }> {
  const { default: Store } = await import('electron-store');
  const store = new Store({ name, cwd: profile, clearInvalidConfig: false, configFileMode: 0o600, accessPropertiesByDotNotation: false });
  ipcMain.removeAllListeners('electron-store-get-data'); // it would tell any page where the profile lies
  return store;
}

/** Null: there is no file. One that is there but can't be read is as good as damaged: never take it for absent and write over it. */
function readText(file: string): string | null {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  } catch {
    return '';
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

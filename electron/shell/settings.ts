// The person's settings: changed here, kept in the settings file, and made to count at once.
import { nativeTheme } from 'electron';
import { type Result, succeed } from '../contract/failure';
import type { Settings } from '../contract/model/status';
import type { ShellCallInput } from '../contract/shell';
import type { Autostart } from './autostart';
import type { ConfigFile } from './config-file';

export type SettingsService = {
  readonly read: () => Settings;
  readonly change: (changes: ShellCallInput<'settings.change'>) => Promise<Result<Settings>>;
  /** Where the person took the program out of the system's list themselves, the setting follows. */
  readonly settle: () => Promise<void>;
};

/** `onChange` is told after the change is on the disk. */
export function createSettings(file: ConfigFile, autostart: Autostart, onChange: (settings: Settings) => void): SettingsService {
  nativeTheme.themeSource = file.read().settings.theme;
  const read = (): Settings => file.read().settings;
  const keep = async (changes: Partial<Settings>): Promise<Result<Settings>> => {
    const written = await file.change((config) => ({ ...config, settings: { ...config.settings, ...changes } }));
    if (!written.ok) return written;
    const { settings } = written.value;
    nativeTheme.themeSource = settings.theme;
    onChange(settings);
    return { ok: true, value: settings };
  };
  return {
    read,
    async change(changes) {
      // A key that is there but undefined changes nothing.
      const given: Partial<Settings> = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const { startsAtLogin: before } = read();
      const { startsAtLogin: after = before } = given;
      // The system's list first: a setting that says more than is true would let mail wait for a start that never comes.
      const listed = after === before ? succeed(null) : await autostart.set(after);
      if (!listed.ok) return listed;
      const kept = await keep(given);
      if (!kept.ok && after !== before) await autostart.set(before);
      return kept;
    },
    async settle() {
      if (read().startsAtLogin && !(await autostart.settle())) await keep({ startsAtLogin: false });
    },
  };
}

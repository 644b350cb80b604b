// The person's settings: changed here, kept in the settings file, and made to count at once.
import { nativeTheme } from 'electron';
import type { Result } from '../contract/failure';
import type { Settings } from '../contract/model/status';
import type { ShellCallInput } from '../contract/shell';
import type { ConfigFile } from './config-file';

export type SettingsService = {
  readonly read: () => Settings;
  readonly change: (changes: ShellCallInput<'settings.change'>) => Promise<Result<Settings>>;
};

/** `onChange` is told after the change is on the disk. */
export function createSettings(file: ConfigFile, onChange: (settings: Settings) => void): SettingsService {
  nativeTheme.themeSource = file.read().settings.theme;
  return {
    read: () => file.read().settings,
    async change(changes) {
      // A key that is there but undefined changes nothing.
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const written = await file.change((config) => ({ ...config, settings: { ...config.settings, ...given } }));
      if (!written.ok) return written;
      const { settings } = written.value;
      nativeTheme.themeSource = settings.theme;
      onChange(settings);
      return { ok: true, value: settings };
    },
  };
}

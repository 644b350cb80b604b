// The person's settings: changed here, kept in the settings file, and made to count at once.
import { nativeTheme } from 'electron';
import type { Result } from '../contract/failure';
import type { Settings } from '../contract/model';
import type { ShellCallInput } from '../contract/shell';
import type { ConfigFile } from './config-file';

export type SettingsService = {
  readonly read: () => Settings;
  readonly change: (changes: ShellCallInput<'settings.change'>) => Result<Settings>;
};

/** `onChange` is told after the change is on the disk. */
export function createSettings(file: ConfigFile, onChange: (settings: Settings) => void): SettingsService {
  nativeTheme.themeSource = file.read().settings.theme;
  return {
    read: () => file.read().settings,
    change(changes) {
      const config = file.read();
      const settings = { ...config.settings };
      // A key that is there but undefined changes nothing.
      for (const [key, value] of Object.entries(changes)) if (value !== undefined) Object.assign(settings, { [key]: value });
      const written = file.write({ ...config, settings });
      if (!written.ok) return written;
      nativeTheme.themeSource = settings.theme;
      onChange(settings);
      return { ok: true, value: settings };
    },
  };
}

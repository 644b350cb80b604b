// Starting with the computer: an entry in the desktop's autostart folder on Linux, the system's own list elsewhere.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { type Result, succeed } from '../contract/failure';
import { writeAtomically } from './atomic-write';
import { autostartEntry, isEnabled, keyOf } from './desktop-entry';
import { diskFailure } from './disk-failure';

export type Autostart = {
  /** Puts the program into the list, or takes it out. */
  readonly set: (isOn: boolean) => Promise<Result<null>>;
  /** Whether the list has it, whoever put it in or took it out; an entry for another place of the program is mended. */
  readonly settle: () => Promise<boolean>;
};

export type AutostartOptions = {
  /** The folder given with --profile; null: the usual one. Each profile starts by itself. */
  readonly profile: string | null;
  readonly comment: () => string;
};

export function createAutostart(options: AutostartOptions): Autostart {
  return process.platform === 'linux' ? byEntry(options) : bySystem(options);
}

/** What the system is to run: in the background, with the same profile. */
function ownArguments({ profile }: AutostartOptions): string[] {
  const program = app.isPackaged ? [] : [app.getAppPath()];
  return [...program, '--hidden', ...(profile === null ? [] : ['--profile', profile])];
}

function byEntry(options: AutostartOptions): Autostart {
  // XDG Base Directory Specification: a relative path is to be ignored.
  const given = process.env.XDG_CONFIG_HOME ?? '';
  const folder = path.join(path.isAbsolute(given) ? given : path.join(homedir(), '.config'), 'autostart');
  const mark = options.profile === null ? '' : `-${createHash('sha256').update(options.profile).digest('hex').slice(0, 8)}`;
  const file = path.join(folder, `brevduva${mark}.desktop`);
  // An AppImage unpacks itself to another place at each start; this is where it lies itself.
  const command = [process.env.APPIMAGE ?? process.execPath, ...ownArguments(options)];

  const set: Autostart['set'] = async (isOn) => {
    try {
      if (!isOn) await rm(file, { force: true });
      else {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeAtomically(file, autostartEntry({ name: 'Brevduva', comment: options.comment(), command }));
      }
      return succeed(null);
    } catch (error) {
      return diskFailure(error, file);
    }
  };
  return {
    set,
    async settle() {
      const entry = await readFile(file, 'utf8').catch(() => '');
      if (!isEnabled(entry)) return false;
      const wanted = autostartEntry({ name: 'Brevduva', comment: '', command });
      if (keyOf(entry, 'Exec') !== keyOf(wanted, 'Exec')) await set(true);
      return true;
    },
  };
}

function bySystem(options: AutostartOptions): Autostart {
  const own = { path: process.execPath, args: ownArguments(options) };
  return {
    set: async (isOn) => {
      app.setLoginItemSettings({ ...own, openAtLogin: isOn });
      return succeed(null);
    },
    settle: async () => app.getLoginItemSettings(own).openAtLogin,
  };
}

/** macOS passes no arguments to what it starts at login, but tells that it did. */
export const wasStartedAtLogin = (): boolean => process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;

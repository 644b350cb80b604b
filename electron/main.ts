// The shell's composition root: claims the profile, starts the engine, opens the window and ties them together.
import path from 'node:path';
import { app, dialog, Menu } from 'electron';
import { registerAppScheme } from './shell/app-protocol';
import { parseArguments } from './shell/arguments';
import { openProfile, holdProfile } from './shell/profile';
import { openShell } from './shell/shell';
import { setSwitches } from './shell/switches';

const given = parseArguments(process.argv);
const built = path.join(import.meta.dirname, '..');
const profile = openProfile(given.profile);

setSwitches(given.language);
registerAppScheme();
Menu.setApplicationMenu(null); // ours comes with the window; Electron's own would be built for nothing

if (!profile.ok) {
  dialog.showErrorBox('Brevduva', `${profile.failure.name ?? ''}: ${profile.failure.detail ?? profile.failure.code}`);
  app.exit(78); // EX_CONFIG
} else if (!holdProfile({ mailto: given.mailto })) {
  app.exit(0); // the window that has this profile was told
} else {
  // Not awaited at the top level: Electron is not ready until this module has been read.
  void app.whenReady().then(() => openShell({ given, profile: profile.value, built }));
}

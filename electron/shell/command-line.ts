// A command of the installed program: no window, no display, and the vault for the engine that serves it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import type { CommandWords } from './command-words';
import { understandConfig } from './config';
import { builtInClients, effectiveClients } from './oauth-clients';
import { createSecretStorage } from './secret-storage';
import { keepSignIn, proxyKey, readSignIn } from './sign-in-vault';
import { createVault } from './vault';

const software = 70; // EX_SOFTWARE

/** Runs it and ends the program with its exit code. Must be called before Electron is ready. `run`: the command line itself. */
export function serveCommand({ switches, words }: CommandWords, run: (words: readonly string[]) => Promise<number>): void {
  // How pictures come to the screen has been settled before this line runs, and a program that wants a display ends without one.
  const needsNoDisplay = process.platform !== 'linux' || app.commandLine.getSwitchValue('ozone-platform') === 'headless';
  if (!needsNoDisplay) return app.exit(runAgain(switches, words));
  app.on('window-all-closed', () => undefined);
  void app
    .whenReady()
    .then(() => run(words))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n`);
      return software;
    })
    .then((code) => app.exit(code));
}

/** The same program without a display. Chromium keeps what it needs in a folder of its own: a window may have the profile's. */
function runAgain(switches: readonly string[], words: readonly string[]): number {
  const scratch = mkdtempSync(path.join(tmpdir(), 'brevduva-'));
  try {
    const quiet = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', `--user-data-dir=${scratch}`];
    const program = app.isPackaged ? [] : [app.getAppPath()];
    const { status } = spawnSync(process.execPath, [...switches, ...quiet, ...program, '--', ...words], { stdio: 'inherit' });
    return status ?? software;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What the profile's settings and vault lend to an engine that serves one command. Nothing of the settings is written. */
export function helpersFor(profile: string) {
  const { settings } = understandConfig(textOf(path.join(profile, 'settings.json'))).config;
  const vault = createVault({ profile, storage: createSecretStorage(process.platform), onDamaged: () => undefined });
  return {
    secret: vault.read,
    proxyPassword: (accountId: string) => vault.read(proxyKey(accountId)),
    signIns: {
      read: (accountId: string) => readSignIn(vault, accountId),
      keep: (accountId: string, signIn: string | null) => keepSignIn(vault, accountId, signIn),
    },
    clients: effectiveClients(settings.oauth, builtInClients()),
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

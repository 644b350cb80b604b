// The shell's composition root: claims the profile, starts the engine, opens the window, and ties the parts together. No logic.
import path from 'node:path';
import { app, Menu, session } from 'electron';
import type { Strings } from '../renderer/strings/en';
import type { ShellEvent } from './contract/shell';
import { createAccounts } from './shell/accounts';
import { registerAppScheme, serveApp } from './shell/app-protocol';
import { parseArguments } from './shell/arguments';
import { createAutostart, wasStartedAtLogin } from './shell/autostart';
import { createBackground } from './shell/background';
import { helpersFor, serveCommand } from './shell/command-line';
import { readCommandWords } from './shell/command-words';
import type { Config } from './shell/config';
import { openConfigFile } from './shell/config-file';
import { networkNow, watchConnectivity } from './shell/connectivity';
import { createEngineProcess, type EngineProcess } from './shell/engine-process';
import { chooseLetterFiles, filesAmong } from './shell/given-files';
import { serveShellCalls } from './shell/ipc';
import { systemLanguage, timeFor, wordsFor } from './shell/language';
import { createLetterWindows } from './shell/letter-windows';
import { createLinkOpener, openSignInPage } from './shell/links';
import { createLog, logUncaught } from './shell/log';
import { type MenuOptions, setMenu } from './shell/menu';
import { lockNavigation } from './shell/navigation';
import { createNotifier } from './shell/notices';
import { builtInClients, effectiveClients } from './shell/oauth-clients';
import { createPageLink } from './shell/page-link';
import { servePorts } from './shell/ports';
import { hearFurtherStarts, holdProfile, openProfile, refuseProfile } from './shell/profile';
import { createQuestions } from './shell/questions';
import { flushLimit, guardQuitting } from './shell/quit';
import { createSecretStorage } from './shell/secret-storage';
import { lockSession } from './shell/session';
import { createSettings } from './shell/settings';
import { createShellCalls } from './shell/shell-calls';
import { keepSignIn, proxyKey, readSignIn } from './shell/sign-in-vault';
import { setSwitches } from './shell/switches';
import { systemProxy } from './shell/system-proxy';
import { createTray } from './shell/tray';
import { createVault } from './shell/vault';
import { openWindow } from './shell/window';

const command = readCommandWords(process.argv.slice(app.isPackaged ? 1 : 2));
const given = parseArguments(process.argv);
const wanted = { mailto: given.mailto, files: filesAmong(given.files, process.cwd()) };
const built = path.join(import.meta.dirname, '..');

if (command === null) openProgram();
else
  serveCommand(command, async (words) => {
    const { runCommandLine } = await import('./cli/run');
    return runCommandLine({ words, folder: process.cwd(), helpersFor });
  });

function openProgram(): void {
  setSwitches(given.language);
  registerAppScheme();
  Menu.setApplicationMenu(null); // ours comes with the window; Electron's own would be built for nothing

  const furtherStarts = hearFurtherStarts();
  const profile = openProfile(given.profile);
  if (!profile.ok) refuseProfile(profile.failure, given.language);
  else if (!holdProfile({ ...wanted, isHidden: given.isHidden }))
    app.exit(0); // the window that has this profile was told
  // Not awaited at the top level: Electron is not ready before this module has been read.
  else void app.whenReady().then(() => start(profile.value, furtherStarts));
}

/** In the order of what takes longest: the engine's process starts while the window is built. Parts named before they are made are only called later. */
function start(folder: string, furtherStarts: ReturnType<typeof hearFurtherStarts>): void {
  const log = createLog(path.join(folder, 'logs'));
  logUncaught(log);
  const language = systemLanguage(given.language);
  const hasDeveloperTools = !app.isPackaged;
  const isHidden = (given.isHidden || wasStartedAtLogin()) && wanted.mailto === null && wanted.files.length === 0;
  const file = openConfigFile(folder, log, new Date());
  const words = (): Strings => wordsFor(file.read().settings.language, language);
  const vault = createVault({
    profile: folder,
    storage: createSecretStorage(process.platform),
    onDamaged: (keptAs) => questions.tellDamaged('vault', keptAs),
  });

  const clientsNow = () => effectiveClients(file.read().settings.oauth, builtInClients());
  const engine: EngineProcess = createEngineProcess({
    file: path.join(built, 'main/engine.js'),
    profile: folder,
    log,
    greeting: () => [
      { kind: 'oauth-clients', clients: clientsNow() },
      { kind: 'company-roots', roots: [...(file.read().settings.companyRoots ?? [])] },
      { kind: 'accounts', accounts: [...file.read().accounts] },
      networkNow(),
      { kind: 'when-missed', do: file.read().settings.whenMissed },
      { kind: 'dns', servers: [...(file.read().settings.dnsServers ?? [])] },
    ],
    answers: {
      secret: vault.read,
      proxyPassword: (accountId) => vault.read(proxyKey(accountId)),
      systemProxy,
      signIns: {
        read: (accountId) => readSignIn(vault, accountId),
        keep: (accountId, signIn) => keepSignIn(vault, accountId, signIn),
        openPage: openSignInPage,
      },
    },
    onNotice: (notice) => notify(notice),
    onState: (event) => tellAll(event),
  });
  engine.start();

  const autostart = createAutostart({ profile: given.profile === null ? null : folder, comment: () => words().shell.tray.inBackground });
  const settings = createSettings(file, autostart, (changed) => {
    tellAll({ kind: 'settings', settings: changed });
    engine.tell({ kind: 'when-missed', do: changed.whenMissed });
    engine.tell({ kind: 'dns', servers: [...(changed.dnsServers ?? [])] });
    engine.tell({ kind: 'company-roots', roots: [...(changed.companyRoots ?? [])] });
    engine.tell({ kind: 'oauth-clients', clients: clientsNow() });
    setMenu(menu, words(), changed);
    tray.refresh();
  });
  const accounts = createAccounts({
    file,
    vault,
    onChange(config: Config) {
      tellAll({ kind: 'settings', settings: config.settings });
      tellAll({ kind: 'accounts', accounts: [...config.accounts] });
      engine.tell({ kind: 'accounts', accounts: [...config.accounts] });
    },
  });

  lockSession(session.defaultSession);
  serveApp(session.defaultSession, { page: path.join(built, 'renderer'), blobs: path.join(folder, 'blobs') });
  lockNavigation((url) => void openLink(url));
  const preload = path.join(built, 'preload/preload.cjs');
  const window = openWindow({ preload, profile: folder, log, isHidden, hasDeveloperTools, onGivenUp: () => questions.tellWindowFailed() });
  const page = createPageLink(window, wanted);
  const letters = createLetterWindows({
    preload,
    profile: folder,
    log,
    hasDeveloperTools,
    flushLimit,
    onChange: (draftIds) => tellAll({ kind: 'letters', draftIds: [...draftIds] }),
  });
  /** Every window's page. */
  const tellAll = (event: ShellEvent): void => {
    page.tell(event);
    letters.tell(event);
  };
  const questions = createQuestions(window, words);
  const openLink = createLinkOpener({ confirm: questions.mayOpenLink, write: (mailto) => page.write({ mailto, files: [] }) });
  const go = (event: Extract<ShellEvent, { kind: 'go' }>): void => {
    page.bringUp();
    page.tell(event);
  };
  const tray = createTray({
    words,
    isWanted: () => settings.read().staysInTray || background.isIn(),
    status: engine.status,
    open: page.bringUp,
    go: (to) => go({ kind: 'go', to, messageId: null }),
    quit: () => app.quit(),
  });
  const background = createBackground(window, isHidden, tray.refresh);
  engine.watchStatus(tray.refresh);
  const notify = createNotifier({ isWanted: () => settings.read().hasNotifications, words, go });
  const menu: MenuOptions = {
    hasDeveloperTools,
    go: (to) => go({ kind: 'go', to, messageId: null }),
    openFile: async () => {
      const files = await chooseLetterFiles(window);
      if (files.length > 0) page.bringUp();
      page.write({ mailto: null, files });
    },
    changeTheme: (theme) => void settings.change({ theme }),
    showAbout: questions.tellAbout,
  };

  serveShellCalls(
    createShellCalls({ profile: folder, window, page, letters, engine, file, settings, accounts, vault, openLink, language }),
    log,
  );
  servePorts(engine.connectPage);
  furtherStarts.listen((more) => {
    page.bringUp();
    page.write(more);
  });
  const when = (at: number): string => timeFor(at, settings.read().language, language);
  guardQuitting({ window, engine, page, letters, background, questions, settings: settings.read, words, when });
  // When the first picture stands, seen or not: nothing of it is needed before.
  const settle = (): void => {
    setMenu(menu, words(), settings.read());
    watchConnectivity(engine.tell);
    tray.refresh();
    void file.settle().then(settings.settle);
    if (file.trouble !== null) questions.tellDamaged(file.trouble.kind, file.trouble.keptAs);
  };
  if (isHidden) window.once('ready-to-show', settle);
  else window.once('show', settle);
}

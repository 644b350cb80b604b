// Builds the parts of the shell when Electron is ready, and ties them together. The order is that of the start: the engine first.
import path from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import type { Strings } from '../../renderer/strings/en';
import { succeed } from '../contract/failure';
import type { ShellEvent } from '../contract/shell';
import { createAccounts } from './accounts';
import { serveApp } from './app-protocol';
import type { Arguments } from './arguments';
import type { Config } from './config';
import { openConfigFile } from './config-file';
import { networkNow, watchConnectivity } from './connectivity';
import { createEngineProcess, type EngineProcess } from './engine-process';
import { saveFile } from './files';
import { serveShellCalls } from './ipc';
import { systemLanguage, wordsFor } from './language';
import { createLinkOpener } from './links';
import { createLog, logUncaught } from './log';
import { setMenu } from './menu';
import { lockNavigation } from './navigation';
import { createNotifier } from './notices';
import { createPageLink } from './page-link';
import { servePorts } from './ports';
import { onFurtherStart } from './profile';
import { ask, tell } from './questions';
import { guardQuitting } from './quit';
import { createSecretStorage } from './secret-storage';
import { lockSession } from './session';
import { createSettings } from './settings';
import { startAnswer } from './start-page';
import { createVault } from './vault';
import { openWindow, showWindow } from './window';

export type ShellOptions = {
  readonly given: Arguments;
  readonly profile: string;
  /** The folder with the built `main`, `preload` and `renderer`. */
  readonly built: string;
};

export function openShell({ given, profile, built }: ShellOptions): void {
  const log = createLog(path.join(profile, 'logs'));
  logUncaught(log);
  const hasDeveloperTools = !app.isPackaged;
  const language = systemLanguage(given.language);

  const file = openConfigFile(profile, log, new Date());
  const words = (): Strings => wordsFor(file.read().settings, language);
  const vault = createVault({ profile, storage: createSecretStorage(process.platform), onDamaged: (keptAs) => tellOfDamage('vault', keptAs) });

  const engine: EngineProcess = createEngineProcess({
    file: path.join(built, 'main/engine.js'),
    profile,
    log,
    greeting: () => [{ kind: 'accounts', accounts: [...accounts.all()] }, networkNow()],
    secret: vault.read,
    onNotice: (notice) => notify(notice),
    onState: (state, failure) => page.tell({ kind: 'engine', state, ...(failure === null ? {} : { failure }) }),
  });
  const onConfig = (config: Config): void => {
    page.tell({ kind: 'settings', settings: config.settings });
    page.tell({ kind: 'accounts', accounts: [...config.accounts] });
    engine.tell({ kind: 'accounts', accounts: [...config.accounts] });
  };
  const accounts = createAccounts({ file, vault, onChange: onConfig });
  const settings = createSettings(file, (changed) => {
    page.tell({ kind: 'settings', settings: changed });
    setMenu(menu, words(), changed);
  });
  engine.start();

  lockSession(session.defaultSession);
  serveApp(session.defaultSession, { page: path.join(built, 'renderer'), blobs: path.join(profile, 'blobs') });
  lockNavigation((url) => void openLink(url));
  const window: BrowserWindow = openWindow({
    preload: path.join(built, 'preload/preload.cjs'),
    profile,
    log,
    hasDeveloperTools,
    onGivenUp: () => tell(window, 'error', words().shell.windowFailed, words().shell.windowFailedDetail, words().shell.fine),
  });
  const page = createPageLink(window, given.mailto);
  const show = (event: ShellEvent): void => {
    showWindow(window);
    page.tell(event);
  };
  const notify = createNotifier({ isWanted: () => settings.read().hasNotifications, words, go: show });
  const openLink = createLinkOpener({
    confirm: (host) => {
      const { question, detail, open, cancel } = words().shell.link;
      return ask(window, { message: question(host), detail, yes: open, no: cancel });
    },
    write: page.write,
  });
  const tellOfDamage = (kind: 'settings' | 'vault' | 'newer', keptAs: string): void => {
    const { damaged, fine } = words().shell;
    tell(window, 'warning', damaged[kind], damaged[`${kind}Detail`](keptAs), fine);
  };

  serveShellCalls(
    {
      start: () => {
        const answer = startAnswer(file.read(), language, page.started());
        // The page takes it that the engine runs until it hears otherwise.
        if (engine.state() === 'lost') page.tell({ kind: 'engine', state: 'lost', ...(engine.failure() === null ? {} : { failure: engine.failure() }) } as ShellEvent);
        return answer;
      },
      'settings.change': (changes) => settings.change(changes),
      'accounts.save': (input) => accounts.save(input),
      'accounts.remove': ({ accountId }) => accounts.remove(accountId),
      'vault.status': async () => succeed(await vault.status()),
      'links.open': ({ url }) => openLink(url),
      'files.save': ({ name, bytes }) => saveFile(window, name, bytes),
      flushed: () => {
        page.flushed();
        return succeed(null);
      },
    },
    log,
  );
  servePorts(engine.connectPage);

  onFurtherStart((mailto) => {
    showWindow(window);
    if (mailto !== null) page.write(mailto);
  });
  guardQuitting({ window, engine, page, words });
  watchConnectivity(engine.tell);

  const menu = {
    window,
    hasDeveloperTools,
    go: (to: Extract<ShellEvent, { kind: 'go' }>['to']) => show({ kind: 'go', to, messageId: null }),
    changeTheme: (theme: Config['settings']['theme']) => void settings.change({ theme }),
  };
  window.once('show', () => {
    setMenu(menu, words(), settings.read());
    if (file.trouble !== null) tellOfDamage(file.trouble.kind === 'newer' ? 'newer' : 'settings', file.trouble.keptAs);
  });
}

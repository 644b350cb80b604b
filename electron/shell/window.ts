// The windows: their flags, their first picture, and what happens when a page dies.
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './content-policy';
import type { Log } from './log';
import { decideRestart } from './restart-policy';
import { beside, placeWindow, type Size, smallest, usualMain } from './window-bounds';
import { readWindowPlace, rememberWindow } from './window-memory';

export type WindowOptions = {
  readonly preload: string;
  readonly log: Log;
  /** Development tools are for clones, not for installed programs. */
  readonly hasDeveloperTools: boolean;
  /** Where its place is remembered, and its size when nothing is. */
  readonly file: string;
  readonly usual: Size;
  /** How many of its kind are open: each stands a little beside the one before. */
  readonly cascade: number;
  /** The page died again and again. */
  readonly onGivenUp: () => void;
};
export type MainWindowOptions = Omit<WindowOptions, 'file' | 'usual' | 'cascade'> & {
  readonly profile: string;
  /** Not shown until somebody asks for it. */
  readonly isHidden: boolean;
};

/** The window's own colour until the page has painted: the same as in renderer/index.html. */
const background = (isDark: boolean): string => (isDark ? '#1d1c1a' : '#f9f7f4');

/** Opens the main window hidden; it is shown when its first picture is ready, so that nothing flashes. */
export function openWindow({ profile, isHidden, ...options }: MainWindowOptions): BrowserWindow {
  const file = path.join(profile, 'window.json');
  const window = createWindow({ ...options, file, usual: usualMain, cascade: 0 });
  const isMaximized = readWindowPlace(file)?.isMaximized === true;
  if (isHidden) window.once('show', () => isMaximized && window.maximize());
  else
    window.once('ready-to-show', () => {
      if (isMaximized) window.maximize();
      window.show();
    });
  return window;
}

/** Makes a window that is not shown yet: the same flags for every one, whatever it shows. */
export function createWindow({ preload, log, hasDeveloperTools, file, usual, cascade, onGivenUp }: WindowOptions): BrowserWindow {
  const main = screen.getPrimaryDisplay();
  const screens = [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)].map((display) => display.workArea);
  const window = new BrowserWindow({
    ...beside(placeWindow(readWindowPlace(file), screens, usual), cascade),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Brevduva',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: background(nativeTheme.shouldUseDarkColors),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: hasDeveloperTools,
    },
  });
  // The page saves before it closes (quit.ts, letter-windows.ts); it can't refuse to close.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  const recolour = (): void => window.setBackgroundColor(background(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', recolour);
  window.once('closed', () => nativeTheme.removeListener('updated', recolour));
  rememberWindow(window, file, log);
  reloadDeadPage(window, log, onGivenUp);
  void window.loadURL(pageUrl).catch((error: unknown) => log.write('shell', `the page did not load: ${String(error)}`));
  return window;
}

/** The engine holds every draft, so a page that died is simply loaded again. */
function reloadDeadPage(window: BrowserWindow, log: Log, onGivenUp: () => void): void {
  const ends: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.write('shell', `the page ended: ${reason} (${exitCode})`);
    const now = Date.now();
    ends.push(now);
    const decision = decideRestart(ends, now);
    if (decision.kind === 'give-up') return onGivenUp();
    setTimeout(() => !window.isDestroyed() && window.webContents.reload(), decision.afterMs);
  });
}

/** Brings the window to the person. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

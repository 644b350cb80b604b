// The one window: its flags, its first picture, and what happens when its page dies.
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './content-policy';
import type { Log } from './log';
import { decideRestart } from './restart-policy';
import { placeWindow, smallest } from './window-bounds';
import { readWindowPlace, rememberWindow } from './window-memory';

export type WindowOptions = {
  readonly preload: string;
  readonly profile: string;
  readonly log: Log;
  /** Not shown until somebody asks for it. */
  readonly isHidden: boolean;
  /** Development tools are for clones, not for installed programs. */
  readonly hasDeveloperTools: boolean;
  /** The page died again and again. */
  readonly onGivenUp: () => void;
};

/** The window's own colour until the page has painted: the same as in renderer/index.html. */
export const background = (isDark: boolean): string => (isDark ? '#1d1c1a' : '#f9f7f4');

/** Opens the window hidden; it is shown when its first picture is ready, so that nothing flashes. */
export function openWindow({ preload, profile, log, isHidden, hasDeveloperTools, onGivenUp }: WindowOptions): BrowserWindow {
  const file = path.join(profile, 'window.json');
  const place = readWindowPlace(file);
  const main = screen.getPrimaryDisplay();
  const screens = [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)].map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(place, screens),
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
  if (isHidden) window.once('show', () => place?.isMaximized && window.maximize());
  else
    window.once('ready-to-show', () => {
      if (place?.isMaximized) window.maximize();
      window.show();
    });
  // The page saves before it closes (quit.ts); it can't refuse to close.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  nativeTheme.on('updated', () => !window.isDestroyed() && window.setBackgroundColor(background(nativeTheme.shouldUseDarkColors)));
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

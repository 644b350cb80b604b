// The shell's end of the line to the page: events that wait until the page listens, and the page's word that all is saved.
import type { BrowserWindow } from 'electron';
import { shellEventChannel } from '../contract/channels';
import type { ShellEvent } from '../contract/shell';
import { isOwnPage } from './own-page';
import { showWindow } from './window';

export type PageLink = {
  readonly tell: (event: ShellEvent) => void;
  /** A letter to write: kept for the page's first question when the page is not there yet. */
  readonly write: (mailto: string) => void;
  /** The page has asked its first question: answers the letter that waits for it. */
  readonly started: () => string | null;
  readonly flushed: () => void;
  /** Brings the window to the person. */
  readonly bringUp: () => void;
  /** Resolves when the page has saved what was typed, or after the limit (ms): a page that hangs can't keep the program. */
  readonly flush: (limit: number) => Promise<void>;
};

export function createPageLink(window: BrowserWindow, mailto: string | null): PageLink {
  let isThere = false;
  let waiting = mailto;
  let whenFlushed: (() => void) | null = null;
  // A page that is loaded anew or has died asks again.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) isThere = false;
  });
  window.webContents.on('render-process-gone', () => {
    isThere = false;
    whenFlushed?.();
  });

  const tell = (event: ShellEvent): void => {
    if (!isThere || window.isDestroyed() || !isOwnPage(window.webContents.mainFrame)) return;
    window.webContents.send(shellEventChannel, event);
  };
  return {
    tell,
    write(url) {
      if (isThere) tell({ kind: 'mailto', url });
      else waiting = url;
    },
    started() {
      isThere = true;
      const url = waiting;
      waiting = null;
      return url;
    },
    flushed: () => whenFlushed?.(),
    bringUp: () => showWindow(window),
    async flush(limit) {
      if (!isThere) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limit);
        whenFlushed = () => {
          clearTimeout(timer);
          resolve();
        };
        tell({ kind: 'flush' });
      });
      whenFlushed = null;
    },
  };
}

// The shell's end of the line to the page: events that wait until the page listens, and the page's word that all is saved.
import type { BrowserWindow } from 'electron';
import { shellEventChannel } from '../contract/channels';
import type { Closing, ShellEvent } from '../contract/shell';
import { readLetterFile } from './given-files';
import { isOwnPage } from './own-page';
import type { Wanted } from './profile';
import { showWindow } from './window';

export type PageLink = {
  readonly tell: (event: ShellEvent) => void;
  /** A letter to write, files to open as letters: kept for the page's first question when the page is not there yet. */
  readonly write: (wanted: Wanted) => void;
  /** The page has asked its first question: answers the letter that waits for it. Files that wait follow as events. */
  readonly started: () => string | null;
  readonly flushed: (closing: Closing) => void;
  /** Brings the window to the person. */
  readonly bringUp: () => void;
  /**
   * Has the page save what was typed, and waits for what is being sent. After the limit (ms) it is taken to be done: a page that hangs
   * can't keep the program. `isLeaving`: its window goes, and nothing else.
   */
  readonly flush: (limit: number, isLeaving?: boolean) => Promise<Closing>;
};

export const allDone: Closing = { isSaved: true, isSent: true };

export function createPageLink(window: BrowserWindow, wanted: Wanted | null): PageLink {
  let isThere = false;
  let waiting = wanted?.mailto ?? null;
  const files = [...(wanted?.files ?? [])];
  let whenFlushed: ((closing: Closing) => void) | null = null;
  // A page that is loaded anew or has died asks again.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) isThere = false;
  });
  window.webContents.on('render-process-gone', () => {
    isThere = false;
    whenFlushed?.(allDone); // nothing can be saved of it any more
  });
  window.once('closed', () => whenFlushed?.(allDone)); // its letter was sent meanwhile, and the window went with it

  const tell = (event: ShellEvent): void => {
    if (!isThere || window.isDestroyed() || !isOwnPage(window.webContents.mainFrame)) return;
    window.webContents.send(shellEventChannel, event);
  };
  const readFiles = (): void => {
    for (const file of files.splice(0)) void readLetterFile(file).then(tell);
  };
  return {
    tell,
    write(more) {
      files.push(...more.files);
      if (isThere) readFiles();
      if (more.mailto === null) return;
      if (isThere) tell({ kind: 'mailto', url: more.mailto });
      else waiting = more.mailto;
    },
    started() {
      isThere = true;
      const url = waiting;
      waiting = null;
      readFiles();
      return url;
    },
    flushed: (closing) => whenFlushed?.(closing),
    bringUp: () => showWindow(window),
    async flush(limit, isLeaving = false) {
      if (!isThere) return allDone;
      const closing = await new Promise<Closing>((resolve) => {
        const timer = setTimeout(() => resolve(allDone), limit);
        whenFlushed = (said) => {
          clearTimeout(timer);
          resolve(said);
        };
        tell({ kind: 'flush', isLeaving });
      });
      whenFlushed = null;
      return closing;
    },
  };
}

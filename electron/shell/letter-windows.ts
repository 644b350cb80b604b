// The windows that show one letter each: at most one for a draft, saved before it closes, and a line to its page.
import path from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import type { Closing, ShellEvent } from '../contract/shell';
import type { Log } from './log';
import { createPageLink, type PageLink } from './page-link';
import { createWindow, showWindow } from './window';
import { usualLetter } from './window-bounds';

export type LetterWindows = {
  /** Opens the draft in a window of its own, or brings up the one it has. */
  readonly open: (draftId: string) => void;
  readonly draftIds: () => readonly string[];
  /** Whose page asks; null: it is not one of these. */
  readonly of: (contents: WebContents) => Letter | null;
  /** Ends the window without a further word: its page has said that all is done. */
  readonly end: (draftId: string) => void;
  readonly tell: (event: ShellEvent) => void;
  /** How each page stands when it has saved what was typed. */
  readonly flush: (limit: number) => Promise<readonly Closing[]>;
  readonly hide: () => void;
  readonly endAll: () => void;
};
export type Letter = { readonly draftId: string; readonly window: BrowserWindow; readonly page: PageLink };

export type LetterWindowOptions = {
  readonly preload: string;
  readonly profile: string;
  readonly log: Log;
  readonly hasDeveloperTools: boolean;
  /** How long a page may take to save (ms). */
  readonly flushLimit: number;
  /** Which drafts have a window has changed. */
  readonly onChange: (draftIds: readonly string[]) => void;
};

export function createLetterWindows({
  preload,
  profile,
  log,
  hasDeveloperTools,
  flushLimit,
  onChange,
}: LetterWindowOptions): LetterWindows {
  const letters = new Map<string, Letter>();
  const draftIds = (): readonly string[] => [...letters.keys()];

  const make = (draftId: string): void => {
    const window = createWindow({
      preload,
      log,
      hasDeveloperTools,
      file: path.join(profile, 'letter-window.json'),
      usual: usualLetter,
      cascade: letters.size,
      onGivenUp: () => window.destroy(), // the draft is with the engine, and in the list
    });
    const page = createPageLink(window, null);
    letters.set(draftId, { draftId, window, page });
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      event.preventDefault();
      void page.flush(flushLimit, true).then(({ isSaved, isSent }) => {
        if (isSaved && isSent && !window.isDestroyed()) window.destroy();
      });
    });
    window.once('closed', () => {
      letters.delete(draftId);
      onChange(draftIds());
    });
    onChange(draftIds());
  };
  const each = (work: (letter: Letter) => void): void => {
    for (const letter of [...letters.values()]) if (!letter.window.isDestroyed()) work(letter);
  };

  return {
    open(draftId) {
      const known = letters.get(draftId);
      if (known === undefined) make(draftId);
      else showWindow(known.window);
    },
    draftIds,
    of: (contents) => [...letters.values()].find(({ window }) => !window.isDestroyed() && window.webContents === contents) ?? null,
    end: (draftId) => letters.get(draftId)?.window.destroy(),
    tell: (event) => each(({ page }) => page.tell(event)),
    flush: (limit) => Promise.all([...letters.values()].map(({ page }) => page.flush(limit))),
    hide: () => each(({ window }) => window.hide()),
    endAll: () => each(({ window }) => window.destroy()),
  };
}

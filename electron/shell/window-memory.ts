// Remembers where the window stood, in a file of its own: it changes often and nothing else may suffer from that.
import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { writeAtomically } from './atomic-write';
import type { Log } from './log';
import { type WindowPlace, windowPlaceSchema } from './window-bounds';

/** Null: nothing remembered, or nothing that makes sense. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return windowPlaceSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null; // the first start
  }
}

/** Writes the place down when the window has come to rest. */
export function rememberWindow(window: BrowserWindow, file: string, log: Log): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeAtomically(file, JSON.stringify(place)).catch(() => log.write('shell', 'the place of the window was not written'));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, 500);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.once('closed', () => clearTimeout(timer));
}

// Whether the program runs without its window: started with the computer, or closed while it goes on.
import type { BrowserWindow } from 'electron';

export type Background = {
  readonly isIn: () => boolean;
  /** Hides the window; the program goes on. A further start, the tray or a notification brings the window back. */
  readonly enter: () => void;
};

export function createBackground(window: BrowserWindow, isFromTheStart: boolean, onChange: () => void): Background {
  let isIn = isFromTheStart;
  window.on('show', () => {
    isIn = false;
    onChange();
  });
  return {
    isIn: () => isIn,
    enter() {
      isIn = true;
      window.hide();
      onChange();
    },
  };
}

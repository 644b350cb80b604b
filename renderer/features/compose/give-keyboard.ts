// Who gets the keyboard when what lay over a letter is gone.
import { useLayoutEffect } from 'react';
import { openSheet } from './sheet-actions';

/** Who had it before; the letter where that is gone. The letter's text gets it with what was chosen in it: left to the browser, that is lost now and then. */
export function giveKeyboard(to: Element | null): void {
  const { editor } = openSheet.get();
  requestAnimationFrame(() => {
    if (to instanceof HTMLElement && to.isConnected && editor?.view.dom !== to) to.focus();
    else if (editor !== null && !editor.isDestroyed) editor.view.focus();
  });
}

/** For dialogues that are read when they are first opened: the library looks too late for who had the keyboard. */
export function useKeyboardBack(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    return () => giveKeyboard(before);
  }, [isOpen]);
}

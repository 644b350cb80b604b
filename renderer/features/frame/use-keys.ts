// Listens to the keys that work everywhere.
import { useEffect } from 'react';
import { writeFromTemplate } from '../templates/shown';
import { takeBackLast } from './held';
import { commandFor } from './keys';
import { chooseLetterFile } from './letter-files';
import { back, open, writeNew } from './navigation';
import { hasDoctor, hasPractice, session } from './session';

const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);

/** An open menu or dialogue takes every key for itself, what is offered under a field takes Esc. */
const isOverlaid = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;
const hasOffer = (): boolean => document.querySelector('[role="listbox"][data-floating]') !== null;

/** Puts the keyboard where the room's list is, so that arrows and j/k work at once. */
const focusList = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#list-column [role="listbox"]')?.focus());
};

export function useKeys(showKeys: () => void, showPalette: () => void): void {
  useEffect(() => {
    let wasOverlaid = false;
    let hadOffer = false;
    // Looked at before anybody acts on the key: by the time it arrives here a dialogue that took it has gone.
    const beforeOthers = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void => {
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey && isTypingIn(target)) return; // it is written, and no command
      wasOverlaid = isOverlaid();
      hadOffer = hasOffer();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const command = commandFor(
        { key, ctrlKey, metaKey, altKey, shiftKey, isTyping: isTypingIn(event.target) },
        session.get().settings.hasSingleKeys,
      );
      if (command === null || wasOverlaid || (hadOffer && command.kind === 'back')) return;
      event.preventDefault(); // the menu has the same keys: one press must not do it twice
      switch (command.kind) {
        case 'write':
          void writeNew();
          return;
        case 'writeFromTemplate':
          writeFromTemplate();
          return;
        case 'openFile':
          chooseLetterFile();
          return;
        case 'back':
          back();
          focusList();
          return;
        case 'palette':
          showPalette();
          return;
        case 'keys':
          showKeys();
          return;
        case 'undo':
          takeBackLast();
          return;
        case 'room':
          if (command.room === 'practice' && !hasPractice(session.get().accounts)) return;
          if (command.room === 'doctor' && !hasDoctor(session.get().accounts)) return;
          open(command.room);
          focusList();
      }
    };
    window.addEventListener('keydown', beforeOthers, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', beforeOthers, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [showKeys, showPalette]);
}

// Ties the table of actions to the letter on the screen: its keys, and who else may run them.
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { openSheet, type Pressed, type SheetRuns, sheetActionFor, sheetActions } from './sheet-actions';

/** `runs` keeps its identity and always does what was given last. `editor`: null where nothing can be formatted. */
export function useSheetActions(
  given: SheetRuns,
  editor: Editor | null,
): { readonly runs: SheetRuns; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const [runs] = useState(() => Object.fromEntries(sheetActions.map(({ id }) => [id, () => latest.current[id]()])) as SheetRuns);
  useEffect(() => {
    openSheet.set({ runs, editor });
    return () => openSheet.set((now) => (now.runs === runs ? { runs: null, editor: null } : now));
  }, [runs, editor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (obey(event, runs)) event.stopPropagation();
  };
  useEffect(() => {
    // What closes may take the focus along: then the keys go nowhere, and are still meant for the letter.
    const onLostKey = (event: globalThis.KeyboardEvent): void => void (event.target === document.body && obey(event, runs));
    document.addEventListener('keydown', onLostKey);
    return () => document.removeEventListener('keydown', onLostKey);
  }, [runs]);
  return { runs, onKeyDown };
}

/** Whether the key press meant one of the actions. */
function obey(event: Pick<globalThis.KeyboardEvent, keyof Pressed | 'preventDefault'>, runs: SheetRuns): boolean {
  const id = sheetActionFor(event);
  if (id === null) return false;
  event.preventDefault();
  runs[id]();
  return true;
}

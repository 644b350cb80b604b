// Ties the table of actions to the letter on the screen: its keys, and who else may run them.
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { openSheet, type SheetRuns, sheetActionFor, sheetActions } from './sheet-actions';

/** `runs` keeps its identity and always does what was given last. */
export function useSheetActions(
  given: SheetRuns,
  editor: Editor,
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
    const id = sheetActionFor(event);
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    runs[id]();
  };
  return { runs, onKeyDown };
}

// Where its writer is in a letter: told to the keeper, and found again when the letter is opened the next time.
import type { Editor } from '@tiptap/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { type Place, sheetFields } from '../../../../electron/contract/model/draft-desk';
import type { DraftKeeper, Whereabouts } from '../draft-keeper';
import { letterHtml } from '../letter-html';
import { restoreHistory } from './restore-history';
import { bookmarkOf, selectionAt } from './undo-state';
import { writeHistory } from './write-history';

type Field = Place['field'];
export type SheetParts = { readonly sheet: RefObject<HTMLElement | null>; readonly subject: RefObject<HTMLInputElement | null> };

/** Each field of the sheet says its name in `data-field`. */
const fieldOf = (target: EventTarget | null): Field => {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined;
  return sheetFields.find((field) => field === name) ?? null;
};
const scrollerOf = (sheet: HTMLElement | null): Element | null => sheet?.closest('main') ?? null;

function placeIn(editor: Editor, field: Field, { sheet, subject }: SheetParts): Place {
  const [anchor = 0, head] = bookmarkOf(editor.state.selection.getBookmark());
  const { selectionStart = null, selectionEnd = null } = subject.current ?? {};
  return {
    field,
    subject: selectionStart === null || selectionEnd === null ? null : { start: selectionStart, end: selectionEnd },
    text: { anchor, head: head ?? anchor, isNode: head === undefined },
    scroll: Math.max(0, Math.round(scrollerOf(sheet.current)?.scrollTop ?? 0)),
  };
}

/** @returns to be called when the focus is in another field of the sheet */
export function useWhereabouts(
  keeper: DraftKeeper,
  editor: Editor,
  leftAt: Whereabouts | null,
  parts: SheetParts,
): (target: EventTarget) => void {
  const field = useRef<Field>(leftAt?.place.field ?? null);
  const { sheet, subject } = parts;
  // The history before anything is typed; a layout effect also sees the sheet when it goes.
  useLayoutEffect(() => {
    if (leftAt !== null) giveBack(editor, leftAt, keeper.content().html);
    keeper.setWhereabouts({ place: () => placeIn(editor, field.current, { sheet, subject }), history: () => writeHistory(editor.state) });
    return () => keeper.setWhereabouts(null);
  }, [keeper, editor, leftAt, sheet, subject]);
  useEffect(() => {
    const moved = (): void => keeper.touchPlace();
    const scroller = scrollerOf(sheet.current);
    editor.on('selectionUpdate', moved);
    scroller?.addEventListener('scroll', moved, { passive: true });
    return () => {
      editor.off('selectionUpdate', moved);
      scroller?.removeEventListener('scroll', moved);
    };
  }, [keeper, editor, sheet]);
  return useCallback(
    (target) => {
      const entered = fieldOf(target);
      if (entered === null || entered === field.current) return;
      field.current = entered;
      keeper.touchPlace();
    },
    [keeper],
  );
}

function giveBack(editor: Editor, { place, history }: Whereabouts, html: string): void {
  if (editor.isDestroyed) return;
  const { text } = place;
  editor.view.dispatch(
    editor.state.tr
      .setSelection(selectionAt(editor.state.doc, text.isNode ? [text.anchor] : [text.anchor, text.head]))
      .setMeta('addToHistory', false),
  );
  // A text that reads otherwise than it was written is not the one the steps were made for.
  if (history === '' || letterHtml(editor) !== html) return;
  const restored = restoreHistory(editor.state, history);
  if (restored !== null) editor.view.dispatch(restored);
}

/** Puts the keyboard where it was; false: it was nowhere, and the letter begins as letters do. */
export function focusAsBefore({ place }: Whereabouts, editor: Editor, { sheet, subject }: SheetParts): boolean {
  if (place.field === null) return false;
  if (place.field === 'text') editor.commands.focus(null, { scrollIntoView: false });
  else if (place.field === 'subject') {
    subject.current?.focus({ preventScroll: true });
    if (place.subject !== null) subject.current?.setSelectionRange(place.subject.start, place.subject.end);
  } else {
    const input = sheet.current?.querySelector<HTMLInputElement>(`[data-field="${place.field}"] input`) ?? null;
    if (input === null) return false;
    input.focus({ preventScroll: true });
  }
  scrollerOf(sheet.current)?.scrollTo({ top: place.scroll });
  return true;
}

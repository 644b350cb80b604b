// The keyboard in the panel: it begins with the first thing to do, goes on with the next when one is done, and goes back to the
// letter at the end.
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { panelActFor } from './panel-keys';

export const CHECK_PANEL_ID = 'check-panel';
/** Asked for while it is open already: the keyboard goes there. One that is only opening sees to it itself. */
export function goToCheckPanel(): void {
  const panel = document.getElementById(CHECK_PANEL_ID);
  if (panel === null || panel.contains(document.activeElement)) return;
  (firstIn(panel.querySelector('li')) ?? panel).focus();
}

const firstIn = (row: Element | null | undefined): HTMLElement | null => row?.querySelector<HTMLElement>('[data-fix]') ?? null;

type Panel = {
  readonly panel: RefObject<HTMLElement | null>;
  readonly editor: Editor;
  readonly isOpen: boolean;
  /** It opened by itself: the keyboard stays where it is. */
  readonly isUnasked: boolean;
  /** Changes when a line comes or goes. */
  readonly lines: string;
  readonly close: () => void;
  readonly hasSingleKeys: boolean;
};

export function usePanelFocus({ panel, editor, isOpen, isUnasked, lines, close, hasSingleKeys }: Panel) {
  const before = useRef<Element | null>(null);
  const last = useRef(0);
  const rows = useCallback(() => [...(panel.current?.querySelectorAll('li') ?? [])], [panel]);

  // In the very turn in which it opens: a key that follows at once would still go into the letter. It is placed a moment later, so
  // nothing is scrolled to where it is now; and it must not fade in, because it is not there before it does.
  useLayoutEffect(() => {
    if (!isOpen || isUnasked) return;
    before.current = document.activeElement;
    last.current = 0;
    (firstIn(rows()[0]) ?? panel.current)?.focus({ preventScroll: true });
  }, [isOpen, isUnasked, rows, panel]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are what this waits for
  useEffect(() => {
    if (!isOpen || document.activeElement !== document.body) return; // what had the keyboard is gone
    const left = rows();
    (firstIn(left[Math.min(last.current, left.length - 1)]) ?? panel.current)?.focus();
  }, [lines, isOpen, rows, panel]);

  // What has the keyboard must be seen: the panel makes way for what lies beneath it.
  useEffect(() => {
    if (!isOpen) return;
    const onFocusIn = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || panel.current === null || panel.current.contains(target)) return;
      const over = (panel.current.closest('[role="dialog"]') ?? panel.current).getBoundingClientRect();
      const under = target.getBoundingClientRect();
      if (under.left >= over.left && under.right <= over.right && under.top >= over.top && under.bottom <= over.bottom) close();
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [isOpen, panel, close]);

  /** Back to where the person was. */
  const goBack = (): void => {
    const isInside = panel.current?.contains(document.activeElement) === true || document.activeElement === document.body;
    close();
    if (!isInside) return;
    if (before.current instanceof HTMLElement && before.current.isConnected && before.current !== document.body) before.current.focus();
    else editor.commands.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = rows().findIndex((row) => row.contains(document.activeElement));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const act = hasSingleKeys && !(event.target instanceof HTMLInputElement) ? panelActFor(event.nativeEvent) : null;
    const button =
      act === null ? null : rows()[act.line ?? here]?.querySelector<HTMLElement>(act.what === 'mend' ? '[data-fix]' : '[data-fine]');
    if (event.key === 'Escape') goBack();
    else if (button != null) button.click();
    else if (step !== 0) firstIn(rows()[here + step])?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (): void => {
    last.current = Math.max(
      0,
      rows().findIndex((row) => row.contains(document.activeElement)),
    );
  };
  return { goBack, onKeyDown, onFocus };
}

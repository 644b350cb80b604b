// Where the preview stands: beside the letter where there is room for both, above it where there is not; and its keys.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { sheetActionFor } from '../sheet-actions';

/** px: a sheet and a letter beside it. */
const ROOM_FOR_BOTH = 960;

export type PanePlace = 'closed' | 'beside' | 'above';

export function usePane(pane: RefObject<HTMLElement | null>, setPlace: (place: PanePlace) => void, needsAll: boolean): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
    return () => {
      const { current } = before;
      // When the sheet can be reached again.
      if (current instanceof HTMLElement) requestAnimationFrame(() => current.isConnected && current.focus());
    };
  }, []);
  // Before it is painted: a letter that is squeezed and let go again would jump.
  useLayoutEffect(() => {
    const both = pane.current?.parentElement;
    if (both == null) return;
    const measure = (): void => {
      const isBeside = !needsAll && both.clientWidth >= ROOM_FOR_BOTH;
      setPlace(isBeside ? 'beside' : 'above');
      if (!isBeside && pane.current?.contains(document.activeElement) !== true)
        pane.current?.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(both);
    return () => observer.disconnect();
  }, [pane, setPlace, needsAll]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What is pressed in a letter's frame arrives at the window itself.
      const isHere = event.target === window || (event.target instanceof Node && pane.current?.contains(event.target) === true);
      if (!isHere || event.defaultPrevented) return;
      if (event.key !== 'Escape' && sheetActionFor(event) !== 'preview') return;
      event.preventDefault();
      setPlace('closed');
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [pane, setPlace]);
}

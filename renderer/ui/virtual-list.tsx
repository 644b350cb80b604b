// A long list of which only the seen rows exist: a listbox with arrows, j and k. Rows may still be on their way.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { rowForKey } from './list-keys';
import classes from './virtual-list.module.css';

type Props<T> = {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly total: number;
  /** null: the row's page is not here yet. */
  readonly itemAt: (index: number) => T | null;
  readonly keyOf: (item: T) => string;
  readonly renderRow: (item: T) => ReactNode;
  /** px */
  readonly rowHeight: number;
  /** The key of the row that is open. */
  readonly selected: string | null;
  readonly onOpen: (item: T) => void;
  readonly hasSingleKeys: boolean;
  /** Told which rows are seen (first, last), so that their pages can be asked for. */
  readonly onSeen?: (first: number, last: number) => void;
  /** Other keys on the active row, e.g. Delete. */
  readonly onKey?: (event: KeyboardEvent, item: T) => void;
};

export function VirtualList<T>(props: Props<T>) {
  const { label, total, itemAt, keyOf, renderRow, rowHeight, selected, onOpen, hasSingleKeys, onSeen, onKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [wanted, setActive] = useState(-1);
  const active = Math.min(wanted, total - 1); // the list may have become shorter
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (total > 0) onSeen?.(first, last);
  }, [first, last, total, onSeen]);

  const goTo = (index: number): void => {
    setActive(index);
    virtualizer.scrollToIndex(index);
  };
  const openAt = (index: number): void => {
    const item = itemAt(index);
    if (item !== null) onOpen(item);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const next = rowForKey(event.key, active, total, page, hasSingleKeys);
    if (next !== null) goTo(next);
    else if (active >= 0 && (event.key === 'Enter' || event.key === ' ')) openAt(active);
    else {
      const item = active >= 0 ? itemAt(active) : null;
      if (item !== null) onKey?.(event, item);
      return;
    }
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[role="option"]')?.dataset.index : undefined;
    if (row === undefined) return;
    scroller.current?.focus({ preventScroll: true }); // the list has the keyboard, not one of its rows
    setActive(Number(row));
    openAt(Number(row));
  };
  const onFocus = (): void => {
    if (active >= 0 || total === 0) return;
    const open = rows.find(({ index }) => {
      const item = itemAt(index);
      return item !== null && keyOf(item) === selected;
    });
    setActive(open?.index ?? 0);
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div className={classes.space} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {rows.map(({ index, start }) => {
          const item = itemAt(index);
          const isOpen = item !== null && keyOf(item) === selected;
          return (
            <div
              key={index}
              id={`${listId}-${index}`}
              className={classes.row}
              role="option"
              tabIndex={-1}
              data-index={index}
              aria-selected={isOpen}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-active={index === active || undefined}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {item === null ? <span className={classes.coming} aria-hidden /> : renderRow(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

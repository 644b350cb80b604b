// A long list of which only the seen rows exist: a listbox with arrows, j and k. Rows may still be on their way.
// With `choosing`, several rows can be chosen at once; the open one is then told apart as the current one.
import { IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { choosingKey } from './choosing-keys';
import { rowForKey } from './list-keys';
import { type Meant, useComingRow } from './use-coming-row';
import { useHeldWhilePressed } from './use-held-while-pressed';
import classes from './virtual-list.module.css';

export type Choosing = {
  readonly isChosen: (key: string) => boolean;
  readonly hasChosen: boolean;
  readonly onToggle: (key: string) => void;
  /** A row was gone to without choosing it. */
  readonly onGoTo: (key: string) => void;
  /** `index`: of the row `to`. The rows in between need not be here. */
  readonly onExtend: (from: string, to: string, index: number) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
};

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
  /** A row is being dragged: it can be taken out of the window. */
  readonly onDragOut?: (event: DragEvent, item: T) => void;
  readonly choosing?: Choosing;
};

export function VirtualList<T>(props: Props<T>) {
  const { label, keyOf, renderRow, rowHeight, selected, onOpen, hasSingleKeys, onSeen, onKey, onDragOut, choosing } = props;
  const [{ total, itemAt }, hold] = useHeldWhilePressed({ total: props.total, itemAt: props.itemAt });
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
  const keyAt = (index: number): string | null => {
    const item = index < 0 ? null : itemAt(index);
    return item === null ? null : keyOf(item);
  };
  const choose = (event: KeyboardEvent): boolean => {
    if (choosing === undefined) return false;
    const what = choosingKey(event, choosing.hasChosen, hasSingleKeys);
    const key = keyAt(active);
    if (what === 'all') choosing.onAll();
    else if (what === 'none') choosing.onNone();
    else if (what === 'toggle' && key !== null) choosing.onToggle(key);
    return what !== null;
  };
  const mean = useComingRow(keyAt, ({ index, isRange, from }: Meant, key) => {
    if (isRange) choosing?.onExtend(from ?? key, key, index);
    else choosing?.onGoTo(key);
  });
  const move = (to: number, isRange: boolean): void => {
    goTo(to);
    mean({ index: to, isRange, from: keyAt(active) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (choose(event)) return event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const next = rowForKey(event.key, active, total, page, hasSingleKeys);
    if (next !== null) move(next, event.shiftKey);
    else if (active >= 0 && (event.key === 'Enter' || event.key === ' ')) openAt(active);
    else {
      const item = active >= 0 ? itemAt(active) : null;
      if (item !== null) onKey?.(event, item);
      return;
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>('[role="option"]')?.dataset.index : undefined;
    if (row === undefined) return;
    scroller.current?.focus({ preventScroll: true }); // the list has the keyboard, not one of its rows
    const index = Number(row);
    const clicked = keyAt(index);
    setActive(index);
    if (choosing === undefined) return openAt(index);
    if (event.shiftKey) return mean({ index, isRange: true, from: keyAt(active) });
    const isCheck = target instanceof Element && target.closest('[data-check]') !== null;
    if (clicked !== null && (isCheck || event.ctrlKey || event.metaKey)) return choosing.onToggle(clicked);
    mean({ index, isRange: false, from: null });
    openAt(index);
  };
  const onPointerDown = ({ target }: PointerEvent): void => {
    if (target instanceof Element && target.closest('[role="option"]') !== null) hold(); // not by the scroll bar
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
      aria-multiselectable={choosing !== undefined || undefined}
      aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerDown={onPointerDown}
      onFocus={onFocus}
    >
      <div className={classes.space} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {rows.map(({ index, start }) => {
          const item = itemAt(index);
          const isOpen = item !== null && keyOf(item) === selected;
          const isChosen = choosing === undefined ? isOpen : item !== null && choosing.isChosen(keyOf(item));
          return (
            <div
              key={index}
              id={`${listId}-${index}`}
              className={classes.row}
              role="option"
              tabIndex={-1}
              data-index={index}
              aria-selected={isChosen}
              aria-current={choosing !== undefined && isOpen ? true : undefined}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-active={index === active || undefined}
              draggable={onDragOut !== undefined && item !== null}
              onDragStart={item === null ? undefined : (event) => onDragOut?.(event, item)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {item === null ? <span className={classes.coming} aria-hidden /> : renderRow(item)}
              {choosing !== undefined && (
                <span className={classes.check} data-check data-shown={choosing.hasChosen || undefined} aria-hidden>
                  {isChosen && <IconCheck size={14} stroke={2.5} />}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

// The arrow keys among rows of controls: along a row, and to the row above or below.

export type Spot = { readonly row: number; readonly column: number };

/** `lengths`: how many controls each row has, at least one. Null: the key is no arrow, or there is nothing that way. */
export function spotForKey(key: string, lengths: readonly number[], { row, column }: Spot): Spot | null {
  const along = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const across = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (along === 0 && across === 0) return null;
  const length = lengths[row + across];
  if (length === undefined) return null;
  const next = Math.min(column, length - 1) + along;
  return next < 0 || next >= length ? null : { row: row + across, column: next };
}

/** Moves the focus; `row` selects the rows within `container`. True: the key was for this. */
export function moveByKey(key: string, container: Element, row: string): boolean {
  const rows = [...container.querySelectorAll(row)].map((one) => [...one.querySelectorAll<HTMLElement>('button:not([disabled]), input')]);
  const at = rows.findIndex((controls) => controls.some((control) => control === document.activeElement));
  const column = rows[at]?.indexOf(document.activeElement as HTMLElement) ?? -1;
  if (column === -1) return false;
  const next = spotForKey(
    key,
    rows.map(({ length }) => length),
    { row: at, column },
  );
  if (next === null) return false;
  rows[next.row]?.[next.column]?.focus();
  return true;
}

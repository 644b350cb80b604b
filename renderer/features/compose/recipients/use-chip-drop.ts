// Chips that are dragged over a field and let go there. Only chips of this letter: what else carries their mark finds nothing to move.
import { type DragEvent, useRef, useState } from 'react';
import { DRAGGED } from '../recipient-chip';
import { type Family, type FieldName, fieldNames } from './family';

export type Dragged = { readonly keys: readonly string[]; readonly from: FieldName };

function read(text: string): Dragged | null {
  try {
    const { keys, from } = JSON.parse(text) as { readonly keys?: unknown; readonly from?: unknown };
    const field = fieldNames.find((name) => name === from);
    const isList = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
    return isList && field !== undefined ? { keys: keys as string[], from: field } : null;
  } catch {
    return null;
  }
}

/** The place before the chip under the pointer, or behind it where the pointer is past its middle; null: at the end. */
function placeOf(event: DragEvent): number | null {
  const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
  if (chip === null) return null;
  const { left, width } = chip.getBoundingClientRect();
  return Number(chip.dataset.place) + (event.clientX > left + width / 2 ? 1 : 0);
}

export function useChipDrop(name: FieldName, family: Family) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0); // dragleave comes for every child that is left, too
  const isOurs = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAGGED);
  const handlers = {
    onDragEnter(event: DragEvent) {
      if (!isOurs(event)) return;
      depth.current += 1;
      setOver(true);
    },
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDragLeave(event: DragEvent) {
      if (!isOurs(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) setOver(false);
    },
    onDrop(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const dragged = read(event.dataTransfer.getData(DRAGGED));
      if (dragged !== null) family.move(new Set(dragged.keys), dragged.from, name, placeOf(event));
    },
  };
  return { isOver, handlers };
}

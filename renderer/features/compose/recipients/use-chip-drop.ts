// A chip that is dragged over a field and let go there. Only chips of this letter: what else carries their mark finds nothing to move.
import { type DragEvent, useRef, useState } from 'react';
import { DRAGGED } from '../recipient-chip';
import { type Family, type FieldName, fieldNames } from './family';

type Dragged = { readonly key: string; readonly from: FieldName };

function read(text: string): Dragged | null {
  try {
    const { key, from } = JSON.parse(text) as { readonly key?: unknown; readonly from?: unknown };
    const field = fieldNames.find((name) => name === from);
    return typeof key === 'string' && field !== undefined ? { key, from: field } : null;
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
      if (dragged === null) return;
      family.move(dragged.key, dragged.from, name, placeOf(event));
    },
  };
  return { isOver, handlers };
}

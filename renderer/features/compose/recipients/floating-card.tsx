// A chip's card, under the chip. It has the keyboard while it is open; Esc gives it back.
import { FocusTrap } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useStrings } from '../../../strings/words';
import type { ChipAction } from '../recipient-chip';
import { type Chip, recipientLabel } from '../recipients';
import { ChipCard } from './chip-card';
import classes from './chip-card.module.css';
import type { FieldName } from './family';

type Props = {
  readonly chip: Chip;
  readonly index: number;
  readonly field: FieldName;
  readonly box: RefObject<HTMLElement | null>;
  readonly onAction: (action: ChipAction, index: number) => void;
  readonly close: () => void;
};

/** px */
const WIDTH = 320;

export function FloatingCard({ chip, index, field, box, onAction, close }: Props) {
  const { people } = useStrings();
  const outside = useClickOutside(close);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const button = box.current?.querySelector<HTMLElement>(`[data-chip="${index}"]`);
    const area = button?.closest('ul')?.parentElement;
    if (button == null || area == null) return;
    const toChip = (): void => {
      const [own, around] = [button.getBoundingClientRect(), area.getBoundingClientRect()];
      setPlace({ left: Math.max(0, Math.min(own.left - around.left, around.width - WIDTH)), top: own.bottom - around.top + 4 });
    };
    toChip();
    const observer = new ResizeObserver(toChip); // the window became another size, or its lines were broken anew
    observer.observe(area);
    return () => observer.disconnect();
  }, [box, index]);
  const leave = (): void => {
    box.current?.querySelector<HTMLElement>(`[data-chip="${index}"]`)?.focus();
    close();
  };
  return (
    <FocusTrap active innerRef={outside}>
      <div
        className={classes.floating}
        style={{ ...place, width: WIDTH }}
        role="dialog"
        aria-label={people.about(recipientLabel(chip))}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leave();
        }}
      >
        <ChipCard chip={chip} field={field} onMove={(to) => onAction({ to }, index)} onEdit={() => onAction('edit', index)} />
      </div>
    </FocusTrap>
  );
}

// One recipient as a chip: who it is, why it is not good or may not be, its card, and the keys to choose, move, edit and remove it.
import { IconAlertCircle, IconAlertTriangle, IconUsers, IconX } from '@tabler/icons-react';
import { type DragEvent, memo } from 'react';
import { formatRecipient } from '../../../electron/domain/addresses';
import { readableAddress } from '../../../electron/domain/people/readable';
import { useStrings } from '../../strings/words';
import classes from './recipient-field.module.css';
import { type Chip, chipKey, recipientLabel, recipientsOf } from './recipients';
import { chipActionFor } from './recipients/chip-keys';
import type { FieldName } from './recipients/family';

export type ChipAction =
  | 'card'
  | 'remove'
  | 'edit'
  | 'left'
  | 'right'
  | 'first'
  | 'last'
  | 'earlier'
  | 'later'
  | 'select'
  | 'select-to'
  | 'select-left'
  | 'select-right'
  | 'select-all'
  | 'select-none'
  | { readonly to: FieldName };

type Props = {
  readonly chip: Chip;
  readonly index: number;
  readonly field: FieldName;
  /** It may not be what was meant: the sentence that says so. */
  readonly doubt: string | null;
  /** Chosen together with others. */
  readonly isSelected: boolean;
  /** Keep their identity, so that a key press in the field does not draw three hundred chips. */
  readonly onAction: (action: ChipAction, index: number) => void;
  /** The chips that go along when this one is dragged, itself among them. */
  readonly onDragged: (chip: Chip) => readonly Chip[];
};

/** What is dragged from field to field: the keys of the chips and where they stood. */
export const DRAGGED = 'application/x-brevduva-recipient';

export const RecipientChip = memo(function RecipientChip({ chip, index, field, doubt, isSelected, onAction, onDragged }: Props) {
  const { compose, people } = useStrings();
  const label = recipientLabel(chip);
  const reason = chip.kind === 'bad' ? compose.problems[chip.problem] : doubt;
  const written = chip.kind === 'group' ? people.count(chip.members.length) : formatRecipient(chip);
  const keys = chip.kind === 'group' ? people.groupKeys : compose.chipKeys;
  const act = (action: ChipAction): void => onAction(action, index);
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move';
    const dragged = onDragged(chip);
    event.dataTransfer.setData(DRAGGED, JSON.stringify({ keys: dragged.map(chipKey), from: field }));
    event.dataTransfer.setData('text/plain', recipientsOf(dragged).map(formatRecipient).join(', '));
  };
  return (
    <li
      className={classes.chip}
      data-bad={chip.kind === 'bad' || undefined}
      data-selected={isSelected || undefined}
      data-doubt={(chip.kind !== 'bad' && doubt !== null) || undefined}
      data-place={index}
      draggable
      onDragStart={onDragStart}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.who}
        title={reason ?? written}
        aria-description={reason === null ? keys : `${reason} ${keys}`}
        data-chip={index}
        aria-haspopup={chip.kind === 'bad' ? undefined : 'dialog'}
        aria-pressed={isSelected || undefined}
        // The stretch begins where the keyboard was.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) act('select');
          else if (event.shiftKey) act('select-to');
          else if (chip.kind !== 'bad') act('card');
        }}
        onDoubleClick={() => act('edit')}
        onKeyDown={(event) => {
          const action = chipActionFor(event, field, isSelected);
          if (action === null) return;
          event.preventDefault();
          if (action === 'select-none' || action === 'select-all') event.stopPropagation();
          act(action);
        }}
      >
        {chip.kind === 'bad' && <IconAlertCircle size={14} stroke={2} aria-hidden />}
        {chip.kind !== 'bad' && doubt !== null && <IconAlertTriangle size={14} stroke={2} aria-hidden />}
        {chip.kind === 'group' && <IconUsers size={14} stroke={2} aria-hidden />}
        <span className={classes.name}>{label}</span>
        {chip.kind === 'good' && chip.name !== '' && <span className={classes.address}>{readableAddress(chip.address)}</span>}
        {chip.kind === 'group' && <span className={classes.members}>{chip.members.length}</span>}
      </button>
      <button type="button" tabIndex={-1} className={classes.remove} aria-label={compose.remove(label)} onClick={() => act('remove')}>
        <IconX size={14} stroke={2} aria-hidden />
      </button>
    </li>
  );
});

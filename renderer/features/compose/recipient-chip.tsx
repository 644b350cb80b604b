// One recipient as a chip: who it is, why it is not good, and the keys to move, edit and remove it.
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { formatRecipient } from '../../../electron/domain/addresses';
import { useStrings } from '../../strings/words';
import classes from './recipient-field.module.css';
import { recipientLabel } from './recipients';

export type ChipAction = 'remove' | 'edit' | 'left' | 'right' | 'first' | 'last';

type Props = {
  readonly recipient: Recipient;
  readonly index: number;
  /** Keeps its identity, so that a key press in the field does not draw three hundred chips. */
  readonly onAction: (action: ChipAction, index: number) => void;
};

const actionOf = (event: KeyboardEvent): ChipAction | null => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'Backspace':
    case 'Delete':
      return 'remove';
    case 'F2':
    case 'Enter':
      return 'edit';
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
};

export const RecipientChip = memo(function RecipientChip({ recipient, index, onAction }: Props) {
  const { compose } = useStrings();
  const label = recipientLabel(recipient);
  const reason = recipient.kind === 'bad' ? compose.problems[recipient.problem] : undefined;
  const title = reason ?? formatRecipient(recipient);
  return (
    <li className={classes.chip} data-bad={recipient.kind === 'bad' || undefined}>
      <button
        type="button"
        tabIndex={-1}
        className={classes.who}
        title={title}
        aria-description={reason === undefined ? compose.chipKeys : `${reason} ${compose.chipKeys}`}
        data-chip={index}
        onDoubleClick={() => onAction('edit', index)}
        onKeyDown={(event) => {
          const action = actionOf(event);
          if (action === null) return;
          event.preventDefault();
          onAction(action, index);
        }}
      >
        {recipient.kind === 'bad' && <IconAlertCircle size={14} stroke={2} aria-hidden />}
        <span className={classes.name}>{label}</span>
        {recipient.kind === 'good' && recipient.name !== '' && <span className={classes.address}>{recipient.address}</span>}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={classes.remove}
        aria-label={compose.remove(label)}
        onClick={() => onAction('remove', index)}
      >
        <IconX size={14} stroke={2} aria-hidden />
      </button>
    </li>
  );
});

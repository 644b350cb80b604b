// How many drafts are chosen, and what can be done with all of them.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import classes from '../outbox/list.module.css';

type Props = {
  readonly count: number;
  /** null: all are. */
  readonly onAll: (() => void) | null;
  readonly onNone: () => void;
  readonly onThrowAway: () => void;
};

export function ChosenBar({ count, onAll, onNone, onThrowAway }: Props) {
  const { compose, frame, outbox, drafts } = useStrings();
  const words = outbox.choosing;
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc lets go of what is chosen wherever in the bar the keyboard is
    <div
      className={classes.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onNone();
      }}
    >
      <div className={classes.count}>
        <span role="status">{words.count(formatCount(count, language), count === 1)}</span>
        {onAll !== null && (
          <Button variant="subtle" size="compact-sm" onClick={onAll}>
            {words.all}
          </Button>
        )}
        <Tooltip label={`${words.clear}  Esc`}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.clear} onClick={onNone}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.actions} role="toolbar" aria-label={drafts.bar}>
        <Tooltip label={`${compose.discard}  ${frame.keyNames.remove}`}>
          <Button
            variant="default"
            size="compact-md"
            fz="sm"
            leftSection={<IconTrash size={18} stroke={1.75} aria-hidden />}
            onClick={onThrowAway}
          >
            {compose.discard}
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

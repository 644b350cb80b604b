// Send, and beside it the times at which it may leave instead.
import { Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronUp, IconSend } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useStrings } from '../../strings/words';
import { SendLaterDialog } from '../send-later/send-later-dialog';
import { SendTimes } from '../send-later/send-times';
import classes from './composer.module.css';
import { useKeyboardBack } from './give-keyboard';
import { useKeyName } from './use-key-name';
import type { Later, Sending } from './use-send';

type Props = {
  readonly sending: Sending;
  /** The next Send goes ahead in spite of a hint. */
  readonly isAsking: boolean;
  readonly send: (later?: Later | null) => void;
  readonly isLaterOpen: boolean;
  readonly setLaterOpen: (isOpen: boolean) => void;
};

/** Not drawn anew with the counts beside it. */
export const SendButton = memo(function SendButton({ sending, isAsking, send, isLaterOpen, setLaterOpen }: Props) {
  const { compose, frame, sendLater } = useStrings();
  const key = useKeyName();
  const [isChoosing, setChoosing] = useState(false);
  useKeyboardBack(isChoosing);
  const { isSending, asking } = sending;
  const isAskingLater = isAsking && asking !== null && asking.later !== null;
  const word = isAskingLater ? compose.scheduleAnyway : isAsking ? compose.sendAnyway : isSending ? compose.sending : compose.send;
  const { keyNames } = frame;
  return (
    <div className={classes.send}>
      <Tooltip position="bottom-start" label={`${compose.send}  ${key(keyNames.enter)}`}>
        <Button leftSection={<IconSend size={18} stroke={1.75} aria-hidden />} disabled={isSending} onClick={() => send()}>
          {word}
        </Button>
      </Tooltip>
      <Menu
        opened={isLaterOpen && !isSending}
        onChange={setLaterOpen}
        position="top-start"
        shadow="md"
        width={288}
        withInitialFocusPlaceholder={false}
        withinPortal={false}
      >
        <Menu.Target>
          <Tooltip position="bottom-start" label={`${sendLater.title}  ${key(`${keyNames.shift} ${keyNames.enter}`)}`}>
            <Button className={classes.later ?? ''} disabled={isSending} aria-label={sendLater.title}>
              <IconChevronUp size={18} stroke={1.75} aria-hidden />
            </Button>
          </Tooltip>
        </Menu.Target>
        <SendTimes onChosen={send} onChoose={() => setChoosing(true)} {...(isAskingLater ? { onNow: () => send(null) } : {})} />
      </Menu>
      <SendLaterDialog
        isOpened={isChoosing}
        onClose={() => setChoosing(false)}
        onChosen={(later) => {
          setChoosing(false);
          send(later);
        }}
      />
    </div>
  );
});

// "Sending to Anna in 7 s": the strip above the status line, one line for each letter that can still be called back.
import { Button, Tooltip } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { useNow } from '../../hooks/use-now';
import { useStrings } from '../../strings/words';
import { sendAtOnce, takeBack, useHeld } from './held';
import { keyName } from './key-names';
import { open } from './navigation';
import { whoOf } from './sending';
import { session } from './session';
import classes from './undo-strip.module.css';

/** More would push the room away; the outbox has them all. */
const SHOWN = 3;

/** @param props.held how many there are, as the status says */
export function UndoStrip(props: { readonly held: number }) {
  const { frame, sendLater } = useStrings();
  const items = useHeld(props.held);
  const platform = session.use((value) => value.platform);
  const undoKey = keyName(platform, 'Z', frame.keyNames);
  const [newest] = items;
  const more = items.length - SHOWN;
  return (
    <>
      <p className="unseen" aria-live="polite">
        {newest !== undefined && sendLater.undo.announce(...whoOf(newest), secondsOf(newest, newest.createdAt), undoKey)}
      </p>
      {items.length > 0 && (
        <section className={classes.strip} aria-label={sendLater.undo.label}>
          <ul>
            {items.slice(0, SHOWN).map((item, index) => (
              <Held key={item.id} item={item} undoKey={index === 0 ? undoKey : null} />
            ))}
          </ul>
          {more > 0 && (
            <Button variant="subtle" color="gray" size="compact-sm" className={classes.more ?? ''} onClick={() => open('outbox', null)}>
              {sendLater.undo.others(more)}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

const secondsOf = ({ nextTryAt }: OutboxItem, from: number): number => Math.max(0, Math.ceil(((nextTryAt ?? from) - from) / 1000));

function Held({ item, undoKey }: { readonly item: OutboxItem; readonly undoKey: string | null }) {
  const { sendLater } = useStrings();
  const now = useNow(1000);
  return (
    <li className={classes.held}>
      <IconSend className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <span className={classes.text}>{sendLater.undo.sendsIn(...whoOf(item), secondsOf(item, Math.max(now, item.createdAt)))}</span>
      <Tooltip label={`${sendLater.undo.undo}  ${undoKey}`} disabled={undoKey === null}>
        <Button variant="default" size="compact-sm" onClick={() => void takeBack(item.id)}>
          {sendLater.undo.undo}
        </Button>
      </Tooltip>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void sendAtOnce(item.id)}>
        {sendLater.undo.sendNow}
      </Button>
    </li>
  );
}

// A list of messages that comes in pages: sent mail, or what the practice mailbox caught.
import type { ReactNode } from 'react';
import type { MessageSummary } from '../../../electron/contract/model/messages';
import type { Pages } from '../../hooks/use-pages';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { VirtualList } from '../../ui/virtual-list';
import { dragLetterOut } from '../frame/dragged-out';
import { messageKey, open, useSelected } from '../frame/navigation';
import { useSettings } from '../frame/session';
import { LETTER_ROW_HEIGHT, LetterRow } from './letter-row';
import classes from './message-list.module.css';

type Props = {
  readonly room: 'sent' | 'practice';
  readonly label: string;
  readonly pages: Pages<MessageSummary>;
  /** What it waits for, when that takes longer than a blink. */
  readonly waiting: string | null;
  readonly empty: ReactNode;
  readonly failureAction?: ReactNode;
};

export function MessageList({ room, label, pages, waiting, empty, failureAction }: Props) {
  const strings = useStrings();
  const { sent } = strings;
  const { hasSingleKeys } = useSettings();
  const selected = useSelected(room);
  const { state, failure, total, itemAt, onSeen } = pages;
  return (
    <>
      {failure?.code === 'no-sent-folder' && <EmptyState sentence={sent.noFolder} />}
      {failure !== null && failure.code !== 'no-sent-folder' && (
        <div className={classes.failure}>
          <FailureNote failure={failure} tone="warn" actions={failureAction} />
        </div>
      )}
      {waiting !== null && (
        <p className={classes.waiting} role="status">
          {waiting}
        </p>
      )}
      {total === 0 && state === 'ready' && empty}
      {total > 0 && (
        <VirtualList
          label={label}
          total={total}
          itemAt={itemAt}
          keyOf={({ ref }) => messageKey(ref)}
          renderRow={({ to, subject, at, hasAttachments }) => (
            <LetterRow who={to} nobody={sent.noRecipient} subject={subject} at={at} hasAttachments={hasAttachments} />
          )}
          rowHeight={LETTER_ROW_HEIGHT}
          selected={selected}
          onOpen={({ ref }) => open(room, messageKey(ref))}
          hasSingleKeys={hasSingleKeys}
          onSeen={onSeen}
          onDragOut={(event, { ref, subject }) => void dragLetterOut(event, { kind: 'message', ref }, subject, strings)}
        />
      )}
    </>
  );
}

// An opened message: the letter as it was sent, and what stands behind it.
import { Button } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import type { MessageRef, OpenedMessage } from '../../../electron/contract/model/messages';
import { useLate } from '../../hooks/use-late';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { AnswerButtons } from './answer-buttons';
import { Fate } from './fate';
import classes from './message.module.css';
import { MessageCopies } from './message-copies';
import { MessageFiles } from './message-files';
import { MessageHead } from './message-head';
import { MessageWays } from './message-ways';
import { useOpened } from './use-opened';

export function MessageView({ messageRef }: { readonly messageRef: MessageRef }) {
  const { sent } = useStrings();
  const { result, again } = useOpened(messageRef);
  const isLate = useLate(result === null);
  if (result === null) return isLate ? <p className={classes.waiting}>{sent.loadingMessage}</p> : null;
  if (!result.ok) {
    return (
      <div className={classes.message}>
        <FailureNote failure={result.failure} isNews actions={<Button onClick={again}>{sent.again}</Button>} />
      </div>
    );
  }
  return <Message message={result.value} />;
}

function Message({ message }: { readonly message: OpenedMessage }) {
  const { sent } = useStrings();
  const { ref } = message;
  const outboxId = message.outboxId ?? (ref.kind === 'local' ? ref.id : null);
  const entry = useQuery('outbox.entry', outboxId === null ? null : { id: outboxId }).value;
  // A copy that the provider has filed does not tell who was in Bcc; we remember.
  const hidden = message.bcc.length > 0 ? message.bcc : (entry?.recipients.filter(({ field }) => field === 'bcc') ?? []);
  return (
    <article className={classes.sheet} aria-label={sent.message}>
      <div className={classes.message}>
        <MessageHead message={message} bcc={hidden} />
        {ref.kind === 'practice' && (
          <p className={classes.note}>
            <IconTarget size={18} stroke={1.75} aria-hidden />
            {sent.practiceNote}
          </p>
        )}
        {entry !== null && <Fate recipients={entry.recipients} />}
        <MessageCopies message={message} bcc={hidden} />
        <MessageFiles message={message} />
        <MessageWays message={message} />
      </div>
      <AnswerButtons message={message} />
    </article>
  );
}

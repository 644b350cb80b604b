// The drafts, newest first.
import { Button } from '@mantine/core';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { VirtualList } from '../../ui/virtual-list';
import { discarded } from '../compose/discard';
import { select, useSelected, writeNew } from '../frame/navigation';
import { useSettings } from '../frame/session';
import { LETTER_ROW_HEIGHT, LetterRow } from '../message/letter-row';

export function DraftList() {
  const { compose } = useStrings();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('drafts');
  const { value, failure } = useQuery('drafts.list', {});
  const { ids } = discarded.use();
  if (value === null) return failure === null ? null : <FailureNote failure={failure} />;
  const drafts = value.filter(({ id }) => !ids.has(id));
  if (drafts.length === 0)
    return <EmptyState sentence={compose.draftsEmpty} action={<Button onClick={() => void writeNew()}>{compose.write}</Button>} />;
  return (
    <VirtualList
      label={compose.drafts}
      total={drafts.length}
      itemAt={(index) => drafts[index] ?? null}
      keyOf={({ id }) => id}
      renderRow={({ to, subject, updatedAt, attachments }) => (
        <LetterRow who={to} nobody={compose.noRecipient} subject={subject} at={updatedAt} hasAttachments={attachments > 0} />
      )}
      rowHeight={LETTER_ROW_HEIGHT}
      selected={selected}
      onOpen={({ id }) => select(id)}
      hasSingleKeys={hasSingleKeys}
    />
  );
}

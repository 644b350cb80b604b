// What waits, is being sent, or needs the person.
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import { useNow } from '../../hooks/use-now';
import { useQuery } from '../../hooks/use-query';
import { useLanguage, useStrings } from '../../strings/words';
import { EmptyState } from '../../ui/empty-state';
import { FailureNote } from '../../ui/failure-note';
import { StateChip } from '../../ui/state-chip';
import { VirtualList } from '../../ui/virtual-list';
import { select, useSelected } from '../frame/navigation';
import { useSettings } from '../frame/session';
import { LETTER_ROW_HEIGHT_WITH_STATE, LetterRow } from '../message/letter-row';
import { partSent, tellShortly } from './describe';
import { ProgressBar } from './progress-bar';

export function OutboxList() {
  const { outbox } = useStrings();
  const { hasSingleKeys } = useSettings();
  const selected = useSelected('outbox');
  const { value, failure } = useQuery('outbox.list', {});
  if (value === null) return failure === null ? null : <FailureNote failure={failure} />;
  if (value.length === 0) return <EmptyState sentence={outbox.empty} />;
  return (
    <VirtualList
      label={outbox.outbox}
      total={value.length}
      itemAt={(index) => value[index] ?? null}
      keyOf={({ id }) => id}
      renderRow={(item) => <OutboxRow item={item} />}
      rowHeight={LETTER_ROW_HEIGHT_WITH_STATE}
      selected={selected}
      onOpen={({ id }) => select(id)}
      hasSingleKeys={hasSingleKeys}
    />
  );
}

function OutboxRow({ item }: { readonly item: OutboxItem }) {
  const strings = useStrings();
  const language = useLanguage();
  const now = useNow(item.nextTryAt === null ? 60_000 : 1000);
  const { tone, text } = tellShortly(strings, item, now, language);
  const part = partSent(item);
  return (
    <LetterRow
      who={item.to}
      nobody={strings.sent.noRecipient}
      subject={item.subject}
      at={item.createdAt}
      state={
        <>
          <StateChip tone={tone}>{text}</StateChip>
          {part !== null && <ProgressBar part={part} />}
        </>
      }
    />
  );
}

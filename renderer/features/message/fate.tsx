// How a message that was sent from here fared, recipient by recipient.
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { EntryRecipients } from '../outbox/entry-recipients';

export function Fate({ outboxId }: { readonly outboxId: string }) {
  const { sent } = useStrings();
  const entry = useQuery('outbox.entry', { id: outboxId }).value;
  if (entry === null) return null;
  // Where all went alike there is nothing to list: who they are stands above.
  if (entry.recipients.every(({ state }) => state === 'accepted')) {
    return (
      <p>
        <StateChip tone="good">{sent.everyone}</StateChip>
      </p>
    );
  }
  return <EntryRecipients recipients={entry.recipients} title={sent.fate} />;
}

// How a message that was sent from here fared, recipient by recipient.
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { EntryRecipients } from '../outbox/entry-recipients';

export function Fate({ outboxId }: { readonly outboxId: string }) {
  const { sent } = useStrings();
  const entry = useQuery('outbox.entry', { id: outboxId }).value;
  return entry === null ? null : <EntryRecipients recipients={entry.recipients} title={sent.fate} />;
}

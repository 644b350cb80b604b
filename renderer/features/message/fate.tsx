// How a message that was sent from here fared, recipient by recipient.
import type { OutboxEntry } from '../../../electron/contract/model/outbox';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { EntryRecipients } from '../outbox/entry-recipients';

export function Fate({ recipients }: Pick<OutboxEntry, 'recipients'>) {
  const { sent } = useStrings();
  // Where all went alike there is nothing to list: who they are stands above.
  if (recipients.every(({ state }) => state === 'accepted')) {
    return (
      <p>
        <StateChip tone="good">{sent.everyone}</StateChip>
      </p>
    );
  }
  return <EntryRecipients recipients={recipients} title={sent.fate} />;
}

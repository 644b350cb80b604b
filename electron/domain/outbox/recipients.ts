// The recipients of a message: who has it, for whom it still is, and what that makes of the message.
import type { Failure } from '../../contract/failure';
import type { MessageState, RecipientState } from '../../contract/model/outbox';
import type { OutboxMessage, OutboxRecipient } from './life';

/** Whether an attempt is to include this recipient. Nobody who was accepted, refused or is uncertain ever is. */
export const isOpen = ({ state }: OutboxRecipient): boolean => state === 'pending' || state === 'deferred';
export const hasIt = ({ state }: OutboxRecipient): boolean =>
  state === 'accepted' || state === 'delayed' || state === 'delivered' || state === 'bounced';
/** How many have it. */
export const countAccepted = ({ recipients }: Pick<OutboxMessage, 'recipients'>): number => recipients.filter(hasIt).length;
/** Whether a message of its own has gone to another address in the place of this one. */
export const isReplaced = ({ state, failure }: OutboxRecipient): boolean =>
  state === 'refused' && failure?.code === 'cancelled' && failure.address !== undefined;
/** Whether it was refused, and the person has not settled that yet. */
export const isRefused = (recipient: OutboxRecipient): boolean => recipient.state === 'refused' && !isReplaced(recipient);
/** Whether the message is still for this one: who waits for it or was refused, and has no other address by now. */
export const isStillFor = (recipient: OutboxRecipient): boolean => isOpen(recipient) || isRefused(recipient);

/** The state that its recipients give a message. */
export function deriveState(recipients: readonly OutboxRecipient[]): MessageState {
  if (recipients.some(({ state }) => state === 'uncertain')) return 'uncertain';
  if (recipients.some(({ state }) => state === 'deferred')) return 'deferred';
  if (recipients.some(({ state }) => state === 'pending')) return 'queued';
  if (recipients.every(hasIt)) return 'accepted';
  return recipients.some(hasIt) ? 'partly' : 'failed';
}

export const firstFailure = (recipients: readonly OutboxRecipient[], state: RecipientState): Failure | null =>
  recipients.find((one) => one.state === state)?.failure ?? null;

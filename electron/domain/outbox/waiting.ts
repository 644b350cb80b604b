// What becomes of a message that waits, without an attempt: it is kept aside, let go at its time, or looked for in Sent.
import type { Failure } from '../../contract/failure';
import { line, type OutboxMessage, type OutboxRecipient, type Step, step } from './life';
import { deriveState } from './recipients';

/** Its time was missed, and the person has not said yet what becomes of it. */
export const isMissed = ({ state, failure }: OutboxMessage): boolean => state === 'kept' && failure?.code === 'schedule-missed';

export function keep(message: OutboxMessage, failure: Failure | null, event = 'kept'): Step {
  const recipients = message.recipients.map(
    (recipient): OutboxRecipient => (recipient.state === 'deferred' ? { ...recipient, state: 'pending' } : recipient),
  );
  return step({ ...message, recipients, state: 'kept', failure, notBefore: null }, line(event, failure));
}

/** Its time has come. */
export const release = (message: OutboxMessage): Step =>
  step({ ...message, state: deriveState(message.recipients), notBefore: null }, line('released'));

/** A look that could not be taken is no part of the story. */
export const looked = (message: OutboxMessage, looks: number, lookAt: number | null): Step =>
  step({ ...message, looks, lookAt }, ...(looks > message.looks ? [line('not-found-in-sent')] : []));

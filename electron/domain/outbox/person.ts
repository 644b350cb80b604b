// What the person does to a message in the outbox: try again, set its time, write to the refused, cancel, settle.
import type { Failure } from '../../contract/failure';
import type { MessageState, RecipientState } from '../../contract/model/outbox';
import type { ReplacedRecipient } from './events';
import { line, type OutboxMessage, type OutboxRecipient, type Step, step, waitingStates } from './life';
import { countAccepted, deriveState, firstFailure, hasIt, isOpen, isRefused, isReplaced } from './recipients';

const movable: readonly MessageState[] = ['held', 'scheduled', 'kept', 'queued', 'deferred', 'failed', 'sending'];
/**
 * Whether it may still leave from another account, under another Message-ID: no recipient has it or may have it.
 * What is being sent has to be called off first. `accepted`: how many have it.
 */
export const canMove = (message: { readonly state: MessageState; readonly dotAt: number | null; readonly accepted: number }): boolean =>
  movable.includes(message.state) && message.dotAt === null && message.accepted === 0;

/** Whoever can be tried now can be tried later just as well. */
export function schedule(message: OutboxMessage, at: number, until: number): Step | null {
  const again = retry(message, at);
  return again === null ? null : step({ ...again.message, state: 'scheduled', notBefore: until }, line('scheduled'));
}

export function retry(message: OutboxMessage, at: number): Step | null {
  switch (message.state) {
    case 'failed':
    case 'partly':
      return message.recipients.some(isRefused) ? reopen(message, 'refused', at, 'retried') : null;
    case 'kept':
    case 'held':
    case 'scheduled':
    case 'queued':
    case 'deferred':
      return reopen(message, null, at, 'retried');
    default:
      return null;
  }
}

/** Makes it wait for an attempt at once, with the recipients of this state among those it is for. Patience begins anew. */
export const reopen = (message: OutboxMessage, from: RecipientState | null, at: number, event: string): Step =>
  reopenWhere(message, (one) => one.state === from && !isReplaced(one), at, event);

function reopenWhere(message: OutboxMessage, isIt: (one: OutboxRecipient, index: number) => boolean, at: number, event: string): Step {
  const recipients = message.recipients.map(
    (one, index): OutboxRecipient => (isIt(one, index) ? { state: 'pending', failure: null, at } : one),
  );
  const fresh = { tries: 0, patientFrom: at, crashes: 0, notBefore: null, dotAt: null, lookAt: null, failure: null, isDismissed: false };
  return step({ ...message, ...fresh, recipients, state: deriveState(recipients) }, line(event));
}

const asksAboutRefused: readonly MessageState[] = ['failed', 'partly', 'deferred'];
/** Whether each of these recipients was refused, and may be written to again. */
export const canReopen = (message: OutboxMessage, indexes: Iterable<number>): boolean =>
  asksAboutRefused.includes(message.state) &&
  [...indexes].every((index) => {
    const recipient = message.recipients[index];
    return recipient !== undefined && isRefused(recipient);
  });

export const reopenThese = (message: OutboxMessage, at: number, indexes: ReadonlySet<number>): Step | null =>
  indexes.size > 0 && canReopen(message, indexes) ? reopenWhere(message, (_one, index) => indexes.has(index), at, 'sent-to-refused') : null;

export function replace(message: OutboxMessage, at: number, replaced: readonly ReplacedRecipient[]): Step | null {
  const addresses = new Map(replaced.map(({ index, address }) => [index, address]));
  if (addresses.size === 0 || !canReopen(message, addresses.keys())) return null;
  const recipients = message.recipients.map((one, index): OutboxRecipient => {
    const address = addresses.get(index);
    return address === undefined ? one : { state: 'refused', failure: { code: 'cancelled', address }, at };
  });
  const changed = { ...message, recipients };
  // As long as others wait, or were refused and not corrected, it is still about them.
  if (recipients.some((one) => isOpen(one) || isRefused(one))) return step(changed, line('sent-to-refused'));
  return step({ ...changed, state: recipients.some(hasIt) ? 'partly' : 'cancelled', isDismissed: true }, line('sent-to-refused'));
}

export function cancel(message: OutboxMessage, as: 'cancelled' | 'edited' | 'moved', at: number): Step | null {
  const isPossible =
    waitingStates.includes(message.state) || message.state === 'kept' || message.state === 'failed' || message.state === 'partly';
  // What was cancelled can still be taken back to edit it: nothing a person wrote is out of reach.
  if (!isPossible && !(message.state === 'cancelled' && as === 'edited')) return null;
  if (as === 'moved' && !canMove({ ...message, accepted: countAccepted(message) })) return null;
  const recipients = message.recipients.map(
    (one): OutboxRecipient => (isOpen(one) ? { state: 'refused', failure: { code: 'cancelled' }, at } : one),
  );
  const state = recipients.some(hasIt) ? 'partly' : 'cancelled';
  return step(
    {
      ...message,
      recipients,
      state,
      notBefore: null,
      isDismissed: true,
      failure: state === 'partly' ? { code: 'some-recipients-refused' } : message.failure,
    },
    line(as),
  );
}

export function wasSent(message: OutboxMessage, as: 'marked-sent' | 'found-in-sent', at: number): Step {
  const recipients = message.recipients.map(
    (one): OutboxRecipient => (one.state === 'uncertain' ? { state: 'accepted', failure: null, at } : one),
  );
  const state = deriveState(recipients);
  const failure: Failure | null =
    state === 'partly' ? { code: 'some-recipients-refused' } : state === 'deferred' ? firstFailure(recipients, 'deferred') : null;
  const settled = { state, failure, dotAt: null, lookAt: null, notBefore: null, acceptedAt: message.acceptedAt ?? at };
  return step({ ...message, ...settled, recipients }, line(as));
}

// What an attempt does to a message: it starts, marks the final dot, concludes, is put back, or the engine ends in its midst.
import type { Failure } from '../../contract/failure';
import type { MessageState } from '../../contract/model/outbox';
import { lookDelay } from '../looks';
import { isTemporary } from '../smtp-failure';
import type { MarkedAhead, OutboxEvent, RefusedRecipient } from './events';
import { line, type OutboxMessage, type OutboxRecipient, type Step, step } from './life';
import { deriveState, firstFailure, isOpen } from './recipients';
import { keep } from './waiting';

/** Ends of the engine that a message is forgiven before it is kept aside. */
const mostCrashes = 3;

/** When the final dot went out, or may have, as far as an event can tell. */
export const dotOf = ({ dotAt }: Pick<OutboxMessage, 'dotAt'>, event: OutboxEvent | MarkedAhead): number | null =>
  'dotAt' in event && event.dotAt !== undefined ? event.dotAt : dotAt;

/** `dotAt`: of a mark that is set ahead. */
export function start(message: OutboxMessage, patience: number, dotAt: number | null): Step | null {
  if (message.state !== 'queued' && message.state !== 'deferred') return null;
  const { attempts, tries } = message;
  // Patience counts from the first attempt that was not cut short.
  const wasTried = tries > 0 && message.recipients.some((one) => one.state === 'deferred');
  const patientFrom = wasTried ? message.patientFrom : patience;
  return step(
    { ...message, state: 'sending', attempts: attempts + 1, tries: tries + 1, patientFrom, failure: null, dotAt, notBefore: null },
    line('attempt'),
  );
}

export function mark(message: OutboxMessage, at: number, refused: readonly RefusedRecipient[]): Step {
  const failures = new Map(refused.map(({ index, failure }) => [index, failure]));
  // Somebody must have been taken, or no dot would be due: a list that names everybody is not believed.
  const isCredible = message.recipients.some((one, index) => isOpen(one) && !failures.has(index));
  const recipients = message.recipients.map((one, index): OutboxRecipient => {
    const failure = isCredible && isOpen(one) ? failures.get(index) : undefined;
    return failure === undefined ? one : { state: isTemporary(failure) ? 'deferred' : 'refused', failure, at };
  });
  return step({ ...message, dotAt: at, recipients }, line('dot'));
}

/** Whether it was put off in this attempt, before the final dot: it surely has nothing of it. */
const isOutOfIt = ({ state, at }: OutboxRecipient, { dotAt }: OutboxMessage): boolean =>
  state === 'deferred' && dotAt !== null && at === dotAt;

type Conclusion = Extract<OutboxEvent, { readonly kind: 'accepted' | 'not-sent' | 'unknown' }>;

export function conclude(message: OutboxMessage, event: Conclusion): Step {
  const recipients = message.recipients.map((recipient, index) =>
    !isOpen(recipient) || (event.kind === 'unknown' && isOutOfIt(recipient, message)) ? recipient : concludeOne(event, index),
  );
  const state = deriveState(recipients);
  const changed: OutboxMessage = {
    ...message,
    recipients,
    state,
    crashes: 0,
    dotAt: state === 'uncertain' ? dotOf(message, event) : null,
    notBefore: state === 'deferred' && event.kind !== 'unknown' ? event.retryAt : null,
    failure: failureOf(state, event, recipients),
    ...(event.kind === 'unknown' ? { looks: 0, lookAt: lookTime(event.at, 0) } : {}),
    ...(event.kind === 'accepted' ? { acceptedAt: message.acceptedAt ?? event.at, reply: event.reply } : {}),
  };
  const said = event.kind === 'accepted' ? event.reply : (changed.failure?.said ?? null);
  return step(changed, line(storyName(state, event), changed.failure, said));
}

/** What the story calls it: some may have accepted it while others are put off. */
const storyName = (state: MessageState, event: Conclusion): string =>
  event.kind === 'accepted' && state === 'deferred' ? 'partly' : state;

function concludeOne(event: Conclusion, index: number): OutboxRecipient {
  const { at } = event;
  if (event.kind === 'unknown') return { state: 'uncertain', failure: event.failure, at };
  const own = event.refused.find((refused) => refused.index === index)?.failure;
  const failure = own ?? (event.kind === 'not-sent' ? event.failure : null);
  if (failure === null) return { state: 'accepted', failure: null, at };
  return { state: isTemporary(failure) && event.retryAt !== null ? 'deferred' : 'refused', failure, at };
}

function failureOf(state: MessageState, event: Conclusion, recipients: readonly OutboxRecipient[]): Failure | null {
  if (state === 'accepted') return null;
  if (state === 'partly') return { code: 'some-recipients-refused' };
  if (event.kind !== 'accepted')
    return state === 'deferred' && !isTemporary(event.failure) ? firstFailure(recipients, 'deferred') : event.failure;
  return firstFailure(recipients, state === 'deferred' ? 'deferred' : 'refused');
}

const lookTime = (at: number, looks: number): number | null => {
  const delay = lookDelay(looks);
  return delay === null ? null : at + delay;
};

/** What waits for a server that can't be used any longer is failed without a turn of its own: there may be thousands. */
export const giveUp = (message: OutboxMessage, at: number, failure: Failure): Step =>
  conclude(message, { kind: 'not-sent', at, failure, refused: [], retryAt: null });

export function putBack(message: OutboxMessage, failure: Failure | null): Step {
  const state = deriveState(message.recipients);
  const changed: OutboxMessage = {
    ...message,
    state,
    failure: failure ?? message.failure,
    crashes: 0,
    tries: Math.max(0, message.tries - 1),
    notBefore: null,
    dotAt: null,
  };
  return step(changed, line('deferred', failure, failure?.said ?? null));
}

export function afterCrash(message: OutboxMessage, at: number, dotAt: number | null): Step {
  if (dotAt !== null) {
    const failure: Failure = { code: 'outcome-unknown', detail: 'the engine ended after the final dot' };
    const crashed = step(message, line('crashed')).story;
    const concluded = conclude(message, { kind: 'unknown', at, failure });
    return { message: concluded.message, story: [...crashed, ...concluded.story] };
  }
  const crashes = message.crashes + 1;
  const waiting: OutboxMessage = { ...message, state: deriveState(message.recipients), crashes, dotAt: null, notBefore: null };
  if (crashes < mostCrashes) return step(waiting, line('crashed'));
  const kept = keep(waiting, { code: 'crashed-thrice' });
  return { message: kept.message, story: [line('crashed'), ...kept.story] };
}

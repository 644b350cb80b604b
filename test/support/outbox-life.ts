// Messages of the outbox and what happens to them, as plain values for the state machine.
import type { Failure } from '../../electron/contract/failure';
import type { OutboxEvent } from '../../electron/domain/outbox/events';
import type { OutboxMessage } from '../../electron/domain/outbox/life';
import { next } from '../../electron/domain/outbox/next';

export const fresh = (recipients: number, change: Partial<OutboxMessage> = {}): OutboxMessage => ({
  state: 'queued',
  failure: null,
  notBefore: null,
  attempts: 0,
  tries: 0,
  patientFrom: 0,
  dotAt: null,
  crashes: 0,
  acceptedAt: null,
  reply: null,
  looks: 0,
  lookAt: null,
  isDismissed: false,
  recipients: Array.from({ length: recipients }, () => ({ state: 'pending', failure: null, at: null })),
  ...change,
});
export const later: Failure = { code: 'temporarily-refused', reply: 451, said: 'later' };
export const nobody: Failure = { code: 'recipients-refused', reply: 550, said: 'no such person' };
export const lost: Failure = { code: 'outcome-unknown' };

/** Runs events that must all be possible. */
export function live(message: OutboxMessage, ...events: readonly OutboxEvent[]): OutboxMessage {
  return events.reduce((now, event) => {
    const step = next(now, event);
    if (step === null) throw new Error(`${event.kind} is not possible in ${now.state}`);
    return step.message;
  }, message);
}
export const isWaiting = ({ state }: OutboxMessage) => state === 'queued' || state === 'deferred';
export const states = (message: OutboxMessage) => message.recipients.map(({ state }) => state);
export const start: OutboxEvent = { kind: 'start', at: 1, patience: 1 };
export const dot: OutboxEvent = { kind: 'dot', at: 2, refused: [] };
export const accepted = (
  refused: Extract<OutboxEvent, { kind: 'accepted' }>['refused'] = [],
  retryAt: number | null = 100,
): OutboxEvent => ({
  kind: 'accepted',
  at: 3,
  reply: '250 fine',
  refused,
  retryAt,
});
export const notSent = (failure: Failure, retryAt: number | null = 100): OutboxEvent => ({
  kind: 'not-sent',
  at: 3,
  failure,
  refused: [],
  retryAt,
});

// The outbox's state machine: what each event makes of a message. Pure, so that every order of events can be tried.
import { afterCrash, conclude, dotOf, giveUp, mark, putBack, start } from './attempt';
import type { OutboxEvent } from './events';
import { line, type OutboxMessage, type Step, step, waitingStates } from './life';
import { cancel, reopen, reopenThese, replace, retry, schedule, wasSent } from './person';
import { isMissed, keep, looked, release } from './waiting';

/** What an event makes of a message; null: it can't happen in this state. */
export function next(message: OutboxMessage, event: OutboxEvent): Step | null {
  switch (event.kind) {
    case 'start':
      return start(message, event.patience, event.isMarked === true ? event.at : null);
    case 'dot':
      return message.state === 'sending' ? mark(message, event.at, event.refused) : null;
    case 'accepted':
    case 'not-sent':
    case 'unknown':
      return message.state === 'sending' ? conclude(message, event) : null;
    case 'put-back':
      return message.state === 'sending' ? putBack(message, event.failure) : null;
    case 'gave-up':
      return message.state === 'queued' || message.state === 'deferred' ? giveUp(message, event.at, event.failure) : null;
    case 'engine-ended':
      return message.state === 'sending' ? afterCrash(message, event.at, dotOf(message, event)) : null;
    case 'account-gone':
      return waitingStates.includes(message.state) ? keep(message, { code: 'account-missing' }) : null;
    case 'release':
      return message.state === 'held' || message.state === 'scheduled' ? release(message) : null;
    case 'hold-again':
      return message.state === 'held' ? step({ ...message, notBefore: event.until }, line('held')) : null;
    case 'missed':
      return message.state === 'scheduled' ? keep(message, { code: 'schedule-missed' }, 'missed') : null;
    case 'retry':
      return retry(message, event.at);
    case 'schedule':
      return schedule(message, event.at, event.until);
    case 'keep':
      return waitingStates.includes(message.state) || isMissed(message) ? keep(message, null) : null;
    case 'cancel':
      return cancel(message, event.as, event.at);
    case 'looked':
      return message.state === 'uncertain' ? looked(message, event.looks, event.lookAt) : null;
    case 'reopen':
      return reopenThese(message, event.at, new Set(event.indexes));
    case 'replace':
      return replace(message, event.at, event.replaced);
    case 'send-again':
      return message.state === 'uncertain' ? reopen(message, 'uncertain', event.at, 'send-again') : null;
    case 'was-sent':
      return message.state === 'uncertain' ? wasSent(message, event.as, event.at) : null;
  }
}

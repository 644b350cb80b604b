// The life of a message in the outbox: what each event makes of it. Pure, so that every order of events can be tried.
import type { Failure } from '../contract/failure';
import type { MessageState, RecipientState } from '../contract/model/outbox';
import { lookDelay } from './looks';
import { countedFrom } from './retry';
import { isTemporary } from './smtp-failure';

export type OutboxRecipient = { readonly state: RecipientState; readonly failure: Failure | null; readonly at: number | null };

export type OutboxMessage = {
  readonly state: MessageState;
  readonly failure: Failure | null;
  /** When the next attempt may start, ms since 1970; null: at once, or never by itself. */
  readonly notBefore: number | null;
  /** Attempts in all. */
  readonly attempts: number;
  /** Attempts since the person last asked for one, and since when patience counts. */
  readonly tries: number;
  readonly patientFrom: number;
  /** When the final dot was about to go out, in the attempt under way or the one whose outcome is not known. */
  readonly dotAt: number | null;
  /** How often in a row the engine ended while this was being sent. */
  readonly crashes: number;
  readonly acceptedAt: number | null;
  readonly reply: string | null;
  /** How often it was looked for in Sent since it is uncertain, and when it is looked for next; null: no more by itself. */
  readonly looks: number;
  readonly lookAt: number | null;
  /** The person does not want to see it in the outbox any more. */
  readonly isDismissed: boolean;
  readonly recipients: readonly OutboxRecipient[];
};

/** A recipient whose address the person has corrected: a message of its own goes to the new one. */
export type ReplacedRecipient = { readonly index: number; readonly address: string };
export type RefusedRecipient = { readonly index: number; readonly failure: Failure };

export type OutboxEvent =
  /** An attempt begins. It is for the recipients that `isOpen` names and for nobody else. */
  | { readonly kind: 'start'; readonly at: number }
  /** Everything but the final dot is out, and these recipients were refused before: what is not known behind the dot is not about them. */
  | { readonly kind: 'dot'; readonly at: number; readonly refused: readonly RefusedRecipient[] }
  /** `retryAt`: when the deferred are tried again; null: patience is over. `patientFrom`: since when it counts, sleep in the attempt left out. */
  | {
      readonly kind: 'accepted';
      readonly at: number;
      readonly reply: string;
      readonly refused: readonly RefusedRecipient[];
      readonly retryAt: number | null;
      readonly patientFrom: number;
    }
  | {
      readonly kind: 'not-sent';
      readonly at: number;
      readonly failure: Failure;
      readonly refused: readonly RefusedRecipient[];
      readonly retryAt: number | null;
      readonly patientFrom: number;
    }
  | { readonly kind: 'unknown'; readonly at: number; readonly failure: Failure }
  /** The attempt surely sent nothing, because of the account or because it was called off: it does not count. `failure` null: called off. */
  | { readonly kind: 'put-back'; readonly at: number; readonly failure: Failure | null }
  /** Seen at the next start: the engine ended in the midst of an attempt. */
  | { readonly kind: 'engine-ended'; readonly at: number }
  | { readonly kind: 'account-gone'; readonly at: number }
  /** The undo time is over, or the scheduled time has come. */
  | { readonly kind: 'release'; readonly at: number }
  /** Seen at the next start: the program ended inside the undo time, which begins anew. */
  | { readonly kind: 'hold-again'; readonly at: number; readonly until: number }
  /** A scheduled time that nobody was there for. */
  | { readonly kind: 'missed'; readonly at: number }
  /** It was looked for in Sent and was not there. `lookAt`: when it is looked for next; null: not by itself. */
  | { readonly kind: 'looked'; readonly at: number; readonly looks: number; readonly lookAt: number | null }
  /** From here on: what the person does. */
  | { readonly kind: 'retry'; readonly at: number }
  | { readonly kind: 'schedule'; readonly at: number; readonly until: number }
  | { readonly kind: 'keep'; readonly at: number }
  | { readonly kind: 'cancel'; readonly at: number; readonly as: 'cancelled' | 'edited' | 'moved' }
  /** It goes to these refused ones again, and to none of the others. */
  | { readonly kind: 'reopen'; readonly at: number; readonly indexes: readonly number[] }
  /** These refused ones have other addresses now, to which another message goes. */
  | { readonly kind: 'replace'; readonly at: number; readonly replaced: readonly ReplacedRecipient[] }
  | { readonly kind: 'send-again'; readonly at: number }
  | { readonly kind: 'was-sent'; readonly at: number; readonly as: 'marked-sent' | 'found-in-sent' };

/** A line of the story. */
export type StoryEvent = { readonly event: string; readonly failure: Failure | null; readonly said: string | null };
export type Step = { readonly message: OutboxMessage; readonly story: readonly StoryEvent[] };

/** Ends of the engine that a message is forgiven before it is kept aside. */
const mostCrashes = 3;

/** The states in which a message waits for its turn. */
export const waitingStates: readonly MessageState[] = ['held', 'scheduled', 'queued', 'deferred'];

/** Whether an attempt is to include this recipient. Nobody who was accepted, refused or is uncertain ever is. */
export const isOpen = ({ state }: OutboxRecipient): boolean => state === 'pending' || state === 'deferred';
const hasIt = ({ state }: OutboxRecipient): boolean =>
  state === 'accepted' || state === 'delayed' || state === 'delivered' || state === 'bounced';
/** How many have it. */
export const countAccepted = ({ recipients }: Pick<OutboxMessage, 'recipients'>): number => recipients.filter(hasIt).length;
/** Whether a message of its own has gone to another address in the place of this one. */
const isReplaced = ({ state, failure }: OutboxRecipient): boolean =>
  state === 'refused' && failure?.code === 'cancelled' && failure.address !== undefined;
/** Whether it was refused, and the person has not settled that yet. */
const isRefused = (recipient: OutboxRecipient): boolean => recipient.state === 'refused' && !isReplaced(recipient);
/** Whether the message is still for this one: who waits for it or was refused, and has no other address by now. */
export const isStillFor = (recipient: OutboxRecipient): boolean => isOpen(recipient) || isRefused(recipient);

const movable: readonly MessageState[] = ['held', 'scheduled', 'kept', 'queued', 'deferred', 'failed', 'sending'];
/**
 * Whether it may still leave from another account, under another Message-ID: no recipient has it or may have it.
 * What is being sent has to be called off first. `accepted`: how many have it.
 */
export const canMove = (message: { readonly state: MessageState; readonly dotAt: number | null; readonly accepted: number }): boolean =>
  movable.includes(message.state) && message.dotAt === null && message.accepted === 0;

/** What an event makes of a message; null: it can't happen in this state. */
export function next(message: OutboxMessage, event: OutboxEvent): Step | null {
  switch (event.kind) {
    case 'start':
      return start(message, event.at);
    case 'dot':
      return message.state === 'sending' ? mark(message, event.at, event.refused) : null;
    case 'accepted':
    case 'not-sent':
    case 'unknown':
      return message.state === 'sending' ? conclude(message, event) : null;
    case 'put-back':
      return message.state === 'sending' ? putBack(message, event.failure) : null;
    case 'engine-ended':
      return message.state === 'sending' ? afterCrash(message, event.at) : null;
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

const line = (event: string, failure: Failure | null = null, said: string | null = null): StoryEvent => ({ event, failure, said });
const step = (message: OutboxMessage, ...story: readonly StoryEvent[]): Step => ({ message, story });

/** The state that its recipients give a message. */
export function deriveState(recipients: readonly OutboxRecipient[]): MessageState {
  if (recipients.some(({ state }) => state === 'uncertain')) return 'uncertain';
  if (recipients.some(({ state }) => state === 'deferred')) return 'deferred';
  if (recipients.some(({ state }) => state === 'pending')) return 'queued';
  if (recipients.every(hasIt)) return 'accepted';
  return recipients.some(hasIt) ? 'partly' : 'failed';
}

function start(message: OutboxMessage, at: number): Step | null {
  if (message.state !== 'queued' && message.state !== 'deferred') return null;
  const { attempts, tries } = message;
  // Patience counts from the first attempt that was not cut short: days without a network, with a paused account or with the
  // program ended take nothing away from it.
  const lastAt = Math.max(...message.recipients.map((one) => (one.state === 'deferred' ? (one.at ?? 0) : 0)));
  const patientFrom = tries === 0 || lastAt === 0 ? at : countedFrom(message.patientFrom, lastAt, at);
  return step(
    { ...message, state: 'sending', attempts: attempts + 1, tries: tries + 1, patientFrom, failure: null, dotAt: null, notBefore: null },
    line('attempt'),
  );
}

function mark(message: OutboxMessage, at: number, refused: readonly RefusedRecipient[]): Step {
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

function conclude(message: OutboxMessage, event: Conclusion): Step {
  const recipients = message.recipients.map((recipient, index) =>
    !isOpen(recipient) || (event.kind === 'unknown' && isOutOfIt(recipient, message)) ? recipient : concludeOne(event, index),
  );
  const state = deriveState(recipients);
  const changed: OutboxMessage = {
    ...message,
    recipients,
    state,
    crashes: 0,
    dotAt: state === 'uncertain' ? message.dotAt : null,
    notBefore: state === 'deferred' && event.kind !== 'unknown' ? event.retryAt : null,
    patientFrom: event.kind === 'unknown' ? message.patientFrom : event.patientFrom,
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

const firstFailure = (recipients: readonly OutboxRecipient[], state: RecipientState): Failure | null =>
  recipients.find((one) => one.state === state)?.failure ?? null;

function putBack(message: OutboxMessage, failure: Failure | null): Step {
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

function afterCrash(message: OutboxMessage, at: number): Step {
  if (message.dotAt !== null) {
    const failure: Failure = { code: 'outcome-unknown', detail: 'the engine ended after the final dot' };
    const crashed = step(message, line('crashed')).story;
    const concluded = conclude(message, { kind: 'unknown', at, failure });
    return { message: concluded.message, story: [...crashed, ...concluded.story] };
  }
  const crashes = message.crashes + 1;
  const waiting: OutboxMessage = { ...message, state: deriveState(message.recipients), crashes, notBefore: null };
  if (crashes < mostCrashes) return step(waiting, line('crashed'));
  const kept = keep(waiting, { code: 'crashed-thrice' });
  return { message: kept.message, story: [line('crashed'), ...kept.story] };
}

/** Its time was missed, and the person has not said yet what becomes of it. */
const isMissed = ({ state, failure }: OutboxMessage): boolean => state === 'kept' && failure?.code === 'schedule-missed';

function keep(message: OutboxMessage, failure: Failure | null, event = 'kept'): Step {
  const recipients = message.recipients.map(
    (recipient): OutboxRecipient => (recipient.state === 'deferred' ? { ...recipient, state: 'pending' } : recipient),
  );
  return step({ ...message, recipients, state: 'kept', failure, notBefore: null }, line(event, failure));
}

/** Its time has come. */
const release = (message: OutboxMessage): Step =>
  step({ ...message, state: deriveState(message.recipients), notBefore: null }, line('released'));

/** A look that could not be taken is no part of the story. */
const looked = (message: OutboxMessage, looks: number, lookAt: number | null): Step =>
  step({ ...message, looks, lookAt }, ...(looks > message.looks ? [line('not-found-in-sent')] : []));

const lookTime = (at: number, looks: number): number | null => {
  const delay = lookDelay(looks);
  return delay === null ? null : at + delay;
};

/** Whoever can be tried now can be tried later just as well. */
function schedule(message: OutboxMessage, at: number, until: number): Step | null {
  const again = retry(message, at);
  return again === null ? null : step({ ...again.message, state: 'scheduled', notBefore: until }, line('scheduled'));
}

function retry(message: OutboxMessage, at: number): Step | null {
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
const reopen = (message: OutboxMessage, from: RecipientState | null, at: number, event: string): Step =>
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

const reopenThese = (message: OutboxMessage, at: number, indexes: ReadonlySet<number>): Step | null =>
  indexes.size > 0 && canReopen(message, indexes) ? reopenWhere(message, (_one, index) => indexes.has(index), at, 'sent-to-refused') : null;

function replace(message: OutboxMessage, at: number, replaced: readonly ReplacedRecipient[]): Step | null {
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

function cancel(message: OutboxMessage, as: 'cancelled' | 'edited' | 'moved', at: number): Step | null {
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

function wasSent(message: OutboxMessage, as: 'marked-sent' | 'found-in-sent', at: number): Step {
  const recipients = message.recipients.map(
    (one): OutboxRecipient => (one.state === 'uncertain' ? { state: 'accepted', failure: null, at } : one),
  );
  const state = deriveState(recipients);
  const failure: Failure | null =
    state === 'partly' ? { code: 'some-recipients-refused' } : state === 'deferred' ? firstFailure(recipients, 'deferred') : null;
  const settled = { state, failure, dotAt: null, lookAt: null, notBefore: null, acceptedAt: message.acceptedAt ?? at };
  return step({ ...message, ...settled, recipients }, line(as));
}

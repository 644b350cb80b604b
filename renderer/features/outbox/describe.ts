// Where a message of the outbox stands, in words. Pure, so that every state can be read in a test.
import type { Failure } from '../../../electron/contract/failure';
import type { MessageState, OutboxItem, RecipientState } from '../../../electron/contract/model/outbox';
import { pausesAccount } from '../../../electron/domain/smtp-failure';
import type { Strings } from '../../strings/en';
import { formatSize } from '../../strings/format';
import type { Language } from '../../strings/languages';
import { formatCount, formatSince } from '../../strings/moments';
import type { Tone } from '../../ui/tone';
import { formatLeaving } from './leaving';

export type Telling = { readonly tone: Tone; readonly text: string };

const tones: Readonly<Record<MessageState, Tone>> = {
  held: 'wait',
  scheduled: 'wait',
  kept: 'warn',
  queued: 'wait',
  sending: 'wait',
  accepted: 'good',
  partly: 'warn',
  deferred: 'wait',
  failed: 'bad',
  uncertain: 'warn',
  cancelled: 'plain',
};

export const recipientTones: Readonly<Record<RecipientState, Tone>> = {
  pending: 'wait',
  deferred: 'wait',
  accepted: 'good',
  refused: 'bad',
  uncertain: 'warn',
  delayed: 'wait',
  delivered: 'good',
  bounced: 'bad',
};

/** Whether the person has to mend the account, or it is gone, before the message goes. */
export const isAboutAccount = (failure: Failure | null): boolean =>
  failure !== null && (pausesAccount(failure) || failure.code === 'account-missing');

/** For the list: a few words. */
export function tellShortly(strings: Strings, item: OutboxItem, now: number, language: Language): Telling {
  const { says } = strings.outbox;
  const tone = toneOf(item);
  switch (item.state) {
    case 'queued':
    case 'deferred': {
      const why = sayObstacle(says, item.failure) ?? (isPutOff(item) ? says.tried(item.attempts) : says.waiting);
      const next = sayNextTry(says, item, now, language);
      return { tone, text: next === '' ? why : `${why}, ${next.charAt(0).toLowerCase()}${next.slice(1)}` };
    }
    case 'sending':
      return { tone, text: saySendingShortly(says, item) };
    case 'accepted':
      // It stands in the list for its copy's sake.
      return { tone, text: item.copy === 'pending' ? says.copyPending : sayState(strings, item, now, language) };
    default:
      return { tone, text: sayState(strings, item, now, language) };
  }
}

/** For the opened entry: whole sentences. */
export function tellFully(strings: Strings, item: OutboxItem, now: number, language: Language): Telling {
  const { says } = strings.outbox;
  const waits = item.state === 'queued' || item.state === 'deferred';
  const sentences = [
    sayState(strings, item, now, language),
    isPutOff(item) || (item.state === 'failed' && item.attempts > 1) ? says.tried(item.attempts) : '',
    waits ? sayNextTry(says, item, now, language) : '',
  ];
  // That it waits is said by how often it was tried and when it is tried next.
  const told = sentences[1] !== '' && sentences[0] === says.waiting ? sentences.slice(1) : sentences;
  return {
    tone: toneOf(item),
    text: told
      .filter((sentence) => sentence !== '')
      .map((sentence) => `${sentence}.`)
      .join(' '),
  };
}

const toneOf = ({ state, copy, failure }: OutboxItem): Tone => {
  if (state === 'accepted' && copy === 'failing') return 'warn';
  if (state === 'kept' && failure === null) return 'plain'; // as the person wanted it
  return (state === 'queued' || state === 'deferred') && isAboutAccount(failure) ? 'warn' : tones[state];
};

/** Tried before and tried again; while there is no network, that is all there is to say. */
const isPutOff = ({ state, attempts, failure }: OutboxItem): boolean => state === 'deferred' && attempts > 0 && !isOfflineFailure(failure);

/** A name that can't be looked up is most often a network that is not there. */
const isOfflineFailure = (failure: Failure | null): boolean => failure?.code === 'offline' || failure?.code === 'dns-failed';

function sayObstacle(says: Says, failure: Failure | null): string | null {
  if (isOfflineFailure(failure)) return says.network;
  return isAboutAccount(failure) ? says.account : null;
}

type Says = Strings['outbox']['says'];

function sayState({ outbox: { says } }: Strings, item: OutboxItem, now: number, language: Language): string {
  const { nextTryAt, failure } = item;
  const since = formatSince(item.changedAt, now, language);
  switch (item.state) {
    case 'held':
      return nextTryAt === null || nextTryAt <= now ? says.leavesNow : says.leavesIn(seconds(nextTryAt - now, language));
    case 'scheduled':
      return nextTryAt === null || nextTryAt <= now ? says.leavesNow : says.leaves(formatLeaving(nextTryAt, item.zone, now, language));
    case 'kept':
      return sayKept(says, failure);
    case 'queued':
    case 'deferred':
      if (isOfflineFailure(failure)) return says.networkSince(since);
      if (isAboutAccount(failure)) return says.accountSince(since);
      return item.state === 'queued' && failure === null ? says.queued : says.waiting;
    case 'sending':
      return saySending(says, item, language);
    case 'accepted':
      return item.copy === 'failing' ? says.copyFailing : says.accepted(since);
    case 'partly':
      return says.partly(formatCount(item.accepted, language), formatCount(item.recipients, language));
    case 'failed':
      return says.failed;
    case 'uncertain':
      return says.uncertain;
    case 'cancelled':
      return says.cancelled;
  }
}

function sayKept(says: Says, failure: Failure | null): string {
  switch (failure?.code) {
    case undefined:
      return says.kept;
    case 'schedule-missed':
      return says.keptBecause.missed;
    case 'account-missing':
      return says.keptBecause.account;
    case 'crashed-thrice':
      return says.keptBecause.crashed;
    default:
      return says.keptBecause.other;
  }
}

function saySending(says: Says, { progress, size }: OutboxItem, language: Language): string {
  if (progress === null || progress === 0) return says.sending;
  return progress >= size ? says.answer : says.sendingPart(formatSize(progress, language), formatSize(size, language));
}

function saySendingShortly(says: Says, item: OutboxItem): string {
  const part = partSent(item);
  if (item.progress !== null && item.progress >= item.size) return says.answerShort;
  return part === null ? says.sending : says.sendingPercent(String(Math.floor(part * 100)));
}

/** ms: what is nearer than this is counted down. */
const NEAR = 60_000;
const seconds = (ms: number, language: Language): string => formatCount(Math.ceil(ms / 1000), language);

function sayNextTry(says: Says, { nextTryAt }: OutboxItem, now: number, language: Language): string {
  if (nextTryAt === null) return '';
  if (nextTryAt <= now) return says.nextTryNow;
  return nextTryAt - now < NEAR
    ? says.nextTryIn(seconds(nextTryAt - now, language))
    : says.nextTryAt(formatSince(nextTryAt, now, language));
}

/** 0 to 1; null when there is nothing to show: not sending, or over before it could be seen. */
export function partSent({ state, progress, size }: OutboxItem): number | null {
  const WORTH_SHOWING = 200_000; // octets
  return state !== 'sending' || progress === null || size < WORTH_SHOWING ? null : Math.min(1, progress / size);
}

/** What is said of the whole message, below its state. */
export function failureToShow({ state, failure }: OutboxItem): Failure | null {
  if (failure === null || state === 'accepted' || state === 'cancelled' || state === 'uncertain') return null;
  // What is told of each recipient is not said above them as well.
  if (state === 'partly') return null;
  if (failure.code !== 'recipients-refused') return failure;
  const { reply: _reply, enhanced: _enhanced, said: _said, ...rest } = failure;
  return rest;
}

/** Why this one recipient was refused: the enhanced code tells most (RFC 3463), and some servers say it in words only. */
export function tellReason({ outbox: { reasons }, failures }: Strings, failure: Failure): string {
  if (failure.code !== 'recipients-refused') return failures[failure.code].says(failure);
  const { enhanced = '', said = '' } = failure;
  if (/^5\.1\.(?:1|10|6)$/.test(enhanced) || /user unknown|no such (?:user|mailbox|recipient)|does ?n[o']t exist/i.test(said))
    return reasons.noMailbox;
  if (enhanced === '5.1.2' || enhanced === '5.4.4') return reasons.noDomain;
  if (enhanced === '5.2.1') return reasons.closed;
  if (enhanced === '5.2.2') return reasons.full;
  return enhanced.startsWith('5.7.') ? reasons.notAllowed : reasons.refused;
}

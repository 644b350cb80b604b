// Where a message of the outbox stands, in words. Pure, so that every state can be read in a test.
import type { Failure } from '../../../electron/contract/failure';
import type { MessageState, OutboxItem, RecipientState } from '../../../electron/contract/model/outbox';
import type { Strings } from '../../strings/en';
import { formatSize } from '../../strings/format';
import type { Language } from '../../strings/languages';
import { formatSince } from '../../strings/moments';
import { formatClock, formatRelativeTime } from '../../strings/time';
import type { Tone } from '../../ui/tone';

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

/** Failures that stop the whole account until the person has mended it. */
const accountFailures: ReadonlySet<Failure['code']> = new Set([
  'sign-in-refused',
  'app-password-needed',
  'oauth-needed',
  'smtp-auth-disabled',
  'oauth-client-missing',
  'oauth-refused',
  'oauth-sign-in-again',
  'secret-missing',
  'vault-unreadable',
  'vault-unavailable',
  'account-missing',
  'sign-in-method',
  'sign-in-not-offered',
]);
export const isAboutAccount = (failure: Failure | null): boolean => failure !== null && accountFailures.has(failure.code);

/** For the list: a word or two. */
export function tellShortly({ outbox }: Strings, item: OutboxItem, now: number, language: Language): Telling {
  const tone = tones[item.state];
  if (item.state === 'accepted' && item.copy === 'failing') return { tone: 'warn', text: outbox.line.copyFailing };
  if (item.state === 'partly') return { tone, text: outbox.line.partly(item.accepted, item.recipients) };
  const word = outbox.states[item.state];
  if (item.nextTryAt === null || item.nextTryAt <= now) return { tone, text: word };
  return { tone, text: `${word}, ${outbox.line.nextTry(formatRelativeTime(item.nextTryAt, now, language))}` };
}

/** For the opened entry: whole sentences. */
export function tellFully(strings: Strings, item: OutboxItem, now: number, language: Language): Telling {
  const text = [sayState(strings, item, now, language), sayNextTry(strings, item, now, language)]
    .filter((sentence) => sentence !== '')
    .join(' ');
  return { tone: item.state === 'accepted' && item.copy === 'failing' ? 'warn' : tones[item.state], text };
}

function sayState({ outbox: { says } }: Strings, item: OutboxItem, now: number, language: Language): string {
  const since = formatSince(item.changedAt, now, language);
  switch (item.state) {
    case 'held':
      return says.held;
    case 'scheduled':
      return says.scheduled(item.nextTryAt === null ? '' : formatSince(item.nextTryAt, now, language));
    case 'kept':
      return says.kept;
    case 'queued':
    case 'deferred':
      if (item.failure === null) return says.queued;
      if (item.failure.code === 'offline') return says.waitsForNetwork(since);
      return isAboutAccount(item.failure) ? says.waitsForAccount(since) : says.waits(since);
    case 'sending':
      return saySending(says, item, language);
    case 'accepted':
      return says.accepted(since);
    case 'partly':
      return says.partly(item.accepted, item.recipients);
    case 'failed':
      return says.failed;
    case 'uncertain':
      return says.uncertain;
    case 'cancelled':
      return says.cancelled;
  }
}

function saySending(says: Strings['outbox']['says'], { progress, size }: OutboxItem, language: Language): string {
  if (progress === null || progress === 0) return says.sending;
  return progress >= size ? says.finishing : says.sendingPart(formatSize(progress, language), formatSize(size, language));
}

function sayNextTry({ outbox }: Strings, { state, nextTryAt }: OutboxItem, now: number, language: Language): string {
  if (nextTryAt === null || (state !== 'deferred' && state !== 'queued')) return '';
  if (nextTryAt <= now) return outbox.nextTryNow;
  return outbox.nextTry(formatRelativeTime(nextTryAt, now, language), formatClock(nextTryAt, language));
}

/** 0 to 1; null when there is nothing to show: not sending, or over before it could be seen. */
export function partSent({ state, progress, size }: OutboxItem): number | null {
  const WORTH_SHOWING = 200_000; // octets
  return state !== 'sending' || progress === null || size < WORTH_SHOWING ? null : Math.min(1, progress / size);
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

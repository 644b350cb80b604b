// What the outcome of an attempt means: to its message, and to the others of the account.
import type { Failure } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { OutboxEvent, RefusedRecipient } from '../../domain/outbox/events';
import { isOpen } from '../../domain/outbox/recipients';
import { chanceFrom, patienceOf, retryAt } from '../../domain/retry';
import { isTemporary, pausesAccount } from '../../domain/smtp-failure';
import type { Refused, SendOutcome } from '../mail/smtp-outcome';
import type { Host } from '../rooms';
import { listAttachments } from '../store/attachments';
import { onDisk } from '../store/disk-failure';
import type { LedgerMessage } from '../store/ledger-message';
import type { Store } from '../store/open';

/** What an attempt means for the others of its account. */
export type Verdict =
  /** The server works with others of the account's connections and did not take this one. */
  | { readonly kind: 'crowded'; readonly failure: Failure }
  /** `isReached`: the server could be used. */
  | { readonly kind: 'done'; readonly isReached: boolean }
  /** The account has to be mended first. */
  | { readonly kind: 'account'; readonly failure: Failure }
  /** The server could not be used; another message would meet the same now. */
  | { readonly kind: 'server'; readonly failure: Failure }
  /** The ledger can't be written: nothing may be tried. */
  | { readonly kind: 'disk'; readonly failure: Failure };

/** What a server says that takes no more connections, or how it drops them. */
const crowding: ReadonlySet<Failure['code']> = new Set([
  'server-busy',
  'sign-in-temporary',
  'connection-lost',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
]);

export function verdictOf(outcome: SendOutcome, isReached: boolean, hasOthers: boolean): Verdict {
  if (outcome.kind !== 'nothing-sent') return { kind: 'done', isReached: true };
  const { failure } = outcome;
  if (pausesAccount(failure)) return { kind: 'account', failure };
  const isCrowding = isReached ? failure.code === 'server-busy' : crowding.has(failure.code);
  if (hasOthers && isCrowding) return { kind: 'crowded', failure };
  return !isReached && isTemporary(failure) ? { kind: 'server', failure } : { kind: 'done', isReached };
}

export const putBack = (failure: Failure, { clock }: Host): Ending => ({ kind: 'put-back', at: clock.now(), failure });

export type Ending = Extract<OutboxEvent, { readonly kind: 'accepted' | 'not-sent' | 'unknown' | 'put-back' }>;

/** What the outcome means to the state machine. */
export function eventOf(
  message: LedgerMessage,
  outcome: SendOutcome,
  account: Account,
  patience: number,
  { store, host }: { readonly store: Store; readonly host: Host },
): Ending {
  const at = host.clock.now();
  if (outcome.kind === 'unknown') return { kind: 'unknown', at, failure: outcome.failure };
  const refused = indexesOf(message, outcome.refused);
  const { tries, patientFrom } = message.life;
  if (outcome.kind === 'accepted' && refused.length === 0) return { kind: 'accepted', at, reply: outcome.reply, refused, retryAt: null };
  const left = patientFrom + patienceOf(account) - patience;
  const again = retryAt({ tries, now: at, left, chance: chanceFrom(host.random(4)) });
  if (outcome.kind === 'accepted') return { kind: 'accepted', at, reply: outcome.reply, refused, retryAt: again };
  const { failure } = outcome;
  if (failure.code === 'cancelled') return { kind: 'put-back', at, failure: null };
  if (pausesAccount(failure)) return { kind: 'put-back', at, failure };
  return {
    kind: 'not-sent',
    at,
    failure: failure.code === 'message-too-large' ? nameLargest(failure, message, store) : failure,
    refused,
    retryAt: again,
  };
}

export const indexesOf = ({ recipients }: LedgerMessage, refused: readonly Refused[]): RefusedRecipient[] => {
  const failures = new Map(refused.map(({ address, failure }) => [address, failure]));
  return recipients.flatMap((recipient, index) => {
    const failure = isOpen(recipient) ? failures.get(recipient.address) : undefined;
    return failure === undefined ? [] : [{ index, failure }];
  });
};

/** Where a message is too large, its largest file is what a person can do something about. */
function nameLargest(failure: Failure, { id, size }: LedgerMessage, store: Store): Failure {
  const attached = onDisk(() => listAttachments(store, { kind: 'message', id }));
  const largest = attached.ok
    ? attached.value.reduce<{ name: string; size: number } | null>(
        (most, one) => (most === null || one.size > most.size ? one : most),
        null,
      )
    : null;
  return { ...failure, size, ...(largest === null ? {} : { name: largest.name }) };
}

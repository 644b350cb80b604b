// What becomes of a message that was read from a damaged database: nothing that is in doubt may go out by itself.
import type { Failure } from '../contract/failure';
import type { MessageState, RecipientState } from '../contract/model/outbox';

export type Salvaged = {
  /** As it was read: it may be anything. */
  readonly state: unknown;
  /** How often it was tried; null: not known. */
  readonly attempts: number | null;
  /** null: they could not be read, or not all of them. */
  readonly recipients: readonly { readonly position: unknown; readonly address: unknown; readonly state: unknown }[] | null;
  /** Whether its frozen bytes could be read. */
  readonly hasBytes: boolean;
  /** Whether later commits are missing: then this is how it stood some time ago. */
  readonly isPast: boolean;
};

export type SalvageVerdict =
  | { readonly kind: 'as-is' }
  /** It surely never left, and waits for the person. */
  | { readonly kind: 'kept'; readonly failure: Failure }
  /** It may have left; every recipient who was still open is uncertain. */
  | { readonly kind: 'uncertain'; readonly failure: Failure };

const ends: readonly MessageState[] = ['accepted', 'partly', 'failed', 'cancelled', 'uncertain', 'kept'];
const waiting: readonly MessageState[] = ['held', 'scheduled', 'queued', 'sending', 'deferred'];
const recipientStates: readonly RecipientState[] = [
  'pending',
  'deferred',
  'accepted',
  'refused',
  'uncertain',
  'delayed',
  'delivered',
  'bounced',
];
const isMessageState = (value: unknown): value is MessageState => [...ends, ...waiting].some((state) => state === value);

/** Whether these can be all of a message's recipients, as they were written. */
const areWhole = (recipients: Salvaged['recipients']): boolean =>
  recipients !== null &&
  recipients.length > 0 &&
  recipients.every(
    ({ position, address, state }, index) =>
      position === index && typeof address === 'string' && address.includes('@') && recipientStates.some((one) => one === state),
  );

export function judgeSalvaged({ state, attempts, recipients, hasBytes, isPast }: Salvaged): SalvageVerdict {
  const isEnd = isMessageState(state) && ends.includes(state);
  const isSound = isMessageState(state) && areWhole(recipients) && (hasBytes || isEnd);
  if (isSound && (isEnd || !isPast)) return { kind: 'as-is' };
  if (!isPast && attempts === 0 && isMessageState(state)) return { kind: 'kept', failure: { code: 'database-damaged' } };
  return { kind: 'uncertain', failure: { code: 'outcome-unknown', detail: 'the mail database was damaged' } };
}

// The life of a message in the outbox, as plain values: where it stands, and what a step makes of it.
import type { Failure } from '../../contract/failure';
import type { MessageState, RecipientState } from '../../contract/model/outbox';

export type OutboxRecipient = { readonly state: RecipientState; readonly failure: Failure | null; readonly at: number | null };

export type OutboxMessage = {
  readonly state: MessageState;
  readonly failure: Failure | null;
  /** When the next attempt may start, ms since 1970; null: at once, or never by itself. */
  readonly notBefore: number | null;
  /** Attempts in all. */
  readonly attempts: number;
  /** Attempts since the person last asked for one, and since when patience counts, by its own clock (domain/patience.ts). */
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

/** A line of the story. */
export type StoryEvent = { readonly event: string; readonly failure: Failure | null; readonly said: string | null };
export type Step = { readonly message: OutboxMessage; readonly story: readonly StoryEvent[] };

/** The states in which a message waits for its turn. */
export const waitingStates: readonly MessageState[] = ['held', 'scheduled', 'queued', 'deferred'];

export const line = (event: string, failure: Failure | null = null, said: string | null = null): StoryEvent => ({ event, failure, said });
export const step = (message: OutboxMessage, ...story: readonly StoryEvent[]): Step => ({ message, story });

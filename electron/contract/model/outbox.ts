// The outbox: what was handed over for sending, and how each recipient fares.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { id } from './values';

const recipientStateSchema = z.enum(['pending', 'deferred', 'accepted', 'refused', 'uncertain', 'delayed', 'delivered', 'bounced']);
export type RecipientState = z.infer<typeof recipientStateSchema>;
export const messageStates = [
  'held',
  'scheduled',
  'kept',
  'queued',
  'sending',
  'accepted',
  'partly',
  'deferred',
  'failed',
  'uncertain',
  'cancelled',
] as const;
const messageStateSchema = z.enum(messageStates);
export type MessageState = z.infer<typeof messageStateSchema>;
const copyStateSchema = z.enum(['none-needed', 'pending', 'filed', 'failing']);
export type CopyState = z.infer<typeof copyStateSchema>;

/** When a message leaves: at once; after a time in which it can be called back (ms); or at a time the person chose. */
export const whenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('undo'), ms: z.number().int().min(1).max(60_000) }),
  z.object({
    kind: z.literal('at'),
    at: z.number().int(),
    /** The IANA zone in which the person chose it, e.g. "Europe/Stockholm": it is shown again in that one. */
    zone: z.string().min(1).max(100),
  }),
]);
export type When = Readonly<z.infer<typeof whenSchema>>;

export const outboxItemSchema = z.object({
  id,
  accountId: id,
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  state: messageStateSchema,
  /** Why it is where it is; null when nothing went wrong. */
  failure: failureSchema.nullable(),
  /** When it is tried next, or leaves (held, scheduled); null when it waits for nothing but its turn, or for the person. */
  nextTryAt: z.number().nullable(),
  /** Attempts in all, the one under way among them. */
  attempts: z.number(),
  /** The IANA zone in which its time was chosen; null: no time was chosen. */
  zone: z.string().nullable(),
  /** Whether it can still be moved to another account: no recipient has it or may have it. */
  canMove: z.boolean(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** Octets on the wire. */
  size: z.number(),
  /** Octets of the message handed to the server in this attempt; null when not sending. */
  progress: z.number().nullable(),
  copy: copyStateSchema,
  copyFailure: failureSchema.nullable(),
  accepted: z.number(),
  refused: z.number(),
  recipients: z.number(),
});
export type OutboxItem = Readonly<z.infer<typeof outboxItemSchema>>;

/** What is known of a message that is not seen: enough to say what can be done with it. */
const outboxBriefSchema = outboxItemSchema.pick({
  id: true,
  accountId: true,
  state: true,
  failure: true,
  canMove: true,
  copy: true,
  nextTryAt: true,
  zone: true,
});
export type OutboxBrief = Readonly<z.infer<typeof outboxBriefSchema>>;

const outboxPageSchema = z.object({ total: z.number(), offset: z.number(), items: z.array(outboxItemSchema) });
export type OutboxPage = Readonly<z.infer<typeof outboxPageSchema>>;

const accountId = id.nullable();

export const outboxPageCalls = {
  /** All of the outbox, or of one account, in the list's order. */
  'outbox.brief': { input: z.object({ accountId }), output: z.array(outboxBriefSchema) },
  /** Those whose scheduled time was missed, and that the person has not decided on. */
  'outbox.missed': { input: z.object({}), output: z.object({ ids: z.array(id) }) },
} as const;

export const outboxPageQueries = {
  /** The newest first. */
  'outbox.page': {
    input: z.object({ accountId, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    output: outboxPageSchema,
  },
  /** The accounts of which something is in the outbox. */
  'outbox.accounts': { input: z.object({}), output: z.object({ accountIds: z.array(id) }) },
} as const;

const recipientResultSchema = z.object({
  field: z.enum(['to', 'cc', 'bcc']),
  name: z.string(),
  address: z.string(),
  state: recipientStateSchema,
  failure: failureSchema.nullable(),
  at: z.number().nullable(),
});
export type RecipientResult = Readonly<z.infer<typeof recipientResultSchema>>;

/** One line of a message's story. */
const storyLineSchema = z.object({
  at: z.number(),
  /**
   * What happened, one word of the state machine: frozen, held, scheduled, released, missed, attempt, dot, accepted, partly, refused, deferred,
   * failed, uncertain, crashed, kept, retried, cancelled, edited, moved, sent-to-refused, send-again, marked-sent, found-in-sent,
   * not-found-in-sent, copy-filed, copy-failed, copy-given-up, copy-retried.
   */
  event: z.string(),
  failure: failureSchema.nullable(),
  /** The server's words, redacted. */
  said: z.string().nullable(),
});
export type StoryLine = Readonly<z.infer<typeof storyLineSchema>>;

/** One line of the SMTP conversation, redacted at the source. */
export const transcriptLineSchema = z.object({ at: z.number(), from: z.enum(['client', 'server']), text: z.string() });
export type TranscriptLine = Readonly<z.infer<typeof transcriptLineSchema>>;

/** One try to send it. `outcome`: an event of the state machine (accepted, not-sent, unknown, put-back, engine-ended); null: under way. */
const attemptSchema = z.object({
  number: z.number(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  outcome: z.string().nullable(),
});
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

export const outboxEntrySchema = z.object({
  item: outboxItemSchema,
  recipients: z.array(recipientResultSchema),
  story: z.array(storyLineSchema),
  /** Oldest first; at most the latest 200. */
  attempts: z.array(attemptSchema),
  /** Of the latest attempt; of the one under way as far as it is. The others: call `outbox.transcript`. */
  transcript: z.array(transcriptLineSchema),
  attachments: z.array(z.object({ name: z.string(), size: z.number() })),
  messageId: z.string(),
});
export type OutboxEntry = Readonly<z.infer<typeof outboxEntrySchema>>;

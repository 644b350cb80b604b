// Messages that can be opened: in Sent over IMAP, in the local Sent, in the practice mailbox.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { id } from './values';

export const messageRefSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('imap'),
    accountId: id,
    folder: z.string().max(1000),
    uidValidity: z.string().max(32),
    uid: z.number().int().min(1),
  }),
  z.object({ kind: z.literal('local'), id }),
  z.object({ kind: z.literal('practice'), id }),
]);
export type MessageRef = Readonly<z.infer<typeof messageRefSchema>>;

const messageSummarySchema = z.object({
  ref: messageRefSchema,
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  at: z.number(),
  size: z.number(),
  hasAttachments: z.boolean(),
});
export type MessageSummary = Readonly<z.infer<typeof messageSummarySchema>>;

/** A window onto a long list: `items` are rows `offset` to `offset + items.length` of `total`, newest first. */
export const messagePageSchema = z.object({
  state: z.enum(['loading', 'ready', 'failed']),
  failure: failureSchema.nullable(),
  folder: z.string().nullable(),
  total: z.number(),
  offset: z.number(),
  items: z.array(messageSummarySchema),
});
export type MessagePage = Readonly<z.infer<typeof messagePageSchema>>;

const addressed = z.object({ name: z.string(), address: z.string() });
export const openedMessageSchema = z.object({
  ref: messageRefSchema,
  messageId: z.string().nullable(),
  from: addressed.nullable(),
  to: z.array(addressed),
  cc: z.array(addressed),
  bcc: z.array(addressed),
  subject: z.string(),
  at: z.number().nullable(),
  /** Raw HTML as it was sent: hostile until the page has cleaned it; cid pictures are data: URLs already. */
  html: z.string().nullable(),
  /** Its HTML would keep the page busy for minutes: `html` is null, and the text is what can be shown. */
  isTooIntricate: z.boolean().optional(),
  text: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The message's source, cut at 256 kB. */
  source: z.string(),
  isSourceCut: z.boolean(),
  attachments: z.array(z.object({ index: z.number(), name: z.string(), type: z.string(), size: z.number(), isInline: z.boolean() })),
  /** The SMTP envelope where it is known (practice, local). */
  envelope: z.object({ from: z.string(), to: z.array(z.string()) }).nullable(),
  /** The outbox entry of a message that was sent from here (found by its Message-ID): it tells how each recipient fares. */
  outboxId: id.nullable().optional(),
});
export type OpenedMessage = Readonly<z.infer<typeof openedMessageSchema>>;

// The words that both sides of the pipe share. Times are ms since 1970, sizes are octets.
import { z } from 'zod';
import { failureSchema } from './failure';

const id = z.string().min(1).max(64);
const line = z
  .string()
  .max(1000)
  .refine((text) => !/[\r\n\0]/.test(text), 'one line');

// ---- Accounts --------------------------------------------------------------------------------

export const providerIds = [
  'gmail',
  'outlook',
  'hotmail',
  'microsoft365',
  'yahoo',
  'icloud',
  'fastmail',
  'zoho',
  'gmx',
  'sendgrid',
  'postmark',
  'mailjet',
  'brevo',
  'ses',
  'mailtrap',
  'other',
  'practice',
] as const;
export const providerIdSchema = z.enum(providerIds);
export type ProviderId = z.infer<typeof providerIdSchema>;

/** `tls`: from the first byte (RFC 8314). `starttls`: upgraded, and required. */
export const securitySchema = z.enum(['tls', 'starttls']);
export type Security = z.infer<typeof securitySchema>;

export const serverSchema = z.object({
  host: line.min(1).max(255),
  port: z.number().int().min(1).max(65535),
  security: securitySchema,
  user: line,
});
export type Server = Readonly<z.infer<typeof serverSchema>>;

/**
 * Who puts the copy into Sent. `server`: the provider does. `append`: we do.
 * `search-first`: unknown; look for the Message-ID for two minutes, append if it is absent. `local`: there is no Sent folder.
 */
export const sentPolicySchema = z.enum(['server', 'append', 'search-first', 'local']);
export type SentPolicy = z.infer<typeof sentPolicySchema>;

export const accountSchema = z.object({
  id,
  provider: providerIdSchema,
  /** The person's name as recipients see it; may be empty. */
  name: line,
  address: line.min(1).max(320),
  /** For `practice` the engine ignores host, port and user: its own server tells them. */
  smtp: serverSchema,
  imap: serverSchema.nullable(),
  sentPolicy: sentPolicySchema,
  /** The Sent folder's path on the server, as the check found it; null: not looked for, or there is none. */
  sentFolder: z.string().max(1000).nullable(),
});
export type Account = Readonly<z.infer<typeof accountSchema>>;

export const checkStageIds = ['resolve', 'connect', 'encrypt', 'greeting', 'sign-in', 'imap', 'sent-folder'] as const;
export type CheckStageId = (typeof checkStageIds)[number];
export const checkStageSchema = z.object({
  id: z.enum(checkStageIds),
  state: z.enum(['waiting', 'running', 'fine', 'failed', 'skipped']),
  /** How long it took, ms; null until it ended. */
  took: z.number().nullable(),
  /** What was found, untranslated facts: addresses, "TLSv1.3", the greeting, a folder's path. */
  found: z.string().nullable(),
  failure: failureSchema.nullable(),
});
export type CheckStage = Readonly<z.infer<typeof checkStageSchema>>;
/** The staged check of an account, pushed whole at every change. */
export const checkReportSchema = z.object({
  stages: z.array(checkStageSchema),
  isDone: z.boolean(),
  /** Whether mail can be sent: every stage up to sign-in is fine. */
  canSend: z.boolean(),
  sentFolder: z.string().nullable(),
  /** Ports of the same host that did answer where the chosen one did not (465, 587, 2525). */
  otherPorts: z.array(z.object({ port: z.number(), security: securitySchema })),
});
export type CheckReport = Readonly<z.infer<typeof checkReportSchema>>;

/** A password on its way in: typed now, or the one already in the vault. It never travels back. */
export const secretInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), password: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('stored') }),
]);
export type SecretInput = Readonly<z.infer<typeof secretInputSchema>>;

// ---- Drafts ----------------------------------------------------------------------------------

export const addressProblems = [
  'empty',
  'no-at',
  'no-local-part',
  'no-domain',
  'bad-local-part',
  'bad-domain',
  'too-long',
  'control-character',
  'several',
  'bad-quotes',
] as const;
export const addressProblemSchema = z.enum(addressProblems);
export type AddressProblem = z.infer<typeof addressProblemSchema>;

/** A chip in To, Cc or Bcc: a good address, or what was typed with the reason why it is none. */
export const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('good'), name: line, address: line.min(3).max(320) }),
  z.object({ kind: z.literal('bad'), text: z.string().max(2000), problem: addressProblemSchema }),
]);
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;
const recipients = z.array(recipientSchema).max(5000);

export const draftContentSchema = z.object({
  accountId: id.nullable(),
  to: recipients,
  cc: recipients,
  bcc: recipients,
  subject: z.string().max(20_000),
  /** The editor's HTML. Pictures are `<img src="app://brevduva/picture/SHA256" data-cid="CID">`. */
  html: z.string().max(20_000_000),
  /** RFC 5322 3.6.4, when this answers or forwards something. */
  inReplyTo: line.nullable(),
  references: z.array(line).max(100),
});
export type DraftContent = Readonly<z.infer<typeof draftContentSchema>>;

export const attachmentSchema = z.object({
  id,
  name: line.max(255),
  size: z.number().int().min(0),
  /** Media type, e.g. "image/png". */
  type: line.max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** An inline picture has a Content-ID; an ordinary attachment has none. */
  cid: line.nullable(),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

export const draftSchema = z.object({
  id,
  /** Counts up with every accepted change; the page numbers them. */
  revision: z.number().int().min(0),
  updatedAt: z.number(),
  content: draftContentSchema,
  attachments: z.array(attachmentSchema),
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;

export const draftSummarySchema = z.object({
  id,
  accountId: id.nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  snippet: z.string(),
  updatedAt: z.number(),
  attachments: z.number(),
});
export type DraftSummary = Readonly<z.infer<typeof draftSummarySchema>>;

// ---- Outbox ----------------------------------------------------------------------------------

export const recipientStateSchema = z.enum(['pending', 'deferred', 'accepted', 'refused', 'uncertain', 'delayed', 'delivered', 'bounced']);
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
export const messageStateSchema = z.enum(messageStates);
export type MessageState = z.infer<typeof messageStateSchema>;
export const copyStateSchema = z.enum(['none-needed', 'pending', 'filed', 'failing']);
export type CopyState = z.infer<typeof copyStateSchema>;

export const outboxItemSchema = z.object({
  id,
  accountId: id,
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  state: messageStateSchema,
  /** Why it is where it is; null when nothing went wrong. */
  failure: failureSchema.nullable(),
  /** When it is tried next; null when it waits for nothing but its turn, or for the person. */
  nextTryAt: z.number().nullable(),
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

export const recipientResultSchema = z.object({
  field: z.enum(['to', 'cc', 'bcc']),
  name: z.string(),
  address: z.string(),
  state: recipientStateSchema,
  failure: failureSchema.nullable(),
  at: z.number().nullable(),
});
export type RecipientResult = Readonly<z.infer<typeof recipientResultSchema>>;

/** One line of a message's story. */
export const storyLineSchema = z.object({
  at: z.number(),
  /** What happened, one word of the state machine: frozen, attempt, dot, accepted, refused, deferred, failed, uncertain, crashed, retried, cancelled, edited, marked-sent, copy-filed, copy-failed, ... */
  event: z.string(),
  failure: failureSchema.nullable(),
  /** The server's words, redacted. */
  said: z.string().nullable(),
});
export type StoryLine = Readonly<z.infer<typeof storyLineSchema>>;

/** One line of the SMTP conversation, redacted at the source. */
export const transcriptLineSchema = z.object({ at: z.number(), from: z.enum(['client', 'server']), text: z.string() });
export type TranscriptLine = Readonly<z.infer<typeof transcriptLineSchema>>;

export const outboxEntrySchema = z.object({
  item: outboxItemSchema,
  recipients: z.array(recipientResultSchema),
  story: z.array(storyLineSchema),
  transcript: z.array(transcriptLineSchema),
  attachments: z.array(z.object({ name: z.string(), size: z.number() })),
  messageId: z.string(),
});
export type OutboxEntry = Readonly<z.infer<typeof outboxEntrySchema>>;

// ---- Messages that can be opened: in Sent over IMAP, in the local Sent, in the practice mailbox ----

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

export const messageSummarySchema = z.object({
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

// ---- Status and settings ---------------------------------------------------------------------

export const statusSchema = z.object({
  isOnline: z.boolean(),
  waiting: z.number(),
  sending: z.number(),
  /** Failed, uncertain or kept: waits for the person. */
  needsYou: z.number(),
  drafts: z.number(),
  /** Accounts that stand still until the person has mended something. */
  paused: z.array(z.object({ accountId: id, failure: failureSchema })),
});
export type Status = Readonly<z.infer<typeof statusSchema>>;

/** Something a person is told even when the window is elsewhere. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['failed', 'uncertain', 'kept', 'partly']),
    messageId: id,
    subject: z.string(),
    to: z.array(z.string()),
    failure: failureSchema.nullable(),
  }),
  z.object({ kind: z.literal('paused'), accountId: id, address: z.string(), failure: failureSchema }),
]);
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'sv', 'da']),
  theme: z.enum(['system', 'light', 'dark']),
  defaultAccountId: id.nullable(),
  /** Single-letter keys (j, k, ?) in lists. */
  hasSingleKeys: z.boolean(),
  hasNotifications: z.boolean(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** `os`: the computer's key store keeps secrets. `none`: they can be kept until quitting only. */
export const vaultStatusSchema = z.object({ kind: z.enum(['os', 'none', 'locked']), backend: z.string() });
export type VaultStatus = Readonly<z.infer<typeof vaultStatusSchema>>;

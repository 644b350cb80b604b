// Drafts: what is being written.
import { z } from 'zod';
import { letterOptionsSchema } from './letter-options';
import { letterSpellingSchema } from './spelling';
import { id, line } from './values';

const addressProblems = [
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
const addressProblemSchema = z.enum(addressProblems);
export type AddressProblem = z.infer<typeof addressProblemSchema>;

/** A chip in To, Cc or Bcc: a good address, or what was typed with the reason why it is none. */
export const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('good'), name: line, address: line.min(3).max(320) }),
  z.object({ kind: z.literal('bad'), text: z.string().max(2000), problem: addressProblemSchema }),
]);
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;
const recipients = z.array(recipientSchema).max(5000);

/** A group that stands in a field as one chip. Who of its members gets the letter stands in the field itself, like everybody. */
const draftGroupSchema = z.object({
  field: z.enum(['to', 'cc', 'bcc']),
  /** In the address book. */
  id: z.number().int().min(0),
  name: line.max(200),
  addresses: z.array(line.max(320)).max(5000),
});
export type DraftGroup = Readonly<z.infer<typeof draftGroupSchema>>;

/** Why a letter goes from where it goes: as letters begin, because of whom it is for, because it answers one, or by the person's choice. */
const identityReasons = ['usual', 'domain-rule', 'last-used', 'domain-used', 'written-to', 'by-hand'] as const;
export type IdentityReason = (typeof identityReasons)[number];
/** Those that speak of whom the letter is for. */
export type RecipientReason = Extract<IdentityReason, 'domain-rule' | 'last-used' | 'domain-used'>;

export const draftContentSchema = z.object({
  accountId: id.nullable(),
  /** Which of the account's identities; absent: its own address. */
  identityId: id.optional(),
  /** Absent: by hand, in letters that are older than the question. */
  identityReason: z.enum(identityReasons).optional(),
  to: recipients,
  cc: recipients,
  bcc: recipients,
  groups: z.array(draftGroupSchema).max(200).optional(),
  subject: z.string().max(20_000),
  /** The editor's HTML. Pictures are `<img src="app://brevduva/picture/SHA256" data-cid="CID">`. */
  html: z.string().max(20_000_000),
  /** The letter is plain text: each paragraph of its HTML is one line, and nothing else goes out. */
  isPlain: z.boolean().optional(),
  /** RFC 5322 3.6.4, when this answers or forwards something. */
  inReplyTo: line.nullable(),
  references: z.array(line).max(100),
  /** What was found before sending and is fine so, by its key (domain/letter-checks/finding.ts). */
  fine: z.array(line.max(300)).max(1000).optional(),
  options: letterOptionsSchema.optional(),
  spelling: letterSpellingSchema.optional(),
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
  /** This is what another attachment (by its id) was made from: a picture before it was made smaller. It goes only where it is used. */
  originalOf: id.nullable().optional(),
  /** An archive: the first file in it that is dangerous by its name (domain/attachments/danger.ts). */
  holds: z.string().nullable().optional(),
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

const draftSummarySchema = z.object({
  id,
  accountId: id.nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  snippet: z.string(),
  updatedAt: z.number(),
  attachments: z.number(),
});
export type DraftSummary = Readonly<z.infer<typeof draftSummarySchema>>;

/** A window onto the list. */
export const draftPageSchema = z.object({ total: z.number(), offset: z.number(), items: z.array(draftSummarySchema) });

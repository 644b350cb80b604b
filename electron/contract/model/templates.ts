// Templates: letters that are begun again and again. Snippets: short texts that come for a word behind a slash.
import { z } from 'zod';
import { attachmentSchema, draftContentSchema } from './drafts';
import { id, line } from './values';

export const templateKinds = ['template', 'snippet'] as const;
export const templateKindSchema = z.enum(templateKinds);
export type TemplateKind = z.infer<typeof templateKindSchema>;

const name = line.min(1).max(100);
const recipients = draftContentSchema.shape.to.max(500);

/** Characters of its text's HTML. */
export const longestTemplate = 2_000_000;
/** Octets of a file with all of them. */
export const largestTemplatesFile = 60_000_000;

/** A snippet has no subject and no recipients. */
export const templateContentSchema = z.object({
  subject: z.string().max(2000),
  /** The editor's HTML, with fields such as {{name}} in its text (domain/templates/fields.ts). */
  html: z.string().max(longestTemplate),
  to: recipients,
  cc: recipients,
  bcc: recipients,
});
export type TemplateContent = Readonly<z.infer<typeof templateContentSchema>>;

const templateFileSchema = attachmentSchema.pick({ id: true, name: true, type: true, size: true, sha256: true });
export type TemplateFile = Readonly<z.infer<typeof templateFileSchema>>;

const templateSummarySchema = z.object({
  id,
  kind: templateKindSchema,
  name: z.string(),
  subject: z.string(),
  /** The beginning of its text, in one line. */
  snippet: z.string(),
  files: z.number(),
});
export type TemplateSummary = Readonly<z.infer<typeof templateSummarySchema>>;

const templateSchema = z.object({
  id,
  kind: templateKindSchema,
  name: z.string(),
  content: templateContentSchema,
  files: z.array(templateFileSchema),
  /** What was filled in last, by the field's key; fields that never were are left out. */
  lastValues: z.record(z.string(), z.string()),
});
export type Template = Readonly<z.infer<typeof templateSchema>>;

/** Why nothing of a file can be taken over. */
const templateFileProblems = ['too-large', 'unreadable', 'not-templates', 'newer', 'damaged'] as const;
const templateImportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), why: z.enum(templateFileProblems) }),
  z.object({
    kind: z.literal('done'),
    added: z.number(),
    /** They were here already, word for word. */
    same: z.number(),
    /** Their name belonged to another one: they got a number behind it. */
    renamed: z.number(),
  }),
]);
export type TemplateImport = Readonly<z.infer<typeof templateImportSchema>>;

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const nothing = z.null();
const bytes = z.instanceof(Uint8Array);
const ids = z.array(id).min(1).max(10_000);

export const templateCalls = {
  'templates.read': call(z.object({ id }), templateSchema),
  /** Makes one (`id` null) or changes one; of its files those in `files` stay. `not-possible-now`: another of its kind has the name. */
  'templates.save': call(
    z.object({ id: id.nullable(), kind: templateKindSchema, name, content: templateContentSchema, files: z.array(id).max(100) }),
    z.object({ id }),
  ),
  /** Makes a template of a draft as it is stored, without its signature. `not-possible-now`: another one has the name. */
  'templates.saveDraft': call(z.object({ draftId: id, name, withRecipients: z.boolean(), withFiles: z.boolean() }), z.object({ id })),
  /** Keeps a picture for the text of one. At most 5 MB. */
  'templates.keepPicture': call(
    z.object({ name: z.string().max(255), type: z.string().max(255), bytes }),
    z.object({ sha256: attachmentSchema.shape.sha256 }),
  ),
  /** They go at once, and for good an hour later. */
  'templates.remove': call(z.object({ ids }), nothing),
  'templates.putBack': call(z.object({ ids }), nothing),
  /** Gives a draft the files and pictures of one that is put into it, and remembers what its fields were filled in with. */
  'templates.give': call(
    z.object({ id, draftId: id, values: z.record(z.string().max(200), z.string().max(10_000)) }),
    z.array(attachmentSchema),
  ),
  /** All of them, as one file. `message-too-large`: with their files they are more than such a file may be. */
  'templates.export': call(z.object({}), z.object({ bytes, count: z.number() })),
  'templates.import': call(z.object({ bytes }), templateImportSchema),
} as const;

export const templateQueries = {
  /** In the order of names. */
  'templates.list': call(z.object({}), z.array(templateSummarySchema)),
} as const;

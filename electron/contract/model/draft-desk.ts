// What is kept beside a draft and never leaves with it: where its writer was, what can be undone, and how it was before.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { draftContentSchema, draftPageSchema } from './drafts';
import { id } from './values';

const position = z.number().int().min(0);
const revision = z.number().int().min(0);

export const sheetFields = ['to', 'cc', 'bcc', 'subject', 'text'] as const;

/** Where somebody was in a draft: the field, the place in its text, and how far it was scrolled. */
export const placeSchema = z.object({
  /** Null: in none of the letter's fields. */
  field: z.enum(sheetFields).nullable(),
  /** The selection in the subject. */
  subject: z.object({ start: position, end: position }).nullable(),
  /** The selection in the text, in the editor's positions. */
  text: z.object({ anchor: position, head: position, isNode: z.boolean() }),
  /** px */
  scroll: z.number().min(0),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** Signs: the oldest steps are left out above it. */
export const longestHistory = 500_000;
/** What can be undone and redone in the text, as the page writes it; the engine only keeps it. */
const history = z.string().max(longestHistory);

/** Saved together with a revision. `history` absent: the text, and what can be undone in it, are as they were. */
export const sessionSchema = z.object({ place: placeSchema, history: history.optional() });
export type Session = Readonly<z.infer<typeof sessionSchema>>;

/** As it was kept; it means something only beside the text of this revision. */
const keptSessionSchema = z.object({ revision, place: placeSchema, history });
export type KeptSession = Readonly<z.infer<typeof keptSessionSchema>>;

/** An earlier state, compared with the draft as it is now. */
const versionLineSchema = z.object({
  revision,
  /** Until when the draft was like this. */
  at: z.number(),
  /** Words that it has and the draft has not, and the other way round. */
  more: position,
  fewer: position,
  hasOtherSubject: z.boolean(),
  hasOtherRecipients: z.boolean(),
});
export type VersionLine = Readonly<z.infer<typeof versionLineSchema>>;

const search = z.string().max(1000);
const draftIds = z.array(id).min(1).max(100_000);

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const draftDeskCalls = {
  /** Null: nothing is kept of it. */
  'drafts.session': call(z.object({ draftId: id }), keptSessionSchema.nullable()),
  /** The cursor moved and nothing else. Nothing where this revision is not the one that is stored. */
  'drafts.keepPlace': call(z.object({ draftId: id, revision, place: placeSchema }), z.null()),
  /** Its states of the last day, one a minute, the newest first. */
  'drafts.versions': call(z.object({ draftId: id }), z.array(versionLineSchema)),
  'drafts.version': call(
    z.object({ draftId: id, revision }),
    z.object({
      at: z.number(),
      content: draftContentSchema,
      /** What was attached then and has been removed since: it is not brought back. */
      missingFiles: z.array(z.string()),
      missingPictures: position,
    }),
  ),
  /** Keeps the state that is stored as a version, however young the last one is. */
  'drafts.keepVersion': call(z.object({ draftId: id }), z.null()),
  /** Its composer was closed: nothing more is coming. */
  'drafts.left': call(z.object({ draftId: id }), z.null()),
  /** All that a search finds, in the list's order. */
  'drafts.ids': call(z.object({ search }), z.object({ ids: z.array(id) })),
  /** Takes them from the list at once and from the disk after `ms`; an engine that ends before has kept them. */
  'drafts.discardSoon': call(z.object({ draftIds, ms: z.number().int().min(0).max(60_000) }), z.null()),
  /** Keeps them after all. */
  'drafts.keep': call(z.object({ draftIds }), z.null()),
} as const;

export const draftDeskQueries = {
  /** Why the copy in the server's folder for drafts is not there yet; null: it is, it is only not due, or none is wanted. */
  'drafts.copy': call(z.object({ draftId: id }), z.object({ failure: failureSchema.nullable() })),
  /** The newest first. */
  'drafts.page': call(z.object({ search, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }), draftPageSchema),
} as const;

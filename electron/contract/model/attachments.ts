// The files of a draft: brought in with their progress, pictures made smaller, folders zipped, order, names, and a look into them.
import { z } from 'zod';
import { attachmentSchema } from './drafts';
import { id } from './values';

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const path = z.string().min(1).max(8192);
/** By which the page knows a copy that is under way. */
const copyId = z.string().min(1).max(64);
const ids = z.array(id).min(1).max(1000);

/** `program`: it runs when it is opened. `macros`: a document with a program in it. `disk`: it is opened as a disk and hides what is in it. */
export type Danger = 'program' | 'macros' | 'disk';

/** A file of the draft, and whether its stored copy is still there. */
const draftFileSchema = z.object({ ...attachmentSchema.shape, isMissing: z.boolean() });
export type DraftFile = Readonly<z.infer<typeof draftFileSchema>>;
const files = z.array(draftFileSchema);

/** A copy under way. Octets; `total` null: not known yet. `work`: a folder is being zipped, a picture made smaller. */
const copySchema = z.object({
  copyId,
  name: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  work: z.enum(['copying', 'zipping', 'shrinking']),
});
export type CopyUnderWay = Readonly<z.infer<typeof copySchema>>;

export const attachmentCalls = {
  /**
   * Copies a file into the draft. Only the preload can name a path (it makes it from a File). `isInline`: a picture for the text; it
   * is made ready for mail, and what it was before stays with the draft (`originalOf`). `picture-unreadable`,
   * `picture-kind-unread`, `picture-too-large`.
   */
  'drafts.attachFile': call(z.object({ draftId: id, path, isInline: z.boolean(), copyId: copyId.optional() }), attachmentSchema),
  /** Zips a folder into the draft; only the preload can name it. Links are left out. `folder-too-large`. */
  'drafts.attachFolder': call(z.object({ draftId: id, path, copyId: copyId.optional() }), attachmentSchema),
  /** The same for bytes without a file: a pasted picture. At most 50 MB. */
  'drafts.attachBytes': call(
    z.object({
      draftId: id,
      name: z.string().min(1).max(255),
      type: z.string().max(255),
      bytes: z.instanceof(Uint8Array),
      isInline: z.boolean(),
    }),
    attachmentSchema,
  ),
  /** Ends a copy; the call that began it answers `cancelled`. */
  'drafts.stopCopy': call(z.object({ draftId: id, copyId }), z.null()),
  'drafts.detach': call(z.object({ draftId: id, attachmentId: id }), z.null()),
  'drafts.files': call(z.object({ draftId: id }), files),
  /** Puts the files in this order; those that are not named stay behind them. */
  'drafts.arrange': call(z.object({ draftId: id, ids }), z.null()),
  'drafts.rename': call(z.object({ draftId: id, attachmentId: id, name: z.string().min(1).max(1000) }), attachmentSchema),
  /** Puts smaller pictures in the place of attached ones, which stay with the draft. `left`: those that would not get smaller. */
  'drafts.shrink': call(z.object({ draftId: id, ids }), z.object({ files, left: z.number() })),
  /** Puts the pictures back that these were made from. */
  'drafts.unshrink': call(z.object({ draftId: id, ids }), files),
  /** Which of the draft's pictures in the text move, by their hashes. */
  'drafts.moving': call(z.object({ draftId: id }), z.object({ pictures: z.array(z.string()) })),
  /** The beginning of a file that is text; `not-possible-now`: it is none. */
  'drafts.readText': call(z.object({ draftId: id, attachmentId: id }), z.object({ text: z.string(), isWhole: z.boolean() })),
} as const;

export const attachmentQueries = {
  /** What is being brought into the draft. */
  'drafts.copies': call(z.object({ draftId: id }), z.array(copySchema)),
  /** What the server of each account, or of an identity with one of its own, said it takes when it was last talked to. Octets. */
  'accounts.sizeLimits': call(z.object({}), z.array(z.object({ accountId: id, octets: z.number() }))),
} as const;

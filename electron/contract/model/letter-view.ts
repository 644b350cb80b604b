// A letter before it goes, as its recipient will get it, and as a file of one's own.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { messageRefSchema, openedMessageSchema } from './messages';
import { id } from './values';

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** Octets of a letter that comes from a file, or goes into one. */
export const longestFile = 80_000_000;

/** Like an opened message; pictures are app: URLs. Date, Message-ID and boundaries are made anew when it is sent. */
const letterPreviewSchema = openedMessageSchema.omit({ ref: true, outboxId: true }).extend({
  /** Octets on the wire. */
  size: z.number(),
  /** Why it could not leave as it is. */
  obstacles: z.array(failureSchema),
});
export type LetterPreview = Readonly<z.infer<typeof letterPreviewSchema>>;

/** A file that waits to be dragged to another program, in a folder of the profile; `letters.drag` of the shell takes it from there. */
const lentId = z.string().regex(/^[0-9a-f]{32}$/);
export const lentSchema = z.object({ id: lentId });

export const letterViewCalls = {
  /** What would leave if the draft were sent as it is stored now. Nothing is stored by it. */
  'drafts.preview': call(z.object({ draftId: id }), letterPreviewSchema),
  /** The draft as a file of one's own (.eml), Bcc and all, marked as unsent. `letter-too-large` above `longestFile`. */
  'drafts.asFile': call(z.object({ draftId: id }), z.object({ bytes: z.instanceof(Uint8Array) })),
  /** A message as it is. */
  'messages.asFile': call(z.object({ ref: messageRefSchema }), z.object({ bytes: z.instanceof(Uint8Array) })),
  /** Writes it where another program can take it from. Failures: as of the other two, and those of the disk. */
  'letters.lend': call(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('draft'), draftId: id }),
      z.object({ kind: z.literal('message'), ref: messageRefSchema }),
    ]),
    lentSchema,
  ),
} as const;

// The text of a letter: what its HTML is in words alone.
import { z } from 'zod';

/** The colours that a letter may have, by name: of words, and behind them. */
export type Ink = 'red' | 'orange' | 'green' | 'blue' | 'purple' | 'grey';
export type Paper = 'yellow' | 'green' | 'blue' | 'pink';

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const letterTextCalls = {
  /** Each part as a person would write it in plain text: the same words as in the text part of the letter that is sent. */
  /** Each block of a letter as the HTML that leaves for it, but for where its pictures are. */
  'letters.leaving': call(
    z.object({ blocks: z.array(z.string().max(20_000_000)).max(100_000) }),
    z.object({ blocks: z.array(z.string()) }),
  ),
  'letters.asText': call(z.object({ parts: z.array(z.string().max(20_000_000)).max(3) }), z.object({ texts: z.array(z.string()) })),
} as const;

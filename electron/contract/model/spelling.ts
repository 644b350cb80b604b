// Spelling: which languages there are dictionaries for, what is asked of them, and the words that a person has added.
import { z } from 'zod';

/** In the order in which they are offered. */
export const spellingLanguages = ['en-GB', 'en-US', 'sv', 'da'] as const;
export const spellingLanguageSchema = z.enum(spellingLanguages);
export type SpellingLanguage = z.infer<typeof spellingLanguageSchema>;

export const someLanguagesSchema = z.array(spellingLanguageSchema).min(1).max(spellingLanguages.length);

/** Of a letter; kept with its draft, and nothing of it leaves. */
export const letterSpellingSchema = z.object({
  isOff: z.literal(true).optional(),
  /** The person has said in which it is written; absent: what it is written in is found out. */
  languages: someLanguagesSchema.optional(),
  /** Words that are right in this letter. */
  ignored: z.array(z.string().min(1).max(64)).max(1000).optional(),
});
export type LetterSpelling = Readonly<z.infer<typeof letterSpellingSchema>>;

/** Nothing that holds a space or a sign that can't be seen is a word. */
export const spelledWordSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{M}\p{N}'’.-]+$/u);

/** Words in one question. */
export const mostAsked = 500;
/** Words that a person can have of their own. */
export const mostOwnWords = 10_000;

/** What is wrong with it; nothing of either: it works, or has not been needed yet. */
export const spellingStateSchema = z.object({
  /** It ended again and again, and is left alone until the program starts anew. */
  isBroken: z.boolean(),
  /** Their dictionaries can't be read. */
  missing: z.array(spellingLanguageSchema),
});
export type SpellingState = Readonly<z.infer<typeof spellingStateSchema>>;

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const words = z.array(spelledWordSchema).min(1);

export const spellingCalls = {
  /** Those that none of the languages has, and that is no name of the address book. `not-possible-now`: nobody can tell at the moment. */
  'spelling.check': call(
    z.object({ languages: someLanguagesSchema, words: words.max(mostAsked) }),
    z.object({ wrong: z.array(z.number().int().min(0)).max(mostAsked) }),
  ),
  /** At most five, the likeliest first. The languages stand in the order of how much of the letter is written in them. */
  'spelling.suggest': call(
    z.object({ languages: someLanguagesSchema, word: spelledWordSchema }),
    z.object({ suggestions: z.array(z.string().max(200)).max(5) }),
  ),
  /** They are right from now on, in every letter. `not-possible-now`: there are too many. */
  'spelling.addWords': call(z.object({ words: words.max(mostOwnWords) }), z.null()),
  'spelling.removeWord': call(z.object({ word: spelledWordSchema }), z.null()),
} as const;

export const spellingQueries = {
  /** One's own, in the order of the alphabet. */
  'spelling.words': call(z.object({}), z.array(z.string())),
  'spelling.state': call(z.object({}), spellingStateSchema),
} as const;

// People one writes to, and groups of them.
import { z } from 'zod';
import { recipientSchema } from './drafts';
import { messageRefSchema } from './messages';
import { line } from './values';

const number = z.number().int().min(0);
const address = line.min(3).max(320);

/** What is offered while a recipient is typed. */
const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: number, name: z.string(), address: z.string() }),
  z.object({ kind: z.literal('group'), id: number, name: z.string(), members: number }),
]);
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;

/** Who will be offered when one letter more is typed: told along, so that the next list is there before its key is. */
const foreseenSchema = z.object({
  /** Everybody and every group that any of the letters brings, each once. */
  known: z.array(suggestionSchema),
  letters: z.array(
    z.object({
      /** What is looked for then: `searchWords` (domain/people/keys.ts), with a space between. */
      words: z.string(),
      /** The first ones, by their places in `known`. */
      places: z.array(number),
      /** Nobody else fits. */
      isAll: z.boolean(),
    }),
  ),
});
export type ForeseenLetters = Readonly<z.infer<typeof foreseenSchema>>;

const groupSchema = z.object({ id: number, name: z.string(), members: number });
export type PeopleGroup = Readonly<z.infer<typeof groupSchema>>;

const personSchema = z.object({
  id: number,
  name: z.string(),
  address: z.string(),
  /** Letters written to them, over all accounts. */
  times: number,
  /** When the last one left, ms since 1970; null: none has. */
  lastAt: z.number().nullable(),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

/** A window onto the list, in the order of names. */
const peoplePageSchema = z.object({ total: number, offset: number, items: z.array(personSchema) });

/** Everything about one person. */
const personCardSchema = personSchema.extend({
  groups: z.array(groupSchema),
  /** The last letter to them; `ref` opens it. */
  last: z.object({ subject: z.string(), at: z.number(), ref: messageRefSchema }).nullable(),
});
export type PersonCard = Readonly<z.infer<typeof personCardSchema>>;

/** Why a row or card of a file is not taken over. */
export const skippedWhys = ['no-address', 'bad-address', 'twice', 'unreadable', 'old-version', 'group-card'] as const;
/** Why nothing of a file can be taken over. */
export const refusedWhys = ['too-large', 'too-many', 'no-people', 'no-addresses', 'unreadable'] as const;

/** What would come in, before anything has. */
export const importPreviewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), why: z.enum(refusedWhys), limit: z.number().optional() }),
  z.object({
    kind: z.literal('ready'),
    importId: z.string(),
    /** People who are not here yet, and who are here without the name that the file knows. */
    added: number,
    named: number,
    /** Those who are here already as they stand in the file. */
    same: number,
    groups: z.array(z.object({ name: z.string(), members: number })),
    /** The first of those who come in. */
    sample: z.array(z.object({ name: z.string(), address: z.string() })),
    skipped: number,
    /** The first of those who don't: in which row or card, and what stood there. */
    skippedSample: z.array(z.object({ place: number, text: z.string(), why: z.enum(skippedWhys) })),
  }),
]);
export type ImportPreview = Readonly<z.infer<typeof importPreviewSchema>>;

/** The Sent folder being read for whom one has written to. */
const fillingSchema = z.object({ accountId: z.string(), read: number, of: number });
export type Filling = Readonly<z.infer<typeof fillingSchema>>;

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const nothing = z.null();
const ids = z.array(number).min(1).max(10_000);

export const peopleCalls = {
  /**
   * A recipient field is in use: people are brought to hand, what was sent meanwhile is counted, and on the account's first day its
   * Sent folder is read in the background. Answers the domains that one writes to.
   */
  'people.prepare': call(z.object({ accountId: z.string().max(64).nullable() }), z.object({ domains: z.array(z.string()) })),
  /** The best few for what is being typed, the warmest first; for an empty text, who will be offered for its first letter. */
  'people.suggest': call(
    z.object({
      text: z.string().max(1000),
      accountId: z.string().max(64).nullable(),
      /** Which of the account's addresses it is written from; null or absent: its own. */
      identityId: z.string().max(64).nullable().optional(),
      limit: z.number().int().min(1).max(50),
      /** So many people for each letter that may come next; 0 or absent: none. */
      ahead: z.number().int().min(0).max(20).optional(),
    }),
    z.object({ items: z.array(suggestionSchema), ahead: foreseenSchema }),
  ),
  /** null: nobody here has this address. */
  'people.card': call(z.object({ address }), personCardSchema.nullable()),
  'people.read': call(z.object({ id: number }), personCardSchema.nullable()),
  /** Puts a person down (`id` null) or changes one. An address that somebody here has already makes one of the two; answers whom. */
  'people.save': call(z.object({ id: number.nullable(), name: line.max(320), address }), z.object({ id: number })),
  'people.remove': call(z.object({ ids }), nothing),
  /** Makes a group (`id` null) or names it anew. `not-possible-now`: another one has the name. */
  'people.saveGroup': call(z.object({ id: number.nullable(), name: line.min(1).max(200) }), z.object({ id: number })),
  'people.removeGroup': call(z.object({ id: number }), nothing),
  'people.changeMembers': call(
    z.object({ groupId: number, add: z.array(number).max(10_000), remove: z.array(number).max(10_000) }),
    nothing,
  ),
  /** Who gets what is written to the group. */
  'people.members': call(z.object({ groupId: number }), z.array(recipientSchema)),
  /** Reads a file of vCards (RFC 6350, RFC 2426) or a table with separators, and says what would come in. Nothing is taken over yet. */
  'people.readFile': call(z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }), importPreviewSchema),
  /** Takes over what was read. `not-found`: another file was read since. */
  'people.import': call(z.object({ importId: z.string().max(64), withGroups: z.boolean() }), z.object({ added: number, named: number })),
  /** Ends the reading of a Sent folder for good. */
  'people.stopFilling': call(z.object({ accountId: z.string().max(64) }), nothing),
} as const;

export const peopleQueries = {
  'people.page': call(
    z.object({ search: z.string().max(1000), groupId: number.nullable(), offset: number, limit: z.number().int().min(1).max(200) }),
    peoplePageSchema,
  ),
  'people.groups': call(z.object({}), z.array(groupSchema)),
  /** null: no folder is being read. */
  'people.filling': call(z.object({}), fillingSchema.nullable()),
} as const;

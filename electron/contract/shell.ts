// What only the shell can do for the page: settings, accounts, the vault, links, dialogs. Small on purpose.
import { z } from 'zod';
import { failureSchema, resultSchema } from './failure';
import { accountSchema } from './model/accounts';
import { lentSchema } from './model/letter-view';
import { settingsSchema, vaultStatusSchema } from './model/status';

const nothing = z.null();
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const accounts = z.array(accountSchema);
/**
 * How a page stands that is about to close. `isSaved`: everything typed has been acknowledged by the engine. `isSent`: no letter whose
 * Send was pressed just now is a draft still.
 */
const closingSchema = z.object({ isSaved: z.boolean(), isSent: z.boolean() });
export type Closing = z.infer<typeof closingSchema>;
const roomSchema = z.enum(['drafts', 'outbox', 'sent', 'practice', 'people', 'accounts', 'doctor', 'settings', 'help']);

export const shellCalls = {
  /** Everything the page needs for its first picture, in one call. */
  start: call(
    z.object({}),
    z.object({
      settings: settingsSchema,
      accounts,
      /** The system's language as a BCP 47 tag. */
      systemLanguage: z.string(),
      platform: z.string(),
      version: z.string(),
      electronVersion: z.string(),
      /** A mailto: URL the program was started with. */
      mailto: z.string().nullable(),
      /** The draft that this window is for, and nothing else; null: the main window. */
      letter: z.string().nullable(),
      /** The drafts that have a window of their own: they are open nowhere else. */
      letters: z.array(z.string()),
    }),
  ),
  'settings.change': call(settingsSchema.partial(), settingsSchema),
  /** Adds or replaces an account. `password` null leaves the stored one; `keep` session forgets it when the program quits. */
  'accounts.save': call(
    z.object({
      account: accountSchema,
      password: z.string().min(1).max(4096).nullable(),
      /** Of the account's proxy, kept where the other is; null or absent leaves the stored one. */
      proxyPassword: z.string().min(1).max(255).nullable().optional(),
      keep: z.enum(['vault', 'session']),
      isDefault: z.boolean(),
      /** For identities with a server of their own; one that is moved to another host without its password has to be asked for it again. */
      aliasPasswords: z
        .array(z.object({ identityId: z.string().min(1).max(64), password: z.string().min(1).max(4096) }))
        .max(100)
        .optional(),
    }),
    accounts,
  ),
  /** Removes an account, its secret with it. Waiting mail of it becomes "kept". */
  'accounts.remove': call(z.object({ accountId: z.string() }), accounts),
  'vault.status': call(z.object({}), vaultStatusSchema),
  /** Opens an https: or mailto: link of the allow-list in the system's browser. */
  'links.open': call(z.object({ url: z.string().max(8192) }), nothing),
  /** Asks where to, then writes the file. */
  'files.save': call(z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }), z.object({ wasSaved: z.boolean() })),
  /** Prints a letter that the page has cleaned, as a whole HTML document; answers when it was printed or called off. */
  'letters.print': call(z.object({ html: z.string().max(60_000_000) }), z.object({ wasPrinted: z.boolean() })),
  /** Begins to drag a file that the engine has lent (`letters.lend`), under this name, out of the window. To be called while a button is held. */
  'letters.drag': call(lentSchema.extend({ name: z.string().max(300) }), nothing),
  /** Starts an engine that was given up (`lost`); nothing happens to one that runs. */
  'engine.start': call(z.object({}), nothing),
  /** Opens a draft in a window of its own, or brings up the one it has. */
  'letters.open': call(z.object({ draftId: z.string().min(1).max(64) }), nothing),
  /** From a letter's window: it is done. Its page has stored everything. */
  'letters.leave': call(z.object({ as: z.enum(['sent', 'discarded', 'back']) }), nothing),
  /** From a letter's window: shows something in the main one. */
  'letters.show': call(z.object({ room: roomSchema, selected: z.string().max(2000).nullable().optional() }), nothing),
  /** The page's answer to the event `flush`. */
  flushed: call(closingSchema, nothing),
} as const;

export type ShellCallName = keyof typeof shellCalls;
export type ShellCallInput<N extends ShellCallName> = z.infer<(typeof shellCalls)[N]['input']>;
export type ShellCallOutput<N extends ShellCallName> = z.infer<(typeof shellCalls)[N]['output']>;

/** What the shell tells the page unasked. */
export const shellEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accounts'), accounts }),
  z.object({ kind: z.literal('settings'), settings: settingsSchema }),
  z.object({ kind: z.literal('mailto'), url: z.string() }),
  /** A file that the program was told to open as a letter: what is in it, or why that can't be read. */
  z.object({ kind: z.literal('letter-file'), name: z.string().max(255), content: resultSchema(z.instanceof(Uint8Array)) }),
  /** A menu or tray command, or a click on a notification. */
  z.object({
    kind: z.literal('go'),
    to: z.enum(['write', 'drafts', 'outbox', 'sent', 'accounts', 'settings']),
    messageId: z.string().nullable(),
  }),
  /** The engine process ended (`down`), runs again (`up`), or is given up (`lost`) after too many ends, or for a reason: the `failure`. */
  z.object({ kind: z.literal('engine'), state: z.enum(['down', 'up', 'lost']), failure: failureSchema.optional() }),
  /** The window is about to close: save what is not saved yet at once, then call `flushed`. The shell waits five seconds at most. */
  z.object({ kind: z.literal('flush'), /** Only this window goes, and the program stays. */ isLeaving: z.boolean() }),
  /** Which drafts have a window of their own. */
  z.object({ kind: z.literal('letters'), draftIds: z.array(z.string()) }),
  /** A letter's window is done with it: its draft was thrown away, or comes back into this window. */
  z.object({ kind: z.literal('letter-left'), draftId: z.string(), as: z.enum(['discarded', 'back']) }),
  /** Somebody in a letter's window wants to see something that is in this one. `selected` absent: what was open there before. */
  z.object({ kind: z.literal('open'), room: roomSchema, selected: z.string().max(2000).nullable().optional() }),
]);
export type ShellEvent = z.infer<typeof shellEventSchema>;

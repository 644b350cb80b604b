// Every call and every query of the engine, each with its input and its output.
// A call is answered once with a Result. A query is watched: the engine pushes a whole new value at each change.
import { z } from 'zod';
import { certificateSchema } from './failure';
import { accountSchema, checkReportSchema, secretInputSchema } from './model/accounts';
import { attachmentCalls, attachmentQueries } from './model/attachments';
import { discoverySchema } from './model/discovery';
import { doctorReportSchema, testMessageSchema } from './model/doctor';
import { draftDeskCalls, draftDeskQueries, sessionSchema } from './model/draft-desk';
import { attachmentSchema, draftContentSchema, draftSchema, recipientSchema } from './model/drafts';
import { lastUsedSchema } from './model/identities';
import { letterTextCalls } from './model/letter-text';
import { letterViewCalls } from './model/letter-view';
import { messagePageSchema, messageRefSchema, openedMessageSchema } from './model/messages';
import { movedInSchema } from './model/moving-in';
import { browserSignInSchema, closingPageSchema, signInStateSchema } from './model/oauth';
import { outboxEntrySchema, outboxItemSchema, outboxPageCalls, outboxPageQueries, transcriptLineSchema, whenSchema } from './model/outbox';
import { peopleCalls, peopleQueries } from './model/people';
import { spellingCalls, spellingQueries } from './model/spelling';
import { statusSchema } from './model/status';
import { templateCalls, templateQueries } from './model/templates';

const id = z.string().min(1).max(64);
const ids = z.array(id).min(1).max(100_000);
const nothing = z.null();
/** Typed now for the account's proxy; null or absent: the one in the vault, if it was for this proxy. */
const proxyPassword = z.string().max(255).nullable().optional();
const bytes = z.instanceof(Uint8Array);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const engineCalls = {
  /** What happens to waiting mail when this account goes: how many messages wait or are under way on it. */
  'accounts.waiting': call(z.object({ accountId: id }), z.object({ waiting: z.number() })),
  /** Makes a Sent folder where the server has none; answers its path. */
  'accounts.makeSentFolder': call(
    z.object({ account: accountSchema, secret: secretInputSchema, proxyPassword, name: z.string().min(1).max(200) }),
    z.object({ path: z.string() }),
  ),
  /** What the certificates in a PEM text say of themselves, and each as a PEM text of its own. `invalid-input`: there is none in it. */
  'certificates.read': call(
    z.object({ text: z.string().max(600_000) }),
    z.array(z.object({ certificate: certificateSchema, pem: z.string(), isAuthority: z.boolean() })),
  ),
  /** Lifts the pause of an account and lets everything that waits on it go. */
  'accounts.resume': call(z.object({ accountId: id }), nothing),
  /** Takes the sign-in back at the provider, where it can be (RFC 7009), and forgets the tokens here in any case. */
  'accounts.signOut': call(z.object({ accountId: id }), z.object({ wasRevoked: z.boolean() })),

  /** Whether another mail program has accounts on this computer. Asked only by a screen that offers to bring them along. */
  'movingIn.look': call(z.object({}), z.object({ hasThunderbird: z.boolean() })),
  'movingIn.thunderbird': call(z.object({}), movedInSchema),
  /** Reads Apple's .mobileconfig; the page has looked at its size. */
  'movingIn.mobileconfig': call(z.object({ bytes }), movedInSchema),

  /** A new draft: empty, from a mailto: URL (RFC 6068), from a letter file, an answer to an opened message, or that message once more. */
  'drafts.create': call(
    z.object({
      accountId: id.nullable(),
      /** Of that account: the person wants the letter to go from there; left out: as letters begin. */
      identityId: id.optional(),
      start: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('empty') }),
        z.object({ kind: z.literal('mailto'), url: z.string().max(100_000) }),
        /** A letter file (.eml); the page has looked at its size. `not-a-letter`: it is none. */
        z.object({ kind: z.literal('file'), name: z.string().min(1).max(255), bytes }),
        z.object({
          kind: z.enum(['reply', 'reply-all', 'forward']),
          ref: messageRefSchema,
          /** The line above the quote, in the person's language, e.g. "On 3 May 2026, Anna wrote:". */
          intro: z.string().max(1000),
        }),
        /** The same once more: recipients, subject, text, files, and no thread. */
        z.object({ kind: z.literal('again'), ref: messageRefSchema }),
      ]),
    }),
    draftSchema,
  ),
  'drafts.open': call(z.object({ draftId: id }), draftSchema),
  /** Stores a revision. One that is not newer than the stored one changes nothing; the answer tells what is stored. */
  'drafts.save': call(
    z.object({
      draftId: id,
      revision: z.number().int().min(1),
      content: draftContentSchema,
      /** Absent: whoever saves has no editor, and what could be undone in the text fits no more. */
      session: sessionSchema.optional(),
    }),
    z.object({ revision: z.number(), savedAt: z.number() }),
  ),
  ...draftDeskCalls,
  'drafts.discard': call(z.object({ draftId: id }), nothing),
  /** Gives the draft the pictures of a signature that is put into it; answers those it did not have. */
  'drafts.takePictures': call(z.object({ draftId: id, hashes: z.array(sha256).max(200) }), z.array(attachmentSchema)),
  /** Keeps a picture for an account's signatures. At most 5 MB. */
  'identities.keepPicture': call(
    z.object({ accountId: id, name: z.string().max(255), type: z.string().max(255), bytes }),
    z.object({ sha256 }),
  ),
  /** From where each of them was written to last; those never written to are left out. */
  'identities.lastUsed': call(z.object({ addresses: z.array(z.string().min(3).max(320)).max(200) }), z.array(lastUsedSchema)),
  /** Reads pasted or typed text as addresses, each good or bad with its reason. */
  'addresses.parse': call(z.object({ text: z.string().max(1_000_000) }), z.array(recipientSchema)),

  /** Freezes the draft and puts it into the outbox; answers after a durable commit. Idempotent by draft and revision. */
  'outbox.enqueue': call(
    z.object({ draftId: id, revision: z.number().int().min(0), /** Left out: now. */ when: whenSchema.optional() }),
    z.object({ id }),
  ),
  ...outboxPageCalls,
  /** Sends now what failed, was put off, kept, held or scheduled. */
  'outbox.retry': call(z.object({ ids }), nothing),
  /** Somebody types: for two seconds, what is being sent makes room for the keys. */
  'outbox.stepBack': call(z.object({}), nothing),
  /** Gives what waits, was kept or failed (anew) a time at which it leaves. */
  'outbox.schedule': call(z.object({ ids, at: z.number().int(), zone: z.string().min(1).max(100) }), nothing),
  /** Keeps what waits in the outbox until the person says otherwise. */
  'outbox.keep': call(z.object({ ids }), nothing),
  /** Freezes them anew for another account, under a new Message-ID; `not-possible-now` where one may have left already. */
  'outbox.move': call(z.object({ ids, accountId: id }), nothing),
  /** Sends to those who were refused, and to nobody else, at the addresses given here (one for each of `positions`). */
  'outbox.sendToRefused': call(
    z.object({
      id,
      recipients: z
        .array(z.object({ position: z.number().int().min(0), address: z.string().min(3).max(320) }))
        .min(1)
        .max(5000),
    }),
    /** The message that goes to them: the same one where no address was changed, else a new one. */
    z.object({ id }),
  ),
  /** The conversation of one attempt. */
  'outbox.transcript': call(z.object({ id, number: z.number().int().min(1) }), z.array(transcriptLineSchema)),
  'outbox.cancel': call(z.object({ ids }), nothing),
  /** Takes a message that did not leave back into a new draft. */
  'outbox.edit': call(z.object({ id }), z.object({ draftId: id })),
  /** Settles "May have been sent": the person says it was, or has it sent again with the same bytes. */
  'outbox.settle': call(z.object({ id, as: z.enum(['sent', 'send-again']) }), nothing),
  /** Looks for the Message-ID in Sent now; true when it was found (which settles it). */
  'outbox.checkSent': call(z.object({ id }), z.object({ wasFound: z.boolean() })),
  /** Tries the copy in Sent again. */
  'outbox.retryCopy': call(z.object({ id }), nothing),

  'messages.open': call(z.object({ ref: messageRefSchema }), openedMessageSchema),
  'messages.attachment': call(
    z.object({ ref: messageRefSchema, index: z.number().int().min(0) }),
    z.object({ name: z.string(), type: z.string(), bytes }),
  ),
  'practice.clear': call(z.object({}), nothing),
  ...attachmentCalls,
  ...letterTextCalls,
  ...letterViewCalls,
  ...peopleCalls,
  ...templateCalls,
  ...spellingCalls,
} as const;

export const engineQueries = {
  status: call(z.object({}), statusSchema),
  /** Runs the staged check while it is watched; unwatching cancels it. */
  'accounts.check': call(z.object({ account: accountSchema, secret: secretInputSchema, proxyPassword }), checkReportSchema),
  /** Looks for an address's servers while it is watched; unwatching cancels it. */
  'accounts.discover': call(z.object({ address: z.string().min(3).max(320) }), discoverySchema),
  /** Signs in with the browser while it is watched; unwatching calls it off. The tokens stay with the engine and the vault. */
  'accounts.signIn': call(z.object({ account: accountSchema, proxyPassword, closingPage: closingPageSchema }), signInStateSchema),
  'accounts.browserSignIn': call(z.object({}), browserSignInSchema),
  /** Whether the account's server offered DSN (RFC 3461) last; null: it was not asked yet. */
  'accounts.offersReports': call(z.object({ accountId: id }), z.object({ offersReports: z.boolean().nullable() })),
  /** Whether the vault holds what the account signs in with; null: it can't be asked now. */
  'accounts.isSignedIn': call(z.object({ accountId: id }), z.object({ isSignedIn: z.boolean().nullable() })),
  /** Whether the vault holds a password for an account that signs in with one; null: it can't be asked now, or there is no such account. */
  'accounts.hasPassword': call(z.object({ accountId: id }), z.object({ hasPassword: z.boolean().nullable() })),
  /** Examines an account, saved or not, while it is watched; unwatching cancels it. `message`: one to its own address, in the words of whoever asks; null: none. */
  'doctor.run': call(
    z.object({ account: accountSchema, secret: secretInputSchema, proxyPassword, message: testMessageSchema.nullable() }),
    doctorReportSchema,
  ),
  ...draftDeskQueries,
  /** What is being sent, and the newest of the others: for whoever asks how things stand. The whole list: `outbox.page`. */
  'outbox.list': call(z.object({}), z.array(outboxItemSchema)),
  ...outboxPageQueries,
  /** null: the message is gone. */
  'outbox.entry': call(z.object({ id }), outboxEntrySchema.nullable()),
  'sent.page': call(
    z.object({ accountId: id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    messagePageSchema,
  ),
  'practice.page': call(z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }), messagePageSchema),
  ...attachmentQueries,
  ...peopleQueries,
  ...templateQueries,
  ...spellingQueries,
} as const;

export type CallName = keyof typeof engineCalls;
export type CallInput<N extends CallName> = z.infer<(typeof engineCalls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof engineCalls)[N]['output']>;
export type QueryName = keyof typeof engineQueries;
export type QueryInput<N extends QueryName> = z.infer<(typeof engineQueries)[N]['input']>;
export type QueryOutput<N extends QueryName> = z.infer<(typeof engineQueries)[N]['output']>;

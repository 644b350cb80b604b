// The status of the whole, notices, settings, and how the vault stands.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { noClients, oauthClientsSchema } from './oauth';
import { someLanguagesSchema } from './spelling';
import { id } from './values';

export const statusSchema = z.object({
  isOnline: z.boolean(),
  waiting: z.number(),
  sending: z.number(),
  /** Of those that wait: inside their undo time, and scheduled for a later time. */
  held: z.number(),
  scheduled: z.number(),
  /** When the next scheduled one leaves; null: none. */
  nextScheduledAt: z.number().nullable(),
  /** Scheduled messages whose time passed while the computer slept or the program was not there: the person decides. */
  missed: z.number(),
  /** Failed, uncertain or kept: waits for the person. */
  needsYou: z.number(),
  drafts: z.number(),
  /** Accounts that stand still until the person has mended something. */
  paused: z.array(z.object({ accountId: id, failure: failureSchema })),
});
export type Status = Readonly<z.infer<typeof statusSchema>>;

/** Something a person is told even when the window is elsewhere. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['failed', 'uncertain', 'kept', 'partly']),
    messageId: id,
    subject: z.string(),
    to: z.array(z.string()),
    failure: failureSchema.nullable(),
  }),
  z.object({ kind: z.literal('paused'), accountId: id, address: z.string(), failure: failureSchema }),
  /** The times of scheduled messages were missed; `count` of them wait for an answer. */
  z.object({ kind: z.literal('missed'), count: z.number() }),
  /** The mail database was damaged: what could be read was brought over; the damaged file was kept beside it. `keptAs`: its name. */
  z.object({ kind: z.literal('salvaged'), keptAs: z.string(), drafts: z.number(), messages: z.number() }),
]);
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'sv', 'da']),
  theme: z.enum(['system', 'light', 'dark']),
  defaultAccountId: id.nullable(),
  /** Single-letter keys (j, k, ?) in lists. */
  hasSingleKeys: z.boolean(),
  hasNotifications: z.boolean(),
  /** Marks misspelt words while one writes. */
  checksSpelling: z.boolean(),
  /** Those that letters are written in; absent: all there are dictionaries for. */
  spellingLanguages: someLanguagesSchema.optional(),
  /** Seconds in which Send can be undone; 0: none. */
  undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(30)]),
  /** What becomes of a scheduled message whose time was missed. */
  whenMissed: z.enum(['ask', 'send', 'keep']),
  /** Starts with the computer, without a window, so that scheduled mail leaves. */
  startsAtLogin: z.boolean(),
  /** As whom the program asks where people sign in with the browser. */
  oauth: oauthClientsSchema,
  /** DNS servers for finding settings and for the doctor, e.g. "192.0.2.1", "[2001:db8::1]:53"; absent or empty: the system's. */
  dnsServers: z.array(z.string().max(64)).max(4).optional(),
  /** The company's own certificate authorities, as PEM texts: trusted beside the usual ones. */
  companyRoots: z.array(z.string().max(20_000)).max(30).optional(),
  /** What was chosen lately among everything that can be done: ids of the page's, the newest first. */
  recentActions: z.array(z.string().max(200)).max(20).optional(),
  /** Closing the window leaves the program in the tray. */
  staysInTray: z.boolean(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Of somebody who has set nothing. */
export const usualSettings: Settings = {
  language: 'system',
  theme: 'system',
  defaultAccountId: null,
  hasSingleKeys: true,
  hasNotifications: true,
  checksSpelling: true,
  undoSeconds: 10,
  whenMissed: 'ask',
  startsAtLogin: false,
  oauth: noClients,
  staysInTray: false,
};

/** `os`: the computer's key store keeps secrets. `none`: they can be kept until quitting only. */
export const vaultStatusSchema = z.object({ kind: z.enum(['os', 'none', 'locked']), backend: z.string() });
export type VaultStatus = Readonly<z.infer<typeof vaultStatusSchema>>;

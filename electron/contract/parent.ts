// What travels between the shell and the engine process (in plain Node: between whoever forked it and the engine).
import { z } from 'zod';
import { failureSchema } from './failure';
import { accountSchema } from './model/accounts';
import { oauthClientsSchema } from './model/oauth';
import { noticeSchema, statusSchema } from './model/status';

export const fromShellSchema = z.discriminatedUnion('kind', [
  /** As whom the program asks where people sign in with the browser; sent before the accounts, and at each change. */
  z.object({ kind: z.literal('oauth-clients'), clients: oauthClientsSchema }),
  /** The answer to `read-sign-in`. */
  z.object({ kind: z.literal('sign-in'), id: z.number(), signIn: z.string().nullable(), failure: failureSchema.nullable() }),
  /** The answer to `keep-sign-in` and `open-browser`. */
  z.object({ kind: z.literal('obeyed'), id: z.number(), failure: failureSchema.nullable() }),
  /** The account presets as they are now; nothing is sent before they came. */
  z.object({ kind: z.literal('accounts'), accounts: z.array(accountSchema) }),
  /** A page's port travels with this message. */
  z.object({ kind: z.literal('page') }),
  /** The answer to `secret`: the password, or why there is none. */
  z.object({ kind: z.literal('secret'), id: z.number(), password: z.string().nullable(), failure: failureSchema.nullable() }),
  z.object({ kind: z.literal('network'), isOnline: z.boolean() }),
  /** DNS servers for finding settings and for the doctor; empty: the system's. */
  z.object({ kind: z.literal('dns'), servers: z.array(z.string()) }),
  /** The answer to `system-proxy`: the rule as proxy auto-config files word it, e.g. "PROXY 10.0.0.1:8080; DIRECT". */
  z.object({ kind: z.literal('system-proxy'), id: z.number(), rule: z.string() }),
  /** The company's certificate authorities, PEM; sent at the start and at each change of the setting. */
  z.object({ kind: z.literal('company-roots'), roots: z.array(z.string()) }),
  /** What becomes of scheduled messages whose time was missed; sent at the start and at each change of the setting. */
  z.object({ kind: z.literal('when-missed'), do: z.enum(['ask', 'send', 'keep']) }),
  /** The person leaves the program while messages are inside their undo time: they go now, or are kept in the outbox. */
  z.object({ kind: z.literal('release-held'), as: z.enum(['send', 'keep']) }),
  /** How does it stand at this moment? Answered by `status-now`. */
  z.object({ kind: z.literal('read-status'), id: z.number() }),
  /** The computer woke up. */
  z.object({ kind: z.literal('resumed') }),
  /** Finish what can't be interrupted, close the database, end. */
  z.object({ kind: z.literal('stop') }),
]);
export type FromShell = z.infer<typeof fromShellSchema>;

export const toShellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The profile can't be used; the engine ends after this. */
  z.object({ kind: z.literal('unusable'), failure: failureSchema }),
  z.object({ kind: z.literal('secret'), id: z.number(), accountId: z.string() }),
  /** The password of the account's proxy; answered like `secret`. */
  z.object({ kind: z.literal('proxy-password'), id: z.number(), accountId: z.string() }),
  /** Through which proxy the computer's own settings reach this server. */
  z.object({ kind: z.literal('system-proxy'), id: z.number(), host: z.string(), port: z.number() }),
  /** What the vault keeps of a sign-in by the browser; to keep: null forgets it. */
  z.object({ kind: z.literal('read-sign-in'), id: z.number(), accountId: z.string() }),
  z.object({ kind: z.literal('keep-sign-in'), id: z.number(), accountId: z.string(), signIn: z.string().nullable() }),
  z.object({ kind: z.literal('open-browser'), id: z.number(), url: z.string() }),
  /** What changed, some time after it did. */
  z.object({ kind: z.literal('status'), status: statusSchema }),
  /** The answer to `read-status`; null: the disk can't be read. */
  z.object({ kind: z.literal('status-now'), id: z.number(), status: statusSchema.nullable() }),
  z.object({ kind: z.literal('notice'), notice: noticeSchema }),
  z.object({ kind: z.literal('stopped') }),
]);
export type ToShell = z.infer<typeof toShellSchema>;

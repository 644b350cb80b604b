// What travels between the shell and the engine process (in plain Node: between whoever forked it and the engine).
import { z } from 'zod';
import { failureSchema } from './failure';
import { accountSchema, noticeSchema, statusSchema } from './model';

export const fromShellSchema = z.discriminatedUnion('kind', [
  /** The account presets as they are now; always sent first. */
  z.object({ kind: z.literal('accounts'), accounts: z.array(accountSchema) }),
  /** A page's port travels with this message. */
  z.object({ kind: z.literal('page') }),
  /** The answer to `secret`: the password, or why there is none. */
  z.object({ kind: z.literal('secret'), id: z.number(), password: z.string().nullable(), failure: failureSchema.nullable() }),
  z.object({ kind: z.literal('network'), isOnline: z.boolean() }),
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
  z.object({ kind: z.literal('status'), status: statusSchema }),
  z.object({ kind: z.literal('notice'), notice: noticeSchema }),
  z.object({ kind: z.literal('stopped') }),
]);
export type ToShell = z.infer<typeof toShellSchema>;

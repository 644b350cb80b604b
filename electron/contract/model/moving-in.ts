// Accounts that another mail program knows, proposed to the wizard. Nothing secret is among them.
import { z } from 'zod';
import { accountSchema } from './accounts';
import { id, line } from './values';

/** An account as it stands there. Its id is a new one; it is no account before the person has signed in and saved it. */
const movedAccountSchema = z.object({
  id,
  account: accountSchema,
  /** Hosts outside the address's own domain: a person confirms them before a password goes there. */
  foreignHosts: z.array(z.string()),
  /** It went without encryption there. Here it does not. */
  wasUnencrypted: z.boolean(),
});
export type MovedAccount = Readonly<z.infer<typeof movedAccountSchema>>;

/** Why something is not brought along: what it is, or what is wrong with it. */
const leftOutReasons = ['pop3', 'local-folders', 'other-kind', 'no-sending', 'address', 'host', 'exchange'] as const;
const leftOutSchema = z.object({ name: line, reason: z.enum(leftOutReasons) });
export type LeftOut = Readonly<z.infer<typeof leftOutSchema>>;

/** Why a file can't be read at all. */
const movingProblems = ['too-large', 'unreadable', 'encrypted', 'not-settings', 'binary', 'no-mail'] as const;
export type MovingProblem = (typeof movingProblems)[number];

export const movedInSchema = z.object({
  accounts: z.array(movedAccountSchema).max(200),
  leftOut: z.array(leftOutSchema).max(200),
  /** Null: it could be read. */
  problem: z.enum(movingProblems).nullable(),
  /** The file is signed; by whom is not looked at. */
  isSigned: z.boolean(),
});
export type MovedIn = Readonly<z.infer<typeof movedInSchema>>;

// Accounts: who sends, through which servers, and the staged check of them.
import { z } from 'zod';
import { failureSchema } from '../failure';
import { identityTraitsSchema } from './identities';
import { id, line } from './values';
import { trustedCertificateSchema, waySchema } from './way';

export const providerIds = [
  'gmail',
  'outlook',
  'hotmail',
  'microsoft365',
  'yahoo',
  'icloud',
  'fastmail',
  'zoho',
  'gmx',
  'sendgrid',
  'postmark',
  'mailjet',
  'brevo',
  'ses',
  'mailtrap',
  'other',
  'practice',
] as const;
export const providerIdSchema = z.enum(providerIds);
export type ProviderId = z.infer<typeof providerIdSchema>;

/** Who signs people in with the browser (OAuth 2.0); `own`: a provider that the person has described in the settings. */
export const oauthProviderIds = ['google', 'microsoft', 'own'] as const;
export type OauthProviderId = (typeof oauthProviderIds)[number];

/** `tls`: from the first byte (RFC 8314). `starttls`: upgraded, and required. */
const securitySchema = z.enum(['tls', 'starttls']);
export type Security = z.infer<typeof securitySchema>;

export const serverSchema = z.object({
  host: line.min(1).max(255),
  port: z.number().int().min(1).max(65535),
  security: securitySchema,
  user: line,
});
export type Server = Readonly<z.infer<typeof serverSchema>>;

/** Another address that the account writes from; `smtp`: a server of its own, with a password of its own. */
export const aliasSchema = identityTraitsSchema.extend({
  /** With the account's own (36 signs) before it, it is an id too: that of the way out by its server. */
  id: id.max(27),
  name: line,
  address: line.min(1).max(320),
  smtp: serverSchema.optional(),
});
export type Alias = Readonly<z.infer<typeof aliasSchema>>;

/**
 * Who puts the copy into Sent. `server`: the provider does. `append`: we do.
 * `search-first`: unknown; look for the Message-ID for two minutes, append if it is absent. `local`: there is no Sent folder.
 */
const sentPolicySchema = z.enum(['server', 'append', 'search-first', 'local']);
export type SentPolicy = z.infer<typeof sentPolicySchema>;

export const accountSchema = z.object({
  id,
  provider: providerIdSchema,
  /** The person's name as recipients see it; may be empty. */
  name: line,
  address: line.min(1).max(320),
  /** For `practice` the engine ignores host, port and user: its own server tells them. */
  smtp: serverSchema,
  imap: serverSchema.nullable(),
  sentPolicy: sentPolicySchema,
  /** The Sent folder's path on the server, as the check found it; null: not looked for, or there is none. */
  sentFolder: z.string().max(1000).nullable(),
  /** Signs in with the browser there; absent: with a password. */
  oauth: z.enum(oauthProviderIds).optional(),
  /** Keeps a copy of each draft in the server's folder for drafts; absent: no. */
  keepsDraftsOnServer: z.boolean().optional(),
  /** For how many hours a temporary failure is tried again before it is one for good; absent: 48. */
  patienceHours: z.number().int().min(1).max(240).optional(),
  /** Connections for sending at a time; absent: `usualConnections` of domain/connections.ts. */
  connections: z.number().int().min(1).max(10).optional(),
  /** How its servers are reached; absent: straight, with the usual patience. */
  way: waySchema.optional(),
  /** Certificates that the person has looked at and trusts, each for one server. */
  trustedCertificates: z.array(trustedCertificateSchema).max(50).optional(),
  /** What goes with letters from the account's own address; absent: nothing. */
  own: identityTraitsSchema.optional(),
  /** The other addresses it writes from; all of them as one list: `identitiesOf` of domain/identities/identity.ts. */
  aliases: z.array(aliasSchema).max(100).optional(),
});
export type Account = Readonly<z.infer<typeof accountSchema>>;

export const checkStageIds = ['resolve', 'connect', 'encrypt', 'greeting', 'sign-in', 'imap', 'sent-folder'] as const;
export type CheckStageId = (typeof checkStageIds)[number];
const checkStageSchema = z.object({
  id: z.enum(checkStageIds),
  state: z.enum(['waiting', 'running', 'fine', 'failed', 'skipped']),
  /** How long it took, ms; null until it ended. */
  took: z.number().nullable(),
  /** What was found, untranslated facts: addresses, "TLSv1.3", the greeting, a folder's path. */
  found: z.string().nullable(),
  failure: failureSchema.nullable(),
});
export type CheckStage = Readonly<z.infer<typeof checkStageSchema>>;
/** The staged check of an account, pushed whole at every change. */
export const checkReportSchema = z.object({
  stages: z.array(checkStageSchema),
  isDone: z.boolean(),
  /** Whether mail can be sent: every stage up to sign-in is fine. */
  canSend: z.boolean(),
  sentFolder: z.string().nullable(),
  /** Ports of the same host that did answer where the chosen one did not (465, 587, 2525). */
  otherPorts: z.array(z.object({ port: z.number(), security: securitySchema })),
});
export type CheckReport = Readonly<z.infer<typeof checkReportSchema>>;

/** A password on its way in: typed now, or the one already in the vault. It never travels back. */
export const secretInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), password: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('stored') }),
]);
export type SecretInput = Readonly<z.infer<typeof secretInputSchema>>;

// Settings as one file that a person can carry to another computer. It names what goes in: whatever is added elsewhere stays out until it is named here.
import { z } from 'zod';
import { accountSchema } from './accounts';
import { mostOwnWords, spelledWordSchema } from './spelling';
import { settingsSchema } from './status';

/**
 * Of an account: never a secret (the vault has those), and never whom it trusts: a certificate is judged by whoever sits there.
 * A practice account belongs to its computer.
 */
export const portableAccountSchema = accountSchema.pick({
  id: true,
  provider: true,
  name: true,
  address: true,
  smtp: true,
  imap: true,
  sentPolicy: true,
  sentFolder: true,
  oauth: true,
  patienceHours: true,
  connections: true,
  way: true,
  own: true,
  aliases: true,
});
export type PortableAccount = Readonly<z.infer<typeof portableAccountSchema>>;

export const portableSettingsSchema = settingsSchema
  .pick({
    language: true,
    theme: true,
    hasSingleKeys: true,
    hasNotifications: true,
    checksSpelling: true,
    spellingLanguages: true,
    undoSeconds: true,
    whenMissed: true,
    startsAtLogin: true,
    oauth: true,
    dnsServers: true,
    staysInTray: true,
  })
  .partial();
export type PortableSettings = Readonly<z.infer<typeof portableSettingsSchema>>;

export const settingsFileVersion = 1;
export const settingsFileSchema = z.object({
  format: z.literal('brevduva-settings'),
  version: z.literal(settingsFileVersion),
  /** RFC 3339. */
  exportedAt: z.string().max(40),
  settings: portableSettingsSchema,
  accounts: z.array(portableAccountSchema).max(500),
  /** Of one's own dictionary; absent: in files that are older than it. */
  words: z.array(spelledWordSchema).max(mostOwnWords).optional(),
});
export type SettingsFile = Readonly<z.infer<typeof settingsFileSchema>>;

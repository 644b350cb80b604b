// Finding an account's servers from an address alone.
import { z } from 'zod';
import { providerIdSchema, serverSchema } from './accounts';

/** In the order in which an answer counts: the first that has one wins. */
export const discoverySources = ['preset', 'autoconfig', 'isp-database', 'srv', 'mx', 'probe'] as const;
const discoverySourceSchema = z.enum(discoverySources);
export type DiscoverySource = z.infer<typeof discoverySourceSchema>;

/** Settings that a source told. */
const foundServersSchema = z.object({
  source: discoverySourceSchema,
  /** A provider of our own table whose servers these are; its preset then counts. */
  provider: providerIdSchema.nullable(),
  /** The preferred one first; TLS or STARTTLS only. */
  smtp: z.array(serverSchema).min(1).max(10),
  imap: serverSchema.nullable(),
  /** Whether the source says that the provider wants OAuth2 and nothing else. */
  wantsOauth: z.boolean(),
  /** Hosts outside the address's own domain: a person confirms them before a password goes there. */
  foreignHosts: z.array(z.string()),
});
export type FoundServers = Readonly<z.infer<typeof foundServersSchema>>;

export const discoverySchema = z.object({
  sources: z.array(
    z.object({
      id: discoverySourceSchema,
      /** `left-out`: with a proxy in the way, a domain's DNS records are not asked for. */
      state: z.enum(['running', 'found', 'nothing', 'refused', 'late', 'left-out']),
      /** The host that was asked, or what was wrong with the answer: a fact, untranslated. */
      detail: z.string().nullable(),
      /** ms; null until it ended. */
      took: z.number().nullable(),
    }),
  ),
  /** What wins so far; final when `isDone`. */
  found: foundServersSchema.nullable(),
  isDone: z.boolean(),
});
export type Discovery = Readonly<z.infer<typeof discoverySchema>>;

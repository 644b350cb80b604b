// The way from this computer to an account's servers: through which proxy, under which name, with how much patience, and whom to trust.
import { z } from 'zod';
import { line } from './values';

const port = z.number().int().min(1).max(65535);

/** `system`: what the computer's own settings say for each server. A password, if there is one, is in the vault. */
const proxySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.enum(['socks5', 'http']), host: line.min(1).max(255), port, /** Empty: no sign-in. */ user: line.max(255) }),
]);
export type ProxyChoice = Readonly<z.infer<typeof proxySchema>>;

export const waySchema = z.object({
  /** Null: straight to the server. */
  proxy: proxySchema.nullable(),
  /** What we call ourselves in EHLO (RFC 5321 4.1.1.1); null: "[127.0.0.1]", which gives nothing away. */
  ehloName: line.max(255).nullable(),
  /** Seconds for a connection, a greeting, and silence; null: the usual ones. */
  timeoutSeconds: z.number().int().min(10).max(600).nullable(),
});
export type WayChoice = Readonly<z.infer<typeof waySchema>>;

/** SHA-256 as Node writes it: "AB:CD:...". */
const fingerprintSchema = z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/);

/** A certificate that counts for exactly this server, whoever vouches for it or does not. */
export const trustedCertificateSchema = z.object({
  host: line.min(1).max(255),
  port,
  fingerprint256: fingerprintSchema,
  /** When the person said so, ms since 1970. */
  since: z.number(),
});
export type TrustedCertificate = Readonly<z.infer<typeof trustedCertificateSchema>>;

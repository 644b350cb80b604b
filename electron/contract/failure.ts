// Every way a thing can fail, as a value with a closed list of codes.
// One table in renderer/strings gives each code its sentence and its remedy in each language.
import { z } from 'zod';

export const failureCodes = [
  // The program itself
  'engine-restarted', // the call was under way when the engine process ended; nothing is known of its outcome
  'engine-unavailable', // the engine ended again and again and is not started any more
  'invalid-input', // a value did not fit the contract
  'not-found', // the thing named does not exist (any more)
  'not-possible-now', // the thing is in a state in which this cannot be done
  'cancelled',
  'internal',
  // Disk and profile
  'disk-full',
  'disk-read-only',
  'disk-error',
  'database-damaged',
  'database-newer', // a later version of the program has written it
  'hosts-unconfirmed', // found for an address, of another domain, and nobody has said yet that a password may go there
  'profile-in-use', // another running Brevduva has this profile open
  // Secrets
  'secret-missing', // no password is stored for the account
  'vault-unreadable', // stored, but it can't be decrypted
  'vault-unavailable', // this computer offers no key store
  // Reaching the server
  'offline',
  'dns-failed',
  'connect-refused',
  'connect-timeout',
  'greeting-timeout',
  'connection-lost',
  'not-mail-server', // what answers does not speak the protocol (HTTP, garbage)
  'wrong-security', // TLS on a plain port, or the reverse
  // The way there
  'proxy-unreachable', // its name is unknown, or nobody listens there
  'proxy-silent', // it accepts the connection and does not answer in time
  'proxy-sign-in', // it wants a user name and a password, or others
  'proxy-refused', // it will not, or can't, connect to this server
  'not-a-proxy', // what answers there is none of this kind
  // Encryption
  'encryption-refused', // STARTTLS absent, refused or stripped
  'encryption-failed', // no common TLS version or cipher, handshake broken
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name',
  'certificate-untrusted',
  'certificate-changed', // not the one that the person trusts for this server
  // Sign-in
  'sign-in-not-offered',
  'sign-in-method', // none of the server's methods can be used
  'sign-in-refused', // 535: wrong user name or password
  'app-password-needed',
  'sign-in-temporary', // 454, [UNAVAILABLE]
  'oauth-needed', // the provider takes no password: it signs people in with the browser
  'smtp-auth-disabled', // signed in, but SMTP is switched off for the mailbox or the organisation
  'oauth-client-missing', // the program has no client id for the provider
  'oauth-denied', // the person said no in the browser
  'oauth-timed-out', // nothing came back from the browser
  'oauth-mismatch', // what came back belongs to another sign-in (state, issuer)
  'oauth-refused', // the provider, or the mail server, does not accept the sign-in
  'oauth-sign-in-again', // the sign-in was revoked or has run out
  'oauth-unavailable', // the sign-in server can't be used just now, or answers with something else
  // The envelope and the message
  'sender-refused',
  'relay-denied',
  'recipients-refused', // all of them
  'some-recipients-refused',
  'temporarily-refused', // 4xx
  'message-too-large',
  'message-refused', // 5xx to the content or to the command
  'server-busy', // 421
  'outcome-unknown', // the connection ended after the final dot
  'changed-on-disk', // the frozen bytes no longer have the recorded SHA-256
  'schedule-missed', // its time passed while the computer slept or the program was not there
  'crashed-thrice', // the engine ended three times while it handled this message
  // IMAP and the copy in Sent
  'imap-sign-in-refused',
  'imap-unavailable',
  'no-sent-folder',
  'append-over-quota',
  'append-too-large',
  'append-refused',
  // Composing
  'no-recipient',
  'address-invalid',
  'attachment-is-folder',
  'attachment-unreadable',
  'attachment-missing',
  'not-a-letter', // what was to be opened as a letter is none
  'letter-too-large', // for a letter file: to be opened (`name`), or to be written
  'picture-unreadable', // it is none, or it is broken
  'picture-kind-unread', // a good one perhaps, of a `kind` that is not read here
  'picture-too-large', // more pixels than can be unfolded
  'folder-too-large', // more files or octets than go into one zip
  'folder-empty', // nothing in it can be zipped
  'draft-changed', // the revision that was to be sent is not the stored one
  'account-missing',
  'option-invalid', // the letter's options hold a field or an address that can't be sent: `name`
  'identity-missing', // the account no longer writes from the address that the letter was to go from
] as const;

const failureCodeSchema = z.enum(failureCodes);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** What a certificate says of itself, for the person to judge. Times in ms since 1970. */
export const certificateSchema = z.object({
  subject: z.string(),
  names: z.array(z.string()),
  issuer: z.string(),
  validFrom: z.number(),
  validTo: z.number(),
  fingerprint256: z.string(),
  chain: z.array(z.string()),
});
export type Certificate = Readonly<z.infer<typeof certificateSchema>>;

/** Where in an SMTP conversation it happened. `message`: the reply to the final dot, or in the midst of the data. */
export const smtpStages = ['greeting', 'hello', 'encryption', 'sign-in', 'sender', 'recipient', 'data', 'message'] as const;
const smtpStageSchema = z.enum(smtpStages);
export type SmtpStage = z.infer<typeof smtpStageSchema>;

/** A failure: a code, and the facts that its sentence needs. Never holds a secret. */
export const failureSchema = z.object({
  code: failureCodeSchema,
  host: z.string().optional(),
  port: z.number().optional(),
  /** A recipient, the sender, or the user name that it is about. */
  address: z.string().optional(),
  /** A file's name (not its path), a folder's path on the server, or a directory on the disk. */
  name: z.string().optional(),
  /** Octets. */
  size: z.number().optional(),
  /** Octets. */
  limit: z.number().optional(),
  /** The server's reply code, e.g. 550. */
  reply: z.number().optional(),
  /** RFC 3463, e.g. "5.1.1". */
  enhanced: z.string().optional(),
  /** The server's own words, one line, redacted. */
  said: z.string().optional(),
  /** What the reply answered, where that is known. */
  stage: smtpStageSchema.optional(),
  certificate: certificateSchema.optional(),
  /** The fingerprint that was trusted, where another certificate came (`certificate-changed`). */
  trusted: z.string().optional(),
  /** The proxy on the way, "host:port". */
  proxy: z.string().optional(),
  /** What people call a kind of picture: "HEIC". */
  kind: z.string().optional(),
  /** For a program fault: one technical line for a report. */
  detail: z.string().optional(),
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: FailureCode, about: Omit<Failure, 'code'> = {}): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { code, ...about },
});

export const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), failure: failureSchema })]);

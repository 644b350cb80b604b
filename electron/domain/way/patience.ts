// How long we wait for a server: the usual times, or those of a person whose server or network is slow.

/** All in ms. */
export type Patience = {
  /** For a connection, for the TLS handshake, and for the greeting: each. */
  readonly connect: number;
  readonly handshake: number;
  readonly greeting: number;
  /** Servers answer a wrong password slowly on purpose. */
  readonly signIn: number;
  /** Silence within an SMTP conversation (RFC 5321 4.5.3.2: five minutes for a command) and for an IMAP command. */
  readonly smtpIdle: number;
  readonly imapCommand: number;
};

const usual: Patience = {
  connect: 30_000,
  // Some servers make strangers wait on purpose, half a minute and more (RFC 5321 4.5.3.2.1 allows five).
  handshake: 90_000,
  greeting: 90_000,
  signIn: 90_000,
  smtpIdle: 5 * 60_000,
  imapCommand: 60_000,
};

export const timeoutLimits = { least: 10, most: 600 } as const;

/** Seconds as a person has chosen them, null: as usual. What the standard or a careful server needs is never cut short. */
export function patienceOf(seconds: number | null): Patience {
  if (seconds === null) return usual;
  const ms = Math.min(timeoutLimits.most, Math.max(timeoutLimits.least, seconds)) * 1000;
  return {
    connect: ms,
    handshake: ms,
    greeting: ms,
    signIn: Math.max(usual.signIn, ms),
    smtpIdle: Math.max(usual.smtpIdle, ms),
    imapCommand: Math.max(usual.imapCommand, ms),
  };
}

// The SMTP client as a test uses it: opened on a port, with a letter to send.
import { Readable } from 'node:stream';
import type { Failure } from '../../electron/contract/failure';
import type { Security } from '../../electron/contract/model/accounts';
import type { TranscriptLine } from '../../electron/contract/model/outbox';
import { openSmtp, type SmtpTarget } from '../../electron/engine/mail/smtp';
import type { SendOutcome } from '../../electron/engine/mail/smtp-outcome';
import type { Outgoing, SmtpSession } from '../../electron/engine/mail/smtp-session';
import { directWay, wayTrusting } from '../../electron/engine/mail/way';
import type { MailHost } from './mail-host/mail-host';

export const alice = 'alice@example.test';
export const never = new AbortController().signal;

type Changes = { readonly password?: string; readonly host?: string };

/** Alice's account on a port of this computer; the host's authority is trusted for it. */
export const targetOn = (host: MailHost, port: number, security: Security = 'tls', { password, host: name }: Changes = {}): SmtpTarget => ({
  server: { host: name ?? '127.0.0.1', port, security, user: alice },
  password: password ?? host.user(alice).password,
  way: wayTrusting(directWay, host.ca),
});

/** A session that has to open. */
export async function openSession(target: SmtpTarget, onLine: (line: TranscriptLine) => void = () => undefined): Promise<SmtpSession> {
  const result = await openSmtp(target, { onLine }, never);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export const text =
  'From: alice@example.test\r\nDate: Sun, 1 Nov 2026 12:00:00 +0000\r\nMessage-ID: <1@example.test>\r\nSubject: Hello\r\n\r\n.dot\r\nThere\r\n';

export const letter = (to: readonly string[], changes: Partial<Outgoing> = {}): Outgoing => ({
  from: alice,
  to,
  size: text.length,
  stream: Readable.from([Buffer.from(text)]),
  signal: never,
  beforeDot: () => ({ ok: true, value: null }),
  onChunk: () => undefined,
  streamFailure: () => ({ code: 'changed-on-disk' }),
  ...changes,
});

export const failureIn = (outcome: SendOutcome): Failure | null => (outcome.kind === 'accepted' ? null : outcome.failure);

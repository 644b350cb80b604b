// A session without encryption and sign-in, to a server on this computer: for measuring beside tools that speak neither.
import { fail, type Result, succeed } from '../../contract/failure';
import { isLoopback } from '../../domain/loopback';
import { readFeatures } from '../../domain/smtp-reply';
import { dial } from './connect';
import { connectionFailure } from './connection-failure';
import type { SmtpHooks, SmtpTarget } from './smtp';
import { createSession, type SmtpSession } from './smtp-session';
import { createTranscript } from './transcript';
import { directWay } from './way';

/**
 * Opens it. Only the engine's own start can ask for this (`--plain-on-loopback`), nothing that is stored or that a page says.
 * Failures: `wrong-security` for any server that is not this computer, and those of reaching a server.
 */
export async function openPlainSmtp({ server }: SmtpTarget, hooks: SmtpHooks, signal: AbortSignal): Promise<Result<SmtpSession>> {
  const place = { host: server.host, port: server.port };
  if (!isLoopback(server.host)) return fail('wrong-security', place);
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const socket = await dial(place, directWay, signal);
  if (!socket.ok) return socket;
  const redact = (text: string): string => text; // nothing secret is said
  const transcript = createTranscript({
    redact,
    now: hooks.now ?? Date.now,
    onLine: (line) => hooks.onLine?.(line),
    onGreeting: () => undefined,
    onStartTls: () => undefined,
    onStartTlsReply: () => undefined,
  });
  const connection = new Connection({
    connection: socket.value,
    ...place,
    ignoreTLS: true,
    name: directWay.ehloName,
    socketCloseTimeout: 0,
    logger: transcript.logger,
    transactionLog: true,
  });
  const ended = new Promise<Error | null>((resolve) => {
    connection.on('error', resolve);
    connection.once('end', () => resolve(null));
  });
  const connected = new Promise<'ready' | Error>((resolve) => connection.connect((error) => resolve(error ?? 'ready')));
  const first = await Promise.race([connected, ended]);
  if (first === 'ready') {
    const conversation = { connection, transcript, ended, place, redact, patience: directWay.patience };
    return succeed(createSession(conversation, readFeatures(transcript.hello())));
  }
  connection.close();
  return first === null ? fail('connection-lost', place) : { ok: false, failure: connectionFailure(first, place, null) };
}

// Postfix's smtp-sink: accepts whatever comes, without TLS and sign-in, as fast as a server can, and keeps nothing.
import path from 'node:path';
import { startDaemon } from './daemon';
import { freePorts, untilGreeting } from './ports';

export type SmtpSink = { readonly port: number; readonly stop: () => Promise<void> };

/** It does not run as root. */
const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];

/** `folder`: for its log. */
export async function startSmtpSink(folder: string): Promise<SmtpSink> {
  const { smtp } = await freePorts(['smtp']);
  const daemon = startDaemon({
    command: '/usr/sbin/smtp-sink',
    args: [...asNobody, '-h', 'sink.example.test', `127.0.0.1:${smtp}`, '100'],
    log: path.join(folder, 'smtp-sink.log'),
  });
  await untilGreeting(smtp, daemon.isAlive);
  return { port: smtp, stop: () => daemon.end('SIGTERM') };
}

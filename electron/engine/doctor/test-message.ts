// A message to oneself: sent over a session that is open, and waited for in the inbox.
import { Readable } from 'node:stream';
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import type { TestMessageWords } from '../../contract/model/doctor';
import { wireAddress } from '../../domain/addresses';
import { flow, readLines } from '../../domain/flowed';
import { dateField, idField, mailboxField, oneLine, textField } from '../compose/headers';
import { buildBody } from '../compose/skeleton';
import type { ImapSession } from '../mail/imap-session';
import type { SmtpSession } from '../mail/smtp-session';
import type { Host } from '../rooms';

/** ms between two looks into the inbox, and until nobody expects it any more. */
const look = 1_000;
const patience = 60_000;
/** Rows of the inbox that are looked through: what else came in within a minute. */
const newest = 50;

export type TestMessage = { readonly messageId: string; readonly subject: string };

/** A letter like every other one. Failures: those of a send; `outcome-unknown` too, since nothing is sent again here. */
export async function sendTestMessage(
  account: Account,
  words: TestMessageWords,
  session: SmtpSession,
  { clock, random }: Host,
  signal: AbortSignal,
): Promise<Result<TestMessage>> {
  const address = wireAddress(account.address);
  if (address === null) return fail('address-invalid', { address: account.address });
  const token = Buffer.from(random(16)).toString('hex');
  const messageId = `<${token}@${address.slice(address.lastIndexOf('@') + 1)}>`;
  const subject = `${oneLine(words.subject)} ${token.slice(0, 8)}`; // found again by it
  const self = [{ name: '', address }];
  const head = [
    dateField(clock.now()),
    mailboxField('From', self),
    mailboxField('To', self),
    textField('Subject', subject),
    idField('Message-ID', [messageId]),
    'Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n',
  ].join('');
  const text = `${flow(readLines(words.text.trimEnd()))}\n`;
  const body = await buildBody({ html: null, text, pictures: [], files: [] }, random);
  const source = Buffer.concat([Buffer.from(head), ...body.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : []))]);
  const outcome = await session.send({
    from: address,
    to: [address],
    size: source.length,
    stream: Readable.from([source]),
    beforeDot: () => succeed(null),
    onChunk: () => undefined,
    streamFailure: () => ({ code: 'internal' }),
    signal,
  });
  if (outcome.kind === 'accepted')
    return outcome.refused[0] === undefined ? succeed({ messageId, subject }) : { ok: false, failure: outcome.refused[0].failure };
  return { ok: false, failure: outcome.failure };
}

/** The message's source as it arrived; null: it did not within a minute. */
export async function awaitArrival(
  { messageId, subject }: TestMessage,
  imap: ImapSession,
  { clock }: Host,
  signal: AbortSignal,
): Promise<Result<Uint8Array | null>> {
  const until = clock.now() + patience;
  while (!signal.aborted && clock.now() < until) {
    const isThere = await imap.has('INBOX', messageId);
    if (!isThere.ok) return isThere;
    if (isThere.value) {
      const page = await imap.page('INBOX', 0, newest);
      if (!page.ok) return page;
      const row = page.value.rows.find((one) => one.subject === subject);
      return row === undefined ? succeed(null) : imap.source('INBOX', page.value.uidValidity, row.uid);
    }
    await pause(clock, signal);
  }
  return signal.aborted ? fail('cancelled') : succeed(null);
}

/** Until the next look is due, or it was called off. */
const pause = (clock: Host['clock'], signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      signal.removeEventListener('abort', over);
      cancel();
      resolve();
    };
    const cancel = clock.after(look, over);
    signal.addEventListener('abort', over, { once: true });
  });

// The message to oneself, and what it shows of the domain.
import type { Account } from '../../contract/model/accounts';
import type { TestMessageWords } from '../../contract/model/doctor';
import { judgeDkim, judgeDmarc, judgeSpf, spfOfProvider } from '../../domain/doctor/authenticity';
import { domainOf } from '../../domain/providers';
import type { Names } from '../accounts/discovery/names';
import type { ImapSession } from '../mail/imap-session';
import type { SmtpSession } from '../mail/smtp-session';
import type { Host } from '../rooms';
import { authenticate, lookUpDmarc } from './authenticity';
import type { Examination } from './examine';
import { type Senders, trySenders } from './senders';
import type { Sessions } from './sessions';
import { broken, type Steps, throughProxy } from './steps';
import { awaitArrival, sendTestMessage } from './test-message';

/** Sends it where that is wanted, waits for it, and judges the domain by it; without it by DNS alone. */
export async function exchange(
  work: Examination,
  { smtp, imap }: Sessions,
  names: Names,
  steps: Steps,
  signal: AbortSignal,
): Promise<void> {
  const { account, message, way, host } = work;
  const domain = domainOf(account.address);
  const others = smtp === null ? null : await trySenders(work, signal);
  if (others !== null && message === null) tellSenders(others, steps);
  const arrived =
    smtp === null || others === null || message === null
      ? null
      : await sendAndAwait({ account, words: message }, others, smtp, imap, host, steps, signal);
  if (way.mayHaveProxy) {
    for (const id of ['spf', 'dkim', 'dmarc'] as const) steps.end(id, throughProxy);
    return;
  }
  const seen = arrived === null ? null : await authenticate(arrived, account.address, way.ehloName, names).catch(() => null);
  steps.begin('dmarc');
  if (seen === null) {
    if (arrived !== null) for (const id of ['spf', 'dkim'] as const) steps.end(id, { state: 'skipped', finding: 'stayed-inside' });
    steps.end('dmarc', judgeDmarc(await lookUpDmarc(domain, names), domain, account.address));
    return;
  }
  steps.end('spf', judgeSpf(seen.spf, domain, spfOfProvider(account.smtp.host)));
  steps.end('dkim', judgeDkim(seen.dkim, domain));
  steps.end('dmarc', judgeDmarc(seen.dmarc, domain, account.address));
}

/** Where no message is sent, of the other addresses alone. */
function tellSenders({ allowed, refused }: Senders, steps: Steps): void {
  if (allowed.length === 0 && refused === null) return;
  steps.begin('smtp-sender');
  steps.end('smtp-sender', { state: refused === null ? 'fine' : 'attention', facts: allowed, failure: refused });
}

async function sendAndAwait(
  { account, words }: { readonly account: Account; readonly words: TestMessageWords },
  { allowed, refused }: Senders,
  smtp: SmtpSession,
  imap: ImapSession | null,
  host: Host,
  steps: Steps,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  steps.begin('smtp-sender');
  const sent = await sendTestMessage(account, words, smtp, host, signal);
  if (!sent.ok) {
    steps.end('smtp-sender', broken(sent.failure, [account.address]));
    return null;
  }
  steps.end('smtp-sender', {
    state: refused === null ? 'fine' : 'attention',
    facts: [account.address, ...allowed],
    failure: refused,
  });
  if (imap === null) return null;
  steps.begin('arrival');
  const arrived = await awaitArrival(sent.value, imap, host, signal);
  if (!arrived.ok) steps.end('arrival', broken(arrived.failure));
  else if (arrived.value === null) steps.end('arrival', { state: 'attention', finding: 'not-arrived' });
  else steps.end('arrival', { state: 'fine', facts: [sent.value.subject] });
  return arrived.ok ? arrived.value : null;
}

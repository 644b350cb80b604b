// brevduva doctor ADDRESS: examines an account, or an address that has none yet, and says what to do.
import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../contract/failure';
import type { Account, Server } from '../contract/model/accounts';
import type { DoctorReport, TestMessageWords } from '../contract/model/doctor';
import { verdict } from '../domain/doctor/report';
import type { Command } from './arguments';
import { exits } from './exit-codes';
import type { Link } from './link';
import type { Place } from './place';

export type DoctorCommand = Extract<Command, { readonly kind: 'doctor' }>;

/**
 * The account as it would be set up: from the profile, or found from the address; what was said by hand counts. Failures:
 * address-invalid, dns-failed, hosts-unconfirmed (a password never goes to another domain's host that only a stranger has named).
 */
export async function accountToExamine(
  { address, smtp, imap, user }: DoctorCommand,
  known: Account | null,
  link: Link,
): Promise<Result<Account>> {
  // Who signs in is another word than the address at many a relay: where only the place changes, the name stays.
  const at = <S extends Server | null>(place: Place | null, saved: S): S | Server => {
    if (place !== null) return { ...place, user: user ?? saved?.user ?? address };
    return saved === null || user === null ? saved : { ...saved, user };
  };
  if (known !== null) return succeed({ ...known, smtp: at(smtp, known.smtp), imap: at(imap, known.imap) });
  const parsed = await link.call('addresses.parse', { text: address });
  if (!parsed.ok) return parsed;
  if (parsed.value.length !== 1 || parsed.value[0]?.kind !== 'good') return fail('address-invalid', { address });
  const found = smtp === null ? await link.until('accounts.discover', { address }, ({ isDone }) => isDone) : null;
  if (found !== null && !found.ok) return found;
  const servers = found?.value.found ?? null;
  const first = at(smtp, servers?.smtp[0] ?? null);
  if (first === null) return fail('dns-failed', { host: address.slice(address.lastIndexOf('@') + 1) });
  const incoming = at(imap, servers?.imap ?? null);
  const unconfirmed = [...(smtp === null ? [first] : []), ...(imap === null && incoming !== null ? [incoming] : [])].filter(
    ({ host }) => servers?.foreignHosts.includes(host) === true,
  );
  if (unconfirmed.length > 0) {
    const host = [...new Set(unconfirmed.map(({ host, port }) => `${host}:${port}`))].join(', ');
    return fail('hosts-unconfirmed', { address, host });
  }
  return succeed({
    id: randomUUID(),
    provider: servers?.provider ?? 'other',
    name: '',
    address,
    smtp: first,
    imap: incoming,
    sentPolicy: 'search-first',
    sentFolder: null,
  });
}

export type Examined = { readonly report: DoctorReport; readonly exit: number };

/** Exit code 0: works, perhaps could be better; 69: something is broken. */
export async function examine(
  account: Account,
  password: string | null,
  message: TestMessageWords | null,
  link: Link,
): Promise<Result<Examined>> {
  const secret = password === null ? { kind: 'stored' as const } : { kind: 'typed' as const, password };
  const report = await link.until('doctor.run', { account, secret, message }, ({ isDone }) => isDone);
  if (!report.ok) return report;
  return succeed({ report: report.value, exit: verdict(report.value) === 'broken' ? exits.unavailable : exits.ok });
}

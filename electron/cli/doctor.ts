// brevduva doctor ADDRESS: examines an account, or an address that has none yet, and says what to do.
import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../contract/failure';
import type { Account, Server } from '../contract/model/accounts';
import type { DoctorReport, TestMessageWords } from '../contract/model/doctor';
import { verdict } from '../domain/doctor/report';
import type { Command } from './arguments';
import { exits } from './exit-codes';
import type { Link } from './link';

export type DoctorCommand = Extract<Command, { readonly kind: 'doctor' }>;
export type Place = { readonly host: string; readonly port: number };

/** The account as it would be set up: from the profile, or found from the address; what was said by hand counts. Failures: address-invalid, dns-failed. */
export async function accountToExamine(
  { address, smtp, imap }: DoctorCommand,
  known: Account | null,
  link: Link,
): Promise<Result<Account>> {
  const by = (place: Place, security: Server['security']): Server => ({ ...place, security, user: address });
  const smtpGiven = smtp === null ? null : by(smtp, smtp.port === 465 ? 'tls' : 'starttls');
  const imapGiven = imap === null ? null : by(imap, imap.port === 143 ? 'starttls' : 'tls');
  if (known !== null) return succeed({ ...known, smtp: smtpGiven ?? known.smtp, imap: imapGiven ?? known.imap });
  const parsed = await link.call('addresses.parse', { text: address });
  if (!parsed.ok) return parsed;
  if (parsed.value.length !== 1 || parsed.value[0]?.kind !== 'good') return fail('address-invalid', { address });
  const found = smtpGiven === null ? await link.until('accounts.discover', { address }, ({ isDone }) => isDone) : null;
  if (found !== null && !found.ok) return found;
  const servers = found?.value.found ?? null;
  const first = smtpGiven ?? servers?.smtp[0] ?? null;
  if (first === null) return fail('dns-failed', { host: address.slice(address.lastIndexOf('@') + 1) });
  return succeed({
    id: randomUUID(),
    provider: servers?.provider ?? 'other',
    name: '',
    address,
    smtp: first,
    imap: imapGiven ?? servers?.imap ?? null,
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

/** "mail.example.org:587"; the port may be left out. Null: it is none. */
export function readPlace(text: string, usual: number): Place | null {
  const found = /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/i.exec(text.trim());
  const host = found?.[1] ?? found?.[2];
  const port = found?.[3] === undefined ? usual : Number(found[3]);
  return host === undefined || port < 1 || port > 65535 ? null : { host, port };
}

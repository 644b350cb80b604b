// Where a stored password may go: to the servers it was stored for, and to no others.
import type { Account } from './model/accounts';

const nameOf = (server: Account['smtp'] | null): string | null => server?.host.trim().toLowerCase().replace(/\.$/, '') ?? null;

/**
 * Whether `wanted` names a host that `stored` does not: then the password has to be typed again. Otherwise whoever gets hold of
 * the page could name a server of their own and be handed the password that the page itself never sees.
 */
export function leadsElsewhere(stored: Account, wanted: Account): boolean {
  const known = new Set([nameOf(stored.smtp), nameOf(stored.imap), null]);
  return ![wanted.smtp, wanted.imap].every((server) => known.has(nameOf(server)));
}

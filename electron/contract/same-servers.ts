// Where a stored password may go: to the servers it was stored for, and to no others.
import type { Account } from './model/accounts';
import type { ProxyChoice } from './model/way';

const nameOf = (server: Account['smtp'] | null): string | null => server?.host.trim().toLowerCase().replace(/\.$/, '') ?? null;

/**
 * Whether `wanted` names a host that `stored` does not: then the password has to be typed again. Otherwise whoever gets hold of
 * the page could name a server of their own and be handed the password that the page itself never sees.
 */
export function leadsElsewhere(stored: Account, wanted: Account): boolean {
  const known = new Set([nameOf(stored.smtp), nameOf(stored.imap), null]);
  return ![wanted.smtp, wanted.imap].every((server) => known.has(nameOf(server)));
}

/** The same for a proxy: whether the password that was typed for the one may be shown to the other. */
export const isSameProxy = (a: ProxyChoice | null, b: ProxyChoice | null): boolean =>
  a !== null &&
  b !== null &&
  a.kind !== 'system' &&
  b.kind === a.kind &&
  a.host.toLowerCase() === b.host.toLowerCase() &&
  a.port === b.port &&
  a.user === b.user;

// Passwords of identities with a server of their own, in the vault beside the account's and apart from it.
import type { Account } from '../contract/model/accounts';

/** As the engine asks for it: the way out's own name (domain/identities/identity.ts). */
export const aliasKey = (accountId: string, identityId: string): string => `${accountId}/${identityId}`;

const hostOf = (host: string): string => host.trim().toLowerCase().replace(/\.$/, '');

/** Those whose password was typed for a server that they no longer go through. `after` null: the account goes. */
export const movedAliases = (before: Account | null, after: Account | null): readonly string[] =>
  (before?.aliases ?? []).flatMap(({ id, smtp }) => {
    if (smtp === undefined) return [];
    const now = after?.aliases?.find((alias) => alias.id === id)?.smtp;
    return now !== undefined && hostOf(now.host) === hostOf(smtp.host) ? [] : [id];
  });

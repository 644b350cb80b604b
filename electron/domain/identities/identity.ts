// The addresses that an account writes from, as one list; and the account as it stands before the server that a letter goes through.
import type { Account, Server } from '../../contract/model/accounts';
import type { IdentityTraits, Signature } from '../../contract/model/identities';

export type Identity = {
  /** The account's id for its own address. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly address: string;
  /** Empty: answers go to the address. */
  readonly replyTo: string;
  readonly organisation: string;
  readonly bccSelf: boolean;
  readonly signatures: readonly Signature[];
  readonly domains: readonly string[];
  /** Its own way out; null: the account's. */
  readonly smtp: Server | null;
};

const traitsOf = ({ replyTo = '', organisation = '', bccSelf = false, signatures = [], domains = [] }: IdentityTraits) => ({
  replyTo,
  organisation,
  bccSelf,
  signatures,
  domains,
});

/** The account's own address first. */
export function identitiesOf({ id, name, address, own = {}, aliases = [] }: Account): readonly Identity[] {
  return [
    { id, accountId: id, name, address, ...traitsOf(own), smtp: null },
    ...aliases.map((alias) => ({
      id: alias.id,
      accountId: id,
      name: alias.name,
      address: alias.address,
      ...traitsOf(alias),
      smtp: alias.smtp ?? null,
    })),
  ];
}

/** Absent or null: the account's own address. The answer null: the account has no such identity (any more). */
export const identityOf = (account: Account, identityId: string | null | undefined): Identity | null =>
  identitiesOf(account).find(({ id }) => id === (identityId ?? account.id)) ?? null;

/** Parts the two ids of a way out; no account's id has one (they are made by the program). */
const between = '/';

/** Under which the ledger's queue, the pauses and the vault know the way out of an identity with a server of its own. */
export const laneId = (accountId: string, identityId: string): string => `${accountId}${between}${identityId}`;

/** Under which it is counted who is written to from an identity; null: from none in particular. */
export const senderKey = (accountId: string, identityId: string | null | undefined): string =>
  identityId == null || identityId === accountId ? accountId : laneId(accountId, identityId);

/** Whose way out it is: an account's id is its own. */
export const accountOfLane = (id: string): string => id.split(between, 1)[0] ?? id;
export const isLane = (id: string): boolean => id.includes(between);

/** The account's other ways out, each as an account of its own for those who send: server, sign-in, queue and pause are apart. */
export const lanesOf = (account: Account): readonly Account[] =>
  (account.aliases ?? []).flatMap(({ id, name, address, smtp }) => {
    if (smtp === undefined) return [];
    const { oauth: _signsInWithPassword, connections: _ofTheOtherServer, ...shared } = account;
    // Whoever files what goes through the account's server does not see what goes through this one.
    const sentPolicy = account.imap === null ? 'local' : 'append';
    return [{ ...shared, id: laneId(account.id, id), provider: 'other', name, address, smtp, sentPolicy }];
  });

/** The account, or its way out, that letters of this identity go through. */
export const senderOf = (account: Account, { id, smtp }: Identity): Account =>
  smtp === null ? account : (lanesOf(account).find((lane) => lane.id === laneId(account.id, id)) ?? account);

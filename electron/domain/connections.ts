// How many connections an account's mail goes over at a time, and when another one is worth opening.
import type { ProviderId } from '../contract/model/accounts';

/** What is usual where the person has set nothing. Gmail and Microsoft count connections and slow down whoever comes with several. */
const usual: Readonly<Record<ProviderId, number>> = {
  gmail: 1,
  outlook: 1,
  hotmail: 1,
  microsoft365: 1,
  yahoo: 2,
  icloud: 2,
  fastmail: 2,
  zoho: 2,
  gmx: 2,
  sendgrid: 4,
  postmark: 4,
  mailjet: 4,
  brevo: 4,
  ses: 4,
  mailtrap: 4,
  other: 2,
  practice: 2,
};

/** Connections at a time; an account's own `connections` goes before it. */
export const usualConnections = (provider: ProviderId): number => usual[provider];

/** Messages that go over an open connection sooner than another one is made (name, TCP, TLS, greeting, sign-in). */
const perConnection = 4;
/** Octets, and ms on one message: from there on those behind it should not have to wait for it. */
const longOctets = 512 * 1024;
const longTime = 5_000;

/** Whether a connection is busy with something that others should not wait for. */
export const isLong = ({ size, since }: { readonly size: number; readonly since: number }, now: number): boolean =>
  size >= longOctets || now - since >= longTime;

export type Demand = {
  /** Messages that could go now. */
  readonly waiting: number;
  /** Connections whose next message is near, and those that are busy with a long one. */
  readonly quick: number;
  readonly slow: number;
  /** Connections the account may have. */
  readonly limit: number;
};

/** How many connections there should be; never fewer than there are, and more than the limit only where there are already. */
export function connectionsWanted({ waiting, quick, slow, limit }: Demand): number {
  const there = quick + slow;
  if (waiting === 0) return there;
  return Math.max(there, Math.min(limit, slow + Math.max(1, Math.ceil(waiting / perConnection))));
}

/** What a server allows, learned from its refusals. */
export type Learned = { readonly limit: number; readonly until: number };

/** ms for which it is remembered that a server takes no more; a refusal of another kind may be chance. */
const remembered = { busy: 10 * 60_000, other: 60_000 } as const;

/** After a connection beside `others` working ones was refused. `isBusy`: in the server's own words (421). */
export const learnLimit = (others: number, isBusy: boolean, now: number): Learned => ({
  limit: Math.max(1, others),
  until: now + (isBusy ? remembered.busy : remembered.other),
});

/** The account's limit as it is now. A time further away than any is from a clock that was set back since. */
export function limitNow(wished: number, learned: Learned | null, now: number): number {
  const counts = learned !== null && now < learned.until && learned.until - now <= remembered.busy;
  return counts ? Math.min(wished, learned.limit) : wished;
}

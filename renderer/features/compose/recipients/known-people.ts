// What the page knows of people while somebody writes: the domains they write to, and which doubts they have put aside.
import { type AddressDoubt, atDomain, doubtAbout } from '../../../../electron/domain/people/doubt';
import { call } from '../../../api';
import { createStore } from '../../../hooks/create-store';
import { type Chip, chipKey, recipientsOf } from '../recipients';

/** From which address it is written; `identityId` null: the account's own. */
export type Sender = { readonly accountId: string | null; readonly identityId: string | null };

type Known = {
  readonly domains: ReadonlySet<string>;
  /** The domains are there: before that, one that is written to every day looks like a slip of another. */
  readonly isReady: boolean;
  /** Domains that are right as they are. */
  readonly putAside: ReadonlySet<string>;
};
export const knownPeople = createStore<Known>({ domains: new Set(), isReady: false, putAside: new Set() });

/** ms between two preparations for one account. */
const FRESH = 20_000;
const preparedAt = new Map<string | null, number>();

/** Has the engine bring people to hand, and resolves when they are. Asked for at most every twenty seconds; typing never waits for it. */
export async function preparePeople(accountId: string | null): Promise<void> {
  const last = preparedAt.get(accountId);
  if (last !== undefined && performance.now() - last < FRESH) return;
  preparedAt.set(accountId, performance.now());
  const answer = await call('people.prepare', { accountId });
  if (answer.ok) knownPeople.set((before) => withDomains(before, answer.value.domains));
  else preparedAt.delete(accountId);
}

/** The same set while nothing has changed: what was found out by it stays true. */
const withDomains = (before: Known, domains: readonly string[]): Known =>
  before.isReady && domains.length === before.domains.size && domains.every((one) => before.domains.has(one))
    ? before
    : { ...before, isReady: true, domains: new Set(domains) };

/** What may be wrong with a good address; null: nothing, or it was put aside. */
export function doubtOf(chip: Chip, { domains, putAside: aside }: Known): AddressDoubt | null {
  const doubt = chip.kind === 'good' ? doubtAbout(chip.address, domains) : null;
  return doubt === null || aside.has(doubt.domain) ? null : doubt;
}

/** The same of everybody behind the chips, the members of groups among them. */
export const doubtsIn = (chips: readonly Chip[], known: Known): readonly AddressDoubt[] =>
  recipientsOf(chips).flatMap((chip) => doubtOf(chip, known) ?? []);

/** The chip at the domain that was meant; null: nobody can say which. */
export const meantBy = (chip: Chip, { meant }: AddressDoubt): Chip | null =>
  chip.kind === 'good' && meant !== null ? { ...chip, address: atDomain(chip.address, meant) } : null;

/** Everybody at the doubted domain, each at the one that was meant; by the keys of those who stand there. */
export const meantInstead = (chips: readonly Chip[], doubt: AddressDoubt): ReadonlyMap<string, Chip> =>
  new Map(
    recipientsOf(chips).flatMap((chip) => {
      const meant = chip.kind === 'good' && chip.address.toLowerCase().endsWith(`@${doubt.domain}`) ? meantBy(chip, doubt) : null;
      return meant === null ? [] : [[chipKey(chip), meant] as const];
    }),
  );

/** The person says that these domains are right as they are. */
export function putAside(domains: readonly string[]): void {
  if (domains.length > 0) knownPeople.set((before) => ({ ...before, putAside: new Set([...before.putAside, ...domains]) }));
}

/** What was put aside is asked about again. */
export const askAgain = (domains: readonly string[]): void =>
  knownPeople.set((before) => ({ ...before, putAside: new Set([...before.putAside].filter((one) => !domains.includes(one))) }));

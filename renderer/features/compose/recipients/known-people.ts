// What the page knows of people while somebody writes: the domains they write to, and which doubts they have put aside.
import { type AddressDoubt, atDomain, doubtAbout } from '../../../../electron/domain/people/doubt';
import { call } from '../../../api';
import { createStore } from '../../../hooks/create-store';
import { type Chip, chipKey } from '../recipients';

/** From which address it is written; `identityId` null: the account's own. */
export type Sender = { readonly accountId: string | null; readonly identityId: string | null };

type Known = { readonly domains: ReadonlySet<string>; readonly putAside: ReadonlySet<string> };
export const knownPeople = createStore<Known>({ domains: new Set(), putAside: new Set() });

/** ms between two preparations for one account. */
const FRESH = 20_000;
const preparedAt = new Map<string | null, number>();

/** Has the engine bring people to hand. Asked for at most every twenty seconds; typing never waits for it. */
export function preparePeople(accountId: string | null): void {
  const last = preparedAt.get(accountId);
  if (last !== undefined && performance.now() - last < FRESH) return;
  preparedAt.set(accountId, performance.now());
  void call('people.prepare', { accountId }).then((answer) => {
    if (answer.ok) knownPeople.set((before) => withDomains(before, answer.value.domains));
    else preparedAt.delete(accountId);
  });
}

/** The same set while nothing has changed: what was found out by it stays true. */
const withDomains = (before: Known, domains: readonly string[]): Known =>
  domains.length === before.domains.size && domains.every((one) => before.domains.has(one))
    ? before
    : { ...before, domains: new Set(domains) };

/** What may be wrong with a good address; null: nothing, or it was put aside. */
export function doubtOf(chip: Chip, { domains, putAside: aside }: Known): AddressDoubt | null {
  return chip.kind !== 'good' || aside.has(chipKey(chip)) ? null : doubtAbout(chip.address, domains);
}

/** The chip at the domain that was meant; null: nobody can say which. */
export const meantBy = (chip: Chip, { meant }: AddressDoubt): Chip | null =>
  chip.kind === 'good' && meant !== null ? { ...chip, address: atDomain(chip.address, meant) } : null;

/** The person says that they are right as they are. */
export const putAside = (keys: readonly string[]): void =>
  knownPeople.set((before) => ({ ...before, putAside: new Set([...before.putAside, ...keys]) }));

// What the page knows of people while somebody writes: the domains they write to, and which doubts they have put aside.
import type { Recipient } from '../../../../electron/contract/model/drafts';
import { type LookAlike, lookAlike } from '../../../../electron/domain/people/look-alike';
import { intendedDomain } from '../../../../electron/domain/people/typo';
import { call } from '../../../api';
import { createStore } from '../../../hooks/create-store';
import { type Chip, chipKey } from '../recipients';

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
    if (answer.ok) knownPeople.set((before) => ({ ...before, domains: new Set(answer.value.domains) }));
    else preparedAt.delete(accountId);
  });
}

export type Doubt =
  | { readonly kind: 'typo'; readonly address: string; readonly domain: string; readonly meant: Recipient }
  | { readonly kind: 'look-alike'; readonly address: string; readonly found: LookAlike };

const intended = new Map<string, string | null>();
let intendedFor: ReadonlySet<string> = new Set();

/** What may be wrong with a good address; null: nothing, or it was put aside. */
export function doubtAbout(chip: Chip, { domains, putAside }: Known): Doubt | null {
  if (chip.kind !== 'good' || putAside.has(chipKey(chip))) return null;
  const found = lookAlike(chip.address);
  if (found !== null) return { kind: 'look-alike', address: chip.address, found };
  const at = chip.address.lastIndexOf('@');
  const domain = meantDomain(chip.address.slice(at + 1).toLowerCase(), domains);
  if (domain === null) return null;
  return { kind: 'typo', address: chip.address, domain, meant: { ...chip, address: `${chip.address.slice(0, at)}@${domain}` } };
}

/** A long list has few domains. */
function meantDomain(domain: string, domains: ReadonlySet<string>): string | null {
  if (intendedFor !== domains || intended.size > 5000) intended.clear();
  intendedFor = domains;
  const known = intended.get(domain);
  if (known !== undefined) return known;
  const meant = intendedDomain(domain, domains);
  intended.set(domain, meant);
  return meant;
}

/** The person says that it is right as it is. */
export const putAside = (chip: Chip): void =>
  knownPeople.set((before) => ({ ...before, putAside: new Set(before.putAside).add(chipKey(chip)) }));

// What may be wrong with a good address: a slip of the fingers, or a domain that passes for another one.
import { asciiTwin } from './ascii-twin';
import { type LookAlike, lookAlike } from './look-alike';
import { intendedDomain } from './typo';

/** `meant`: the domain to change to; null: nobody can say. */
export type DomainDoubt =
  | { readonly kind: 'typo'; readonly domain: string; readonly meant: string }
  | { readonly kind: 'look-alike'; readonly domain: string; readonly meant: string | null; readonly found: LookAlike };
export type AddressDoubt = DomainDoubt & { readonly address: string };

/** A long list has few domains: each is looked at once, as long as one has written to the same ones. */
const known = new WeakMap<ReadonlySet<string>, Map<string, DomainDoubt | null>>();
const most = 5_000;

/** @param written domains that one has written to; the same set while nothing has changed */
export function doubtAbout(address: string, written: ReadonlySet<string>): AddressDoubt | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const before = known.get(written);
  const looked = before === undefined || before.size > most ? new Map<string, DomainDoubt | null>() : before;
  if (looked !== before) known.set(written, looked);
  const found = looked.get(domain);
  const doubt = found === undefined ? doubtAboutDomain(domain, written) : found;
  if (found === undefined) looked.set(domain, doubt);
  return doubt === null ? null : { ...doubt, address };
}

function doubtAboutDomain(domain: string, written: ReadonlySet<string>): DomainDoubt | null {
  const foreign = lookAlike(`@${domain}`);
  if (foreign !== null) return { kind: 'look-alike', domain, meant: null, found: foreign };
  const twin = asciiTwin(domain, written);
  if (twin !== null) return { kind: 'look-alike', domain, meant: twin, found: { domain, scripts: [], as: twin } };
  const meant = intendedDomain(domain, written);
  return meant === null ? null : { kind: 'typo', domain, meant };
}

/** The same mailbox at another domain. */
export const atDomain = (address: string, domain: string): string => `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;

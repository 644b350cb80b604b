// Which of one's own addresses letters to a domain usually go from, learned from the letters that went there.
import { wellKnownDomains } from '../people/well-known';

/** `sender`: a `senderKey`. */
export type UsedAtDomain = { readonly sender: string; readonly times: number };

/** Fewer letters make no habit. */
const ENOUGH = 3;
/** Of them, so many from one address. */
const SHARE = 0.8;

const everybodys: ReadonlySet<string> = new Set(wellKnownDomains);

/** Whether who has a mailbox there has something in common: at a large provider nobody has. */
export const tellsOfItsPeople = (domain: string): boolean => domain !== '' && !everybodys.has(domain.toLowerCase());

/** Null: there is no habit. */
export function usualAtDomain(used: readonly UsedAtDomain[]): string | null {
  const all = used.reduce((sum, { times }) => sum + times, 0);
  const most = used.reduce<UsedAtDomain | null>((best, one) => (one.times > (best?.times ?? 0) ? one : best), null);
  return most !== null && all >= ENOUGH && most.times >= SHARE * all ? most.sender : null;
}

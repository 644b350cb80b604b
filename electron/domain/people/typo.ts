// A domain that is most likely a slip of the fingers. It is never changed by itself: the person is asked.
import { wellKnownDomains } from './well-known';

const wellKnownSet: ReadonlySet<string> = new Set(wellKnownDomains);

/** Shorter ones differ from too many good domains by a letter. */
const shortest = 6;

/**
 * The domain that was meant, or null.
 * @param domain as typed
 * @param written domains that one has written to, which are no slips and may be what was meant
 */
export function intendedDomain(domain: string, written: ReadonlySet<string>): string | null {
  const typed = domain.toLowerCase();
  if (typed.length < shortest - 1 || typed === 'cloud.com' || wellKnownSet.has(typed) || written.has(typed)) return null;
  let best: { readonly domain: string; readonly distance: number } | null = null;
  for (const known of [...wellKnownDomains, ...written]) {
    if (known.length < shortest || Math.abs(known.length - typed.length) > 2) continue;
    const distance = slips(typed, known, 2);
    if (distance > allowance(typed, known) || isElsewhere(typed, known)) continue;
    if (best === null || distance < best.distance) best = { domain: known, distance };
  }
  return best?.domain ?? null;
}

/** Two slips only in long names, and only where the beginning is right: "hotnail.con", but not "mytown.com" for "yahoo.com". */
const allowance = (typed: string, known: string): number => (known.length >= 9 && typed[0] === known[0] && typed[1] === known[1] ? 2 : 1);

/** Ends of a country that are most often a slip of ".com" or ".net". */
const slippedEnds: ReadonlySet<string> = new Set(['co', 'cm', 'om', 'ne', 'et', 'nt']);

/** The same name in another country is another firm, or the same one there: live.nl is not live.no. */
function isElsewhere(typed: string, known: string): boolean {
  const [end, other] = [typed, known].map((domain) => domain.slice(domain.lastIndexOf('.') + 1));
  return (
    end !== undefined &&
    /^[a-z]{2}$/.test(end) &&
    !slippedEnds.has(end) &&
    typed.slice(0, -end.length) === known.slice(0, -(other?.length ?? 0))
  );
}

/** Letters missing, added, changed or swapped with their neighbour (Damerau, optimal string alignment); more than `most`: `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

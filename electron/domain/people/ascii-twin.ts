// Plain letters that pass for others: paypa1.com, rnicrosoft.com. Only against domains that are worth the deception: those one has
// written to, and the few names that everybody gets mail from. A domain is never held against one that merely resembles it in spelling.
import { wellKnownDomains } from './well-known';

/** Firms that letters are often forged of, besides the mail providers. */
const forged: readonly string[] = [
  ...[
    'paypal.com',
    'microsoft.com',
    'microsoftonline.com',
    'office.com',
    'apple.com',
    'google.com',
    'amazon.com',
    'amazon.se',
    'amazon.de',
  ],
  ...[
    'facebook.com',
    'instagram.com',
    'linkedin.com',
    'netflix.com',
    'dropbox.com',
    'docusign.com',
    'ebay.com',
    'adobe.com',
    'spotify.com',
  ],
  ...[
    'klarna.com',
    'swedbank.se',
    'nordea.se',
    'nordea.dk',
    'handelsbanken.se',
    'seb.se',
    'danskebank.dk',
    'danskebank.se',
    'lansforsakringar.se',
  ],
  ...['postnord.se', 'postnord.dk', 'skatteverket.se', 'skat.dk', 'bankid.com', 'mitid.dk', 'nets.eu', 'dhl.com', 'ups.com', 'fedex.com'],
];

/** As the eye takes it in passing: signs that are hard to tell apart become one. */
const seenAs = (domain: string): string =>
  domain
    .toLowerCase()
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's');

/** Shorter names have too many twins that mean no harm. */
const shortest = 6;

const lookOf = (domains: Iterable<string>): ReadonlyMap<string, string> => {
  const looks = new Map<string, string>();
  for (const domain of domains) if (domain.length >= shortest) looks.set(seenAs(domain), domain);
  return looks;
};
const usual = lookOf([...forged, ...wellKnownDomains]);
const real: ReadonlySet<string> = new Set([...forged, ...wellKnownDomains]);
const learned = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

/**
 * The domain that a plain one can be taken for, or null. A subdomain of it counts: mail.paypa1.com.
 * @param domain in ASCII, lower case
 * @param written domains that one has written to: they look like nothing but themselves
 */
export function asciiTwin(domain: string, written: ReadonlySet<string>): string | null {
  const own = learned.get(written) ?? lookOf(written);
  learned.set(written, own);
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const part = labels.slice(from).join('.');
    if (written.has(part) || real.has(part)) return null;
    const twin = own.get(seenAs(part)) ?? usual.get(seenAs(part));
    if (twin !== undefined) return [...labels.slice(0, from), twin].join('.');
  }
  return null;
}

// Judges a message that arrived as its recipient's server would: SPF, DKIM and DMARC, by mailauth.
import { getDomain } from 'tldts';
import type { DkimSeen, DmarcSeen, SpfSeen } from '../../domain/doctor/authenticity';
import { handedOverBy } from '../../domain/doctor/received';
import { domainOf } from '../../domain/providers';
import { isInnerAddress, type Names } from '../accounts/discovery/names';

export type Authenticity = { readonly spf: SpfSeen; readonly dkim: readonly DkimSeen[]; readonly dmarc: DmarcSeen };

/**
 * null: the message never left its provider (no server of the open network handed it over), so nothing can be judged.
 * `sender`: of the From line. `ehloName`: what our program called itself when it sent it.
 */
export async function authenticate(
  source: Uint8Array,
  sender: string,
  ehloName: string,
  names: Pick<Names, 'records'>,
): Promise<Authenticity | null> {
  // By its parts: the whole of it wants a newer Node than the oldest one we run on.
  const [{ verifyDkim }, { spf: verifySpf }, { dmarc: verifyDmarc }] = await Promise.all([
    import('./dkim'),
    import('mailauth/lib/spf'),
    import('mailauth/lib/dmarc'),
  ]);
  const resolver = names.records;
  const dkim = await verifyDkim(source, { resolver, sender });
  const linesOf = (wanted: string): string[] =>
    dkim.headers?.parsed.filter(({ key }) => key === wanted).map(({ line }) => line.toString('latin1')) ?? [];
  const client = handedOverBy(linesOf('received'), isInnerAddress, ehloName);
  if (client === null) return null;
  const envelope = envelopeSender(linesOf('return-path')[0], sender, client.helo);
  // The name under which we are asked for is seen by whoever answers; the default would be the computer's.
  const spf = await verifySpf({ ...client, sender: envelope, resolver, mta: 'brevduva.invalid' });
  const isSpfFine = spf.status.result === 'pass';
  const dmarc = await verifyDmarc({
    headerFrom: dkim.headerFrom,
    spfDomains: isSpfFine ? [spf.domain] : [],
    dkimDomains: dkim.results.flatMap(({ id, status, signingDomain }) =>
      status.result === 'pass' && signingDomain !== undefined
        ? [{ id: id ?? '', domain: signingDomain, aligned: status.aligned ?? false }]
        : [],
    ),
    resolver,
  });
  return {
    spf: {
      result: spf.status.result,
      domain: spf.domain,
      isAligned: isSameOrganisation(spf.domain, domainOf(sender)),
      record: spf.rr ?? null,
      ip: client.ip,
    },
    dkim: dkim.results.flatMap(({ status, signingDomain, selector }) =>
      signingDomain === undefined || status.result === 'none'
        ? []
        : [{ result: status.result, domain: signingDomain, selector: selector ?? '' }],
    ),
    dmarc:
      dmarc === false
        ? { result: 'none', policy: null, record: null }
        : { result: dmarc.status.result, policy: dmarc.p, record: dmarc.rr ?? null },
  };
}

/**
 * Whom SPF is judged by: the envelope's sender as the recipient's server wrote it down (RFC 5321 4.4), who at a relay is of a bounce domain
 * of its own. A message without one is judged by the name that the server called itself (RFC 7208 2.4).
 */
function envelopeSender(returnPath: string | undefined, sender: string, helo: string): string {
  const told = returnPath === undefined ? undefined : /^return-path:\s*<?([^<>\s]*)>?/i.exec(returnPath)?.[1];
  if (told === undefined) return sender;
  return told.includes('@') ? told : `postmaster@${helo}`;
}

/** DMARC's relaxed alignment (RFC 7489 3.1.2). */
const isSameOrganisation = (one: string, other: string): boolean => {
  const organisation = (domain: string): string => getDomain(domain, { allowPrivateDomains: true }) ?? domain.toLowerCase();
  return organisation(one) === organisation(other);
};

/** The DMARC record of a domain by itself, for when no message could be judged. */
export async function lookUpDmarc(domain: string, names: Pick<Names, 'records'>): Promise<DmarcSeen> {
  const found = await names.records(`_dmarc.${domain}`, 'TXT').catch((): string[][] => []);
  const record = found.map((part) => (Array.isArray(part) ? part.join('') : part)).find((text) => /^v=DMARC1\b/i.test(text)) ?? null;
  return { result: 'unknown', policy: record === null ? null : (/\bp=(\w+)/i.exec(record)?.[1]?.toLowerCase() ?? null), record };
}

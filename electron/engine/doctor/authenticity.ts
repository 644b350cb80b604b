// Judges a message that arrived as its recipient's server would: SPF, DKIM and DMARC, by mailauth.
import type { DkimSeen, DmarcSeen, SpfSeen } from '../../domain/doctor/authenticity';
import { isInnerAddress, type Names } from '../accounts/discovery/names';

export type Authenticity = { readonly spf: SpfSeen; readonly dkim: readonly DkimSeen[]; readonly dmarc: DmarcSeen };

/** null: the message never left its provider (no server of the open network handed it over), so nothing can be judged. */
export async function authenticate(source: Uint8Array, sender: string, names: Pick<Names, 'records'>): Promise<Authenticity | null> {
  // By its parts: the whole of it wants a newer Node than the oldest one we run on.
  const [{ dkimVerify }, { spf: verifySpf }, { dmarc: verifyDmarc }] = await Promise.all([
    import('mailauth/lib/dkim/verify'),
    import('mailauth/lib/spf'),
    import('mailauth/lib/dmarc'),
  ]);
  const resolver = names.records;
  const dkim = await dkimVerify(Buffer.from(source), { resolver, sender });
  const handedOver = dkim.headers?.parsed.filter(({ key }) => key === 'received').map(({ line }) => line.toString('latin1')) ?? [];
  const client = handedOver.map(clientOf).find((one) => one !== null) ?? null;
  if (client === null || isInnerAddress(client.ip)) return null;
  // The name under which we are asked for is seen by whoever answers; the default would be the computer's.
  const spf = await verifySpf({ ...client, sender, resolver, mta: 'brevduva.invalid' });
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
    spf: { result: spf.status.result, domain: spf.domain, record: spf.rr ?? null, ip: client.ip },
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

/** Who handed the message over, by the topmost Received line that names an address (RFC 5321 4.4): the recipient's own server wrote it. */
function clientOf(received: string): { readonly ip: string; readonly helo: string } | null {
  const found = /^received:\s+from\s+(\S{1,255})\s+\([^)]{0,500}\[(?:ipv6:)?([0-9a-f.:]{2,45})\]/i.exec(
    received.replaceAll(/\r?\n[ \t]+/g, ' '),
  );
  return found === null ? null : { helo: found[1] ?? '', ip: found[2] ?? '' };
}

/** The DMARC record of a domain by itself, for when no message could be judged. */
export async function lookUpDmarc(domain: string, names: Pick<Names, 'records'>): Promise<DmarcSeen> {
  const found = await names.records(`_dmarc.${domain}`, 'TXT').catch((): string[][] => []);
  const record = found.map((part) => (Array.isArray(part) ? part.join('') : part)).find((text) => /^v=DMARC1\b/i.test(text)) ?? null;
  return { result: 'unknown', policy: record === null ? null : (/\bp=(\w+)/i.exec(record)?.[1]?.toLowerCase() ?? null), record };
}

// What SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) say of the test message that arrived, and what the domain's owner can do.
import type { DoctorStep } from '../../contract/model/doctor';
import { isForeignHost } from '../discovery/host-name';
import type { Shown } from './report';

export type SpfSeen = {
  readonly result: string;
  /** Of the envelope's sender, whom SPF is about; with a relay it is often the relay's own. */
  readonly domain: string;
  /** Whether that is of the same organisation as the From address: only then it counts for DMARC. */
  readonly isAligned: boolean;
  readonly record: string | null;
  readonly ip: string | null;
};
export type DkimSeen = { readonly result: string; readonly domain: string; readonly selector: string };
export type DmarcSeen = { readonly result: string; readonly policy: string | null; readonly record: string | null };

type DnsRecord = NonNullable<DoctorStep['record']>;
const txt = (name: string, value: string): DnsRecord => ({ name, type: 'TXT', value });

/** `domain`: of the From address. `providerRecord`: the mechanism of whoever sends for it (spfOfProvider). */
export function judgeSpf(seen: SpfSeen, domain: string, providerRecord: string | null): Shown {
  const { result, record, ip, isAligned } = seen;
  const facts = [
    result,
    ...(seen.domain === domain ? [] : [seen.domain]),
    ...(ip === null ? [] : [ip]),
    ...(record === null ? [] : [record]),
  ];
  if (result === 'temperror') return { state: 'skipped', facts, finding: 'dns-silent' };
  // Whoever reads this owns the domain of the From address and no other one: nothing to paste.
  if (!isAligned && result !== 'pass')
    return { state: result === 'fail' ? 'broken' : 'attention', facts, finding: 'spf-other-domain-fails' };
  if (!isAligned) return { state: 'attention', facts, finding: 'spf-other-domain' };
  if (result === 'pass') return { state: 'fine', facts };
  // What can't be read is not mended by one word more.
  if (result === 'permerror') return { state: 'broken', facts, finding: 'spf-invalid' };
  const proposed = txt(
    domain,
    record === null
      ? `v=spf1 ${providerRecord ?? 'mx'} ~all`
      : withMechanism(record, providerRecord ?? (ip === null ? 'mx' : ipMechanism(ip))),
  );
  if (record === null || result === 'none') return { state: 'attention', facts, finding: 'spf-missing', record: proposed };
  if (result === 'softfail' || result === 'neutral') return { state: 'attention', facts, finding: 'spf-weak', record: proposed };
  return { state: 'broken', facts, finding: 'spf-fails', record: proposed };
}

const ipMechanism = (ip: string): string => (ip.includes(':') ? `ip6:${ip}` : `ip4:${ip}`);

/** The record with one more sender, before what is said of everybody else. */
function withMechanism(record: string, mechanism: string): string {
  const words = record.trim().split(/\s+/);
  if (words.includes(mechanism)) return record;
  const last = words.findIndex((word) => /^[-~?+]?all$/i.test(word) || /^redirect=/i.test(word));
  return last < 0 ? [...words, mechanism].join(' ') : [...words.slice(0, last), mechanism, ...words.slice(last)].join(' ');
}

export function judgeDkim(signatures: readonly DkimSeen[], domain: string): Shown {
  const facts = signatures.map(({ result, domain: by, selector }) => `${result} ${selector}._domainkey.${by}`);
  if (signatures.length === 0) return { state: 'attention', facts, finding: 'dkim-missing' };
  const good = signatures.filter(({ result }) => result === 'pass');
  if (good.length === 0 && signatures.some(({ result }) => result === 'temperror'))
    return { state: 'skipped', facts, finding: 'dns-silent' };
  if (good.length === 0) return { state: 'broken', facts, finding: 'dkim-fails' };
  const isOwn = good.some(({ domain: by }) => !isForeignHost(domain, by) || !isForeignHost(by, domain));
  return isOwn ? { state: 'fine', facts } : { state: 'attention', facts, finding: 'dkim-other-domain' };
}

export function judgeDmarc({ result, policy, record }: DmarcSeen, domain: string, address: string): Shown {
  // Without a message there is a record to judge and no result.
  const facts = [...(result === 'unknown' ? [] : [result]), ...(record === null ? [] : [record])];
  if (record === null) {
    return {
      state: 'attention',
      facts,
      finding: 'dmarc-missing',
      record: txt(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:${address}`),
    };
  }
  if (result !== 'pass' && result !== 'unknown')
    return { state: policy === 'none' ? 'attention' : 'broken', facts, finding: 'dmarc-fails' };
  return policy === 'none'
    ? { state: 'attention', facts, finding: 'dmarc-none', record: txt(`_dmarc.${domain}`, record.replace(/\bp=none\b/i, 'p=quarantine')) }
    : { state: 'fine', facts };
}

export const judgeMx = (exchangers: readonly string[]): Shown =>
  exchangers.length === 0 ? { state: 'attention', finding: 'mx-missing' } : { state: 'fine', facts: exchangers.slice(0, 5) };

/** The mechanism that lets a provider's servers send for a domain; null: not known. State of the facts: November 2026. */
export function spfOfProvider(smtpHost: string): string | null {
  const known: readonly (readonly [RegExp, string])[] = [
    [/(^|\.)(gmail|google|googlemail)\.com$/, 'include:_spf.google.com'],
    [/(^|\.)(office365|outlook)\.com$/, 'include:spf.protection.outlook.com'],
    [/(^|\.)zoho\.[a-z.]+$/, 'include:zohomail.com'],
    [/(^|\.)fastmail\.com$/, 'include:spf.messagingengine.com'],
    [/(^|\.)mail\.me\.com$/, 'include:icloud.com'],
    [/(^|\.)sendgrid\.net$/, 'include:sendgrid.net'],
    [/(^|\.)mailjet\.com$/, 'include:spf.mailjet.com'],
    [/(^|\.)amazonaws\.com$/, 'include:amazonses.com'],
  ];
  return known.find(([host]) => host.test(smtpHost))?.[1] ?? null;
}

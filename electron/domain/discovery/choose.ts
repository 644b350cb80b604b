// Which source's answer counts.
import type { Discovery, DiscoverySource, FoundServers } from '../../contract/model/discovery';
import { recogniseHost } from '../providers';
import type { ToldServers } from './autoconfig';
import { isForeignHost } from './host-name';

export type SourceState = Discovery['sources'][number];
export type Answers = ReadonlyMap<DiscoverySource, FoundServers>;

/**
 * The best answer so far, and whether no better one can come: every source before it has ended without one.
 * `sources` in the order in which their answers count.
 */
export function choose(
  sources: readonly SourceState[],
  answers: Answers,
): { readonly found: FoundServers | null; readonly isFinal: boolean } {
  const best = sources.findIndex(({ id }) => answers.has(id));
  const ahead = best < 0 ? sources : sources.slice(0, best);
  const id = sources[best]?.id;
  return { found: (id === undefined ? null : answers.get(id)) ?? null, isFinal: ahead.every(({ state }) => state !== 'running') };
}

/** Names the hosts that a person has to confirm; those of a provider we know, told for a domain of its customer, are foreign as well. */
export function describeFound(source: DiscoverySource, told: ToldServers, domain: string): FoundServers {
  const hosts = [...new Set([...told.smtp.map(({ host }) => host), ...(told.imap === null ? [] : [told.imap.host])])];
  return {
    source,
    provider: recogniseHost(told.smtp[0]?.host ?? ''),
    smtp: [...told.smtp],
    imap: told.imap,
    wantsOauth: told.wantsOauth,
    foreignHosts: source === 'preset' ? [] : hosts.filter((host) => isForeignHost(host, domain)),
  };
}

// Asks every source at once, and shows what each says as it comes. Ends with the first answer that no better one can follow.
import { setMaxListeners } from 'node:events';
import { domainToASCII } from 'node:url';
import { type Discovery, type DiscoverySource, discoverySources, type FoundServers } from '../../../contract/model/discovery';
import { choose, describeFound, type SourceState } from '../../../domain/discovery/choose';
import { isPublicHostName } from '../../../domain/discovery/host-name';
import { domainOf } from '../../../domain/providers';
import type { Way } from '../../mail/way';
import type { Clock } from '../../rooms';
import { createNames } from './names';
import { type SourceAnswer, sources } from './sources';

export type DiscoveryNeeds = {
  readonly clock: Pick<Clock, 'now'>;
  /** There is no account yet: by what the system says of proxies. */
  readonly way: Way;
  /** DNS servers the person has set; empty: the system's. */
  readonly dnsServers: readonly string[];
  /** Of https; 443, but for tests. */
  readonly httpsPort?: number;
};

/** ms for all of it. */
const patience = 5_000;

/** Pushes a whole picture at each change; the last one has `isDone`. Never rejects. */
export async function discover(
  address: string,
  needs: DiscoveryNeeds,
  push: (discovery: Discovery) => void,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = needs;
  const domain = domainToASCII(domainOf(address));
  if (!isPublicHostName(domain)) return push({ sources: [], found: null, isDone: true });
  const asked = `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;
  const began = clock.now();
  const names = createNames(needs.dnsServers);
  const ending = new AbortController();
  const states = new Map<DiscoverySource, SourceState>(
    discoverySources.map((id) => [id, { id, state: 'running', detail: null, took: null }]),
  );
  const answers = new Map<DiscoverySource, FoundServers>();
  let isDone = false;
  const settle = (id: DiscoverySource, { told, detail, isRefused, isLeftOut }: SourceAnswer): void => {
    if (isDone) return;
    if (told !== null) answers.set(id, describeFound(id, told, domain));
    const state = told !== null ? 'found' : isRefused === true ? 'refused' : isLeftOut === true ? 'left-out' : 'nothing';
    states.set(id, { id, state, detail: detail?.slice(0, 200) ?? null, took: clock.now() - began });
    const { found, isFinal } = choose([...states.values()], answers);
    isDone = isFinal;
    push({ sources: [...states.values()], found, isDone });
    if (isDone) ending.abort();
  };
  const limit = AbortSignal.any([signal, ending.signal, AbortSignal.timeout(patience)]);
  setMaxListeners(0, limit); // a dozen of connections at once end with it
  const over = new Promise<void>((resolve) => limit.addEventListener('abort', () => resolve(), { once: true }));
  const all = Promise.all(
    discoverySources.map(async (id) => {
      const answer = await sources[id](asked, { names, way: needs.way, port: needs.httpsPort ?? 443 }, limit).catch(
        (error: unknown): SourceAnswer => ({ told: null, detail: error instanceof Error ? error.message : null }),
      );
      if (!limit.aborted) settle(id, answer);
    }),
  );
  await Promise.race([all, over]);
  names.cancel();
  if (isDone || signal.aborted) return;
  isDone = true;
  const late = [...states.values()].map((source): SourceState => (source.state === 'running' ? { ...source, state: 'late' } : source));
  push({ sources: late, found: choose(late, answers).found, isDone });
}

// Whether a port lets anybody in: open, shut, or hanging as behind a firewall that says nothing.
import type { LookupAddress } from 'node:dns';
import type { PortState } from '../../domain/doctor/ports';
import { connectTcp, dial } from '../mail/connect';
import type { Place } from '../mail/connection-failure';
import type { Way } from '../mail/way';

/** ms */
const patience = 4_000;

/** `addresses`: those that are known already; behind a proxy it is the proxy that knocks. */
export async function knock(place: Place, way: Way, addresses: readonly string[], signal: AbortSignal): Promise<PortState> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  const known = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  const socket = way.mayHaveProxy ? await dial(place, way, limit) : await connectTcp(place, known, patience, limit);
  if (socket.ok) {
    socket.value.destroy();
    return 'open';
  }
  return /^(cancelled|connect-timeout|proxy-silent)$/.test(socket.failure.code) ? 'hangs' : 'closed';
}
